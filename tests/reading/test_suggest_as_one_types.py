"""Headlines, sections, authors and topics with words that begin as the reader began."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models.byline import Role
from sections.models import Section


@pytest.fixture
def paper(make_story, world, ann, bo):
    Section.objects.create(name="Weather", slug="weather")
    make_story(headline="Ferry wedged in ice", topics=["Wet winters"], credits=[(ann.pk, Role.WRITER)], slug="ferry")
    make_story("draft", headline="Weekend plans", topics=["Weapons"])
    make_story("scheduled", headline="Weekly news", topics=["Welfare"])


def suggestions(client, typed):
    return client.get("/search/suggestions/", {"q": typed}).json()["suggestions"]


def test_every_kind_in_its_place_and_nothing_that_is_hidden(client, paper):
    found = suggestions(client, "we")

    assert [(one["text"], one["kind"]) for one in found] == [
        ("Weather", "Section"),
        ("Ann Weiss", "Author"),
        ("Wet winters", "Topic"),
        ("Ferry wedged in ice", "Story"),
    ]
    assert [one["url"] for one in found[:3]] == ["/weather/", "/authors/ann-weiss/", "/topics/wet-winters/"]
    assert client.get(found[3]["url"]).status_code == 200


@pytest.mark.parametrize(
    ("typed", "texts"),
    {
        "ferry wed": ["Ferry wedged in ice"],
        "ice fer": ["Ferry wedged in ice"],
        "WEISS a": ["Ann Weiss"],
        "weïss": ["Ann Weiss"],
        "ferries": ["Ferry wedged in ice"],
        "w": [],
        "": [],
        "zz": [],
        "'": [],
        "a' | 'b": [],
        "!(:*&": [],
        "\x00": [],
    }.items(),
)
def test_any_word_may_be_begun(client, paper, typed, texts):
    assert [one["text"] for one in suggestions(client, typed)] == texts


def test_three_queries_and_a_cache(client, paper):
    with CaptureQueriesContext(connection) as queries:
        answer = client.get("/search/suggestions/", {"q": "we"})

    assert len(queries) == 3
    assert answer.headers["Cache-Control"] == "public, max-age=300"
    assert "Cookie" not in answer.headers.get("Vary", "")
