"""In which stories a picture stands (`pictures.uses`)."""

from django.contrib.postgres.fields import ArrayField
from django.db.models import Exists, F, Func, IntegerField, OuterRef, Q, Subquery
from django.db.models.lookups import GreaterThan
from django.urls import reverse

from articles.models import Article, Revision
from pictures.uses import NAMED_AT_MOST, Use, Where

ITSELF = Func(OuterRef("pk"), template="ARRAY[%(expressions)s::integer]", output_field=ArrayField(IntegerField()))


def kept():
    return _in(Revision.objects.all())  # whatever a story shows has been saved in a version


def shown():
    return _in(Article.objects.published())


def uses_of(picture, reader):
    """Stories, those saved last first, each once. What readers see is everybody's to know; of the rest, a person is
    told of the stories that they may read.
    """
    stories = Article.objects.ever_with_picture(picture).known_to(reader)
    return [_use(story) for story in stories.order_by("-saved_at", "-pk")[:NAMED_AT_MOST]]


def _use(story):
    if story.is_readable:
        address = reverse("admin:articles_article_change", args=[story.pk])
    else:
        address = story.get_absolute_url()
    if story.picture_is_public and story.is_live():
        return Use(Where.LIVE, story.headline, address)
    is_ahead = story.picture_is_public or story.picture_is_in_working_copy
    return Use(Where.WORK if is_ahead else Where.OLD, str(story.working_copy), address)


def _in(stories):
    """The condition of pictures that one of these stories or revisions leads with or has in its body."""
    leading = stories.filter(lead_picture=OuterRef("pk"))
    inside = stories.filter(body_pictures__contains=ITSELF).order_by()
    # Counted, because of EXISTS Postgres believes that a look at every row soon meets one, and leaves the index aside.
    number = Subquery(inside.values_list(Func(F("pk"), function="COUNT")), output_field=IntegerField())
    return Q(Exists(leading)) | Q(GreaterThan(number, 0))
