"""A page costs what it costs, with one story and with many. The numbers are literal, so that a change is seen."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import settling
from articles.models import Article, Series, Topic
from articles.models.byline import Role
from authors.models import AuthorLink
from fronts.arrangement import Arrangement, Placed
from fronts.models import Banner, Front
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
                    series=tide,
                    body=f"<p>Ferry.</p>{figures}",
                )
                for note in range(count):
                    story.add_note("correction", f"Note {note}", by=program)
        for month in range(1, count + 1):
            for number in range(count):
                make_story(
                    at=datetime(2022, month, 1, tzinfo=UTC),
                    slug=f"old-{number}",
                    series=tide,
                    credits=[(ann.pk, Role.WRITER), (bo.pk, Role.WRITER)],
                    lead_picture=pictures[0],
                )
        for slug in ("may", "also-may"):
            make_story(at=datetime(2022, 5, 1, tzinfo=UTC), slug=slug, credits=[(ann.pk, Role.WRITER)])
        return story

    return fill


FAR = "9999999999999999-1"  # a mark before which every story stands, as one deep in a list does
FEEDS = [
    "/feed/",
    "/world/feed/",
    "/authors/ann-weiss/feed/",
    "/topics/islands/feed/",
    "/series/tide/feed/",
    "/corrections/feed/",
]
FILTERS = "section=world&author=ann-weiss&kind=news&from=2020-01-01&to=2999-12-31"
COSTS = {
    "/": 4,
    "/world/": 5,
    f"/world/?before={FAR}": 4,
    "/c0/": 5,
    f"/c0/?before={FAR}": 4,
    "/authors/ann-weiss/": 5,
    f"/authors/ann-weiss/?before={FAR}": 5,
    "/authors/": 3,
    "/authors/?after=ann-weiss": 3,
    "/topics/islands/": 4,
    f"/topics/islands/?before={FAR}": 4,
    "/topics/": 2,
    "/topics/?from=islands": 2,
    "/series/": 2,
    "/series/?from=t": 2,
    "/series/tide/": 4,
    "/series/tide/?after=0-1": 4,
    "/archive/": 2,
    "/2022/": 3,
    "/2022/05/": 3,
    f"/2022/05/?before={FAR}": 3,
    "/search/": 1,
    "/search/?q=ferry": 5,
    f"/search/?q=ferry&before={FAR}": 5,
    "/search/?q=ferry&order=best": 5,
    '/search/?q="ferry runs" -storm': 5,
    f"/search/?q=ferry&{FILTERS}": 6,
    f"/search/?q=ferry&{FILTERS}&order=best": 6,
    "/search/?q=fery": 8,
    f"/search/?q=fery&{FILTERS}": 5,
    "/search/?q=submarine": 4,
    "/search/?q=the": 2,
    "/search/suggestions/?q=fe": 3,
    "/search/suggestions/?q=isl": 2,
    "/page-1/": 3,
    "/corrections/": 2,
    f"/corrections/?before={FAR}": 2,
    **{
        feed + form: cost
        for feed, cost in zip(FEEDS, [6, 7, 7, 7, 7, 2], strict=True)
        for form in ("", "atom/", "json/")
    },
    "/sitemap.xml": 3,
    "/sitemap/pages.xml": 3,
    "/sitemap/authors.xml": 1,
    "/sitemap/topics.xml": 1,
    "/sitemap/2022-05.xml": 1,
    "/news-sitemap.xml": 2,
    "/robots.txt": 0,
    "/nowhere/": 4,
}


@pytest.mark.parametrize("count", [1, 5])
def test_a_page_costs_as_much_with_one_as_with_many(client, fill, count):
    story = fill(count)

    costs = {address: _cost(client, address) for address in [*COSTS, story.get_absolute_url()]}

    assert costs == COSTS | {story.get_absolute_url(): 6}


def test_a_page_costs_no_more_once_the_rights_to_every_picture_have_ended(client, fill):
    story = fill(3)
    Picture.objects.update(valid_until=story.published_at)

    costs = {address: _cost(client, address) for address in [*COSTS, story.get_absolute_url()]}

    assert costs == COSTS | {story.get_absolute_url(): 6}


@pytest.mark.parametrize("count", [1, 5])
def test_a_front_that_an_editor_arranged_costs_the_same(client, fill, program, world, count):
    story = fill(count)
    topic = Topic.objects.get(name="Islands")
    opinion = Article.objects.live().of_kind("opinion").other_than(story).newest_first()[0]
    others = list(Article.objects.live().of_kind("news").newest_first()[: count + 2])
    for section in (None, world):
        front = Front.of(section)
        placed = [Placed("lead", 1, story.pk, headline="Ours", picture=story.lead_picture_id)]
        placed += [Placed("secondary", place, other.pk) for place, other in enumerate(others[: min(count, 3)], 1)]
        placed.append(Placed("opinion", 1, opinion.pk))
        arrangement = Arrangement(tuple(placed), None if section else topic)
        front.publish(front.save_version(arrangement, by=program, began_from=front.newest), by=program)
    Banner.put_up("Storm", by=program, article=story)

    assert {address: _cost(client, address) for address in ("/", "/world/")} == {"/": 5, "/world/": 6}


def test_what_is_due_is_looked_at_once_in_half_a_minute(client, fill):
    story = fill(1)
    costs = []
    for seconds in (0, 29, 31):
        with time_machine.travel(timezone.now() + timedelta(minutes=5, seconds=seconds), tick=False):
            if not seconds:
                settling.look()
            with CaptureQueriesContext(connection) as queries:
                client.get(story.get_absolute_url())
            costs.append(len(queries))

    assert costs == [6, 6, 7]


def _cost(client, address):
    settling.settle_due()  # so that the one look of every half minute is in no page's count
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)
