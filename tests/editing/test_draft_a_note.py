"""The note to readers is drafted from what changed; it says what the two texts show, and nothing else."""

import pytest

from articles.copy import Copy
from articles.drafting_notes import drafted

BODY = "<p>The ferry left at nine. About 1,200 passengers were aboard, the harbour said. Nobody was hurt.</p>"


def copy(**words):
    return Copy({"headline": "Ferry runs again", "body": BODY, "language": "en-gb", **words})


def draft(change, language="en-gb", **words):
    return drafted(copy(language=language), copy(language=language, **words), change)


def test_a_figure_that_was_wrong_is_quoted_with_the_words_around_it():
    assert draft("correction", body=BODY.replace("1,200", "1,400")) == (
        "An earlier version of this story said “About 1,200 passengers were aboard”. "
        "It should have said “About 1,400 passengers were aboard”."
    )


def test_a_word_that_was_missing_is_quoted_too():
    assert draft("correction", body=BODY.replace("Nobody was", "Nobody else was")) == (
        "An earlier version of this story said “Nobody was hurt”. It should have said “Nobody else was hurt”."
    )


def test_a_headline():
    assert draft("correction", headline="Ferry sails again") == (
        "An earlier headline of this story said “Ferry runs again”. It should have said “Ferry sails again”."
    )


def test_a_clarification_claims_no_mistake():
    assert draft("clarification", body=BODY.replace("the harbour", "the harbour office")) == (
        "An earlier version of this story said “aboard, the harbour said”. "
        "To be clearer, it now says “aboard, the harbour office said”."
    )


@pytest.mark.parametrize(
    ("words", "things"),
    [
        ({"body": BODY.replace("nine", "ten").replace("1,200", "1,400")}, "1 paragraph"),
        ({"body": BODY.replace("nine. About 1,200", "ten. Some 1,400")}, "1 paragraph"),
        ({"body": "<p>All of it is new.</p><p>And more.</p>"}, "3 paragraphs"),
        ({"headline": "Ferry sails again", "standfirst": "It does."}, "the headline, the summary"),
        ({"standfirst": "It does."}, "the summary"),
        ({"kind": "analysis", "lead_alt": "A quay"}, "the kind of piece, the description of the picture"),
    ],
)
def test_where_it_cannot_be_sure_it_lists_what_changed(words, things):
    assert draft("correction", **words) == f"This story has been changed: {things}."


def test_an_update_quotes_the_first_sentence_that_was_put_in():
    told = "Updated with: “Both sides meet again on Monday.”"
    more = "Both sides meet again on Monday. The union agreed."
    assert draft("update", body=f"<h2>Talks</h2>{BODY}<p>{more}</p>") == told
    assert draft("update", body=BODY.replace("hurt.</p>", f"hurt. {more}</p>")) == told
    assert draft("update", body=BODY.replace("nine", "ten")) == "This story has been changed: 1 paragraph."


def test_a_retraction_gives_no_reason_that_it_does_not_know():
    assert draft("retraction", body="<p>Gone.</p>") == "This story is retracted."


def test_nothing_that_readers_read_drafts_nothing():
    assert draft("correction", search_title="Ferry") == ""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de-at", "In einer früheren Überschrift dieses Beitrags hieß es: „Ferry runs again“."),
        ("fr", "Un titre précédent de cet article disait : « Ferry runs again »."),
        ("es", "Un titular anterior de esta noticia decía «Ferry runs again»."),
        ("ar", "ورد في عنوان سابق لهذا الخبر: «Ferry runs again»."),
        ("it", "An earlier headline of this story said “Ferry runs again”."),
    ],
)
def test_it_speaks_the_language_of_the_story_if_we_do(language, said):
    assert draft("correction", language, headline="Ferry sails again").startswith(said)


def test_a_huge_text_is_drafted_for_too():
    body = "".join(f"<p>Paragraph {number} of a very long story.</p>" for number in range(3000))
    assert draft("update", body=body).startswith("Updated with: “Paragraph 0")
