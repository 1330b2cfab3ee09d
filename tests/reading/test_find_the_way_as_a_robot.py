from datetime import UTC, datetime

import pytest
from lxml import etree

from masthead.models import StandingPage

MAP = {"m": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture
def locations(client, settings):
    settings.SITE_URL = "https://paper.example"

    def locations(address):
        response = client.get(address)
        assert (response.status_code, response["Content-Type"]) == (200, "application/xml")
        return etree.fromstring(response.content).xpath("//m:loc/text()", namespaces=MAP)

    return locations


def test_the_map_leads_to_every_live_story_by_month(locations, make_story):
    make_story(headline="July", at=datetime(2022, 7, 3, tzinfo=UTC))
    make_story(headline="August", at=datetime(2022, 8, 3, tzinfo=UTC))
    make_story("unpublished", headline="Gone", at=datetime(2022, 9, 3, tzinfo=UTC))

    assert locations("/sitemap.xml") == [
        "https://paper.example/sitemap/pages.xml",
        "https://paper.example/sitemap/2022-08.xml",
        "https://paper.example/sitemap/2022-07.xml",
    ]
    assert locations("/sitemap/2022-07.xml") == ["https://paper.example/2022/07/july/"]


def test_the_map_of_all_that_is_no_story(locations, make_story, ann):
    make_story(topics=["Islands"])
    make_story("draft", headline="Secret", topics=["Secret merger"])
    StandingPage.objects.create(path="about/team", title="The team", is_published=True)
    StandingPage.objects.create(path="plans", title="Plans")

    assert set(locations("/sitemap/pages.xml")) == {
        "https://paper.example/",
        "https://paper.example/authors/",
        "https://paper.example/topics/",
        "https://paper.example/world/",
        "https://paper.example/authors/ann-weiss/",
        "https://paper.example/topics/islands/",
        "https://paper.example/about/team/",
    }


def test_a_month_without_live_stories_has_no_map(client, make_story):
    make_story("unpublished", at=datetime(2022, 9, 3, tzinfo=UTC))

    assert client.get("/sitemap/2022-09.xml").status_code == 404


def test_robots_are_told_where_the_map_is(client, db, settings):
    settings.SITE_URL = "https://paper.example"

    response = client.get("/robots.txt")

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == (
        "User-agent: *\nDisallow: /search/\nDisallow: /desk/\n\nSitemap: https://paper.example/sitemap.xml\n"
    )
