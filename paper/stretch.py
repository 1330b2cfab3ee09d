"""Long lists are shown a stretch at a time; “older stories” begins after the last story shown, at any depth."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.http import Http404

LENGTH = 20
MARK = re.compile(r"([0-9]{1,17})-([0-9]{1,18})")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Stretch:
    """Some stories of a list, newest first. `older` is the mark at which the next stretch begins, or empty."""

    stories: list
    is_first: bool
    older: str

    @classmethod
    def of(cls, stories, mark=""):
        """The stories of the queryset `stories` after `mark`; `Http404` if that is no mark."""
        stories = stories.newest_first()
        if mark:
            stories = stories.older_than(*_read(mark))
        shown = list(stories[: LENGTH + 1])
        older = _mark(shown[LENGTH - 1]) if len(shown) > LENGTH else ""
        return cls(shown[:LENGTH], not mark, older)


def _mark(story):
    """Microseconds since 1970 and the story's key."""
    return f"{(story.published_at - EPOCH) // timedelta(microseconds=1)}-{story.pk}"


def _read(mark):
    found = MARK.fullmatch(mark)
    if not found:
        raise Http404(f"“{mark}” is no place in a list.")
    moment, pk = map(int, found.groups())
    return EPOCH + timedelta(microseconds=moment), pk
