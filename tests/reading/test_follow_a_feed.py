"""Feeds as feed readers read them: with feedparser, without a complaint, and the same in every format."""

from datetime import UTC, datetime, timedelta

import feedparser
import pytest
from django.utils import timezone
from lxml import etree

from articles.copy import Copy
from articles.models import Series
from articles.models.byline import Role
from masthead.models import Masthead
from pictures.models import Picture

SITE = "https://paper.example"
ADDRESS = SITE + "/2022/07/ferry-to-run-again/"
MORNING = datetime(2022, 7, 3, 6, 20, tzinfo=UTC)
NOON = datetime(2022, 7, 3, 12, tzinfo=UTC)
TYPES = {"": "application/rss+xml", "atom/": "application/atom+xml", "json/": "application/feed+json"}
PLACES = ["/feed/", "/world/feed/", "/authors/ann-weiss/feed/", "/topics/islands/feed/", "/series/the-long-tide/feed/"]
EVERYWHERE = [place + tail for place in [*PLACES, "/corrections/feed/"] for tail in TYPES]


@pytest.fixture(autouse=True)
def _site(settings):
    settings.SITE_URL = SITE


@pytest.fixture
def feed(client):
    """`feed("/feed/atom/")`: what feedparser, or a reader of JSON Feed, makes of it."""

    def feed(address, status=200):
        response = client.get(address)
        assert response.status_code == status, address
        if status != 200:
            return None
        tail = next(tail for tail in reversed(TYPES) if address.endswith("feed/" + tail))
        assert response["Content-Type"] == f"{TYPES[tail]}; charset=utf-8"
        if tail == "json/":
            return response.json()
        found = feedparser.parse(response.content, sanitize_html=False, resolve_relative_uris=False)
        assert not found.bozo, found.get("bozo_exception")
        assert found.version == {"": "rss20", "atom/": "atom10"}[tail]
        return found

    return feed


@pytest.fixture
def pier(program):
    texts = {"title": "Pier", "alt": "A pier", "caption": "The pier", "credit": "Bo Lind"}
    return Picture.objects.create(digest="a" * 64, key="a" * 16, width=1600, height=1067, uploaded_by=program, **texts)


@pytest.fixture
def rich(make_story, ann, bo, pier, program):
    """One story with all that a story can have, which was put right at noon."""
    Masthead.objects.create(name="The Merrow Courier", description="News from the quay.")
    body = (
        "<p>It <a href='/about/'>runs</a> <em>again</em> &amp; again, ]]&gt; so.</p><h2>Who is aboard</h2>"
        f"<figure data-picture='{pier.pk}'><figcaption>At five</figcaption></figure>"
        "<p><img src='https://elsewhere.example/a.jpg' alt='A buoy'></p>"
        "<table><tbody><tr><td colspan='2'>One</td></tr></tbody></table>"
    )
    story = make_story(
        at=MORNING,
        credits=[(ann.pk, Role.WRITER), (bo.pk, Role.WRITER), (bo.pk, Role.PHOTOGRAPHER)],
        topics=["Islands"],
        series=Series.objects.create(name="The long tide", slug="the-long-tide"),
        standfirst="At five.",
        body=body,
        lead_picture=pier,
    )
    story.add_note("update", "The timetable was added.", by=program, at=NOON - timedelta(hours=1))
    story.add_note("correction", "The boat leaves at six.", by=program, at=NOON)
    return story


