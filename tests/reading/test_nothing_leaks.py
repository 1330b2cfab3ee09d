"""Every public address is asked for, and every link followed, while stories that nobody may see are there."""

import re
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from addresses.models import FormerAddress
from articles.copy import Copy
from articles.models import Article, Series
from articles.models.byline import Role
from masthead.models import Masthead, StandingPage
from pictures.models import Picture
from tests.reading.crawling import SITE, crawl, every_address, whole

JULY = datetime(2022, 7, 3, tzinfo=UTC)
HIDDEN = ("draft", "review", "embargoed", "scheduled", "unpublished")
# Every field in which an editor writes words, and how a word is put into it
FIELDS = {
    "kicker": "{}",
    "headline": "{} runs",
    "standfirst": "{} at five.",
    "body": "<p>{} left.</p><figure data-picture='999999999'><figcaption>{} in a caption</figcaption></figure>",
    "lead_caption": "{} at the quay",
    "lead_credit": "{} agency",
    "lead_alt": "{} seen from the quay",
    "search_title": "{}",
    "search_description": "{}.",
    "social_title": "{}",
    "social_description": "{}.",
    "canonical_url": "https://elsewhere.example/{}",
}


def words(state, program):
    """Words that nobody else uses, and a picture with words of its own."""
    texts = {name: f"zq{state}picture{name}" for name in ("title", "alt", "caption", "credit")}
    digest = sha256(state.encode()).hexdigest()
    picture = Picture.objects.create(digest=digest, width=1600, height=1067, uploaded_by=program, **texts)
    told = {name: text.replace("{}", f"zq{state}{name.replace('_', '')}") for name, text in FIELDS.items()}
    return told | {"lead_picture": picture}


def series(state):
    return Series.objects.create(name=f"zq{state}series", slug=f"zq{state}series", description=f"zq{state}parts")


@pytest.fixture
def paper(make_story, program, world, ann, bo, settings):
    """A paper with a story in every state; whatever begins with “zq” and a hidden state is for nobody's eyes."""
    settings.SITE_URL = SITE
    Masthead.objects.create(name="The Courier")
    StandingPage.objects.create(path="about", title="About", is_published=True)
    StandingPage.objects.create(path="zqplans", title="zqplans", body="<p>zqplans</p>")
    credits = [(ann.pk, Role.WRITER), (bo.pk, Role.PHOTOGRAPHER)]
    live = make_story(
        "live",
        at=JULY,
        credits=credits,
        topics=["zqlivetopic"],
        slug="zqliveslug",
        series=series("live"),
        **words("live", program),
    )
    live.add_note("update", "zqlivenote", by=program)
    in_its_text = f"<figure data-picture='{live.lead_picture_id}'></figure>"
    make_story("live", headline="In the library's words", at=JULY, slug="library", body=in_its_text)
    for state in HIDDEN:
        at = JULY if state == "unpublished" else None
        filed = {"credits": credits, "topics": [f"zq{state}topic", "Known"], "slug": f"zq{state}slug"}
        text = filed | words(state, program) | {"series": series(state)}
        if state == "unpublished":
            story = make_story("live", at=at, **text)
            story.add_note("correction", "zqunpublishednote", by=program)
            story.unpublish(by=program, note="zqunpublishedreason")
        else:
            story = make_story(state, **text)
        FormerAddress.remember(f"/zqformer-{state}/", story)
        FormerAddress.remember(f"/zqformerseries-{state}/", text["series"])
    updating = make_story("live", headline="Told already", at=JULY, topics=["Known"], credits=credits)
    newer = Copy(words("updating", program), [(bo.pk, Role.REVIEWER)], frozenset({"zqupdatingtopic"}))
    updating.save_revision(newer, by=program, began_from=updating.working_copy, note="zqupdatingremark")
    return updating


def test_no_address_that_a_reader_can_find_says_a_hidden_word(client, paper):
    seen = crawl(client, every_address(paper))

    told = "\n".join(seen.values())
    assert leaks(told) == set()
    # That something could have been seen: every field of the live story was.
    assert {f"zqlive{name.replace('_', '')}" for name in FIELDS} - set(re.findall(r"zqlive[a-z]+", told)) == set()
    also = {"zqlivetopic", "zqlivenote", "zqliveslug", "zqlivepicturealt", "zqliveseries", "zqliveparts"}
    assert also <= set(re.findall(r"zqlive[a-z]+", told))
    assert "Told already" in told


@pytest.mark.parametrize("state", ["draft", "review", "embargoed", "scheduled"])
def test_guessing_an_address_tells_nothing(client, paper, state):
    story = Article.objects.get(slug=f"zq{state}slug")
    nowhere = {kind: client.get(address) for kind, address in addresses("zqnowhere", JULY).items()}

    for kind, address in addresses(state, story.published_at or JULY).items():
        answer = client.get(address)
        assert (answer.status_code, answer.content, answer.headers) == (
            404,
            nowhere[kind].content,
            nowhere[kind].headers,
        ), address


def test_a_story_that_is_gone_says_only_that_it_is_gone(client, paper):
    answer = client.get("/2022/07/zqunpublishedslug/")

    assert answer.status_code == 410
    assert leaks(whole(answer)) == set()


@pytest.mark.parametrize("state", [*HIDDEN, "updating"])
def test_search_does_not_know_hidden_words(client, paper, state):
    for name in FIELDS:
        word = f"zq{state}{name.replace('_', '')}"
        found = client.get("/search/", {"q": word}).content.decode()
        nothing = client.get("/search/", {"q": "submarine"}).content.decode()
        assert found.replace(word, "submarine") == nothing


def test_the_machinery_would_notice(client, paper):
    seen = crawl(client, every_address(paper))

    assert leaks("\n".join([*seen.values(), "a zqdraftheadline somewhere"])) == {"zqdraftheadline"}
    assert {
        "/",
        "/2022/07/zqliveslug/",
        "/world/",
        "/topics/zqlivetopic/",
        "/world/feed/",
        "/sitemap/2022-07.xml",
        "/series/zqliveseries/",
        "/2022/07/",
    } <= set(seen)


def addresses(word, moment):
    return {
        "story": f"/{moment:%Y/%m}/zq{word}slug/",
        "topic": f"/topics/zq{word}topic/",
        "feed": f"/topics/zq{word}topic/feed/",
        "former": f"/zqformer-{word}/",
        "topic, later on": f"/topics/zq{word}topic/?before=1-1",
        "series": f"/series/zq{word}series/",
        "series, later on": f"/series/zq{word}series/?after=1-1",
        "former series": f"/zqformerseries-{word}/",
    }


def leaks(text):
    return {word for word in re.findall(r"zq[a-z]+", text) if not word.startswith("zqlive")}
