"""What a clock on a wall shows, and which moment that is: on two days of the year, none or two."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

SUMMER, WINTER = "summer", "winter"


class Gap(Exception):
    """The clocks are put forward over this time. `before` and `after` are what they show then, naive datetimes."""

    def __init__(self, before, after):
        super().__init__(before, after)
        self.before, self.after = before, after


@dataclass
class Repeat(Exception):
    """The clocks are put back, so that this time comes twice: in `SUMMER` time first, then in `WINTER` time."""

    summer: datetime
    winter: datetime


def moment_of(shown, zone, which=""):
    """The aware moment at which clocks in `zone` show the naive datetime `shown`. Raises `Gap`; and `Repeat` unless
    `which` says which of the two it is. A moment that comes once needs no `which`.
    """
    first, second = shown.replace(tzinfo=zone, fold=0), shown.replace(tzinfo=zone, fold=1)
    if first.utcoffset() == second.utcoffset():
        return first
    if _read_back(first, zone) != shown:
        raise Gap(*_edges(second.astimezone(UTC), first.astimezone(UTC), zone))
    if which not in {SUMMER, WINTER}:
        raise Repeat(first, second)
    return first if which == SUMMER else second


def which_of_two(moment, zone):
    """`SUMMER` or `WINTER` where what clocks in `zone` show at `moment` comes twice, else nothing."""
    here = moment.astimezone(zone)
    if here.replace(fold=0).utcoffset() == here.replace(fold=1).utcoffset():
        return ""
    return WINTER if here.fold else SUMMER


def _read_back(moment, zone):
    return moment.astimezone(UTC).astimezone(zone).replace(tzinfo=None)


def _edges(low, high, zone):
    """What clocks show as the change comes that lies after `low` and not after `high`, before it and after it."""
    offset = low.astimezone(zone).utcoffset()
    seconds = range(int((high - low).total_seconds()) + 1)
    changed = bisect_left(seconds, True, key=lambda after: _at(low, after, zone).utcoffset() != offset)
    change = low + timedelta(seconds=changed)
    return (change + offset).replace(tzinfo=None), change.astimezone(zone).replace(tzinfo=None)


def _at(low, seconds, zone):
    return (low + timedelta(seconds=seconds)).astimezone(zone)
