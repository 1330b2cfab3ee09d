"""An editor brings many pictures at once, looks through them by keyboard, changes many, and sets a focal point."""

from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.base import ContentFile
from PIL import Image

from pictures.arrival import arrive
from pictures.models import Picture

IMAGES = Path(__file__).parents[1] / "data/images"
LIBRARY = "/desk/pictures/picture/"
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
DROP = """async ([names, contents]) => {
    const transfer = new DataTransfer();
    names.forEach((name, at) => {
        const bytes = Uint8Array.from(atob(contents[at]), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type: "image/jpeg" }));
    });
    const target = document.querySelector("[data-many]");
    target.dispatchEvent(new DragEvent("dragover", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    target.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
}"""


def drop(page, *names):
    contents = [b64encode((IMAGES / name).read_bytes()).decode() for name in names]
    page.evaluate(DROP, [list(names), contents])


def row(page, name):
    return page.get_by_role("list", name="Files").get_by_role("listitem").filter(has_text=name)


@pytest.fixture
def bring(program):
    def bring(title, width=480, height=320, colour="teal", **texts):
        data = BytesIO()
        Image.new("RGB", (width, height), colour).save(data, "png")
        file = ContentFile(data.getvalue(), name=f"{title}.png")
        return arrive(file, by=program, renditions="later", title=title, **texts)

    return bring


@pytest.fixture
def shelf(bring):
    """Nine pictures, named in the order of the contact sheet."""
    return [bring(f"Picture {number}", width=400 + number) for number in range(9, 0, -1)][::-1]


def test_three_files_are_dropped_into_the_library(at_the_desk, contributor):
    page = at_the_desk(contributor, inspected=True)
    page.goto(f"{LIBRARY}add/")
    drop(page, "iptc.jpg", "truncated_jpeg.jpg", "Landscape_6.jpg")
    row(page, "iptc.jpg").get_by_text("Here. The file told us 3 things about it.").wait_for()
    row(page, "truncated_jpeg.jpg").get_by_text("“truncated_jpeg.jpg” is damaged or cut off.").wait_for()
    row(page, "Landscape_6.jpg").get_by_text("Here").wait_for()
    assert not Axe().run(page, options=WCAG).response["violations"]

    drop(page, "iptc.jpg")
    row(page, "iptc.jpg").get_by_text("This is “iptc”, here since").wait_for()
    page.get_by_role("link", name="Describe these 2 pictures").click()
    page.wait_for_url("**/describe/**")
    assert not Axe().run(page, options=WCAG).response["violations"]
    page.get_by_label("Credit for all that have none").fill("Cora / The Courier")
    page.get_by_role("group", name="iptc").get_by_label("Alternative text").fill("A shop sign")
    page.get_by_role("group", name="Landscape").get_by_label("Alternative text").fill("A coast")
    page.get_by_role("button", name="Save what is written here").click()
    page.get_by_text("Described 2 pictures.").wait_for()
    assert set(Picture.objects.values_list("alt", "credit")) == {
        ("A shop sign", "Cora / The Courier"),
        ("A coast", "Cora / The Courier"),
    }


def test_a_file_whose_connection_broke_is_sent_again_and_no_other_is_lost(at_the_desk, contributor):
    page = at_the_desk(contributor)
    page.goto(f"{LIBRARY}add/")
    broken = []

    def break_once(route):
        if b"Landscape_6.jpg" in (route.request.post_data_buffer or b"") and not broken:
            broken.append(route)
            return route.fulfill(status=429, body="Later")
        return route.continue_()

    page.route("**/upload/", break_once)
    page.route("**/pictures/*/*.avif", lambda route: route.fulfill(status=204))
    with_trouble = row(page, "Landscape_6.jpg")
    drop(page, "Landscape_6.jpg", "iptc.jpg")
    with_trouble.get_by_text("The library did not answer. The file is still here.").wait_for()
    row(page, "iptc.jpg").get_by_text("Here.").wait_for()
    with_trouble.get_by_role("button", name="Try again").click()
    with_trouble.get_by_text("Here").wait_for()
    assert Picture.objects.count() == 2


