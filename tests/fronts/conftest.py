from datetime import timedelta

import pytest
from django.utils import timezone

from fronts.arrangement import Arrangement, Placed
from fronts.models import Front
from tests.reading.conftest import read

__all__ = ["read"]


@pytest.fixture
def stories(make_story):
    """Twelve live stories, “Story 1” the newest."""
    now = timezone.now()
    return [make_story(headline=f"Story {n}", slug=f"story-{n}", at=now - timedelta(hours=n)) for n in range(1, 13)]


@pytest.fixture
def front(db):
    return Front.of(None)


@pytest.fixture
def arrange():
    """`arrange(front, by=chief, lead=story, secondary=[a, None, b])`: a saved version; None leaves it to the rule."""

    def arrange(front, *, by, topic=None, note="", **areas):
        placed = []
        for area, stories in areas.items():
            for position, story in enumerate(stories if isinstance(stories, list) else [stories], 1):
                if isinstance(story, Placed):
                    placed.append(story)
                elif story:
                    placed.append(Placed(area, position, story.pk))
        return front.save_version(Arrangement(tuple(placed), topic), by=by, began_from=front.newest, note=note)

    return arrange


@pytest.fixture
def curate(arrange):
    """The same, and live at once."""

    def curate(front, *, by, at=None, **areas):
        version = arrange(front, by=by, **areas)
        front.publish(version, by=by, at=at)
        return version

    return curate
