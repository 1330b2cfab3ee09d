from typing import NamedTuple

from django.db.models import Value

from paper.related import Related
from paper.series_place import SeriesPlace


class ReadingOn(NamedTuple):
    """Where a story leads: its place in its series, None for a story of no series, and what is related to it."""

    place: SeriesPlace | None
    related: Related

    @classmethod
    def of(cls, story):
        """In one query, however long the series is and however many stories are related."""
        selections = Related.selections(story) | SeriesPlace.selections(story)
        first, *others = (
            stories.annotate(found_as=Value(name)).with_card()[:count] for name, (stories, count) in selections.items()
        )
        found = {name: [] for name in selections}
        for near in first.union(*others, all=True) if others else first:
            found[near.found_as].append(near)
        place = SeriesPlace.among(story, found)
        return cls(place, Related.among(story, found, place))
