"""An editor publishes a change to a live story, says what it is by keyboard, and finishes the note that is drafted."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from articles.copy import Copy
from articles.models import Article
from masthead.models import Masthead

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.fixture
def story(make_story, editor):
    story = make_story("live", headline="Ferry", body="<p>About 1,200 people were aboard.</p>")
    copy = Copy.of(story.working_copy).with_value("body", "<p>About 1,400 people were aboard.</p>")
    story.save_revision(copy, by=editor, began_from=story.working_copy)
    return story


@pytest.mark.parametrize("javascript", [True, False])
def test_the_note_is_drafted_finished_and_read(at_the_desk, open_browser, editor, story, javascript):
    Masthead.objects.create(name="The Courier", shows_changes=True)
    desk = at_the_desk(editor, javascript=javascript)
    desk.goto(f"/desk/articles/article/{story.pk}/act/publish/")
    assert desk.locator(".comparison__block del").inner_text() == "About 1,200"
    notes = desk.locator(".change-kind__note textarea")
    assert [note.is_visible() for note in notes.all()] == [False] * 4

    desk.get_by_role("radio", name="Typing error").focus()
    desk.keyboard.press("Space")
    assert [note.is_visible() for note in notes.all()] == [False] * 4
    for _ in range(2):
        desk.keyboard.press("ArrowDown")
    assert desk.get_by_role("radio", name="Correction").is_checked()
    note = desk.get_by_label("Correction: the note for readers")
    assert [each.get_attribute("id") for each in notes.all() if each.is_visible()] == [note.get_attribute("id")]
    assert note.input_value().startswith("An earlier version of this story said “About 1,200 people were aboard”.")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Control+End")
    desk.keyboard.type(" The harbour had counted twice.")
    desk.get_by_role("button", name="Publish", exact=True).click()
    desk.get_by_text("Published. Readers see this version now.").wait_for()

    reader = open_browser(javascript=javascript)
    reader.goto(story.get_absolute_url())
    assert "The harbour had counted twice." in reader.locator(".note").inner_text()
    reader.get_by_role("link", name="What changed in this story, and when").click()
    assert reader.locator(".changes-list del").all_inner_texts() == ["About 1,200"]
    assert reader.locator(".changes-list ins").all_inner_texts() == ["About 1,400"]


def test_what_was_typed_for_one_kind_stays_while_another_is_looked_at(at_the_desk, editor, story):
    desk = at_the_desk(editor)
    desk.goto(f"/desk/articles/article/{story.pk}/act/publish/")
    desk.get_by_role("radio", name="Correction").check()
    desk.get_by_label("Correction: the note for readers").fill("Typed with care.")
    desk.get_by_role("radio", name="Clarification").check()
    desk.get_by_role("radio", name="Correction").check()
    assert desk.get_by_label("Correction: the note for readers").input_value() == "Typed with care."


def test_publishing_without_a_kind_says_so_and_publishes_nothing(at_the_desk, editor, story):
    desk = at_the_desk(editor)
    desk.goto(f"/desk/articles/article/{story.pk}/act/publish/")
    desk.get_by_role("button", name="Publish", exact=True).click()
    desk.get_by_text("Say what the change is. Readers have seen the story in other words.").wait_for()
    assert "1,200" in Article.objects.get().body


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violations_whatever_is_chosen(at_the_desk, editor, story, scheme):
    desk = at_the_desk(editor, scheme=scheme, inspected=True)
    for width in (768, 1280):
        desk.set_viewport_size({"width": width, "height": 900})
        desk.goto(f"/desk/articles/article/{story.pk}/act/publish/")
        for kind in ("Typing error", "Clarification", "Correction", "Update", "Retraction"):
            desk.get_by_role("radio", name=kind).check()
            assert Axe().run(desk, options=WCAG).response["violations"] == []
        assert desk.evaluate("document.documentElement.scrollWidth") <= width
    desk.goto("/desk/articles/silentchange/")
    assert Axe().run(desk, options=WCAG).response["violations"] == []
