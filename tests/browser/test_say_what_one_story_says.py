"""An editor gives a picture another caption, credit and alternative text in one story, and in no other."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.base import ContentFile

from pictures.arrival import arrive
from tests.browser.test_write_in_the_editor import (
    EDITOR,
    IMAGES,
    WCAG,
    click_into,
    open_story,
    save,
    text_of,
    until,
)

__all__ = ["open_story"]


@pytest.fixture
def pier(program):
    file = ContentFile((IMAGES / "Landscape_6.jpg").read_bytes(), name="pier.jpg")
    texts = {"title": "The pier", "caption": "The pier at dawn", "credit": "Ann Weiss", "alt": "A pier"}
    return arrive(file, by=program, **texts)


def dialog(page):
    return page.get_by_role("dialog", name="This picture in this story")


def bare(html):
    return re.sub(r"\s*\n\s*", "", html)


def test_this_story_alone_says_something_else(open_story, pier, make_story, client, program):
    figure = f'<figure data-picture="{pier.pk}"></figure>'
    other = make_story("live", headline="The other", body=figure)
    page, article = open_story(figure)
    text_of(page).locator("figure img").dblclick()
    dialog(page).get_by_text("Left empty: The pier at dawn").wait_for()
    assert dialog(page).get_by_text("Left empty: Ann Weiss").is_visible()
    assert dialog(page).get_by_text("Left empty: A pier").is_visible()
    dialog(page).get_by_role("textbox", name="Caption").fill("The pier after the storm")
    dialog(page).get_by_label("Credit").fill("Ann Weiss / The Courier")
    dialog(page).get_by_label("Alternative text").fill('A pier "without" planks')
    dialog(page).get_by_role("button", name="Done").click()
    dialog(page).wait_for(state="detached")
    body = save(page, article)
    assert bare(body) == (
        f'<figure data-alt="A pier &quot;without&quot; planks" data-credit="Ann Weiss / The Courier" '
        f'data-picture="{pier.pk}"><figcaption>The pier after the storm</figcaption></figure>'
    )

    article.publish(article.working_copy, by=program)
    mine = client.get(article.get_absolute_url()).content.decode()
    assert "The pier after the storm <" in mine
    assert "Image Credit: Ann Weiss / The Courier<" in mine
    assert 'alt="A pier &quot;without&quot; planks"' in mine
    theirs = client.get(other.get_absolute_url()).content.decode()
    assert "The pier at dawn <" in theirs
    assert "Image Credit: Ann Weiss<" in theirs
    assert 'alt="A pier"' in theirs
    pier.refresh_from_db()
    assert (pier.caption, pier.credit, pier.alt) == ("The pier at dawn", "Ann Weiss", "A pier")

    page.goto(f"/desk/articles/article/{article.pk}/change/")
    page.locator("textarea[name=body][data-ready]").wait_for(state="attached")
    text_of(page).get_by_text("Credit in this story: Ann Weiss / The Courier").wait_for()
    assert bare(page.evaluate(f"{EDITOR}.getData()")) == bare(body)


def test_by_keyboard_and_left_empty_the_librarys_words_stand(open_story, pier):
    words = 'data-credit="Nobody" data-alt="x"'
    page, article = open_story(f'<p>a</p><figure data-picture="{pier.pk}" {words}><figcaption>c</figcaption></figure>')
    click_into(text_of(page).locator("p"))
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    until(page, f"!!{EDITOR}.widgets.focused")
    page.keyboard.press("Enter")
    dialog(page).wait_for()
    for _ in range(3):
        page.keyboard.press("Control+a")
        page.keyboard.press("Delete")
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    dialog(page).wait_for(state="detached")
    assert bare(save(page, article)) == f'<p>a</p><figure data-picture="{pier.pk}"></figure>'


def test_links_and_italics_of_a_caption_stay(open_story, pier):
    caption = 'See <a href="https://example.org/">the <em>plan</em></a>'
    page, article = open_story(f'<figure data-picture="{pier.pk}"><figcaption>{caption}</figcaption></figure>')
    text_of(page).get_by_role("button", name="Texts…").click()
    dialog(page).get_by_label("Credit").fill("Bo Lind")
    page.keyboard.press("Enter")
    dialog(page).wait_for(state="detached")
    assert bare(save(page, article)) == (
        f'<figure data-credit="Bo Lind" data-picture="{pier.pk}"><figcaption>{caption}</figcaption></figure>'
    )


def test_what_was_changed_can_be_undone(open_story, pier):
    page, article = open_story(f'<figure data-picture="{pier.pk}"></figure>')
    text_of(page).get_by_role("button", name="Texts…").click()
    dialog(page).get_by_label("Credit").fill("Bo Lind")
    dialog(page).get_by_role("button", name="Done").click()
    text_of(page).get_by_text("Credit in this story: Bo Lind").wait_for()
    page.keyboard.press("Control+z")
    text_of(page).get_by_text("Credit: Ann Weiss").wait_for()
    assert bare(save(page, article)) == f'<figure data-picture="{pier.pk}"></figure>'


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_dialog_passes_axe(open_story, pier, scheme):
    page, _ = open_story(f'<figure data-picture="{pier.pk}"></figure>', scheme=scheme, inspected=True)
    text_of(page).get_by_role("button", name="Texts…").click()
    dialog(page).wait_for()
    found = Axe().run(page, context={"include": [[".picker"]]}, options=WCAG)
    assert [(wrong["id"], wrong["nodes"][0]["html"]) for wrong in found.response["violations"]] == []
