"""Filters and orders, all of them in the address."""

from datetime import UTC, datetime

import pytest

from articles.models.byline import Role
from sections.models import Section


@pytest.fixture
def stories(make_story, world, sport, ann, bo):
    europe = Section.objects.create(name="Europe", slug="europe", parent=world)
    by_ann, by_bo = [(ann.pk, Role.WRITER)], [(bo.pk, Role.PHOTOGRAPHER), (bo.pk, Role.WRITER)]
    make_story(headline="Ferry one", credits=by_ann, at=datetime(2023, 5, 3, 12, tzinfo=UTC))
    make_story(headline="Ferry two", section=europe, credits=by_bo, at=datetime(2024, 5, 3, 0, tzinfo=UTC))
    make_story(headline="Ferry three", section=sport, kind="opinion", at=datetime(2024, 5, 3, 23, 59, tzinfo=UTC))
    make_story("draft", headline="Ferry four")


@pytest.mark.parametrize(
    ("address", "found"),
    {
        "": ["Ferry three", "Ferry two", "Ferry one"],
        "&section=world": ["Ferry two", "Ferry one"],
        "&section=europe": ["Ferry two"],
        "&kind=opinion": ["Ferry three"],
        "&author=bo-lind": ["Ferry two"],
        "&author=ANN WEISS": ["Ferry one"],
        "&from=2024-05-03": ["Ferry three", "Ferry two"],
        "&to=2024-05-02": ["Ferry one"],
        "&from=2024-05-03&to=2024-05-03": ["Ferry three", "Ferry two"],
        "&section=world&author=ann-weiss&kind=news&to=2023-12-31&order=best": ["Ferry one"],
        "&section=sport&author=ann-weiss": [],
    }.items(),
)
def test_what_is_left(read, stories, address, found):
    assert read(f"/search/?q=ferry{address}").all(".search-result h2") == found


def test_each_filter_can_be_taken_away(read, stories):
    page = read("/search/?q=ferry&section=world&author=bo-lind&from=2024-01-01")

    assert page.all(".search-chips a") == ["World remove", "Bo Lind remove", "from 1 January 2024 remove"]
    assert page.attribute(".search-chips a", "href") == [
        "/search/?q=ferry&author=bo-lind&from=2024-01-01",
        "/search/?q=ferry&section=world&from=2024-01-01",
        "/search/?q=ferry&section=world&author=bo-lind",
    ]


@pytest.mark.parametrize(
    ("address", "said"),
    {
        "&section=nowhere": "There is no section called “nowhere”. Choose one from the list.",
        "&kind=rumour": "There is no kind of piece called “rumour”. Choose one from the list.",
        "&author=Nobody": "No author is called “Nobody”. Write the whole name, as it stands on a story.",
        "&from=yesterday": "“yesterday” is no date. Write it as 2026-05-03.",
        "&to=2024-02-30": "“2024-02-30” is no date. Write it as 2026-05-03.",
        "&from=2024-05-03&to=2023-05-03": "The last day is before the first. Look at both.",
        "&order=loudest": "Stories cannot be put in the order “loudest”. Here they are, newest first.",
    }.items(),
)
def test_a_value_that_makes_no_sense_is_told_and_left_out(read, stories, address, said):
    page = read(f"/search/?q=ferry{address}")

    assert page.all(".search-trouble") == [said]
    assert len(page.all(".search-result h2")) == 3


def test_the_year_one_and_the_last_day_there_is_have_an_answer(read, stories):
    assert len(read("/search/?q=ferry&from=0001-01-01&to=9999-12-31").all(".search-result h2")) == 3


def test_the_best_first_is_what_has_the_words_in_its_headline(read, make_story):
    make_story(headline="Harbour reopens", at=datetime(2024, 5, 1, tzinfo=UTC))
    make_story(headline="Weather", body="<p>Rain over the harbour.</p>", at=datetime(2024, 5, 2, tzinfo=UTC))

    assert read("/search/?q=harbour").all(".search-result h2") == ["Weather", "Harbour reopens"]
    assert read("/search/?q=harbour&order=best").all(".search-result h2") == ["Harbour reopens", "Weather"]


@pytest.mark.parametrize("order", ["newest", "best"])
def test_reading_on_shows_every_story_once(read, make_story, order):
    for number in range(45):
        make_story(headline=f"Ferry {number}", body="<p>ferry </p>" * (number % 7))

    address, seen = f"/search/?q=ferry&order={order}", []
    while address:
        page = read(address)
        seen += page.all(".search-result h2")
        (address,) = page.tree.xpath("//a[@rel='next']/@href") or [""]

    assert len(seen) == 45
    assert set(seen) == {f"Ferry {number}" for number in range(45)}


def test_a_mark_that_is_none_leads_nowhere(read, stories):
    read("/search/?q=ferry&before=x", status=404)
