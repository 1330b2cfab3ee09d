"""The areas of a front, how many stories each holds, and when a story in it has stood too long."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import models


class Area(models.TextChoices):
    """In the order in which a page is filled: a story that two areas want stands in the first of them."""

    LEAD = "lead", "Lead"
    SECONDARY = "secondary", "Secondary"
    TOPIC = "topic", "Topic strip"
    OPINION = "opinion", "Opinion"
    PICTURE = "picture", "Picture"
    RIVER = "river", "River"


@dataclass(frozen=True)
class Plan:
    """One kind of front. `places` is how many stories each area holds; `always` are the areas that the rule fills even
    where no editor put anything; the others stand on the page once somebody uses them. `stale_after` is how old a story
    may be before the editor is warned.
    """

    places: dict
    river_has_pictures: bool
    always: frozenset
    stale_after: dict

    @property
    def pictured(self):
        """The areas in which a story shows its picture, so that a place may have one of its own."""
        return {Area.LEAD, Area.SECONDARY, Area.PICTURE} | ({Area.RIVER} if self.river_has_pictures else set())

    def spots(self):
        """Every (area, position) there is, in the order of the page; positions count from 1."""
        return [(area, position) for area, count in self.places.items() for position in range(1, count + 1)]


PAPER = Plan(
    places={Area.LEAD: 1, Area.SECONDARY: 4, Area.TOPIC: 4, Area.OPINION: 4, Area.PICTURE: 1, Area.RIVER: 7},
    river_has_pictures=False,
    always=frozenset({Area.LEAD, Area.SECONDARY, Area.OPINION, Area.RIVER}),
    stale_after={
        Area.LEAD: timedelta(days=1),
        Area.SECONDARY: timedelta(days=2),
        Area.TOPIC: timedelta(days=30),
        Area.OPINION: timedelta(days=10),
        Area.PICTURE: timedelta(days=4),
        Area.RIVER: timedelta(days=4),
    },
)
# A section moves more slowly than the paper, and its river goes on as long as there are stories.
SECTION = Plan(
    places={Area.LEAD: 1, Area.SECONDARY: 3, Area.TOPIC: 4, Area.OPINION: 3, Area.PICTURE: 1, Area.RIVER: 6},
    river_has_pictures=True,
    always=frozenset({Area.LEAD, Area.RIVER}),
    stale_after={area: 3 * age for area, age in PAPER.stale_after.items()},
)


def plan_of(section):
    """The plan of the front of `section`, or of the paper's where that is None."""
    return SECTION if section else PAPER
