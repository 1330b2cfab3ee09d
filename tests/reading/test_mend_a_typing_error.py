"""What a reader mistyped is looked for as it was meant, in the words of stories that anyone can read."""

import pytest
from django.core.management import call_command

from articles.copy import Copy
from articles.models import VocabularyWord


@pytest.mark.parametrize(
    ("typed", "meant"),
    {
        "harbuor": "harbour",
        "harbor": "harbour",
        "hrabour": "harbour",
        "harbourr": "harbour",
        "zurihc": "zürich",
        "goverment": "government",
        "govermnet": "government",
        '"sea wal"': '"sea wall"',
        "harbuor -storm": "harbour -storm",
    }.items(),
)
def test_nothing_is_found_so_what_was_meant_is_shown(read, make_story, typed, meant):
    make_story(headline="Harbour government opens a sea wall", body="<p>In Zürich.</p>")

    page = read(f"/search/?q={typed}")

    assert page.all(".search-result h2") == ["Harbour government opens a sea wall"]
    assert page.one(".search-line strong") == f"“{meant}”"


def test_little_is_found_so_one_is_asked(read, make_story):
    make_story(headline="The harber, a poem")
    for _ in range(4):
        make_story(headline="Harbour")
    VocabularyWord.objects.filter(word="harber").delete()  # as where nobody rebuilt it after an import by hand

    page = read("/search/?q=harbor")

    assert page.all(".search-result h2") == ["Harbour"] * 4


def test_a_word_that_is_right_is_not_put_right(read, make_story):
    make_story(headline="Tram and train")
    make_story(headline="Trams")

    page = read("/search/?q=trams")

    assert page.all(".search-line a") == ["Best first"]


def test_with_filters_one_is_asked_first(read, make_story, sport):
    make_story(headline="Harbour opens")

    page = read("/search/?q=harbuor&section=sport")

    assert page.all(".search-result h2") == []
    assert page.all(".search-nothing a") == ["harbour", "Look in the whole paper"]
    assert page.attribute(".search-nothing a", "href") == [
        "/search/?q=harbour&section=sport",
        "/search/?q=harbuor",
    ]


@pytest.mark.parametrize("state", ["draft", "review", "scheduled", "unpublished"])
def test_words_of_hidden_stories_are_never_suggested(read, make_story, state):
    make_story(state, headline="Submarine", body="<p>Submarines collide.</p>")
    make_story(headline="Ferry")

    page = read("/search/?q=submarin")

    assert page.all(".search-result h2") == page.all(".search-line a") == page.all(".search-nothing a") == []


def test_a_form_that_only_a_hidden_story_has_is_not_suggested(read, make_story):
    make_story("scheduled", headline="Submarining")
    make_story(headline="Submarined")

    assert "ubmarining" not in read("/search/?q=submarininq").response.content.decode().replace("submarininq", "")


@pytest.mark.parametrize("address", ["harbour@exampel.org", "https://exampel.org/harbuor"])
def test_addresses_are_not_put_right(read, make_story, address):
    make_story(headline="An example from the harbour")

    assert read(f"/search/?q={address}").all(".search-nothing a") == []


def test_a_word_that_an_update_took_away_is_not_suggested(read, make_story, program):
    story = make_story(headline="Submarine")
    newer = Copy({"headline": "Ferry", "body": "<p>Ferry.</p>"}, (), frozenset())
    story.save_revision(newer, by=program, began_from=story.working_copy)
    story.publish(story.working_copy, by=program)

    page = read("/search/?q=submarin")

    assert VocabularyWord.objects.filter(word="submarine").exists()
    assert page.all(".search-result h2") == page.all(".search-line a") == page.all(".search-nothing a") == []


def test_the_vocabulary_can_be_made_anew(read, make_story):
    make_story(headline="Harbour opens")
    make_story("draft", headline="Submarine")
    VocabularyWord.objects.all().delete()
    assert read("/search/?q=harbuor").all(".search-result h2") == []

    call_command("rebuild_vocabulary", verbosity=0)

    assert read("/search/?q=harbuor").all(".search-result h2") == ["Harbour opens"]
    assert not VocabularyWord.objects.filter(word="submarine").exists()


def test_words_that_say_nothing(read, make_story):
    make_story()

    assert "stand in nearly every story" in read("/search/?q=the").one(".search-nothing")
    assert "Write what is to be found as well" in read("/search/?q=-ferry").one(".search-nothing")