def test_a_story_is_the_same_in_every_format(feed, rich):
    rss, atom, json = (feed("/feed/" + tail) for tail in TYPES)
    in_rss, in_atom, in_json = rss.entries[0], atom.entries[0], json["items"][0]
    key = f"tag:paper.example,2022-07-03:story/{rich.pk}"
    image = f"{SITE}/pictures/{'a' * 16}/16x9-1200-at-50-50.jpg"
    writers = [("Ann Weiss", f"{SITE}/authors/ann-weiss/"), ("Bo Lind", f"{SITE}/authors/bo-lind/")]

    assert rss.feed.title == atom.feed.title == json["title"] == "The Merrow Courier"
    assert rss.feed.subtitle == atom.feed.subtitle == json["description"] == "News from the quay."
    assert rss.feed.link == atom.feed.link == json["home_page_url"] == f"{SITE}/"
    assert rss.feed.language == atom.feed.language == json["language"] == "en-gb"
    assert rss.feed.updated_parsed[:5] == atom.feed.updated_parsed[:5] == (2022, 7, 3, 12, 0)
    assert atom.feed.id == f"{SITE}/feed/atom/"
    assert in_rss.id == in_atom.id == in_json["id"] == key
    assert in_rss.guidislink is False
    assert in_rss.link == in_atom.link == in_json["url"] == ADDRESS
    assert in_rss.title == in_atom.title == in_json["title"] == "Ferry to run again"
    assert in_rss.summary == in_atom.summary == in_json["summary"] == "At five."
    assert in_rss.published_parsed[:5] == in_atom.published_parsed[:5] == (2022, 7, 3, 6, 20)
    assert in_rss.updated_parsed[:5] == in_atom.updated_parsed[:5] == (2022, 7, 3, 12, 0)
    assert in_json["date_published"] == "2022-07-03T06:20:00+00:00"
    assert in_json["date_modified"] == "2022-07-03T12:00:00+00:00"
    assert [author.name for author in in_rss.authors] == [name for name, _ in writers]
    assert [(author.name, author.href) for author in in_atom.authors] == writers
    assert [(author["name"], author["url"]) for author in in_json["authors"]] == writers
    tags = [[tag.term for tag in entry.tags] for entry in (in_rss, in_atom)]
    assert tags == [in_json["tags"], in_json["tags"]] == [["World", "Islands"]] * 2
    assert in_json["language"] == "en-gb"
    assert in_rss.content[0].value == in_atom.content[0].value == in_json["content_html"]
    assert in_atom.content[0].type == "text/html"
    assert in_json["image"] == image
    assert [media["url"] for media in in_rss.media_content] == [image]
    assert in_rss.media_credit[0]["content"] == "Bo Lind"


def test_the_text_is_whole_and_stands_on_its_own(feed, rich, pier):
    html = feed("/feed/json/")["items"][0]["content_html"]
    tree = etree.HTML(html)

    assert tree.xpath("//script|//style|//button|//source|//iframe|//@class|//@srcset|//@style") == []
    assert tree.xpath("//a/@href") == [f"{SITE}/about/", "https://elsewhere.example/a.jpg"]
    picture = f"{SITE}/pictures/{'a' * 16}/960.jpg"
    assert tree.xpath("//img/@src") == [picture, picture]
    # Every picture has its credit beneath it, in a feed too.
    assert ["Image Credit: Bo Lind" in " ".join(figure.itertext()) for figure in tree.xpath("//figure")] == [True, True]
    words = " ".join(" ".join(tree.itertext()).split())
    assert words.startswith("Correction, 3 July 2022 The boat leaves at six. At five.")
    assert words.endswith("Update, 3 July 2022 The timetable was added.")
    assert "It runs again & again, ]]> so. Who is aboard" in words
    assert tree.xpath("//td/@colspan") == ["2"]


def test_the_key_of_a_story_stays_when_its_words_and_address_change(feed, rich, program, world, sport):
    before = [feed("/feed/" + tail) for tail in TYPES]
    rich.save_revision(Copy({"headline": "Ferry runs"}), by=program, began_from=rich.working_copy)
    rich.publish(rich.working_copy, by=program)
    rich.file(by=program, section=sport, slug="ferry-runs")

    rss, atom, json = (feed("/feed/" + tail) for tail in TYPES)

    assert rss.entries[0].title == "Ferry runs"
    assert rss.entries[0].link == SITE + "/2022/07/ferry-runs/"
    assert rss.entries[0].id == before[0].entries[0].id
    assert atom.entries[0].id == before[1].entries[0].id
    assert json["items"][0]["id"] == before[2]["items"][0]["id"]
    assert atom.entries[0].updated > before[1].entries[0].updated


