"""A photographer adds a picture at the desk: its fields fill themselves, and nothing is added twice unasked."""

from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.base import ContentFile
from PIL import Image

from pictures.arrival import arrive
from pictures.models import Picture
from tests.pictures.telling import alternatives, several, telling, xmp

IMAGES = Path(__file__).parents[1] / "data/images"
ADD = "/desk/pictures/picture/add/"
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def sent(content):
    return {"name": content.name, "mimeType": "image/jpeg", "buffer": content.read()}


@pytest.fixture
def told():
    properties = f"""
        <photoshop:Headline>Ferry runs again</photoshop:Headline>
        <photoshop:Credit>Anna Weiss / The Courier</photoshop:Credit>
        <dc:description>{alternatives(x_default="The ferry leaves at dawn.")}</dc:description>
        <dc:creator>{several("Anna Weiss", kind="Seq")}</dc:creator>
        <dc:subject>{several("ferries", "harbour")}</dc:subject>
    """
    return sent(telling("IMG_0042.jpg", xmp=xmp(properties), iim=[(90, b"Merrow")]))


@pytest.fixture
def pier(program):
    file = ContentFile((IMAGES / "iptc.jpg").read_bytes(), name="pier.jpg")
    return arrive(file, by=program, title="Pier at dawn", credit="Ann Weiss", alt="A pier")


@pytest.fixture
def near_copy():
    data = BytesIO()
    with Image.open(IMAGES / "iptc.jpg") as image:
        image.resize((320, 240)).save(data, "jpeg", quality=50)
    return {"name": "again.jpg", "mimeType": "image/jpeg", "buffer": data.getvalue()}


def test_the_fields_fill_themselves_and_say_where_from(at_the_desk, editor, told):
    page = at_the_desk(editor, inspected=True)
    page.goto(ADD)
    page.get_by_label("Credit").fill("The Courier")
    page.locator("#id_file").set_input_files(told)
    page.get_by_text("From the file (XMP).").first.wait_for()

    assert page.get_by_label("Title").input_value() == "Ferry runs again"
    assert page.get_by_label("Credit").input_value() == "The Courier"
    assert page.locator("#id_place").input_value() == "Merrow"
    assert page.get_by_text("From the file (IIM).").count() == 1
    assert not Axe().run(page, options=WCAG).response["violations"]

    page.get_by_label("Caption").fill("")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("The file told us").wait_for()
    picture = Picture.objects.get()
    assert (picture.title, picture.credit, picture.caption) == ("Ferry runs again", "The Courier", "")
    assert picture.read_from == {"title": "XMP", "creator": "XMP", "place": "IIM", "topics": "XMP"}


def test_another_file_takes_back_what_the_first_one_told(at_the_desk, editor, told):
    page = at_the_desk(editor)
    page.goto(ADD)
    page.locator("#id_file").set_input_files(told)
    page.get_by_text("From the file (XMP).").first.wait_for()
    page.get_by_label("Caption").fill("Mine")
    page.locator("#id_file").set_input_files(IMAGES / "truncated_jpeg.jpg")
    page.get_by_text("“truncated_jpeg.jpg” is damaged or cut off.").wait_for()
    assert page.get_by_label("Title").input_value() == ""
    assert page.get_by_label("Caption").input_value() == "Mine"
    assert page.get_by_text("From the file").count() == 0


def test_a_near_copy_is_shown_before_it_is_saved(at_the_desk, editor, pier, near_copy):
    page = at_the_desk(editor, inspected=True)
    page.goto(ADD)
    page.locator("#id_file").set_input_files(near_copy)
    page.get_by_text("This looks like “Pier at dawn”").wait_for()
    assert not Axe().run(page, options=WCAG).response["violations"]
    page.get_by_label("Save this one too").check()
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/desk/pictures/picture/")
    assert Picture.objects.count() == 2


def test_the_one_that_is_here_can_be_used_instead(at_the_desk, editor, pier):
    page = at_the_desk(editor)
    page.goto(ADD)
    page.locator("#id_file").set_input_files(IMAGES / "iptc.jpg")
    page.get_by_text("This is “Pier at dawn”").wait_for()
    page.get_by_role("link", name="Use that one").click()
    page.wait_for_url(f"**/desk/pictures/picture/{pier.pk}/change/")


def test_the_writers_dialog_asks_too(at_the_desk, editor, make_story, pier, near_copy):
    article = make_story("draft")
    page = at_the_desk(editor)
    page.goto(f"/desk/articles/article/{article.pk}/change/")
    page.locator("textarea[name=body][data-ready]").wait_for(state="attached")
    page.get_by_role("button", name="Picture from the library").click()
    dialog = page.get_by_role("dialog", name="Pictures")
    dialog.get_by_text("Add a picture").click()
    dialog.get_by_label("File").set_input_files(near_copy)
    dialog.get_by_label("Title").fill("Pier again")
    dialog.get_by_role("button", name="Add and use it").click()
    dialog.get_by_text("This looks like “Pier at dawn”").wait_for()
    dialog.get_by_role("button", name="Use that one").click()
    dialog.wait_for(state="detached")
    assert Picture.objects.get() == pier
    assert f'data-picture="{pier.pk}"' in page.evaluate("CKEDITOR.instances.id_body.getData()")
