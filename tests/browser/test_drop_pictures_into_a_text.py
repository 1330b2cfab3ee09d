"""A reporter drops files into a text or pastes one, and each becomes a picture where it was dropped."""

import base64
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.base import ContentFile
from PIL import Image

from articles.copy import Copy
from articles.models import Article
from pictures.arrival import arrive
from pictures.models import Picture
from tests.browser.test_write_in_the_editor import (
    EDITOR,
    IMAGES,
    WCAG,
    click_into,
    open_story,
    save,
    text_of,
    until,
    write,
)

__all__ = ["open_story"]

UPLOAD = "**/desk/pictures/picture/upload/"
# As a browser gives a page what is on the clipboard: a file, and beside it HTML that says nothing.
PASTE_FILE = f"""([name, type, data, html, words]) => {{
    const editor = {EDITOR}, clipboardData = new DataTransfer();
    const bytes = Uint8Array.from(atob(data), letter => letter.charCodeAt(0));
    clipboardData.items.add(new File([bytes], name, {{type}}));
    if (html) clipboardData.setData("text/html", html);
    if (words) clipboardData.setData("text/plain", words);
    editor.focus();
    editor.editable().$.dispatchEvent(new ClipboardEvent("paste", {{clipboardData, bubbles: true, cancelable: true}}));
}}"""


def drop(page, place, *files):
    """Files from the disk, dropped by the browser itself on the middle of a place in the text."""
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    data = {"items": [], "files": [str(Path(file).resolve()) for file in files], "dragOperationsMask": 1}
    session = page.context.new_cdp_session(page)
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, "x": x, "y": y, "data": data})


def paste(page, file, *, name="image.png", html="", words=""):
    data = base64.b64encode(Path(file).read_bytes()).decode()
    page.evaluate(PASTE_FILE, [name, "image/png", data, html, words])


def figures(page):
    return text_of(page).locator("figure[data-picture]")


def waiting(page):
    return text_of(page).locator("figure[data-cke-arrival]")


def bare(html):
    return re.sub(r"\s*\n\s*", "", html)


@pytest.fixture
def held(open_story):
    """A story whose uploads do not get through until `let_go()`, as (page, article, let_go)."""
    page, article = open_story("<p>Before</p><p>After</p>")
    routes = []
    page.route(UPLOAD, lambda route: routes.append(route))

    def let_go():
        for route in routes:
            route.continue_()
        page.unroute(UPLOAD)

    return page, article, let_go


def test_three_files_become_pictures_where_they_were_dropped(open_story, editor):
    page, article = open_story("<p>First paragraph.</p><p>Last paragraph.</p>")
    names = ["Landscape_6.jpg", "transparent.png", "iptc.jpg"]
    drop(page, text_of(page).get_by_text("First paragraph."), *(IMAGES / name for name in names))
    figures(page).nth(2).wait_for()
    until(text_of(page), "!place.querySelector('[data-cke-arrival]')")
    pictures = {picture.title: picture for picture in Picture.objects.all()}
    assert set(pictures) == {"Landscape 6", "transparent", "iptc"}
    assert {picture.uploaded_by for picture in pictures.values()} == {editor}
    one, two, three = (pictures[title].pk for title in ("Landscape 6", "transparent", "iptc"))
    assert bare(save(page, article)) == (
        f'<p>First paragraph.</p><figure data-picture="{one}"></figure><figure data-picture="{two}"></figure>'
        f'<figure data-picture="{three}"></figure><p>Last paragraph.</p>'
    )


def test_one_from_the_clipboard(open_story):
    page, article = open_story("<p>Before</p>")
    click_into(text_of(page).get_by_text("Before"))
    paste(page, IMAGES / "transparent.png", html='<meta charset="utf-8"><img src="https://elsewhere.example/a.png">')
    figures(page).wait_for()
    picture = Picture.objects.get()
    assert bare(save(page, article)) == f'<p>Before</p><figure data-picture="{picture.pk}"></figure>'


def test_the_drawing_that_an_office_program_copies_along_with_its_text_is_none(open_story):
    page, article = open_story("<p>Before</p>")
    click_into(text_of(page).get_by_text("Before"))
    page.keyboard.press("End")
    paste(page, IMAGES / "transparent.png", html="<p> and after</p>", words=" and after")
    text_of(page).get_by_text("and after").wait_for()
    assert "and after" in save(page, article)
    assert not Picture.objects.exists()