@pytest.mark.parametrize(
    ("place", "title"),
    list(zip(PLACES[1:], ["World", "Ann Weiss", "Islands", "The long tide"], strict=True)),
)
@pytest.mark.parametrize("tail", TYPES)
def test_everything_with_a_list_has_a_feed_of_it(feed, rich, make_story, sport, bo, place, title, tail):
    make_story(headline="Not in it", section=sport, credits=[(bo.pk, Role.WRITER)], topics=["Rowing"])

    found = feed(place + tail)

    if tail == "json/":
        assert found["title"] == f"{title} – The Merrow Courier"
        assert [item["title"] for item in found["items"]] == ["Ferry to run again"]
        assert found["feed_url"] == SITE + place + tail
    else:
        assert found.feed.title == f"{title} – The Merrow Courier"
        assert [entry.title for entry in found.entries] == ["Ferry to run again"]
        assert [link.href for link in found.feed.links if link.rel == "self"] == [SITE + place + tail]


@pytest.mark.parametrize("tail", TYPES)
def test_corrections_have_a_feed(feed, rich, make_story, program, tail):
    view = make_story(headline="A view", kind="opinion", slug="a-view")
    note = view.add_note("retraction", "We withdraw <this>.", by=program, at=NOON + timedelta(hours=1))

    found = feed("/corrections/feed/" + tail)

    entries = found["items"] if tail == "json/" else found.entries
    assert [entry["title"] for entry in entries] == [
        "Retraction: Opinion: A view",
        "Correction: Ferry to run again",
    ]
    assert entries[0]["id"] == f"tag:paper.example,2022-07-03:note/{note.pk}"
    assert entries[1]["url" if tail == "json/" else "link"] == ADDRESS
    html = entries[0]["content_html"] if tail == "json/" else entries[0].content[0].value
    assert "We withdraw &lt;this&gt;." in html


def test_the_newest_thirty_newest_first(feed, make_story):
    for hours in range(33):
        make_story(headline=f"{hours}", at=timezone.now() - timedelta(hours=hours + 1))

    assert [entry.title for entry in feed("/feed/").entries] == [str(hours) for hours in range(30)]


@pytest.mark.parametrize("tail", TYPES)
def test_paid_and_opinion_pieces_are_labelled(feed, make_story, tail):
    make_story(headline="A loan", kind="sponsored", at=timezone.now() - timedelta(hours=2))
    make_story(headline="A view", kind="opinion", at=timezone.now() - timedelta(hours=1))

    found = feed("/feed/" + tail)

    entries = found["items"] if tail == "json/" else found.entries
    assert [entry["title"] for entry in entries] == ["Opinion: A view", "Sponsored: A loan"]
    paid = entries[1]["content_html"] if tail == "json/" else entries[1].content[0].value
    assert "paid for" in paid


@pytest.mark.parametrize("tail", TYPES)
def test_what_xml_cannot_write_does_not_take_the_feed_away(feed, make_story, ann, tail):
    ann.name = "Ann\x08"
    ann.save()
    make_story(
        headline="Bell \x07 and \ufffe",
        standfirst="a\x0bb",
        body="<p>c\x0cd</p>",
        topics=["e\x1ff"],
        credits=[(ann.pk, Role.WRITER)],
    )

    found = feed("/feed/" + tail)

    entry = found["items"][0] if tail == "json/" else found.entries[0]
    assert entry["title"].strip() == "Bell  and"
    assert entry["summary"] == "ab"
    assert [author["name"] for author in entry["authors"]] == ["Ann"]


def test_a_story_in_another_language_says_so(feed, make_story):
    make_story(headline="العبارة تبحر", slug="ferry", language="ar", body="<p>تبحر</p>")

    (item,) = feed("/feed/json/")["items"]

    assert item["language"] == "ar"
    assert etree.HTML(item["content_html"]).xpath("//div/@lang|//div/@dir") == ["ar", "rtl"]
    assert feed("/feed/atom/").entries[0].title_detail.language == "ar"


