"""How a copy becomes a revision, how a revision becomes what readers see, and how an act is recorded."""

from django.contrib.postgres.search import SearchVector
from django.db.models import Value
from django.utils import timezone

from articles import vocabulary
from articles.following import tell_followers
from articles.hold import hold
from articles.models.act import Act
from articles.models.byline import ArticleByline, RevisionByline
from articles.models.revision import Revision
from articles.search.vector import SEARCHED_CHARACTERS
from prose.rendering import plain_text


def save_copy(article, copy, *, by, note=""):
    """Write `copy` as a new revision of `article` and make it the working copy."""
    revision = Revision.objects.create(
        article=article, began_from=article.working_copy, by=by, at=timezone.now(), note=note, **copy.words
    )
    RevisionByline.objects.bulk_create(
        RevisionByline(revision=revision, author_id=author, role=role, position=position)
        for position, (author, role) in enumerate(copy.credits)
    )
    if copy.topics:
        hold("topics")  # so that one new name, typed on two stories at once, never makes two topics
        revision.topics.set(sorted(copy.topics))
    article.working_copy, article.saved_at = revision, revision.at
    article.desk_search = _desk_vector(revision)
    article.save(update_fields=["working_copy", "saved_at", "desk_search"])
    return revision


def apply(revision, article):
    """Copy everything of `revision` onto the article's own row, bylines and topics, and save it."""
    for name, value in revision.words.items():
        setattr(article, name, value)
    article.live_revision = revision
    article.save()
    article.bylines.all().delete()
    ArticleByline.objects.bulk_create(
        ArticleByline(
            article=article, author_id=author, role=role, position=position, published_at=article.published_at
        )
        for position, (author, role) in enumerate(revision.credits)
    )
    article.topics.set(list(revision.topics.all()))
    article.topic_links.update(published_at=article.published_at)
    vocabulary.take_in(revision)


def record(article, verb, *, by, before, note="", revision=None, at=None):
    """Write down an act, of now unless it happened by itself `at` a moment, tell those who follow, and return it."""
    act = Act.objects.create(
        article=article,
        verb=verb,
        by=by,
        at=at or timezone.now(),
        from_status=before,
        to_status=article.status,
        note=note,
        revision=revision,
    )
    tell_followers(act)
    return act


def _desk_vector(revision):
    names = " ".join(byline.author.name for byline in revision.bylines.select_related("author"))
    body = plain_text(revision.body)[:SEARCHED_CHARACTERS]
    parts = (
        (revision.headline, "A"),
        (f"{revision.kicker} {revision.standfirst} {names}", "B"),
        (body, "C"),
    )
    vector = None
    for text, weight in parts:
        piece = SearchVector(Value(text), weight=weight, config="english")
        vector = piece if vector is None else vector + piece
    return vector
