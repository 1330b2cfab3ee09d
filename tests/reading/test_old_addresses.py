import re
from datetime import UTC, datetime

import pytest

from addresses.models import FormerAddress
from articles.models import Topic
from masthead.models import StandingPage

JULY = datetime(2022, 7, 3, tzinfo=UTC)


@pytest.fixture
def ask(client):
    """Status and destination."""

    def ask(address):
        response = client.get(address)
        return response.status_code, response.headers.get("Location")

    return ask


def test_a_story_whose_slug_changed_is_found_at_the_old_address(ask, make_story, program):
    story = make_story(at=JULY)
    story.file(by=program, section=story.section, slug="boats")

    assert ask("/2022/07/ferry-to-run-again/") == (301, "/2022/07/boats/")
    assert ask("/2022/07/ferry-to-run-again") == (301, "/2022/07/boats/")
    assert ask("/2022/07/ferry-to-run-again/?from=letter") == (301, "/2022/07/boats/?from=letter")


def test_an_address_of_the_site_before_this_one(ask, make_story):
    FormerAddress.remember("/archive/2009/Ferry.html", make_story(at=JULY))

    assert ask("/archive/2009/Ferry.html") == (301, "/2022/07/ferry-to-run-again/")


@pytest.mark.parametrize("state", ["draft", "review", "scheduled"])
def test_a_story_that_readers_never_saw_is_not_betrayed_by_an_old_address(client, make_story, state):
    FormerAddress.remember("/old/", make_story(state, slug="secret-merger"))

    old, nowhere = client.get("/old/"), client.get("/new/")

    assert (old.status_code, old.content, old.headers) == (404, nowhere.content, nowhere.headers)


def test_a_story_that_is_gone_is_found_to_be_gone(ask, make_story):
    FormerAddress.remember("/old/", make_story("unpublished", at=JULY))

    assert ask("/old/") == (301, "/2022/07/ferry-to-run-again/")
    assert ask("/2022/07/ferry-to-run-again/") == (410, None)


def test_a_section_and_its_feed(ask, world):
    FormerAddress.remember("/abroad/", world)

    assert ask("/abroad/") == (301, "/world/")
    assert ask("/abroad/feed/") == (301, "/world/feed/")


def test_an_author(ask, ann):
    FormerAddress.remember("/authors/ann-maier/", ann)

    assert ask("/authors/ann-maier/") == (301, "/authors/ann-weiss/")


def test_a_topic_only_where_readers_know_it(ask, make_story):
    make_story(topics=["Islands"])
    make_story("draft", topics=["Secret merger"])
    for topic in Topic.objects.all():
        FormerAddress.remember(f"/topics/old-{topic.slug}/", topic)

    assert ask("/topics/old-islands/") == (301, "/topics/islands/")
    assert ask("/topics/old-secret-merger/") == (404, None)


def test_a_standing_page_only_while_it_is_published(ask, db):
    page = StandingPage.objects.create(path="about", title="About", is_published=True)
    FormerAddress.remember("/who/", page)

    assert ask("/who/") == (301, "/about/")

    page.is_published = False
    page.save()

    assert ask("/who/") == (404, None)


def test_what_was_deleted_leads_nowhere(ask, ann):
    FormerAddress.remember("/old/", ann)
    ann.delete()

    assert ask("/old/") == (404, None)


def test_what_stands_at_an_address_comes_before_what_once_stood_there(ask, world, sport):
    FormerAddress.remember("/world/", sport)

    assert ask("/world/") == (200, None)


@pytest.mark.parametrize(
    ("typed", "usual"),
    [
        ("/World/", "/world/"),
        ("/world", "/world/"),
        ("/WORLD", "/world/"),
        ("/world//", "/world/"),
        ("/world/FEED/", "/world/feed/"),
        ("/2022/07/Ferry-To-Run-Again", "/2022/07/ferry-to-run-again/"),
        ("/Cafe\u0301/", "/caf%C3%A9/"),
    ],
)
def test_one_thing_has_one_address(ask, make_story, typed, usual):
    make_story(at=JULY)

    assert ask(typed) == (301, usual)


@pytest.mark.parametrize("address", ["/nowhere/", "/wp-login.php/", "/a/b/c/", "/%00/", "/2022/07/"])
def test_nothing_is_a_page_that_says_so(read, db, address):
    assert read(address, status=404).one("h1") == "There is nothing at this address"


@pytest.mark.parametrize(
    "address", ["//evil.example/X", "///evil.example", "/\\evil.example/X", "/%5C%5Cevil.example/X/"]
)
def test_no_address_leads_away_from_the_site(client, db, address):
    response = client.generic("GET", "/", PATH_INFO=address)

    assert response.status_code == 301
    assert re.match(r"/[a-z%]", response["Location"])
