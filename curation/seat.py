from dataclasses import dataclass, fields
from itertools import pairwise

from curation.sheet import PlaceForm, key
from fronts.areas import Area
from fronts.cautions import cautions_of
from fronts.composition import Place


@dataclass
class Seat(Place):
    """A place of the page with what its editor needs there. `before` and `after` are the neighbouring places."""

    form: PlaceForm | None = None
    cautions: tuple = ()
    count: int = 1
    before: Place | None = None
    after: Place | None = None
    has_picture_of_its_own: bool = False
    may_have_picture: bool = False

    @property
    def key(self):
        return key((self.area, self.position))

    @property
    def name(self):
        return super().name if self.count > 1 else Area(self.area).label

    @property
    def label(self):
        """How a screen reader calls it: “Secondary 2 of 4: Ferry to run again”."""
        where = f"{self.name} of {self.count}" if self.count > 1 else self.name
        return f"{where}: {self.story.headline}" if self.story else f"{where}: empty"

    @property
    def is_by_rule(self):
        return bool(self.story) and self.placed is None


def seat(page, sheet, *, at):
    """Make the places of `page` seats, in place; all of them, in the order of the plan, are returned."""
    seats = []
    for area, places in page.areas.items():
        page.areas[area] = [_seat(place, sheet, len(places), at) for place in places]
        seats += page.areas[area]
    for before, after in pairwise(seats):
        before.after, after.before = after, before
    return seats


def _seat(place, sheet, count, at):
    spot = place.area, place.position
    return Seat(
        **{field.name: getattr(place, field.name) for field in fields(Place)},
        form=sheet.form_at(spot),
        cautions=tuple(cautions_of(place, sheet.plan, at=at)),
        count=count,
        has_picture_of_its_own=bool(place.placed and place.placed.picture),
        may_have_picture=place.area in sheet.plan.pictured,
    )
