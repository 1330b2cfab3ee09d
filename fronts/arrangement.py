"""What an editor arranged on a front: which story in which place. A value; every change makes a new one."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from django.core.exceptions import ValidationError

from fronts.areas import Area


@dataclass(frozen=True)
class Placed:
    """A story in a place. `article` and `picture` are keys; `pinned_until` is when it falls out, or None."""

    area: str
    position: int
    article: int
    headline: str = ""
    picture: int | None = None
    pinned_until: datetime | None = None

    @property
    def spot(self):
        return self.area, self.position

    @property
    def fields(self):
        """As the columns of a `Slot`."""
        return {
            "area": self.area,
            "position": self.position,
            "article_id": self.article,
            "headline": self.headline,
            "picture_id": self.picture,
            "pinned_until": self.pinned_until,
        }


@dataclass(frozen=True)
class Arrangement:
    """`placed` in any order, and the `topic` of the topic strip."""

    placed: tuple = ()
    topic: object = None
    by_spot: dict = field(init=False, repr=False, compare=False)

    def __post_init__(self):
        order = list(Area)
        ordered = sorted(self.placed, key=lambda one: (order.index(one.area), one.position))
        object.__setattr__(self, "placed", tuple(ordered))
        object.__setattr__(self, "by_spot", {one.spot: one for one in ordered})

    @classmethod
    def of(cls, version):
        """What was saved as `version`; nothing for None."""
        return cls.from_slots(version.slots.all(), version.topic) if version else cls()

    @classmethod
    def from_slots(cls, slots, topic):
        placed = (
            Placed(slot.area, slot.position, slot.article_id, slot.headline, slot.picture_id, slot.pinned_until)
            for slot in slots
        )
        return cls(tuple(placed), topic)

    def check(self, plan):
        """Raise `ValidationError` where a place is none of the plan's or holds two stories."""
        for one in self.placed:
            if one.spot not in plan.spots():
                raise ValidationError(f"This front has no place “{Area(one.area).label} {one.position}”.")
            if self.by_spot[one.spot] != one:
                raise ValidationError(f"“{Area(one.area).label} {one.position}” holds two stories. Move one of them.")

    @property
    def articles(self):
        """The keys of the stories that were put somewhere."""
        return {one.article for one in self.placed}

    @property
    def pictures(self):
        """The keys of the pictures that places have of their own."""
        return {one.picture for one in self.placed if one.picture}

    def spot_of(self, article):
        """Where a story was put, or None; of two places the first."""
        return next((one.spot for one in self.placed if one.article == article), None)

    # Changes

    def put(self, article, area, position, *, plan, source=None):
        """Put a story at a place; those that stand there make room, towards the nearest free place of the area.

        `source` is the place that it comes from, if it was on the page: its headline, picture and pin come with it.
        If the area is full, its last story goes to the place that became free at `source`, or leaves the page.
        """
        coming = self.by_spot.get(source) or Placed(area, position, article)
        others = {spot: one for spot, one in self.by_spot.items() if spot != source}
        last = plan.places[area]
        free = [place for place in range(1, last + 1) if (area, place) not in others]
        behind, before = [place for place in free if place >= position], [place for place in free if place < position]
        if behind:
            _move(others, area, range(behind[0] - 1, position - 1, -1), +1)
        elif before:
            _move(others, area, range(before[-1] + 1, position + 1), -1)
        else:
            leaving = others.pop((area, last))
            _move(others, area, range(last - 1, position - 1, -1), +1)
            if source in self.by_spot:
                others[source] = replace(leaving, area=source[0], position=source[1])
        others[area, position] = replace(coming, area=area, position=position)
        return replace(self, placed=tuple(others.values()))

    def without(self, spot):
        """With nothing at a place, so that the rule fills it."""
        return replace(self, placed=tuple(one for one in self.placed if one.spot != spot))

    def among(self, articles, pictures):
        """Without stories, and places' own pictures, whose keys are not among these: what a crafted form made up."""
        known = (one for one in self.placed if one.article in articles)
        return replace(
            self, placed=tuple(one if one.picture in pictures else replace(one, picture=None) for one in known)
        )

    def dressed(self, spot, **changes):
        """With another headline, picture or pin at a place."""
        return replace(self, placed=tuple(replace(one, **changes) if one.spot == spot else one for one in self.placed))


def _move(placed, area, positions, step):
    """Move what stands at `positions`, which come in the order in which each finds the next place free."""
    for position in positions:
        one = placed.pop((area, position))
        placed[area, position + step] = replace(one, position=position + step)
