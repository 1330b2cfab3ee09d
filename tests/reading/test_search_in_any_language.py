"""Each story is read in its own language, whatever the paper's is."""

import pytest

FOUND = {
    # what was written, in which language, and what a reader types
    "plural in English": ("en", "Ferries return", "ferry"),
    "accent left out": ("de", "Ein Tag in Zürich", "zurich"),
    "accent put in": ("en", "A day in Zurich", "Zürich"),
    "plural in German": ("de-at", "Die Häuser am Hafen", "Haus"),
    "umlauts as two letters": ("de", "Häfen, Münchner Türme und ein Büro", "haefen muenchner tuerme buero"),
    "two letters as umlauts": ("de", "Die Haefen", "Häfen"),
    "sharp s": ("de", "Neue Straße eröffnet", "strasse"),
    "ending in Spanish": ("es", "Las comunicaciones del señor", "comunicación"),
    "Spanish without accents": ("es", "La comunicación del señor", "comunicacion senor"),
    "capital without its accent": ("fr", "Ecole fermée", "école"),
    "elided article": ("fr", "L’école ferme", "école"),
    "article in Arabic": ("ar", "الميناء القديم", "ميناء"),
    "Polish, which has no stems here": ("pl", "Łódź i Gdańsk", "lodz gdansk"),
    "Russian case": ("ru", "Новости порта", "порт"),
    "Chinese": ("zh", "上海港口罢工结束", "港口"),
    "Japanese": ("ja", "東京都知事が辞任", "知事"),
    "Korean with a particle": ("ko", "학교에서 열린 축제", "학교"),
    "Thai": ("th", "ท่าเรือกรุงเทพเปิดใหม่", "กรุงเทพ"),
    "typographic quotation marks": ("en", "“Harbour” closes—again", "harbour"),
    "possessive": ("en", "The harbour’s end", "harbour"),
    "soft hyphen": ("de", "Dampf\u00adschiff sinkt", "Dampfschiff"),
    "letters and accents apart": ("fr", "E\u0301cole ferme\u0301e", "école"),
}


@pytest.mark.parametrize("case", FOUND)
def test_it_is_found(read, make_story, case):
    language, headline, typed = FOUND[case]
    make_story(headline=headline, language=language)
    make_story(headline="Nothing of the kind", language=language, body="<p>Else.</p>")

    assert read(f"/search/?q={typed}").all(".search-result h2") == [headline]


def test_characters_must_stand_side_by_side_where_words_have_no_spaces(read, make_story):
    make_story(headline="京都の東", language="ja")

    assert read("/search/?q=東京").all(".search-result h2") == []


def test_a_stem_of_one_language_neither_finds_nor_hides_a_story_in_another(read, make_story):
    make_story(headline="A wall, a storm and a ferry", language="en", body="")
    make_story(headline="Wall ferri storm", language="pl", body="")

    assert read("/search/?q=ferry").all(".search-result h2") == ["A wall, a storm and a ferry"]
    assert read("/search/?q=wall -storms").all(".search-result h2") == ["Wall ferri storm"]


def test_tags_and_what_stands_in_them_are_no_words(read, make_story):
    make_story(body='<p>The <a href="https://example.org/quayside">crane</a> fell.</p>')

    assert read("/search/?q=crane").all(".search-result h2") == ["Ferry to run again"]
    for word in ("href", "quayside", "strong"):
        assert read(f"/search/?q={word}").all(".search-result h2") == []


def test_marks_and_excerpts_speak_the_language_too(read, make_story):
    make_story(
        headline="Ein Tag in Zürich",
        language="de",
        body=f"<p>{'Vorher geschah nichts. ' * 30}Die Häuser stehen noch. {'Danach auch nicht. ' * 30}</p>",
    )

    page = read("/search/?q=zurich haus")

    assert page.all("mark") == ["Zürich", "Häuser"]
    (excerpt,) = page.all(".search-excerpt")
    assert "Die Häuser stehen noch." in excerpt
    assert excerpt.startswith("…")
    assert excerpt.endswith("…")
    assert len(excerpt) < 300


def test_what_is_quoted_is_escaped(read, make_story):
    make_story(headline="Ferry <script>alert(1)</script>", body="<p>A ferry &lt;b&gt; left.</p>")

    page = read("/search/?q=ferry")

    assert page.one(".search-result h2") == "Ferry <script>alert(1)</script>"
    assert page.all("mark") == ["Ferry", "ferry"]
    assert page.one(".search-excerpt") == "A ferry <b> left."
