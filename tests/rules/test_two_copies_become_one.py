"""Two people save one story: fields, bylines, topics and the body, each by its own rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.copy import Copy
from articles.merging import Choice, merge
from tests.prose.test_merge_two_texts import versions

BASE = Copy(
    {"headline": "Ferry stops", "kicker": "Strike", "body": "<p>One two three.</p><p>Four five six.</p>"},
    ((1, "writer"),),
    frozenset({"Ferries", "Islands"}),
)


def changed(copy=BASE, credits=None, topics=None, **words):
    return Copy(
        {**copy.words, **words},
        copy.credits if credits is None else credits,
        copy.topics if topics is None else frozenset(topics),
    )


def test_different_fields_go_together():
    merged = merge(BASE, changed(headline="Ferry stops tonight"), changed(kicker="Harbour"))
    assert merged.choices == []
    assert merged.settled({}) == changed(headline="Ferry stops tonight", kicker="Harbour")


def test_different_paragraphs_go_together():
    mine = changed(body="<p>One two three, I say.</p><p>Four five six.</p>")
    theirs = changed(body="<p>One two three.</p><p>Four five seven.</p>")
    assert merge(BASE, mine, theirs).settled({}) == changed(body="<p>One two three, I say.</p><p>Four five seven.</p>")


def test_topics_of_both_stand_and_what_either_took_out_is_out():
    merged = merge(BASE, changed(topics=["Ferries", "Islands", "Tides"]), changed(topics=["Islands", "Votes"]))
    assert merged.settled({}).topics == {"Islands", "Tides", "Votes"}


def test_bylines_that_both_changed_are_offered():
    merged = merge(BASE, changed(credits=[(2, "writer")]), changed(credits=[(1, "writer"), (3, "photographer")]))
    ours, theirs = ((2, "writer"),), ((1, "writer"), (3, "photographer"))
    assert merged.choices == [Choice("credits", "credits", ((1, "writer"),), ours, theirs)]
    assert merged.settled({"credits": "mine"}).credits == ours
    assert merged.settled({"credits": "theirs"}).credits == theirs


@pytest.mark.parametrize(
    ("answer", "body"),
    [
        ("mine", "<p>One two MINE.</p><p>Four five six.</p>"),
        ("theirs", "<p>One two THEIRS.</p><p>Four five six.</p>"),
        ("both", "<p>One two MINE.</p><p>One two THEIRS.</p><p>Four five six.</p>"),
    ],
)
def test_a_paragraph_that_both_changed_is_chosen(answer, body):
    mine, theirs = (changed(body=BASE.words["body"].replace("three", who)) for who in ("MINE", "THEIRS"))
    merged = merge(BASE, mine, theirs)
    assert [choice.name for choice in merged.choices] == ["body 1"]
    assert merged.settled({"body 1": answer}) == changed(body=body)


def test_a_choice_without_an_answer_is_an_error():
    merged = merge(BASE, changed(headline="Mine"), changed(headline="Theirs"))
    with pytest.raises(KeyError):
        merged.settled({})
    with pytest.raises(ValueError, match="cannot be chosen for headline"):
        merged.settled({"headline": "both"})


fields = st.fixed_dictionaries({name: st.sampled_from("abc") for name in ("headline", "kicker", "kind_label")}).map(
    lambda chosen: {"headline": chosen["headline"], "kicker": chosen["kicker"], "standfirst": chosen["kind_label"]}
)
topics = st.frozensets(st.sampled_from(["Ferries", "Islands", "Tides"]))
credits = st.lists(st.tuples(st.integers(1, 3), st.just("writer")), unique=True, max_size=3)


@st.composite
def copies(draw):
    return [Copy(draw(fields) | {"body": body}, draw(credits), draw(topics)) for body in draw(versions())]


@given(copies())
def test_every_value_of_either_side_stands_or_is_offered(three):
    base, mine, theirs = three
    merged = merge(base, mine, theirs)
    for side in (mine, theirs):
        for name in ("headline", "kicker", "standfirst"):
            value, result = side.words[name], merged.fields[name]
            assert value in ({result.mine, result.theirs} if isinstance(result, Choice) else {result, base.words[name]})
        assert side.topics - base.topics <= merged.fields["topics"]


@given(copies())
def test_choosing_one_side_everywhere_gives_no_less_than_that_side_changed(three):
    base, mine, theirs = three
    merged = merge(base, mine, theirs)
    result = merged.settled({choice.name: "mine" for choice in merged.choices})
    for name in ("headline", "kicker", "standfirst"):
        if mine.words[name] != base.words[name]:
            assert result.words[name] == mine.words[name]
    if mine.credits != base.credits:
        assert result.credits == mine.credits


@given(copies())
def test_one_who_changed_nothing_changes_nothing(three):
    base, mine, _ = three
    assert merge(base, mine, base).settled({}) == mine
    assert merge(base, base, mine).settled({}) == mine