def test_a_near_copy_among_many_is_asked_about(at_the_desk, contributor, program):
    pier = arrive(ContentFile((IMAGES / "iptc.jpg").read_bytes(), name="pier.jpg"), by=program, title="Pier at dawn")
    data = BytesIO()
    with Image.open(IMAGES / "iptc.jpg") as image:
        image.resize((320, 240)).save(data, "jpeg", quality=50)
    page = at_the_desk(contributor)
    page.goto(f"{LIBRARY}add/")
    chooser = page.locator("[data-many] input[type=file]")
    copy = {"name": "again.jpg", "mimeType": "image/jpeg", "buffer": data.getvalue()}
    other = {"name": "coast.jpg", "mimeType": "image/jpeg", "buffer": (IMAGES / "Landscape_6.jpg").read_bytes()}
    chooser.set_input_files([copy, other])
    row(page, "again.jpg").get_by_text("This looks like “Pier at dawn”").wait_for()
    row(page, "coast.jpg").get_by_text("Here").wait_for()
    row(page, "again.jpg").get_by_role("button", name="Use that one").click()
    page.get_by_role("link", name="Describe these 2 pictures").wait_for()
    assert Picture.objects.count() == 2
    assert Picture.objects.contains(pier)


def test_the_contact_sheet_by_keyboard(at_the_desk, editor, shelf):
    page = at_the_desk(editor, inspected=True)
    page.goto(LIBRARY)
    link = page.get_by_role("link", name="Picture 1")
    link.focus()
    focused = "document.activeElement.querySelector('.card__title')?.textContent"
    columns = page.evaluate(
        "getComputedStyle(document.querySelector('.sheet__cards')).gridTemplateColumns.split(' ').length"
    )
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focused) == "Picture 2"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == f"Picture {2 + columns}"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Space")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    page.get_by_text("3 chosen").wait_for()
    assert not Axe().run(page, options=WCAG).response["violations"]
    page.get_by_role("button", name="Change the chosen pictures…").press("Enter")
    page.wait_for_url("**/bulk/**")
    shown = page.get_by_role("list", name="What is changed").get_by_role("listitem")
    assert shown.all_inner_texts() == ["Picture 2", "Picture 3", "Picture 4"]
    page.get_by_label("Credit", exact=True).fill("Anna Weiss")
    page.get_by_role("button", name="Show what will change").click()
    page.get_by_text("Credit becomes “Anna Weiss” in 3 of 3 pictures.").wait_for()
    assert not Axe().run(page, options=WCAG).response["violations"]
    page.get_by_role("button", name="Change 3 pictures").click()
    page.get_by_text("Changed 3 pictures.").wait_for()
    changed = Picture.objects.filter(credit="Anna Weiss").values_list("title", flat=True)
    assert set(changed) == {"Picture 2", "Picture 3", "Picture 4"}


def test_shift_takes_along_what_lies_between(at_the_desk, editor, shelf):
    page = at_the_desk(editor)
    page.goto(LIBRARY)
    page.get_by_label("Choose “Picture 2”").click()
    page.get_by_label("Choose “Picture 5”").click(modifiers=["Shift"])
    page.get_by_text("4 chosen").wait_for()
    page.get_by_role("button", name="Choose none").click()
    assert page.locator(".card :checked").count() == 0


def test_without_a_script_boxes_and_links_do_the_same(open_browser, client, editor, shelf, live_server):
    client.force_login(editor)
    page = open_browser(javascript=False)
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    page.goto(f"{LIBRARY}?q=picture")
    page.get_by_label("Choose “Picture 2”").check()
    page.get_by_label("Choose “Picture 7”").check()
    page.get_by_role("button", name="Change the chosen pictures…").click()
    shown = page.get_by_role("list", name="What is changed").get_by_role("listitem")
    assert shown.all_inner_texts() == ["Picture 2", "Picture 7"]


