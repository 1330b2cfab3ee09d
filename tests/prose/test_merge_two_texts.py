"""Two people change one text: both sides' words are in the result, or in what is offered for choice."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prose.blocks import blocks, paired
from prose.cleaning import clean
from prose.merging import Clash, merged
from prose.rules import RULES
from prose.words import plain_text

words = st.sampled_from("ferry strike quay storm vote bank ice herring council tide".split())
sentences = st.lists(words, min_size=1, max_size=6).map(" ".join)
elements = st.one_of(
    sentences.map("<p>{}</p>".format),
    sentences.map("<h2>{}</h2>".format),
    st.lists(sentences, min_size=1, max_size=3).map(
        lambda items: f"<ul>{''.join(f'<li>{i}</li>' for i in items)}</ul>"
    ),
    st.sampled_from(["<hr>", '<figure data-picture="3"><figcaption>quay</figcaption></figure>']),
)
texts = st.lists(elements, max_size=6).map("".join)


@st.composite
def versions(draw):
    """A text, and what two people made of it: blocks kept, rewritten, taken out, moved and put in."""
    old = draw(st.lists(elements, max_size=6))

    def changed():
        new = [draw(st.sampled_from([block, block, "", draw(elements)])) for block in old]
        for _ in range(draw(st.integers(0, 2))):
            new.insert(draw(st.integers(0, len(new))), draw(elements))
        return "".join(new)

    return "".join(old), changed(), changed()


def counted(html):
    return Counter(plain_text(html).split())


def offered(pieces):
    """All words that can be had of a merge: of each clash what either side wrote."""
    parts = [[piece.mine, piece.theirs] if isinstance(piece, Clash) else [piece] for piece in pieces]
    return sum((counted(html) for part in parts for html in part), Counter())


@given(texts)
def test_a_text_is_the_row_of_its_blocks(html):
    html = clean(html, RULES["story"])
    assert "".join(blocks(html)) == html


@given(versions())
def test_every_block_is_in_one_pair_and_in_order(three):
    old, new = blocks(three[0]), blocks(three[1])
    pairs = paired(old, new)
    assert [one for one, _ in pairs if one is not None] == list(range(len(old)))
    assert [other for _, other in pairs if other is not None] == list(range(len(new)))


@given(versions())
def test_what_one_side_put_in_is_in_the_result_or_offered(three):
    base, mine, theirs = three
    found = offered(merged(base, mine, theirs))
    for side in (mine, theirs):
        new = counted(side) - counted(base)
        assert not new - found


@given(versions())
def test_nothing_that_both_kept_is_lost(three):
    base, mine, theirs = three
    kept = [block for block in blocks(base) if block in blocks(mine) and block in blocks(theirs)]
    found = offered(merged(base, mine, theirs))
    for block in set(kept):
        assert not counted(block) - found


@given(versions())
def test_where_one_side_did_nothing_the_other_side_stands(three):
    base, mine, _ = three
    assert "".join(merged(base, mine, base)) == mine
    assert "".join(merged(base, base, mine)) == mine
    assert "".join(merged(base, mine, mine)) == mine


@given(versions())
def test_the_sides_are_equal(three):
    base, mine, theirs = three
    turned = [Clash(p.base, p.theirs, p.mine) if isinstance(p, Clash) else p for p in merged(base, theirs, mine)]
    assert merged(base, mine, theirs) == turned


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "result"),
    [
        (
            "<p>a b c</p><p>d e f</p>",
            "<p>a b X</p><p>d e f</p>",
            "<p>a b c</p><p>d e Y</p>",
            "<p>a b X</p><p>d e Y</p>",
        ),
        ("<p>a</p><p>b</p>", "<p>new</p><p>a</p><p>b</p>", "<p>a</p>", "<p>new</p><p>a</p>"),
        ("<p>a</p>", "<p>a</p><p>b</p>", "<p>c</p><p>a</p>", "<p>c</p><p>a</p><p>b</p>"),
        ("", "<p>a</p>", "<p>a</p>", "<p>a</p>"),
        ("<ul><li>a</li></ul>", "<ul>\n<li>a</li>\n</ul>", "<ul><li>a b</li></ul>", "<ul><li>a b</li></ul>"),
    ],
)
def test_changes_in_different_places_go_together(base, mine, theirs, result):
    assert "".join(merged(base, mine, theirs)) == result


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "clash"),
    [
        ("<p>a b c</p>", "<p>a b X</p>", "<p>a b Y</p>", Clash("<p>a b c</p>", "<p>a b X</p>", "<p>a b Y</p>")),
        ("<p>a b c</p>", "", "<p>a b Y</p>", Clash("<p>a b c</p>", "", "<p>a b Y</p>")),
        ("", "<p>mine</p>", "<p>theirs</p>", Clash("", "<p>mine</p>", "<p>theirs</p>")),
    ],
)
def test_changes_in_one_place_are_offered(base, mine, theirs, clash):
    assert merged(base, mine, theirs) == [clash]