@pytest.mark.parametrize("address", EVERYWHERE)
def test_who_has_it_already_is_told_so_cheaply(client, rich, address, django_assert_max_num_queries):
    first = client.get(address)
    known = [{"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}]

    assert first["Last-Modified"] == "Sun, 03 Jul 2022 12:00:00 GMT"
    for headers in known:
        with django_assert_max_num_queries(3):
            again = client.get(address, headers=headers)
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == first["ETag"]


@pytest.mark.parametrize("change", ["note", "update", "new story", "take-down", "slug", "name"])
def test_any_change_is_a_new_feed(client, rich, make_story, program, world, change):
    etag = client.get("/feed/")["ETag"]
    if change == "note":
        rich.add_note("clarification", "It floats.", by=program)
    elif change == "update":
        rich.save_revision(Copy({"headline": "Ferry runs"}), by=program, began_from=rich.working_copy)
        rich.publish(rich.working_copy, by=program)
    elif change == "new story":
        make_story(headline="Another")
    elif change == "take-down":
        rich.unpublish(by=program, note="Wrong.")
    elif change == "slug":
        rich.file(by=program, section=world, slug="other")
    else:
        Masthead.objects.update(name="The Courier")

    assert client.get("/feed/", headers={"If-None-Match": etag}).status_code == 200


def test_what_editors_prepare_changes_nothing(client, rich, make_story, program):
    etag = client.get("/feed/")["ETag"]
    rich.save_revision(Copy({"headline": "Secret"}), by=program, began_from=rich.working_copy)
    make_story("scheduled", headline="Tomorrow")
    make_story("draft", headline="Draft")

    assert client.get("/feed/", headers={"If-None-Match": etag}).status_code == 304


def test_a_feed_names_its_hub_where_there_is_one(client, feed, rich, settings):
    assert client.get("/feed/")["Link"] == f'<{SITE}/feed/>; rel="self"'
    settings.WEBSUB_HUB = "https://hub.example/"

    for tail in TYPES:
        response = client.get("/feed/" + tail)
        assert response["Link"] == f'<{SITE}/feed/{tail}>; rel="self", <https://hub.example/>; rel="hub"'
    for tail in ("", "atom/"):
        links = feed("/feed/" + tail).feed.links
        assert [link.href for link in links if link.rel == "hub"] == ["https://hub.example/"]
    assert feed("/feed/json/")["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]


@pytest.mark.parametrize(
    ("page", "named"),
    [
        ("/", ["/feed/"]),
        ("/2022/07/ferry-to-run-again/", ["/feed/", "/world/feed/"]),
        ("/world/", ["/feed/", "/world/feed/"]),
        ("/authors/ann-weiss/", ["/feed/", "/authors/ann-weiss/feed/"]),
        ("/topics/islands/", ["/feed/", "/topics/islands/feed/"]),
        ("/series/the-long-tide/", ["/feed/", "/series/the-long-tide/feed/"]),
        ("/corrections/", ["/feed/", "/corrections/feed/"]),
    ],
)
def test_each_page_names_its_feeds(read, rich, page, named):
    links = read(page).tree.xpath("//link[@rel='alternate'][@title]")

    assert [(link.get("type"), link.get("href")) for link in links] == [
        (TYPES[tail], place + tail) for place in named for tail in TYPES
    ]


@pytest.mark.parametrize("tail", TYPES)
@pytest.mark.parametrize(
    "place", ["/nowhere/feed/", "/authors/nobody/feed/", "/topics/nothing/feed/", "/series/nothing/feed/"]
)
def test_a_feed_of_nothing_is_not_found(feed, db, place, tail):
    feed(place + tail, status=404)


@pytest.mark.parametrize("tail", TYPES)
def test_a_series_that_is_still_to_come_has_no_feed(feed, make_story, tail):
    make_story("draft", series=Series.objects.create(name="Secret", slug="secret"), topics=["Hidden"])

    feed("/series/secret/feed/" + tail, status=404)
    feed("/topics/hidden/feed/" + tail, status=404)


@pytest.mark.parametrize("place", ["/feed/", "/corrections/feed/"])
@pytest.mark.parametrize("tail", TYPES)
def test_an_empty_paper_has_an_empty_feed(feed, db, place, tail):
    found = feed(place + tail)

    assert (found["items"] if tail == "json/" else found.entries) == []