def test_a_lead_picture_is_picked_with_the_keyboard_alone(at_the_desk, editor, make_story, shelf):
    article = make_story("draft")
    page = at_the_desk(editor, inspected=True)
    page.goto(f"/desk/articles/article/{article.pk}/change/")
    page.get_by_role("button", name="Lead picture: Choose a picture…").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Pictures")
    dialog.get_by_role("button", name="Picture 1").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert not Axe().run(page, context={"include": [[".picker"]]}, options=WCAG).response["violations"]
    page.keyboard.press("Enter")
    dialog.wait_for(state="detached")
    field = page.locator("[data-picture-field]")
    assert field.get_by_text("Picture 3").is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Choose another…"
    page.wait_for_function("Object.keys(sessionStorage).some((key) => key.startsWith('unsaved'))")
    page.get_by_role("button", name="Save", exact=True).press("Enter")
    page.get_by_text("Saved.", exact=False).first.wait_for()
    article.refresh_from_db()
    assert article.working_copy.lead_picture == shelf[2]

    page.get_by_role("button", name="Take away: Lead picture").press("Enter")
    page.get_by_role("button", name="Save", exact=True).press("Enter")
    page.wait_for_function("!document.querySelector('[data-shown] img')")
    page.get_by_text("Saved.", exact=False).first.wait_for()
    article.refresh_from_db()
    assert article.working_copy.lead_picture is None


def test_several_are_picked_in_order(at_the_desk, editor, make_story, shelf):
    article = make_story("draft")
    page = at_the_desk(editor)
    page.goto(f"/desk/articles/article/{article.pk}/change/")
    addresses = {name: f"{LIBRARY}{name}/" for name in ("picker", "upload", "look")}
    page.evaluate(
        "(addresses) => choosePicture(addresses, (found) => { window.found = found.map(({ id }) => id); }, () => {},"
        " { several: true })",
        addresses,
    )
    dialog = page.get_by_role("dialog", name="Pictures")
    for number in (4, 2, 9, 2, 1):
        dialog.get_by_role("button", name=f"Picture {number}").click()
    dialog.get_by_role("searchbox").fill("picture 9")
    dialog.get_by_role("button", name="Picture 1").wait_for(state="detached")
    dialog.get_by_role("button", name="Use these 3 pictures").click()
    assert page.evaluate("window.found") == [shelf[3].pk, shelf[8].pk, shelf[0].pk]


def test_all_crops_follow_the_focal_point(at_the_desk, editor, bring):
    picture = bring("Pier", width=1600, height=800, alt="A pier", credit="Anna Weiss")
    page = at_the_desk(editor, inspected=True)
    page.goto(f"{LIBRARY}{picture.pk}/change/")
    at = "[...document.querySelectorAll('.library-crops img')].map((image) => image.style.objectPosition)"
    assert page.evaluate(at) == ["50% 50%"] * 5
    shown = page.locator(".library-preview__picture")
    box = shown.bounding_box()
    shown.click(position={"x": box["width"] * 0.45, "y": box["height"] * 0.9})
    assert (page.locator("#id_focal_x").input_value(), page.locator("#id_focal_y").input_value()) == ("0.45", "0.90")
    # Twice as wide as high: a square keeps half of it, from 20 % to 70 %, so 40 % of the rest lies left of the square.
    crops = "[...document.querySelectorAll('.library-crops img')]"
    left = f"{crops}.map(({{ style }}) => Math.round(parseFloat(style.objectPosition)))"
    assert page.evaluate(left) == [40, 35, 30, 5, 0]
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    assert page.locator("#id_focal_x").input_value() == "0.56"
    assert page.evaluate(left) == [62, 68, 74, 100, 100]
    page.locator("#id_focal_x").fill("0")
    assert page.evaluate(at) == ["0% 50%"] * 5
    assert not Axe().run(page, options=WCAG).response["violations"]
    page.locator("#id_focal_x").fill("0.56")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url(f"**{LIBRARY}")
    picture.refresh_from_db()
    assert picture.focus == (56, 90)


def test_a_picture_that_is_used_is_not_deleted(at_the_desk, chief, bring, make_story):
    used, unused = bring("Pier"), bring("Boat", width=500)
    make_story("live", headline="Ferry", lead_picture=used)
    page = at_the_desk(chief, inspected=True)
    page.goto(f"{LIBRARY}{used.pk}/change/")
    page.get_by_role("button", name="Delete").click()
    page.get_by_role("heading", name="“Pier” is used, so it stays").wait_for()
    assert not Axe().run(page, options=WCAG).response["violations"]
    assert page.get_by_role("link", name="Ferry").is_visible()
    page.goto(f"{LIBRARY}{unused.pk}/delete/")
    page.get_by_role("button", name="Delete it").click()
    page.get_by_text("Deleted “Boat”, its file and all its copies.").wait_for()
    assert Picture.objects.get() == used
