from datetime import timedelta

from django import template
from django.utils import timezone
from django.utils.timesince import timesince

from articles.models import Article
from articles.picture_rights import NOTICE, end_of_rights
from worker.words import worker_sentence

register = template.Library()
SHOWN = 5


@register.filter
def ago(moment):
    """“3 hours ago”, in one unit; “just now” within the last minute."""
    now = timezone.now()
    if now - moment < timedelta(minutes=1):
        return "just now"
    return f"{timesince(moment, now, depth=1)} ago"


register.filter("end_of_rights", end_of_rights)


@register.inclusion_tag("desk/worker_line.html")
def worker_line():
    is_late, sentence = worker_sentence()
    return {"is_late": is_late, "sentence": sentence}


def _in_order(key, stories):
    return stories.nearest_end_of_rights_first() if key == "rights" else stories.order_by("-saved_at", "-pk")


@register.inclusion_tag("desk/lists.html", takes_context=True)
def desk_lists(context):
    """What waits on the desk for this person: their drafts, and what the editors are to look at."""
    user = context["request"].user
    mine = Article.objects.writable_by(user)
    lists = [
        ("review", "In review", "state=review", mine.in_review(), "Nothing waits to be reviewed."),
        (
            "updating",
            "Being updated",
            "state=updating",
            mine.being_updated(),
            "Every live story is as its editors left it.",
        ),
        ("scheduled", "Scheduled", "state=scheduled", mine.scheduled(), "Nothing is scheduled."),
        (
            "rights",
            "Rights to pictures",
            "picture_rights=ending",
            mine.losing_their_picture_by(timezone.now() + NOTICE),
            f"No story loses a picture within {NOTICE.days} days.",
        ),
        ("mine", "My drafts", "state=draft&whose=mine", mine.drafted().begun_by(user), "You have no drafts."),
    ]
    return {
        "lists": [
            {
                "key": key,
                "label": label,
                "query": query,
                "empty": empty,
                "stories": _in_order(key, stories.with_desk_row())[:SHOWN],
            }
            for key, label, query, stories, empty in lists
        ]
    }
