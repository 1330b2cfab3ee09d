"""A page costs what it costs, with one story and with many. The numbers are literal, so that a change is seen."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Series
from articles.models.byline import Role
from authors.models import AuthorLink
from masthead.models import ConnectLink, Masthead, StandingPage
from pictures.models import Picture
from sections.models import Section


@pytest.fixture
def courier(db):
    masthead = Masthead.objects.create(name="The Merrow Courier")
    for number in range(5):
        ConnectLink.objects.create(masthead=masthead, label=f"Link {number}", url="https://example.org/")
        StandingPage.objects.create(path=f"page-{number}", title=f"Page {number}", is_published=True)


@pytest.fixture
def make_picture(program):
    def make(number):
        digest = f"{number:064d}"
        size = {"width": 1600, "height": 1067}
        return Picture.objects.create(title=f"Picture {number}", digest=digest, uploaded_by=program, **size)

    return make


@pytest.fixture
def fill(courier, make_story, make_picture, program, world, ann, bo):
    """`fill(n)`: n stories in each of n sections, each as rich as a story can be."""

    def fill(count):
        ann.portrait, bo.portrait = make_picture(1), make_picture(2)
        ann.save()
        bo.save()
        AuthorLink.objects.create(author=ann, label="Site", url="https://example.org/")
        sections = [world] + [Section.objects.create(name=f"S{n}", slug=f"s{n}") for n in range(1, count)]
        sections += [Section.objects.create(name=f"C{n}", slug=f"c{n}", parent=world) for n in range(count)]
        tide = Series.objects.create(name="Tide", slug="tide")
        pictures = [make_picture(3 + number) for number in range(count)]
        figures = "".join(f'<figure data-picture="{picture.pk}"></figure>' for picture in pictures)
        for section in sections:
            for number in range(count):
                story = make_story(
                    section=section,
                    slug=f"story-{section.pk}-{number}",
                    kind="opinion" if number % 3 == 0 else "news",
                    credits=[(ann.pk, Role.WRITER), (bo.pk, Role.PHOTOGRAPHER)],
                    topics=["Islands", *(f"Topic {number}" for number in range(count))],
                    lead_picture=pictures[number],
                    body=f"<p>Ferry.</p>{figures}",
                )
                for note in range(count):
                    story.add_note("update", f"Note {note}", by=program)
        for month in range(1, count + 1):
            for number in range(count):
                make_story(
                    at=datetime(2022, month, 1, tzinfo=UTC),
                    slug=f"old-{number}",
                    series=tide,
                    credits=[(ann.pk, Role.WRITER), (bo.pk, Role.WRITER)],
                    lead_picture=pictures[0],
                )
        make_story(at=datetime(2022, 5, 1, tzinfo=UTC), slug="may")
        return story

    return fill


COSTS = {
    "/": 5,
    "/world/": 6,
    "/authors/ann-weiss/": 5,
    "/authors/": 3,
    "/topics/islands/": 4,
    "/topics/": 2,
    "/series/": 2,
    "/series/tide/": 4,
    "/archive/": 2,
    "/2022/": 3,
    "/2022/05/": 3,
    "/search/": 1,
    "/page-1/": 3,
    "/corrections/": 2,
    "/feed/": 6,
    "/feed/atom/": 6,
    "/feed/json/": 6,
    "/world/feed/": 7,
    "/authors/ann-weiss/feed/": 7,
    "/topics/islands/feed/": 7,
    "/corrections/feed/": 2,
    "/sitemap.xml": 3,
    "/sitemap/pages.xml": 3,
    "/sitemap/authors.xml": 1,
    "/sitemap/topics.xml": 1,
    "/news-sitemap.xml": 2,
    "/robots.txt": 0,
    "/nowhere/": 4,
}


@pytest.mark.parametrize("count", [1, 5])
def test_a_page_costs_as_much_with_one_as_with_many(client, fill, count):
    story = fill(count)

    costs = {address: _cost(client, address) for address in [*COSTS, story.get_absolute_url()]}

    assert costs == COSTS | {story.get_absolute_url(): 6}


def _cost(client, address):
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)
