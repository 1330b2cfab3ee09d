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
    def of(cls, stories, mark="", length=LENGTH):
        """The stories of the queryset `stories` after `mark`; `Http404` if that is no mark."""
        return cls._begun(stories.newest(length + 1, before=read_mark(mark) if mark else None), mark, length)

    @classmethod
    def in_reading_order(cls, stories, mark="", length=LENGTH):
        """The same, oldest first: what follows is newer, and `further` is where it begins."""
        stories = stories.oldest_first()
        return cls._begun(stories.newer_than(*read_mark(mark)) if mark else stories, mark, length)

    @classmethod
    def _begun(cls, stories, mark, length):
        shown = list(stories[: length + 1])
        following = mark_of(shown[length - 1].published_at, shown[length - 1].pk) if len(shown) > length else ""
        return cls(shown[:length], not mark, following)

    @classmethod
    def beneath(cls, places, rest):
        """What follows `places` on a section's front: as many of `rest`, newest first, as fill the first stretch."""
        room = LENGTH - len(places)
        last = rest[room - 1] if len(rest) > room else None
        return cls(rest[:room], True, mark_of(last.published_at, last.pk) if last else "")

    @property
    def further(self):
        return self.older


def mark_of(moment, pk):
    """Microseconds since 1970 and a key: a place in a list by moment."""
    return f"{(moment - EPOCH) // timedelta(microseconds=1)}-{pk}"


def read_mark(mark):
    """The moment and key that `mark_of` wrote; `Http404` if it is no mark."""
    found = MARK.fullmatch(mark)
    if not found:
        raise Http404(f"“{mark}” is no place in a list.")
    moment, pk = map(int, found.groups())
    return EPOCH + timedelta(microseconds=moment), pk
