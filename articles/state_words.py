"""A story's state in words, as the desk says it."""

from django.utils import timezone

from articles.models import Act
from articles.models.status import Status

TOLD = {Status.DRAFT: Act.Verb.SEND_BACK, Status.IN_REVIEW: Act.Verb.SUBMIT}
NAMES = {Status.DRAFT: "Draft", Status.IN_REVIEW: "In review", Status.UNPUBLISHED: "Unpublished"}


def state_name(article):
    """One or two words: the list's badge."""
    if article.is_scheduled():
        return "Scheduled"
    if article.is_being_updated:
        return "Being updated"
    return NAMES.get(article.status, "Live")


def state_sentence(article):
    """One or two sentences: what readers see now, and what the newest version would change."""
    if article.is_drafted:
        return "A draft. Readers see nothing of it."
    if article.is_in_review:
        return "In review. Readers see nothing of it until an editor publishes it."
    if article.is_unpublished:
        return "Unpublished. Its address tells readers that the story is gone."
    moment = f"{timezone.localtime(article.published_at):%-d %B %Y, %H:%M}"
    ahead = " Your changes are not live." if article.is_being_updated else ""
    if article.is_scheduled():
        ahead = " The newest changes are not part of it yet." if article.is_being_updated else ""
        return f"Goes live by itself on {moment}.{ahead}"
    return f"Live since {moment}.{ahead}"


def told(article):
    """The act whose note somebody should read now: why a draft came back, or what to look at in review. Or None."""
    last = article.acts.exclude(verb__in=[Act.Verb.FILE, Act.Verb.NOTE]).select_related("by").first()
    return last if last and last.note and last.verb == TOLD.get(article.status) else None
