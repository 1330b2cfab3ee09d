"""Two people save one story from two screens: what can go together does, and what cannot is chosen."""

import pytest
from lxml import html

from articles.models import Article, Revision
from tests.editing.test_update_a_live_story import change_url, fields

TEXT = "<p>The ferry lies at the quay.</p><p>The crew waits for a vote.</p>"


@pytest.fixture
def story(make_story):
    return make_story("draft", headline="Ferry stops", body=TEXT)


@pytest.fixture
def theirs(sign_in, chief, story):
    """Edda has the story on her screen; meanwhile Chris saves `changes`. Returns what her screen holds."""

    def save(desk, **changes):
        screen = fields(desk.get(change_url(story)))
        other = sign_in(chief)
        assert other.post(change_url(story), fields(other.get(change_url(story))) | changes).status_code == 302
        return screen

    return save


def newest():
    return Article.objects.get().working_copy


def test_two_fields_go_together_and_the_screen_says_so(sign_in, editor, story, theirs):
    screen = theirs(sign_in(editor), kicker="Strike")

    saved = sign_in(editor).post(change_url(story), screen | {"headline": "Ferry stops tonight"}, follow=True)

    assert (newest().headline, newest().kicker, newest().by) == ("Ferry stops tonight", "Strike", editor)
    assert newest().note.startswith("Together with what chris saved at ")
    assert "Saved. Together with what chris saved at " in saved.content.decode()
    assert [revision.kicker for revision in Revision.objects.order_by("-pk")] == ["Strike", "Strike", ""]


def test_two_paragraphs_go_together(sign_in, editor, story, theirs):
    screen = theirs(sign_in(editor), body=TEXT.replace("for a vote", "for the vote"))

    sign_in(editor).post(change_url(story), screen | {"body": TEXT.replace("at the quay", "at the pier")})

    assert newest().body == "<p>The ferry lies at the pier.</p><p>The crew waits for the vote.</p>"


def test_bylines_of_one_and_words_of_the_other_go_together(sign_in, editor, story, theirs, ann):
    screen = theirs(sign_in(editor), **{"bylines-TOTAL_FORMS": "1", "bylines-0-author": ann.pk})

    sign_in(editor).post(change_url(story), screen | {"headline": "Ferry stops tonight"})

    assert (newest().headline, newest().credits) == ("Ferry stops tonight", [(ann.pk, "writer")])


def sides(page, label):
    """What stands on either side of the choice with this legend."""
    (box,) = [box for box in page.xpath("//fieldset[@class='choice']") if box.findtext("legend") == label]
    return [" ".join(side.text_content().split()) for side in box.xpath(".//*[@class='choice__text']")]


def test_one_paragraph_of_two_minds_is_offered_for_choice(sign_in, editor, story, theirs):
    changed = {"body": TEXT.replace("quay", "pier"), "headline": "Ferry stops tonight"}
    screen = theirs(sign_in(editor), body=TEXT.replace("quay", "dock"), kicker="Strike")

    answer = sign_in(editor).post(change_url(story), screen | changed)

    assert answer.status_code == 200
    assert Revision.objects.count() == 2
    page = html.fromstring(answer.content.decode())
    assert sides(page, "A place in the body") == [
        "The ferry lies at the pier. quay.",
        "The ferry lies at the dock. quay.",
    ]
    assert page.xpath("//input[@type='radio'][starts-with(@name, 'choice-')]/@value") == ["mine", "theirs", "both"]

    (about,) = page.xpath("//input[@name='chosen_about']/@value")
    chosen = {"chosen_about": about, "choice-body 1": "theirs"}
    assert sign_in(editor).post(change_url(story), screen | changed | chosen).status_code == 302
    assert newest().body == TEXT.replace("quay", "dock")
    assert (newest().headline, newest().kicker) == ("Ferry stops tonight", "Strike")


def test_what_was_chosen_about_one_version_is_asked_again_about_the_next(sign_in, editor, chief, story, theirs):
    screen = theirs(sign_in(editor), headline="Theirs")
    about = newest().pk
    other = sign_in(chief)
    other.post(change_url(story), fields(other.get(change_url(story))) | {"headline": "Theirs again"})

    chosen = {"headline": "Mine", "chosen_about": about, "choice-headline": "theirs"}
    answer = sign_in(editor).post(change_url(story), screen | chosen)

    page = html.fromstring(answer.content.decode())
    assert sides(page, "Headline") == ["Mine", "Theirs again"]
    assert newest().headline == "Theirs again"


def test_a_screen_that_does_not_say_where_it_began_overwrites_nothing(sign_in, editor, story, theirs):
    screen = theirs(sign_in(editor), headline="Theirs") | {"headline": "Mine", "began_from": ""}

    answer = sign_in(editor).post(change_url(story), screen)

    assert sides(html.fromstring(answer.content.decode()), "Headline") == ["Mine", "Theirs"]
    assert newest().headline == "Theirs"


def test_what_was_taken_out_on_one_side_says_so(sign_in, editor, story, theirs):
    screen = theirs(sign_in(editor), body=TEXT.replace("a vote", "the vote"))

    answer = sign_in(editor).post(change_url(story), screen | {"body": "<p>The ferry lies at the quay.</p>"})

    shown = sides(html.fromstring(answer.content.decode()), "A place in the body")
    assert shown == ["Nothing: it was taken out.", "The crew waits for the vote. a vote."]
