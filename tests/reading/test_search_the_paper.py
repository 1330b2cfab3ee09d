import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

QUESTION = "Hi, what are you looking for?"


def test_the_box_on_every_page_asks_the_question(read, world):
    for address in ("/", "/world/", "/search/", "/authors/"):
        page = read(address)
        assert page.attribute("#search-box", "placeholder") == [QUESTION]
        assert page.all(".masthead label") == [QUESTION]
        assert page.attribute(".masthead form", "action") == ["/search/"]


def test_a_story_is_found_by_its_words(read, make_story):
    make_story(headline="Ferry strike ends", body="<p>The crews have agreed.</p>")
    make_story(headline="Rovers win")

    page = read("/search/?q=agreed+crew")

    assert page.one("h1") == "Stories with “agreed crew”"
    assert page.all(".search-result h2") == ["Ferry strike ends"]


def test_phrases_and_minus_words(read, make_story):
    make_story(headline="Sea wall breaks in the storm")
    make_story(headline="Sea wall mended")
    make_story(headline="Wall by the sea")
    make_story(headline="“Sea wall” to be painted")

    assert read('/search/?q="sea+wall"+-storm').all(".search-result h2") == [
        "“Sea wall” to be painted",
        "Sea wall mended",
    ]


def test_nothing_found_is_said_with_a_way_out(read, make_story):
    make_story()

    assert "Try fewer of them" in read("/search/?q=submarine").one(".search-nothing")


def test_without_words_there_is_a_hint_and_no_list(read, make_story):
    make_story()

    page = read("/search/")

    assert page.one("h1") == "Search"
    assert page.all(".search-results") == page.all(".search-nothing") == []


def test_more_than_a_page_of_results(read, make_story):
    for number in range(25):
        make_story(headline=f"Ferry {number}")

    first = read("/search/?q=ferry")
    second = read(first.tree.xpath("//a[@rel='next']/@href")[0])

    assert len(first.all(".search-result h2")) == 20
    assert len(second.all(".search-result h2")) == 5


@pytest.mark.parametrize("order", ["", "best"])
@pytest.mark.parametrize("stories", [4, 30])
def test_a_search_costs_the_same_however_many_are_found(client, make_story, order, stories):
    for number in range(stories):
        make_story(headline=f"Ferry {number}", topics=["Islands"])

    with CaptureQueriesContext(connection) as queries:
        client.get("/search/", {"q": "ferry", "order": order, "section": "world", "kind": "news"})

    # The masthead; the words in each language; the places; the stories; which of their words are to be marked
    assert len(queries) == 5


def test_the_dearest_search_of_all_keeps_to_the_budget(client, make_story):
    make_story(headline="Harbour opens")

    with CaptureQueriesContext(connection) as queries:
        answer = client.get("/search/", {"q": "harbuor"})

    assert "Harbour opens" not in answer.content.decode()  # the word that was found is marked
    assert "<mark>Harbour</mark> opens" in answer.content.decode()
    assert len(queries) == 8


@pytest.mark.parametrize(
    "text", ["%00", "'", "%22", "a%00b", "-", "|||", "((", "x" * 5000, "%3Cscript%3E", "!!&&::*", "%FF%FE", "a:*", "\\"]
)
def test_whatever_is_typed_has_an_answer(read, make_story, text):
    make_story()

    read(f"/search/?q={text}")


@pytest.mark.parametrize("text", ["...", '"', "-", "%25", "🎉", "🇩🇪 ❤️", "_", "%00%20"])
def test_signs_alone_are_no_words(read, make_story, text):
    make_story()

    assert "no word in that" in read(f"/search/?q={text}.").one(".search-nothing")


@pytest.mark.parametrize("text", ["🚢 ferry", "ferry🚢", "\ufeffferry", "<b>ferry</b>", '<a href="x">ferry', "ferry ❤️"])
def test_what_comes_along_with_a_word_does_not_hide_it(read, make_story, text):
    make_story(headline="The ferry sails")

    assert read(f"/search/?q={text}").all(".search-result h2") == ["The ferry sails"]


@pytest.mark.parametrize("order", ["newest", "best"])
def test_a_phrase_that_was_not_looked_for_everywhere_is_not_said_to_be_nowhere(read, make_story, monkeypatch, order):
    monkeypatch.setattr("articles.search.finding.NEAR", 2)
    monkeypatch.setattr("articles.search.finding.PHRASES_READ", 4)
    make_story(headline="It breaks", body="<p>The sea wall.</p>")
    for _ in range(5):
        make_story(headline="A wall by the sea")

    page = read(f'/search/?q="sea wall"&order={order}')

    assert page.all(".search-result h2") == []
    assert page.all(".search-nothing a") == ["Look among older stories"]
    (address,) = page.attribute(".search-nothing a", "href")
    if order == "best":
        (address,) = read(address).attribute(".search-nothing a", "href")
    assert read(address).all(".search-result h2") == ["It breaks"]


def test_results_are_not_for_search_engines(read, db):
    assert read("/search/?q=x").meta("robots") == "noindex, follow"
