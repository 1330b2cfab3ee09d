"""Beside each place of a front, the desk says which picture's rights end and what readers see instead."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from fronts.arrangement import Placed
from pictures.models import Picture
from tests.fronts.test_arrange_at_the_desk import PAPER, told
from tests.reading.page import Page

NOW = datetime(2026, 5, 3, 8, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def picture(program):
    def picture(title, until=None):
        digest = f"{Picture.objects.count():064d}"
        size = {"width": 1600, "height": 1067}
        texts = {"title": title, "alt": title}
        return Picture.objects.create(digest=digest, valid_until=until, uploaded_by=program, **size, **texts)

    return picture


@pytest.fixture
def story(make_story):
    return lambda headline, **words: make_story(headline=headline, at=NOW - HOUR, **words)


def said(client):
    return {(place, sentence) for place, kind, sentence in told(Page(client.get(PAPER))) if kind == "rights"}


def test_an_end_is_said_before_and_after_with_what_readers_see(sign_in, chief, front, curate, story, picture, clock):
    lead = story("Lead", lead_picture=picture("Pier", NOW + DAY))
    second = story("Second", lead_picture=picture("Quay"))
    large = story("Large", lead_picture=picture("Harbour", NOW + DAY))
    own = Placed("secondary", 1, second.pk, picture=picture("Slot", NOW + DAY).pk)
    curate(front, by=chief, lead=lead, secondary=[own], picture=large)
    desk = sign_in(chief)

    then = "end on 4 May, 08:00. It leaves the page by itself then."
    assert said(desk) == {
        ("Lead", f"The rights to its picture “Pier” {then}"),
        ("Secondary 1", f"The rights to its picture “Slot” {then}"),
        ("Picture", f"The rights to its picture “Harbour” {then}"),
    }
    clock.shift(DAY)
    ended = "ended on 4 May, 08:00."
    rule = "The rule fills this place. Choose another picture of its own, or another story."
    assert said(desk) == {
        ("Lead", f"The rights to its picture “Pier” {ended} Readers see none here. Choose one of its own."),
        ("Secondary 1", f"The rights to its picture “Slot” {ended} The story's own stands in its place."),
        ("Picture", f"The rights to its picture “Harbour” {ended} {rule}"),
    }


def test_nothing_is_said_of_an_end_far_off_or_where_no_picture_is_shown(sign_in, chief, front, curate, story, picture):
    lead = story("Lead", lead_picture=picture("Pier", NOW + 15 * DAY))
    river = story("River", lead_picture=picture("Quay", NOW + DAY))
    curate(front, by=chief, lead=lead, river=[river])

    assert said(sign_in(chief)) == set()
