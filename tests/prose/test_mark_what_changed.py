"""What changed between two texts, marked in the text."""

import re

import pytest
from hypothesis import given

from prose.cleaning import clean
from prose.marking import Block, compared
from prose.rules import RULES
from prose.tokens import tokens
from tests.prose.inspection import breaches
from tests.prose.test_merge_two_texts import versions
from tests.prose.vectors import vectors


def kinds(old, new):
    return [block.kind for block in compared(old, new)]


def test_each_block_says_what_became_of_it():
    old = "<p>The ferry lies at the quay.</p><p>Gone soon.</p><h2>Ice</h2>"
    new = "<p>The ferry lies at the pier.</p><h2>Ice</h2><p>New tonight.</p>"
    assert kinds(old, new) == ["changed", "removed", "same", "added"]


def test_blank_space_that_nobody_sees_is_no_change():
    assert kinds("<ul><li>a</li><li>b</li></ul>", "<ul>\n\t<li>a</li>\n\t<li>b</li>\n</ul>") == ["same"]
    assert kinds("<p>a <em>b</em></p>", "<p>a<em>b</em></p>") != ["same"]


def test_words_are_marked_within_their_paragraph():
    [block] = compared("<p>The ferry lies at the quay.</p>", "<p>The ferry lies at the pier.</p>")
    assert block == Block("changed", "<p>The ferry lies at the <ins>pier.</ins> <del>quay.</del> </p>")


def test_a_paragraph_too_long_to_be_searched_is_shown_before_and_after():
    old, new = (f"<p>{'word ' * 5000}{end}</p>" for end in ("old", "new"))
    assert compared(old, new) == [Block("changed", f"<del>{old}</del><ins>{new}</ins>")]


def test_another_picture_with_the_same_caption_is_shown_before_and_after():
    old, new = (f'<figure data-picture="{number}"><figcaption>The quay</figcaption></figure>' for number in (3, 4))
    assert compared(old, new) == [Block("changed", f"<del>{old}</del><ins>{new}</ins>")]


def names(html):
    return {token.name for token in tokens(html) if token.kind != "text"}


@given(versions())
def test_nothing_but_marks_is_added(three):
    old, new, _ = three
    for block in compared(old, new):
        assert names(block.html) <= names(old) | names(new) | {"ins", "del"}


def test_what_was_text_stays_text():
    old = "<p>They wrote &lt;script&gt;x&lt;/script&gt; on the quay here</p>"
    [block] = compared(old, "<p>They wrote &lt;script&gt;x&lt;/script&gt; on the quay &amp; &lt;b&gt; there</p>")
    assert names(block.html) == {"p", "ins", "del"}


@pytest.mark.parametrize(("name", "html"), vectors())
def test_what_was_meant_as_an_attack_gives_birth_to_none(name, html):
    new = clean(f"<p>before it stood a word</p>{html}", RULES["story"])
    old = new.replace("e", "a").replace("before", "after")
    for block in compared(clean(old, RULES["story"]), new):
        without_marks = re.sub("</?(ins|del)>", "", block.html)
        assert not breaches(without_marks, RULES["story"])
