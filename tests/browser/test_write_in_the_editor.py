"""A writer at the story's page, in CKEditor: by toolbar, by keyboard, by clipboard, with pictures."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.base import ContentFile

import demo
from demo.story_file import StoryFile
from pictures.arrival import arrive
from pictures.models import Picture
from prose.cleaning import clean
from prose.rendering import plain_text
from prose.rules import RULES
from prose.tokens import tokens
from tests.prose.vectors import CLIPBOARDS

EDITOR = "CKEDITOR.instances.id_body"
IMAGES = Path(__file__).parents[1] / "data/images"
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
STORIES = Path(demo.__file__).parent / "edition/stories"

# Sets the text, and answers with what the editor makes of it once it stands there.
ROUND_TRIP = f"html => new Promise(done => {EDITOR}.setData(html, {{callback: () => done({EDITOR}.getData())}}))"
# From here on the computer is too busy for anything that was put off, until it has time again.
BUSY = "() => { window.putOff = []; window.later = setTimeout; window.setTimeout = act => putOff.push(act); }"
IDLE = "() => { window.setTimeout = later; putOff.forEach(act => act()); }"
# Puts HTML on a clipboard of its own and pastes it over an empty text, as Ctrl+V does.
PASTE = f"""html => new Promise(done => {EDITOR}.setData("", {{callback: () => {{
    const editor = {EDITOR}, clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    editor.focus();
    editor.once("afterPaste", () => done(editor.getData()));
    editor.editable().$.dispatchEvent(new ClipboardEvent("paste", {{clipboardData, bubbles: true, cancelable: true}}));
}}}}))"""


@pytest.fixture
def open_story(at_the_desk, editor, make_story):
    """`open_story("<p>…</p>")`: a draft with that text, open in the editor, as (page, article)."""

    def open_story(body="", **window):
        article = make_story("draft", body=body)
        page = at_the_desk(editor, **window)
        page.goto(f"/desk/articles/article/{article.pk}/change/")
        page.locator("textarea[name=body][data-ready]").wait_for(state="attached")
        return page, article

    return open_story


@pytest.fixture
def pier(program):
    file = ContentFile((IMAGES / "Landscape_6.jpg").read_bytes(), name="pier.jpg")
    return arrive(file, by=program, title="The pier", caption="The pier at dawn", credit="Ann Weiss")


@pytest.fixture
def boat(program):
    file = ContentFile((IMAGES / "hopper_gray.jpg").read_bytes(), name="boat.jpg")
    return arrive(file, by=program, title="A boat")


def text_of(page):
    return page.frame_locator("iframe.cke_wysiwyg_frame").locator("body")


def until(where, condition):
    """Wait until a condition in a page, or of a place, holds. (The policy refuses the eval of Playwright's own way.)"""
    look = f"let left = 200; const look = () => {condition} ? done() : left-- ? setTimeout(look, 50) : fail(); look();"
    where.evaluate(f"place => new Promise((done, fail) => {{ {look} }})")


def click_into(place):
    """Click, and wait until the caret stands there and the editor knows. A selected picture keeps it for a moment."""
    place.click()
    editor = f"parent.{EDITOR}"
    until(place, f"{editor}.focusManager.hasFocus && place.contains({editor}.getSelection()?.getStartElement()?.$)")


def press(page, *buttons):
    for button in buttons:
        page.locator(f".cke_button__{button}").click()


def set_format(page, name):
    page.locator(".cke_combo__format .cke_combo_button").click()
    page.frame_locator("iframe.cke_panel_frame").get_by_role("option", name=name).click()


def write(page, words):
    page.keyboard.type(words)


def enter(page, times=1):
    for _ in range(times):
        page.keyboard.press("Enter")


def dialog(page):
    return page.locator(".cke_dialog:visible")


def picker(page):
    return page.get_by_role("dialog", name="Pictures")


def save(page, article):
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Saved. ").wait_for()
    article.refresh_from_db()
    return article.working_copy.body


def test_writing_by_toolbar(open_story):
    page, article = open_story()
    click_into(text_of(page))
    write(page, "The ferry ")
    press(page, "bold")
    write(page, "runs")
    press(page, "bold")
    write(page, " again.")
    enter(page)
    set_format(page, "Heading 2")
    write(page, "Who is aboard")
    enter(page)
    press(page, "bulletedlist")
    write(page, "Islanders")
    enter(page)
    write(page, "Post")
    enter(page, 2)
    press(page, "blockquote")
    write(page, "At last.")
    enter(page, 2)
    write(page, "H")
    press(page, "subscript")
    write(page, "2")
    press(page, "subscript")
    write(page, "O & <b>")
    assert save(page, article) == (
        "<p>The ferry <strong>runs</strong> again.</p>\n\n"
        "<h2>Who is aboard</h2>\n\n"
        "<ul>\n\t<li>Islanders</li>\n\t<li>Post</li>\n</ul>\n\n"
        "<blockquote>\n<p>At last.</p></blockquote>\n\n"
        "<p>H<sub>2</sub>O &amp; &lt;b&gt;</p>"
    )


def test_a_table(open_story):
    page, article = open_story("<p>Fares</p>")
    click_into(text_of(page))
    page.keyboard.press("Control+End")
    press(page, "table")
    dialog(page).get_by_label("Rows").fill("2")
    dialog(page).get_by_label("Headers").select_option("First Row")
    dialog(page).get_by_label("Caption").fill("Fares in crowns")
    assert not dialog(page).get_by_text("Border size").is_visible()  # nor anything else that the rules do not have
    dialog(page).get_by_role("button", name="OK").click()
    for words in ("From", "Fare", "Harbour", "12"):
        write(page, words)
        page.keyboard.press("Tab")
    assert save(page, article).replace("\n", "").replace("\t", "") == (
        "<p>Fares</p><table><caption>Fares in crowns</caption>"
        '<thead><tr><th scope="col">From</th><th scope="col">Fare</th></tr></thead>'
        "<tbody><tr><td>Harbour</td><td>12</td></tr><tr><td></td><td></td></tr></tbody></table>"
    )


def test_a_link_goes_to_an_address_and_runs_no_program(open_story):
    page, article = open_story("<p>Timetable</p>")
    said = []
    page.on("dialog", lambda alert: (said.append(alert.message), alert.accept()))
    text_of(page).get_by_text("Timetable").dblclick()
    press(page, "link")
    dialog(page).get_by_label("URL").fill("javascript:alert(1)")
    dialog(page).get_by_role("button", name="OK").click()
    assert said == ["Invalid value."]
    dialog(page).get_by_label("URL").fill("https://example.org/ferry?a=1&b=2")
    dialog(page).get_by_role("button", name="OK").click()
    assert save(page, article) == '<p><a href="https://example.org/ferry?a=1&amp;b=2">Timetable</a></p>'


def test_what_the_rules_do_not_have_cannot_be_brought_in(open_story):
    page, article = open_story()
    html = (
        '<h1 style="color:red">Head</h1><p class="x" onclick="alert(1)">a <u>b</u> <font color="red">c</font> '
        '<a href="javascript:alert(1)">d</a></p><form><input value="e"></form><iframe src="/"></iframe>'
        "<script>f()</script>"
    )
    page.evaluate(ROUND_TRIP, html)
    assert save(page, article) == "<h2>Head</h2>\n\n<p>a b c d</p>"


def test_a_picture_of_an_imported_archive_is_kept_and_not_fetched(open_story):
    body = '<p>Before <img src="http://pictures.example/boat.jpg" alt="A boat"> after</p>'
    page, article = open_story(body)
    shown = text_of(page).locator("img")
    assert shown.get_attribute("src") == "/static/prose/foreign-picture.svg"
    click_into(text_of(page))
    page.keyboard.press("Control+End")
    write(page, "!")
    assert save(page, article) == ('<p>Before <img alt="A boat" src="http://pictures.example/boat.jpg"> after!</p>')


def shape(html):
    """Elements, attributes and words, without regard to white space between them or the order of attributes."""
    return [
        (token.kind, token.name, sorted(token.attributes), " ".join(token.text.split()))
        for token in tokens(html)
        if token.kind != "text" or token.text.strip()
    ]


def test_every_demo_story_comes_out_of_the_editor_as_it_went_in(open_story, pier):
    page, _ = open_story()
    bodies = {path.stem: StoryFile.read(path).body for path in sorted(STORIES.glob("*.html"))}
    assert len(bodies) >= 60
    changed = []
    for name, body in bodies.items():
        before = clean(re.sub(r'data-picture="[^"]+"', f'data-picture="{pier.pk}"', body), RULES["story"])
        after = clean(page.evaluate(ROUND_TRIP, before), RULES["story"])
        if shape(after) != shape(before):
            changed.append(name)
    assert changed == []


def test_without_javascript_the_text_is_there_to_write_in(at_the_desk, editor, make_story):
    article = make_story("draft", body="<p>Plain</p>")
    page = at_the_desk(editor, javascript=False)
    page.goto(f"/desk/articles/article/{article.pk}/change/")
    page.get_by_label("Body").fill("<p>Plainer</p><script>x</script>")
    assert save(page, article) == "<p>Plainer</p>"


# The clipboard

PASTED = {  # and the elements that come of it
    "Basic.gdocs": {"h2", "strong", "em", "table", "ol", "li", "a", "p", "sub", "sup", "tbody", "tr", "td"},
    "NestedOrderedLists.gdocs": {"ol", "li"},
    "Basic_styles.libreoffice6": {"p", "strong", "em", "s", "sub", "sup"},
    "Heading_alignment.libreoffice6": {"h2", "h3"},
    "Images_Simple_image.libreoffice6": {"p"},
    "Bold.word2007": {"p", "strong"},
    "Tickets_11950Test_Table.word2013": {"table", "tbody", "tr", "td", "p", "strong"},
    "Tickets_16745MixedListsAndParagraphs.word2016": {"ul", "li", "p", "strong"},
    "Tickets_7584Numbered_list_with_diff_start_value.word2013": {"ol", "li", "p"},
    "List_margins.word2016": {"ul", "li", "p"},
    "Tickets_7269Test_with_footnote.word2013": {"p", "a", "hr"},
}


def test_pasting_from_word_google_docs_and_libreoffice(open_story):
    if not CLIPBOARDS.exists():
        pytest.skip("The clipboards' licence keeps them out of this repository; ../shared/data is not beside it.")
    page, _ = open_story()
    elements = {}
    for name in PASTED:
        html = next(CLIPBOARDS.glob(f"*/{name}.pasted.html")).read_text(encoding="utf-8")
        pasted = page.evaluate(PASTE, html)
        cleaned = clean(pasted, RULES["story"])
        assert plain_text(pasted) == plain_text(cleaned)
        assert re.findall(r"style=|class=|mso|<font|<span", pasted) == []
        elements[name] = {token.name for token in tokens(cleaned) if token.kind == "start"}
    assert elements == PASTED


def test_a_picture_on_the_clipboard_is_left_out_and_the_writer_told(open_story):
    page, _ = open_story()
    assert (
        page.evaluate(PASTE, '<p>Look: <img src="https://elsewhere.example/a.png"> there</p>') == "<p>Look: there</p>\n"
    )
    assert page.get_by_text("Pictures do not come along when text is pasted.").is_visible()


# Pictures of the library


def test_choosing_a_picture_by_mouse(open_story, pier, boat):
    page, article = open_story("<p>Before</p>")
    click_into(text_of(page))
    page.keyboard.press("Control+End")
    press(page, "newsroompicture")
    picker(page).get_by_role("searchbox").fill("pier")
    picker(page).get_by_text("A boat").wait_for(state="detached")
    picker(page).get_by_role("button", name="The pier").click()
    assert picker(page).count() == 0
    figure = text_of(page).locator("figure")
    page.wait_for_function(
        "image => image.complete && image.naturalWidth > 0", arg=figure.locator("img").element_handle()
    )
    click_into(figure.locator("figcaption"))
    page.keyboard.press("End")
    write(page, ", last May")
    body = save(page, article)
    assert body == (
        f'<p>Before</p>\n\n<figure data-picture="{pier.pk}">\n'
        "<figcaption>The pier at dawn, last May</figcaption>\n</figure>"
    )


def test_choosing_a_picture_by_keyboard_and_thinking_better_of_it(open_story, pier):
    page, article = open_story("<p>Before</p>")
    click_into(text_of(page))
    page.keyboard.press("Control+End")
    page.keyboard.press("Control+Shift+P")
    picker(page).get_by_role("button", name="The pier").wait_for()
    page.keyboard.press("Escape")
    picker(page).wait_for(state="detached")
    write(page, " it")
    page.keyboard.press("Control+Shift+P")
    picker(page).get_by_role("button", name="The pier").wait_for()
    write(page, "pier")
    page.keyboard.press("Tab")  # to the button that closes the dialog
    page.keyboard.press("Tab")  # to “Add a picture”
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    text_of(page).locator("figure").wait_for()
    assert page.evaluate(f"{EDITOR}.focusManager.hasFocus")
    page.keyboard.press("Control+z")
    text_of(page).locator("figure").wait_for(state="detached")
    page.keyboard.press("Control+y")
    text_of(page).locator("figure").wait_for()
    assert save(page, article) == (
        f'<p>Before it</p>\n\n<figure data-picture="{pier.pk}">\n<figcaption>The pier at dawn</figcaption>\n</figure>'
    )


def test_adding_a_picture_in_the_dialog(open_story, editor):
    page, article = open_story("<p>Before</p>")
    press(page, "newsroompicture")
    picker(page).get_by_text("Add a picture").click()
    picker(page).get_by_label("File").set_input_files(IMAGES / "truncated_jpeg.jpg")
    picker(page).get_by_label("Title").fill("The pier")
    picker(page).get_by_label("Alternative text").fill("A pier")
    picker(page).get_by_role("button", name="Add and use it").click()
    picker(page).get_by_role("alert").get_by_text("truncated_jpeg.jpg").wait_for()
    picker(page).get_by_label("File").set_input_files(IMAGES / "Landscape_6.jpg")
    picker(page).get_by_role("button", name="Add and use it").click()
    text_of(page).locator("figure").wait_for()
    picture = Picture.objects.get()
    assert (picture.title, picture.alt, picture.uploaded_by) == ("The pier", "A pier", editor)
    assert f'<figure data-picture="{picture.pk}">' in save(page, article)


def test_a_caption_is_one_paragraph_with_little_in_it(open_story, pier):
    page, article = open_story(f'<figure data-picture="{pier.pk}"><figcaption>May</figcaption></figure><p>b</p>')
    click_into(text_of(page).locator("figcaption"))
    page.keyboard.press("End")
    enter(page)
    write(page, "2026 ")
    page.keyboard.press("Control+i")
    write(page, "early")
    assert save(page, article) == (
        f'<figure data-picture="{pier.pk}">\n<figcaption>May<br>\n2026 <em>early</em></figcaption>\n</figure>'
        "\n\n<p>b</p>"
    )


def test_emptying_a_caption_leaves_the_picture_its_own(open_story, pier):
    page, article = open_story(f'<figure data-picture="{pier.pk}"><figcaption>May</figcaption></figure><p>b</p>')
    click_into(text_of(page).locator("figcaption"))
    page.keyboard.press("End")
    page.keyboard.press("Shift+Home")
    until(page, f"{EDITOR}.getSelection().getSelectedText() === 'May'")
    page.keyboard.press("Delete")
    assert save(page, article) == f'<figure data-picture="{pier.pk}"></figure>\n\n<p>b</p>'


@pytest.mark.parametrize(
    ("key", "caption"), [("s", "The piers!"), ("Backspace", "The pie!"), ("Enter", "The pier<br>\n!")]
)
@pytest.mark.parametrize("before", ["figure img", "p"])
def test_a_key_right_after_a_click_into_a_caption_on_a_busy_computer(open_story, pier, before, key, caption):
    page, article = open_story(f'<p>a</p><figure data-picture="{pier.pk}"><figcaption>The pier</figcaption></figure>')
    text_of(page).locator(before).click()
    until(page, f"!!{EDITOR}.widgets.focused === {str(before != 'p').lower()} && {EDITOR}.focusManager.hasFocus")
    page.evaluate(BUSY)
    text_of(page).locator("figcaption").click()
    page.keyboard.press("End")
    page.keyboard.press(key)
    write(page, "!")
    page.evaluate(IDLE)
    assert save(page, article) == (
        f'<p>a</p>\n\n<figure data-picture="{pier.pk}">\n<figcaption>{caption}</figcaption>\n</figure>'
    )


def test_deleting_a_picture_by_keyboard(open_story, pier):
    page, article = open_story(f'<p>a</p><figure data-picture="{pier.pk}"></figure><p>b</p>')
    text_of(page).locator("figure img").click()
    page.keyboard.press("Delete")
    assert save(page, article) == "<p>a</p>\n\n<p>b</p>"


def test_dragging_a_picture_elsewhere(open_story, pier):
    page, article = open_story(f'<figure data-picture="{pier.pk}"><figcaption>c</figcaption></figure><p>a</p><p>b</p>')
    text_of(page).locator("figure").hover()
    handle = text_of(page).locator(".cke_widget_drag_handler")
    handle.hover()
    page.mouse.down()
    last = text_of(page).locator("p").last.bounding_box()
    page.mouse.move(last["x"] + 20, last["y"] + last["height"] - 8, steps=5)
    page.mouse.move(last["x"] + 22, last["y"] + last["height"] - 3, steps=5)
    page.mouse.up()
    assert save(page, article) == (
        f'<p>a</p>\n\n<p>b</p>\n\n<figure data-picture="{pier.pk}">\n<figcaption>c</figcaption>\n</figure>'
    )


# What is loaded, and who may complain

FORBIDDEN = re.compile(
    r"/plugins/(image2|autolink|autogrow|embed\w*|autoembed|codesnippet\w*|docprops|scayt|wsc|exportpdf|preview|iframe\w*|"
    r"forms|flash|image|uploadimage|mathjax|sourcedialog|templates|smiley)/"
)


def test_nothing_is_loaded_that_was_switched_off(open_story, open_browser):
    asked = []
    page, _ = open_story("<p>Words</p>")
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.locator("textarea[name=body][data-ready]").wait_for(state="attached")
    for button in ("table", "link", "find", "specialchar"):
        press(page, button)
        dialog(page).get_by_role("button", name=re.compile("Cancel|Close")).last.click()
        dialog(page).wait_for(state="detached")
    assert any(address.endswith("ckeditor.js") for address in asked)
    assert [address for address in asked if FORBIDDEN.search(address)] == []
    assert page.evaluate("CKEDITOR.version") == "4.22.1"
    assert page.evaluate(f"{EDITOR}.config.versionCheck") is False
    assert page.evaluate(f"Object.keys({EDITOR}.plugins)").count("scayt") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_and_the_picture_dialog_pass_axe(open_story, pier, scheme):
    page, _ = open_story(f'<p>Words</p><figure data-picture="{pier.pk}"></figure>', scheme=scheme, inspected=True)
    press(page, "newsroompicture")
    picker(page).get_by_role("button", name="The pier").wait_for()
    picker(page).get_by_text("Add a picture").click()
    # CKEditor's toolbar and select2's box are not written by us.
    found = Axe().run(
        page,
        context={"exclude": [[".cke"], [".select2-container"]]},
        options=WCAG,
    )
    assert [(wrong["id"], wrong["nodes"][0]["html"]) for wrong in found.response["violations"]] == []