def test_the_text_is_written_on_while_they_are_on_their_way(held):
    page, article, let_go = held
    drop(page, text_of(page).get_by_text("Before"), IMAGES / "transparent.png")
    waiting(page).get_by_text("transparent.png").wait_for()
    click_into(text_of(page).get_by_text("After"))
    page.keyboard.press("End")
    write(page, " all")
    let_go()
    figures(page).wait_for()
    write(page, " that")
    picture = Picture.objects.get()
    assert bare(save(page, article)) == (
        f'<p>Before</p><figure data-picture="{picture.pk}"></figure><p>After all that</p>'
    )


def test_a_save_waits_for_what_is_on_its_way(held):
    page, article, let_go = held
    drop(page, text_of(page).get_by_text("Before"), IMAGES / "transparent.png")
    waiting(page).wait_for()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Not saved yet: “transparent.png” is on the way.").wait_for()
    assert "arrival" not in page.evaluate(f"{EDITOR}.getData()")
    let_go()
    page.get_by_text("Saved. ").wait_for()
    article.refresh_from_db()
    picture = Picture.objects.get()
    assert bare(article.working_copy.body) == f'<p>Before</p><figure data-picture="{picture.pk}"></figure><p>After</p>'


def test_a_save_that_does_not_want_to_wait(held):
    page, article, _ = held
    drop(page, text_of(page).get_by_text("Before"), IMAGES / "transparent.png")
    waiting(page).wait_for()
    page.get_by_role("button", name="Save and preview").click()
    page.get_by_role("button", name="Save without them").click()
    page.wait_for_url("**/desk/preview/**")
    article.refresh_from_db()
    assert bare(article.working_copy.body) == "<p>Before</p><p>After</p>"
    assert not Picture.objects.exists()


def test_one_is_cancelled(held):
    page, article, let_go = held
    drop(page, text_of(page).get_by_text("Before"), IMAGES / "transparent.png", IMAGES / "iptc.jpg")
    waiting(page).nth(1).wait_for()
    waiting(page).filter(has_text="transparent.png").get_by_role("button", name="Cancel").click()
    waiting(page).filter(has_text="transparent.png").wait_for(state="detached")
    let_go()
    figures(page).wait_for()
    assert bare(save(page, article)) == (
        f'<p>Before</p><figure data-picture="{Picture.objects.get(title="iptc").pk}"></figure><p>After</p>'
    )


def test_a_refused_file_is_named_and_nothing_else_is_lost(open_story):
    page, article = open_story("<p>Before</p>")
    drop(page, text_of(page).locator("p"), IMAGES / "truncated_jpeg.jpg", IMAGES / "transparent.png", __file__)
    figures(page).wait_for()
    waiting(page).get_by_text("“truncated_jpeg.jpg” is damaged or cut off.").wait_for()
    assert waiting(page).count() == 2
    note = waiting(page).filter(has_text="test_drop_pictures_into_a_text.py")
    note.get_by_role("button", name="Take this note away").click()
    note.wait_for(state="detached")
    assert bare(save(page, article)) == f'<p>Before</p><figure data-picture="{Picture.objects.get().pk}"></figure>'


def test_after_a_session_that_had_ended_the_same_file_is_sent_again(open_story):
    page, article = open_story("<p>Before</p>")
    page.route(UPLOAD, lambda route: route.fulfill(status=200, body="<h1>Log in</h1>"), times=1)
    drop(page, text_of(page).locator("p"), IMAGES / "transparent.png")
    waiting(page).get_by_text("did not get through").wait_for()
    waiting(page).get_by_role("button", name="Try again").click()
    figures(page).wait_for()
    assert bare(save(page, article)) == f'<p>Before</p><figure data-picture="{Picture.objects.get().pk}"></figure>'


@pytest.fixture
def pier(program):
    file = ContentFile((IMAGES / "iptc.jpg").read_bytes(), name="pier.jpg")
    return arrive(file, by=program, title="Pier at dawn", credit="Ann Weiss", alt="A pier")


@pytest.fixture
def near_copy(tmp_path):
    with Image.open(IMAGES / "iptc.jpg") as image:
        image.resize((320, 240)).save(tmp_path / "again.jpg", "jpeg", quality=50)
    return tmp_path / "again.jpg"


def test_a_near_copy_gives_way_to_the_one_that_is_here(open_story, pier, near_copy):
    page, article = open_story("<p>Before</p>")
    drop(page, text_of(page).locator("p"), near_copy)
    waiting(page).get_by_text("This looks like “Pier at dawn”, here since").wait_for()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Not saved yet: the library asks about “again.jpg”.").wait_for()
    waiting(page).get_by_role("button", name="Use that one").click()
    page.get_by_text("Saved. ").wait_for()
    article.refresh_from_db()
    assert bare(article.working_copy.body) == f'<p>Before</p><figure data-picture="{pier.pk}"></figure>'
    assert Picture.objects.get() == pier


