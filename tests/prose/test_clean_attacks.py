import pytest

from prose.cleaning import clean
from prose.rendering import plain_text
from prose.rules import RULES
from tests.prose.inspection import breaches, scheme_of
from tests.prose.vectors import clipboards, vectors


@pytest.mark.parametrize("rules", RULES)
def test_nothing_of_an_attack_outside_the_rules_remains(rules):
    found = {name: wrong for name, html in vectors() if (wrong := breaches(clean(html, RULES[rules]), RULES[rules]))}
    assert found == {}


@pytest.mark.parametrize("rules", RULES)
def test_cleaning_an_attack_twice_changes_nothing_more(rules):
    once = {name: clean(html, RULES[rules]) for name, html in vectors()}
    assert {name: clean(html, RULES[rules]) for name, html in once.items()} == once


def test_the_attacks_are_all_there():
    assert len(vectors()) == 1128


def test_clipboards_of_word_and_others():
    if not clipboards():
        pytest.skip("The clipboards' licence keeps them out of this repository; ../shared/data is not beside it.")
    for name, html in clipboards():
        cleaned = clean(html, RULES["story"])
        assert breaches(cleaned, RULES["story"]) == [], name
        assert plain_text(cleaned) or "<img" in html, name


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "java&#10;script:alert(1)",
        "java&Tab;script:alert(1)",
        "&#1;javascript:alert(1)",
        " \t javascript:alert(1)",
        "javascript&colon;alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "blob:https://example.org/1",
        "view-source:https://example.org/",
        "feed:javascript:alert(1)",
    ],
)
def test_a_link_that_is_not_one_leaves_its_words(address):
    assert clean(f'<p><a href="{address}">read</a></p>', RULES["story"]) == "<p>read</p>"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=1&amp;c=2#d",
        "http://example.org",
        "mailto:desk@example.org",
        "tel:+4712345678",
        "/2026/11/ferry/",
        "#part-2",
        "//example.org/a",
        "ferry/?a=b:c",
    ],
)
def test_a_link_that_is_one_stays(address):
    html = f'<p><a href="{address}">read</a></p>'
    assert clean(html, RULES["story"]) == html


def test_the_inspection_reads_addresses_as_browsers_do():
    assert scheme_of(" \x01java\nscr\tipt:x") == "javascript"
    assert scheme_of("/a:b") is None
    assert breaches('<p onclick="x">a<!-- b --><script>c</script></p>', RULES["story"]) == [
        "<p onclick='x'>",
        "the comment ' b '",
        "<script>",
        "<p onclick='x'>",
        "a comment or instruction: <!-- b -->",
        "<script>",
    ]
