"""At the end of a story: what is related, and what comes before and after it in its series."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Series
from articles.models.byline import Role
from pictures.models import Picture
from sections.models import Section

MORNING = datetime(2022, 7, 3, 6, 20, tzinfo=UTC)
ADDRESS = "/2022/07/ferry-to-run-again/"


@pytest.fixture
def tide(db):
    return Series.objects.create(name="The long tide", slug="the-long-tide")


@pytest.fixture
def make_parts(make_story, tide):
    """`make_parts(4)`: live parts of the series, an hour after each other; the first at MORNING."""

    def make(count, **words):
        return [
            make_story(headline=f"Tide {n}", at=MORNING + timedelta(hours=n), series=tide, slug=f"tide-{n}", **words)
            for n in range(1, count + 1)
        ]

    return make


def test_most_topics_in_common_come_first_then_the_section(read, make_story, sport):
    make_story(at=MORNING, topics=["Ferries", "Islands", "Strikes"])
    make_story(headline="None, another section", section=sport)
    make_story(headline="None, this section")
    make_story(headline="One, newer", topics=["Ferries"], section=sport)
    make_story(headline="One, older", topics=["Islands", "Rowing"], section=sport, at=MORNING - timedelta(days=1))
    make_story(headline="Three", topics=["Ferries", "Islands", "Strikes"], at=MORNING - timedelta(days=9))
    make_story(headline="Two", topics=["Strikes", "Islands"], section=sport)

    page = read(ADDRESS)

    assert page.all(".related h3") == ["Three", "Two", "One, newer", "One, older", "None, this section"]
    assert page.one(".related-section") == "More from World"
    assert page.attribute(".related-section a", "href") == ["/world/"]


def test_the_newest_come_first_and_no_more_than_six(read, make_story):
    make_story(at=MORNING, topics=["Ferries"])
    for n in range(9):
        make_story(headline=f"Story {n}", topics=["Ferries"], at=MORNING + timedelta(hours=n))

    assert read(ADDRESS).all(".related h3") == [f"Story {n}" for n in (8, 7, 6, 5, 4, 3)]


def test_only_what_readers_may_see_is_related(read, make_story):
    make_story(at=MORNING, topics=["Ferries"])
    for state in ("draft", "review", "scheduled", "unpublished"):
        make_story(state, headline=f"Hidden {state}", topics=["Ferries"])
    make_story("updating", headline="Known", topics=["Ferries"])

    assert read(ADDRESS).all(".related h3") == ["Known"]


def test_a_story_alone_in_its_paper_ends_calmly(read, make_story):
    make_story(at=MORNING, topics=["Ferries"])

    assert read(ADDRESS).elements(".related") == []


def test_related_opinion_says_that_it_is_opinion(read, make_story):
    make_story(at=MORNING)
    make_story(headline="A view", kind="opinion")

    assert read(ADDRESS).all(".related .kind") == ["Opinion"]


def test_pictures_stand_in_the_first_row_when_each_has_one_of_its_own(read, make_story, program):
    pictures = [
        Picture.objects.create(
            title=f"P{n}", digest=f"{n:064d}", width=900, height=600, uploaded_by=program, credit=credit
        )
        for n, credit in enumerate(["Ann", "Bo", "", "Cy"])
    ]
    make_story(at=MORNING, lead_picture=pictures[3])
    for n, picture in enumerate(pictures[:3]):
        make_story(headline=f"Story {n}", lead_picture=picture, at=MORNING + timedelta(hours=n + 1))

    assert read(ADDRESS).all(".related figcaption") == ["Image Credit: unknown", "Bo", "Ann"]

    make_story(headline="No picture", at=MORNING + timedelta(hours=9))
    assert read(ADDRESS).all(".related figcaption") == []


def test_a_part_says_which_and_leads_on(read, make_parts):
    make_parts(4)

    page = read("/2022/07/tide-2/")

    assert page.one(".series-box") == "Part 2 of The long tide"
    assert page.attribute(".series-box a", "href") == ["/series/the-long-tide/"]
    assert page.all(".series ol li") == ["Tide 1", "Tide 2", "Tide 3", "Tide 4"]
    assert page.one(".series ol span") == "Tide 2"
    assert page.attribute(".series-steps a", "href") == ["/2022/07/tide-1/", "/2022/07/tide-3/"]
    assert page.attribute(".series-steps a", "rel") == ["prev", "next"]


def test_what_the_series_shows_is_not_related_too(read, make_parts, make_story):
    make_parts(3, topics=["Sea"])
    make_story(headline="Elsewhere", topics=["Sea"])

    assert read("/2022/07/tide-2/").all(".related h3") == ["Elsewhere"]


def test_only_live_parts_count(read, make_parts, make_story, tide):
    make_parts(2)
    for state in ("draft", "scheduled", "unpublished"):
        make_story(state, headline=f"Hidden {state}", series=tide)

    page = read("/2022/07/tide-2/")

    assert page.all(".series ol li") == ["Tide 1", "Tide 2"]
    assert page.attribute(".series-steps a", "rel") == ["prev"]


def test_the_only_part_names_its_series_and_leads_nowhere(read, make_parts):
    make_parts(1)

    page = read("/2022/07/tide-1/")

    assert page.one(".series-box") == "Part 1 of The long tide"
    assert page.elements(".series") == []


def test_a_long_series_is_not_listed_but_led_through(read, make_parts, monkeypatch):
    monkeypatch.setattr("paper.series_place.REACH", 3)
    monkeypatch.setattr("paper.series_place.SHORT", 3)
    make_parts(6)

    page = read("/2022/07/tide-5/")

    assert page.one(".series-box") == "A part of The long tide"
    assert page.elements(".series ol") == []
    assert page.all(".series-steps li") == ["Previous part Tide 4", "Next part Tide 6"]
    assert read("/2022/07/tide-3/").one(".series-box") == "Part 3 of The long tide"


def test_two_parts_of_one_moment_have_an_order(read, make_story, tide):
    first, second = (make_story(headline=f"Tide {n}", at=MORNING, series=tide, slug=f"tide-{n}") for n in (1, 2))

    assert first.pk < second.pk
    assert read("/2022/07/tide-1/").attribute(".series-steps a", "rel") == ["next"]
    assert read("/2022/07/tide-2/").attribute(".series-steps a", "rel") == ["prev"]


@pytest.mark.parametrize("count", [2, 30])
def test_the_richest_story_costs_six_queries(client, make_parts, ann, bo, program, count):
    picture = Picture.objects.create(title="P", digest="0" * 64, width=900, height=600, uploaded_by=program)
    body = f'<figure data-picture="{picture.pk}"></figure><figure data-embed="vimeo:1"></figure>'
    Section.objects.create(name="Rowing", slug="rowing")
    parts = make_parts(
        count,
        topics=["Sea", "Ferries"],
        credits=[(ann.pk, Role.WRITER), (bo.pk, Role.REVIEWER)],
        lead_picture=picture,
        body=body,
    )
    for n in range(count):
        parts[1].add_note("correction", f"Note {n}", by=program)

    with CaptureQueriesContext(connection) as queries:
        client.get("/2022/07/tide-2/")

    assert len(queries) == 6
    assert Article.objects.count() == count