def test_a_near_copy_is_another_one_by_keyboard_alone(open_story, pier, near_copy):
    page, article = open_story("<p>Before</p>")
    drop(page, text_of(page).locator("p"), near_copy)
    waiting(page).get_by_text("This looks like “Pier at dawn”").wait_for()
    click_into(text_of(page).get_by_text("Before"))
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    until(page, f"{EDITOR}.widgets.focused?.name === 'newsroomarrival'")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="A picture on its way")
    dialog.wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    figures(page).wait_for()
    another = Picture.objects.exclude(pk=pier.pk).get()
    assert bare(save(page, article)) == f'<p>Before</p><figure data-picture="{another.pk}"></figure>'


def test_a_drop_that_is_taken_back_and_brought_back(held):
    page, article, let_go = held
    drop(page, text_of(page).get_by_text("Before"), IMAGES / "transparent.png")
    waiting(page).wait_for()
    let_go()
    figures(page).wait_for()
    page.keyboard.press("Control+z")
    figures(page).wait_for(state="detached")
    assert bare(page.evaluate(f"{EDITOR}.getData()")) == "<p>Before</p><p>After</p>"
    page.keyboard.press("Control+y")
    figures(page).wait_for()
    page.keyboard.press("Control+z")
    figures(page).wait_for(state="detached")
    assert bare(save(page, article)) == "<p>Before</p><p>After</p>"


def test_what_was_written_meanwhile_is_undone_by_itself(held):
    page, article, let_go = held
    drop(page, text_of(page).get_by_text("Before"), IMAGES / "transparent.png")
    waiting(page).wait_for()
    click_into(text_of(page).get_by_text("After"))
    page.keyboard.press("End")
    write(page, " all")
    let_go()
    figures(page).wait_for()
    page.keyboard.press("Control+z")
    text_of(page).get_by_text("After", exact=True).wait_for()
    figures(page).wait_for()
    assert bare(save(page, article)) == (
        f'<p>Before</p><figure data-picture="{Picture.objects.get().pk}"></figure><p>After</p>'
    )


def test_one_that_is_deleted_on_its_way_does_not_come(held):
    page, article, _ = held
    drop(page, text_of(page).get_by_text("Before"), IMAGES / "transparent.png")
    waiting(page).get_by_text("transparent.png").click()
    until(page, f"{EDITOR}.widgets.focused?.name === 'newsroomarrival'")
    page.keyboard.press("Delete")
    waiting(page).wait_for(state="detached")
    assert bare(save(page, article)) == "<p>Before</p><p>After</p>"


def test_the_alternative_text_is_asked_for_and_kept_in_the_library(at_the_desk, contributor, world):
    words = {"headline": "Ferry", "body": "<p>Before</p>"}
    article = Article.draft(Copy(words, (), frozenset()), by=contributor, section=world)
    page = at_the_desk(contributor, inspected=True)
    page.goto(f"/desk/articles/article/{article.pk}/change/")
    page.locator("textarea[name=body][data-ready]").wait_for(state="attached")
    drop(page, text_of(page).locator("p"), IMAGES / "transparent.png")
    figures(page).get_by_role("button", name="No alternative text yet. Describe it…").click()
    dialog = page.get_by_role("dialog", name="This picture in this story")
    assert not Axe().run(page, context={"include": [[".picker"]]}, options=WCAG).response["violations"]
    dialog.get_by_label("Alternative text").fill("A woman at a desk")
    dialog.get_by_role("button", name="Done").click()
    dialog.wait_for(state="detached")
    figures(page).get_by_role("button", name="Texts…").wait_for()
    picture = Picture.objects.get()
    assert picture.alt == "A woman at a desk"
    assert bare(save(page, article)) == f'<p>Before</p><figure data-picture="{picture.pk}"></figure>'


def test_who_may_not_add_pictures_is_told_so(open_story, editor):
    page, _ = open_story("<p>Before</p>")
    editor.groups.clear()
    drop(page, text_of(page).locator("p"), IMAGES / "transparent.png")
    waiting(page).get_by_text("“transparent.png” was not taken: you may not add pictures.").wait_for()
    assert page.evaluate(f"{EDITOR}.getData()").strip() == "<p>Before</p>"
    assert not Picture.objects.exists()
