from django.utils import timezone

from articles.address import month_of, slug_for
from articles.models import Revision


def as_readers_would_see(article, revision_id):
    """The article with the words, bylines and topics of one of its revisions laid over it, for showing only.

    What is missing because the story was never published (moment, address) is filled in as if it were published now.
    Raises `Revision.DoesNotExist` when the revision is not one of the article's.
    """
    revisions = Revision.objects.select_related("lead_picture", "by").prefetch_related("bylines__author__portrait")
    revision = revisions.get(pk=revision_id, article=article)
    for name in revision.words:
        setattr(article, name, getattr(revision, name))
    article.published_at = article.published_at or timezone.now()
    article.address_month = article.address_month or month_of(article.published_at)
    article.slug = article.slug or slug_for(revision.headline)
    article.topic_names = [{"name": topic.name, "slug": topic.slug} for topic in revision.topics.all()]
    article._prefetched_objects_cache = {"bylines": revision.bylines.all(), "update_notes": article.update_notes.all()}
    return revision
