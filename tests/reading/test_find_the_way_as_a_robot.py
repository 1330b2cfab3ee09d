"""Sitemaps, held against schemas written after the protocol's text (tests/data/sitemaps), and robots.txt."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from lxml import etree

from articles.models import Series
from authors.models import Author
from masthead.models import Masthead, StandingPage
from paper import sitemaps

SCHEMAS = Path(__file__).parent.parent / "data" / "sitemaps"
NAMES = {"m": "http://www.sitemaps.org/schemas/sitemap/0.9", "n": "http://www.google.com/schemas/sitemap-news/0.9"}
SITE = "https://paper.example"


@pytest.fixture
def found(client, settings):
    """`found("/sitemap.xml")`: the map there, valid."""
    settings.SITE_URL = SITE
    schemas = {
        "sitemapindex": etree.XMLSchema(etree.parse(SCHEMAS / "index.xsd")),
        "urlset": etree.XMLSchema(etree.parse(SCHEMAS / "sitemap.xsd")),
    }

    def found(address):
        response = client.get(address)
        assert (response.status_code, response["Content-Type"]) == (200, "application/xml")
        tree = etree.fromstring(response.content)
        schemas[etree.QName(tree).localname].assertValid(tree)
        return tree

    return found


@pytest.fixture
def locations(found):
    return lambda address: found(address).xpath("//m:loc/text()", namespaces=NAMES)


@pytest.fixture
def in_twos(monkeypatch):
    """A map holds two addresses."""
    monkeypatch.setattr(sitemaps, "MOST", 2)


def test_the_map_leads_to_every_live_story_by_month(found, locations, make_story, program):
    make_story(headline="July", at=datetime(2022, 7, 3, tzinfo=UTC))
    june = make_story(headline="Also July", at=datetime(2022, 7, 1, tzinfo=UTC))
    june.add_note("correction", "Mended.", by=program, at=datetime(2023, 1, 2, 3, 4, tzinfo=UTC))
    make_story(headline="August", at=datetime(2022, 8, 3, tzinfo=UTC))
    make_story("unpublished", headline="Gone", at=datetime(2022, 9, 3, tzinfo=UTC))
    make_story("scheduled", headline="To come")

    assert locations("/sitemap.xml") == [
        SITE + "/sitemap/pages.xml",
        SITE + "/sitemap/authors.xml",
        SITE + "/sitemap/topics.xml",
        SITE + "/sitemap/2022-08.xml",
        SITE + "/sitemap/2022-07.xml",
    ]
    changes = found("/sitemap.xml").xpath("//m:lastmod/text()", namespaces=NAMES)
    assert changes == ["2022-08-03T00:00:00+00:00", "2023-01-02T03:04:00+00:00"]
    assert locations("/sitemap/2022-07.xml") == [SITE + "/2022/07/july/", SITE + "/2022/07/also-july/"]
    changes = found("/sitemap/2022-07.xml").xpath("//m:lastmod/text()", namespaces=NAMES)
    assert changes == ["2022-07-03T00:00:00+00:00", "2023-01-02T03:04:00+00:00"]


def test_the_map_of_all_that_is_no_story(locations, make_story, ann):
    make_story(topics=["Islands"], series=Series.objects.create(name="Tide", slug="tide"))
    make_story("draft", headline="Secret", topics=["Secret merger"])
    make_story("draft", headline="Secret", series=Series.objects.create(name="Secret", slug="secret"))
    StandingPage.objects.create(path="about/team", title="The team", is_published=True)
    StandingPage.objects.create(path="people", title="People", purpose="staff", is_published=True)
    StandingPage.objects.create(path="plans", title="Plans")

    assert set(locations("/sitemap/pages.xml")) == {
        SITE + path
        for path in (
            *("/", "/authors/", "/topics/", "/series/", "/archive/", "/corrections/"),
            *("/world/", "/series/tide/", "/about/team/"),
        )
    }
    assert locations("/sitemap/authors.xml") == [SITE + "/authors/ann-weiss/"]
    assert locations("/sitemap/topics.xml") == [SITE + "/topics/islands/"]


def test_what_does_not_fit_into_one_map_stands_in_the_next(locations, make_story, in_twos):
    for number in range(5):
        make_story(headline=f"Story {number}", at=datetime(2022, 7, 9 - number, tzinfo=UTC))
        Author.objects.create(name=f"Author {number}", slug=f"author-{number}")
    make_story(headline="Alone", at=datetime(2022, 6, 1, tzinfo=UTC))

    maps = [address.removeprefix(SITE) for address in locations("/sitemap.xml")]

    of_july = [address for address in maps if "2022-07" in address]
    assert [address.partition("=")[0] for address in of_july] == ["/sitemap/2022-07.xml"] + 2 * [
        "/sitemap/2022-07.xml?after"
    ]
    shown = [locations(address) for address in of_july]
    assert [len(part) for part in shown] == [2, 2, 1]
    assert [address for part in shown for address in part] == [f"{SITE}/2022/07/story-{number}/" for number in range(5)]
    assert len([address for address in maps if "2022-06" in address]) == 1
    authors = [address for address in maps if "authors" in address]
    assert [found for address in authors for found in locations(address)] == [
        f"{SITE}/authors/author-{number}/" for number in range(5)
    ]


def test_news_is_what_came_out_within_two_days(found, make_story):
    Masthead.objects.create(name="The Courier")
    now = timezone.now()
    make_story(headline="Bell \x07 & <more>", slug="bell", at=now - timedelta(hours=1))
    make_story(headline="渡輪", slug="ferry", language="zh-Hant", at=now - timedelta(hours=2))
    make_story(headline="A view", kind="opinion", at=now - timedelta(hours=47))
    make_story(headline="A loan", kind="sponsored", at=now - timedelta(hours=3))
    make_story(headline="Old", at=now - timedelta(hours=49))
    make_story("scheduled", headline="To come")

    news = found("/news-sitemap.xml")

    assert news.xpath("//n:title/text()", namespaces=NAMES) == ["Bell  & <more>", "渡輪", "Opinion: A view"]
    assert news.xpath("//n:language/text()", namespaces=NAMES) == ["en", "zh-tw", "en"]
    assert set(news.xpath("//n:name/text()", namespaces=NAMES)) == {"The Courier"}
    assert news.xpath("//m:loc/text()", namespaces=NAMES)[0].endswith("/bell/")


def test_a_paper_without_stories_has_maps_too(found, db):
    for address in ("/sitemap.xml", "/sitemap/pages.xml", "/sitemap/authors.xml", "/news-sitemap.xml"):
        found(address)


def test_a_month_without_live_stories_has_no_map(client, make_story):
    make_story("unpublished", at=datetime(2022, 9, 3, tzinfo=UTC))

    assert client.get("/sitemap/2022-09.xml").status_code == 404


@pytest.mark.parametrize("after", ["x", "-1", "1.5", "9" * 30, "٣", ""])
def test_a_broken_place_in_a_map_is_not_found(client, make_story, after):
    make_story(at=datetime(2022, 7, 3, tzinfo=UTC))

    assert client.get("/sitemap/2022-07.xml", {"after": after}).status_code == 404


def test_robots_are_told_where_the_maps_are(client, db, settings):
    settings.SITE_URL = SITE

    response = client.get("/robots.txt")

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == (
        "User-agent: *\nDisallow: /search/\nDisallow: /desk/\n\n"
        "Sitemap: https://paper.example/sitemap.xml\nSitemap: https://paper.example/news-sitemap.xml\n"
    )


def test_the_key_of_indexnow_is_there_once_there_is_one(client, db, settings):
    assert client.get("/0123456789abcdef.txt", follow=True).status_code == 404
    settings.INDEXNOW_KEY = "0123456789abcdef"

    response = client.get("/0123456789abcdef.txt")

    assert (response.content, response["Content-Type"]) == (b"0123456789abcdef", "text/plain; charset=utf-8")
    assert client.get("/0123456789abcdee.txt", follow=True).status_code == 404
