"""A story's state in words, as the desk says it."""

from django.utils import timezone

from articles.models import Act, Plan
from articles.models.plan import in_words
from articles.models.status import Status

TOLD = {Status.DRAFT: Act.Verb.SEND_BACK, Status.IN_REVIEW: Act.Verb.SUBMIT}
PLANNED = {
    Plan.What.PUBLISH: "It goes live by itself on {}.",
    Plan.What.UPDATE: "An update goes live on {}.",
    Plan.What.UNPUBLISH: "It will be unpublished on {}.",
}
NAMES = {Status.DRAFT: "Draft", Status.IN_REVIEW: "In review", Status.UNPUBLISHED: "Unpublished"}


def state_name(article):
    """One or two words: the list's badge."""
    if article.is_scheduled():
        return "Scheduled"
    if article.is_being_updated:
        return "Being updated"
    return NAMES.get(article.status, "Live")


def further_names(article):
    """The badges beside the state's: what is locked, and what happens to the story by itself."""
    names = ["Embargoed"] if article.is_embargoed() else []
    names += ["Update planned"] if article.is_awaiting_update else []
    return names + (["Ends"] if article.is_awaiting_unpublication() else [])


def state_sentence(article):
    """A few sentences: what readers see now, what the newest version would change, and what happens by itself."""
    return " ".join([_stands(article), *_planned(article)])


def plan_sentence(what, moment):
    return PLANNED[what].format(in_words(moment))


def _planned(article):
    if article.is_embargoed():
        locked = in_words(article.embargo_until)
        yield f"Embargoed until {locked}: nothing can publish it before. {article.embargo_reason}"
    if article.is_awaiting_update:
        yield plan_sentence(Plan.What.UPDATE, article.update_at)
    if article.is_awaiting_unpublication():
        yield plan_sentence(Plan.What.UNPUBLISH, article.unpublish_at)


def _stands(article):
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
