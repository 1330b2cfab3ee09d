"""Nesting without end. Nothing is timed: what must stay bounded is what the parser is given."""

import nh3
import pytest

from prose import cleaning
from prose.cleaning import clean
from prose.nesting import DEEPEST
from prose.rendering import plain_text
from prose.rules import RULES
from prose.tokens import VOID, tokens
from tests.prose.inspection import breaches

MOST = 100_000
MANY = 4_000
DEEP = {
    "div": "<div>" * MOST,
    "in turns": "<div><ul><li><blockquote>" * (MOST // 4),
    "closed": "<div>" * MOST + "word" + "</div>" * MOST,
    "div with words": "<div>word " * MANY,
    "lists": "<ul><li>word " * MANY,
    "ends that end nothing": "<div></x>word " * MANY,
    "ends inside of attributes": '<div title="</div>">word ' * MANY,
    "ends inside of comments": "<div><!--</div>-->word " * MANY,
    "tags that text gives birth to": "<<x>div>word " * MANY,
    "strangers": "<svg>" + "<tr>word " * MANY,
    "mathematics": "<math><mi>word " * MANY,
    "quotations and links": "<blockquote><a href=/>word " * MANY,
    "tables": "<table><tr><td>word " * MANY,
    "tables in figures in tables": "<figure><table><tr><td>word " * MANY,
    "bold": "<b>word " * MANY,
    "bold paragraphs": "<p><b>word " * MANY,
    "bold that is opened again": "<p>" + "".join(f"<b id={n}>" for n in range(1000)) + "</p>" + "<p>word </p>" * 1000,
    "misnested": "<b><i>word </b></i>" * MANY,
    "spans": '<span lang="en">word ' * MANY,
    "templates": "<template>word " * MANY,
    "paragraphs in buttons": "<button><p>word " * MANY,
    "unclosed": "<p" * MOST,
    "unclosed attributes": '<p title="' * MOST,
    "unclosed comments": "<!--" * MOST,
    "unclosed sections": "<![CDATA[" * MOST,
    "unclosed ends": "</p" * MOST,
    "ends": "</p>" * MOST,
    "headings": "<h1><h2>word " * MANY,
}


@pytest.fixture
def given_to_the_parser(monkeypatch):
    given = []
    real = nh3.clean
    monkeypatch.setattr(cleaning.nh3, "clean", lambda html, **how: (given.append(html), real(html, **how))[1])
    return given


def depth_of(html):
    """The most start tags that stand open, if only the end tags that come right after their start count."""
    open_names, deepest = [], 0
    for token in tokens(html):
        if token.kind == "start" and token.name not in VOID:
            open_names.append(token.name)
        elif token.kind == "end" and open_names[-1:] == [token.name]:
            open_names.pop()
        deepest = max(deepest, len(open_names))
    return deepest


@pytest.mark.parametrize("kind", DEEP)
def test_the_parser_never_sees_depth(kind, given_to_the_parser):
    cleaned = clean(DEEP[kind], RULES["story"])
    assert given_to_the_parser
    for html in given_to_the_parser:
        assert html.count("<") <= cleaning.MOST_TAGS_AS_THEY_ARE or depth_of(html) <= DEEPEST
    assert depth_of(cleaned) <= DEEPEST
    assert breaches(cleaned, RULES["story"]) == []
    assert plain_text(cleaned).count("word") == DEEP[kind].count("word")
    assert clean(cleaned, RULES["story"]) == cleaned


def test_what_stands_less_deep_than_the_bound_keeps_its_structure():
    html = "<blockquote>" * 50 + "<p>word</p>" + "</blockquote>" * 50
    assert clean(html, RULES["story"]) == html


def test_after_an_excursion_into_the_depth_the_structure_goes_on():
    html = "<blockquote>" * 300 + "<p>deep</p>" + "</blockquote>" * 300 + "<h2>Up again</h2><ul><li>one</li></ul>"
    cleaned = clean(html, RULES["story"])
    assert cleaned.startswith("<blockquote>" * 59)
    assert cleaned.endswith("</blockquote><h2>Up again</h2><ul><li>one</li></ul>")


def test_a_table_too_deep_gives_its_words_in_order():
    html = "<blockquote>" * 58 + "<table><tr><td>one</td><td>two</td></tr></table>three" + "</blockquote>" * 58
    assert plain_text(clean(html, RULES["story"])) == "one two three"


def test_a_large_table_that_is_well_made_is_left_as_it_is():
    row = "<tr><td>Ferry</td><td><strong>9</strong></td><td>1&nbsp;200</td></tr>"
    html = f"<table><tbody>{row * 500}</tbody></table>"
    assert clean(html, RULES["story"]) == html


def test_ends_that_large_old_pages_leave_out_are_understood():
    html = "<ul>" + "<li>one<li>two <b>bold</b>" * 200 + "</ul><p>three<p>four<table><tr><td>a<td>b<tr><td>c</table>"
    assert clean(html, RULES["story"]) == (
        "<ul>" + "<li>one</li><li>two <strong>bold</strong></li>" * 200 + "</ul><p>three</p><p>four</p>"
        "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>"
    )


def test_a_megabyte_of_everyday_text():
    html = f"<p>Wind from the <em>north-west</em>, {'seven ' * 150}metres.</p>\n" * 1_100
    assert len(html) > 1_000_000
    assert clean(html, RULES["story"]) == html.strip()


def test_a_megabyte_in_one_word():
    assert clean("a" * 1_000_000, RULES["story"]) == "a" * 1_000_000
