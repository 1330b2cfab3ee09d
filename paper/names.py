"""Long lists that go by name: topics, series. They are shown a stretch at a time, from any name on."""

from dataclasses import dataclass

from django.db.models import Value
from django.db.models.functions import Lower

LENGTH, LONGEST = 120, 100


@dataclass(frozen=True)
class Names:
    """Some things of a list. `first` is the text from which on they are shown, `further` the name at which the next
    stretch begins; both may be empty.
    """

    things: list
    first: str
    further: str

    @classmethod
    def of(cls, things, first=""):
        """The things of the queryset `things`, which have a `name`, from `first` on, whether or not there is one."""
        first = first.replace("\x00", "").strip()[:LONGEST]
        things = things.order_by(Lower("name"), "pk")
        if first:
            things = things.alias(called=Lower("name")).filter(called__gte=Lower(Value(first)))
        found = list(things[: LENGTH + 1])
        further = found[LENGTH].name if len(found) > LENGTH else ""
        return cls(found[:LENGTH], first, further)
