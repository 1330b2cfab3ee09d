from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from lxml import etree

from articles.models.byline import Role
from masthead.models import Masthead

NAMES = {"dc": "http://purl.org/dc/elements/1.1/", "atom": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def feed(client, settings):
    settings.SITE_URL = "https://paper.example"

    def feed(address, status=200):
        response = client.get(address)
        assert response.status_code == status
        if status == 200:
            assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
            return etree.fromstring(response.content)
        return None

    return feed


def test_a_story_in_the_paper_s_feed(feed, make_story, ann, bo):
    Masthead.objects.create(name="The Merrow Courier", description="News from the quay.")
    make_story(
        at=datetime(2022, 7, 3, 6, 20, tzinfo=UTC),
        credits=[(ann.pk, Role.WRITER), (bo.pk, Role.PHOTOGRAPHER)],
        topics=["Islands"],
        standfirst="At five.",
    )

    channel = feed("/feed/").find("channel")
    item = channel.find("item")
    address = "https://paper.example/2022/07/ferry-to-run-again/"

    assert channel.findtext("title") == "The Merrow Courier"
    assert channel.findtext("description") == "News from the quay."
    assert channel.findtext("link") == "https://paper.example/"
    assert channel.findtext("language") == "en-gb"
    assert channel.find("atom:link", NAMES).attrib == {"href": "https://paper.example/feed/", "rel": "self"}
    assert item.findtext("title") == "Ferry to run again"
    assert item.findtext("description") == "At five."
    assert item.findtext("link") == item.findtext("guid") == address
    assert item.find("guid").get("isPermaLink") == "true"
    assert item.findtext("pubDate") == "Sun, 03 Jul 2022 06:20:00 +0000"
    assert item.findtext("dc:creator", namespaces=NAMES) == "Ann Weiss"
    assert [category.text for category in item.findall("category")] == ["World", "Islands"]


@pytest.mark.parametrize(
    ("address", "title", "selves"),
    [
        ("/world/feed/", "World – The Newsroom", "https://paper.example/world/feed/"),
        ("/authors/ann-weiss/feed/", "Ann Weiss – The Newsroom", "https://paper.example/authors/ann-weiss/feed/"),
        ("/topics/islands/feed/", "Islands – The Newsroom", "https://paper.example/topics/islands/feed/"),
    ],
)
def test_everything_with_a_list_has_a_feed_of_it(feed, make_story, sport, ann, bo, address, title, selves):
    make_story(headline="In it", credits=[(ann.pk, Role.WRITER)], topics=["Islands"])
    make_story(headline="Not in it", section=sport, credits=[(bo.pk, Role.WRITER)], topics=["Rowing"])

    channel = feed(address).find("channel")

    assert channel.findtext("title") == title
    assert [item.findtext("title") for item in channel.findall("item")] == ["In it"]
    assert channel.find("atom:link", NAMES).get("href") == selves


def test_the_newest_thirty_newest_first(feed, make_story):
    for hours in range(33):
        make_story(headline=f"{hours}", at=timezone.now() - timedelta(hours=hours + 1))

    titles = [item.findtext("title") for item in feed("/feed/").iter("item")]

    assert titles == [str(hours) for hours in range(30)]


def test_paid_and_opinion_pieces_are_labelled(feed, make_story):
    make_story(headline="A loan", kind="sponsored", at=timezone.now() - timedelta(hours=2))
    make_story(headline="A view", kind="opinion", at=timezone.now() - timedelta(hours=1))

    assert [item.findtext("title") for item in feed("/feed/").iter("item")] == ["Opinion: A view", "Sponsored: A loan"]


def test_what_xml_cannot_write_does_not_take_the_feed_away(feed, make_story):
    make_story(headline="Bell \x07 and \ufffe", standfirst="a\x0bb")

    (item,) = feed("/feed/").iter("item")

    assert item.findtext("title") == "Bell  and "
    assert item.findtext("description") == "ab"


@pytest.mark.parametrize("address", ["/nowhere/feed/", "/authors/nobody/feed/", "/topics/nothing/feed/"])
def test_a_feed_of_nothing_is_not_found(feed, db, address):
    feed(address, status=404)


def test_an_empty_paper_has_an_empty_feed(feed, db):
    assert list(feed("/feed/").iter("item")) == []
