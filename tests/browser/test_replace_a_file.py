"""An editor replaces a picture's file at the desk, and sees the old one and the new one side by side before."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.base import ContentFile

from pictures.arrival import arrive
from tests.pictures.telling import alternatives, telling, xmp

IMAGES = Path(__file__).parents[1] / "data/images"
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.fixture
def pier(program):
    file = ContentFile((IMAGES / "iptc.jpg").read_bytes(), name="pier.jpg")
    return arrive(file, by=program, renditions="later", title="Pier", caption="At noon.", credit="Ann Weiss")


@pytest.fixture
def better():
    properties = f"""
        <photoshop:Credit>Anna Weiss / The Courier</photoshop:Credit>
        <dc:description>{alternatives(x_default="The pier at dawn.")}</dc:description>
        <dc:rights>{alternatives(x_default="© Anna Weiss")}</dc:rights>
    """
    content = telling("better.jpg", xmp=xmp(properties))
    return {"name": content.name, "mimeType": "image/jpeg", "buffer": content.read()}


def test_what_is_ticked_takes_the_place_of_what_stood(at_the_desk, editor, pier, better):
    page = at_the_desk(editor, inspected=True)
    page.goto(f"/desk/pictures/picture/{pier.pk}/change/")
    page.get_by_role("link", name="Replace the file").click()
    assert page.locator("[data-new]").is_hidden()
    page.get_by_label("New file").set_input_files(better)

    new = page.locator("[data-preview]")
    new.wait_for()
    assert new.evaluate("image => image.decode().then(() => image.naturalWidth > 0)")
    rows = page.locator(".replacement__told tbody tr")
    assert [" ".join(text.split()) for text in rows.all_inner_texts()] == [
        "caption At noon. The pier at dawn. XMP",
        "credit Ann Weiss Anna Weiss / The Courier XMP",
        "copyright notice nothing, so it is filled © Anna Weiss XMP",
    ]
    found = Axe().run(page, options=WCAG).response["violations"]
    assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found] == []

    page.get_by_label("credit").check()
    page.get_by_role("button", name="Replace the file").click()
    page.get_by_text("The file is replaced.").wait_for()
    pier.refresh_from_db()
    texts = (pier.title, pier.caption, pier.credit, pier.copyright_notice)
    assert texts == ("Pier", "At noon.", "Anna Weiss / The Courier", "© Anna Weiss")


def test_a_file_that_will_not_do_is_refused_before_it_is_sent(at_the_desk, editor, pier):
    page = at_the_desk(editor)
    page.goto(f"/desk/pictures/picture/{pier.pk}/replace/")
    # The console names the status of the answer, and a word on that is no mistake of the page's.
    page.get_by_label("New file").set_input_files({"name": "a.txt", "mimeType": "text/plain", "buffer": b"Hello"})
    page.get_by_text("“a.txt” is not a picture that we can read.").wait_for()
    assert page.locator("[data-new]").is_hidden()
