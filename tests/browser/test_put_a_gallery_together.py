"""An editor chooses several pictures, orders and captions them, and readers look through them."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.base import ContentFile

from pictures.arrival import arrive
from prose.cleaning import clean
from prose.rules import RULES
from tests.browser.test_write_in_the_editor import (
    EDITOR,
    IMAGES,
    ROUND_TRIP,
    WCAG,
    click_into,
    open_story,
    press,
    save,
    shape,
    text_of,
    until,
    write,
)

__all__ = ["open_story"]


@pytest.fixture
def pictures(program):
    """Three of the library, the newest last: pier, boat, quay."""
    files = {"The pier": "Landscape_6.jpg", "A boat": "iptc.jpg", "The quay": "orientation_rectangle.jpg"}

    def taken(title, name):
        file = ContentFile((IMAGES / name).read_bytes(), name=name)
        return arrive(file, by=program, title=title, credit="Ann Weiss", alt=title, caption=f"{title} in May")

    return [taken(title, name) for title, name in files.items()]


@pytest.fixture
def strip(pictures):
    pier, boat, quay = pictures
    return (
        f'<figure data-gallery="strip"><figure data-picture="{pier.pk}" data-credit="Bo Lind">'
        f'<figcaption>One <em>day</em></figcaption></figure><figure data-picture="{boat.pk}"></figure>'
        f'<figure data-picture="{quay.pk}" data-alt="Stones"></figure><figcaption>May</figcaption></figure>'
    )


def gallery(page):
    return page.get_by_role("dialog", name="Gallery")


def chosen(page, title):
    library = page.get_by_role("dialog", name="Pictures")
    library.get_by_role("button", name=title).click()
    library.get_by_role("button", name="Use this picture").click()
    gallery(page).locator(".arranging > li").filter(has_text=title).wait_for()


def choose_by_keyboard(page, title):
    """From “Add pictures…”, in the library's dialog."""
    library = page.get_by_role("dialog", name="Pictures")
    page.keyboard.press("Enter")
    library.get_by_role("button", name=title).wait_for()
    write(page, title)
    until(page, "document.querySelectorAll('.picker__list li').length === 1")
    until(page, "document.activeElement.matches('[type=search]')")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    use = library.get_by_role("button", name="Use this picture")
    use.wait_for()
    until(page, "!document.querySelector('.picker__use').disabled")
    while not use.evaluate("button => button === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    library.wait_for(state="detached")
    until(page, "document.activeElement.matches('.arranging__add')")


def bare(html):
    return re.sub(r"\s*\n\s*", "", html)


def test_by_keyboard_alone(open_story, pictures):
    pier, _, quay = pictures
    page, article = open_story("<p>Before</p>")
    click_into(text_of(page).locator("p"))
    page.locator(".cke_button__newsroomgallery").focus()
    page.keyboard.press("Enter")
    gallery(page).wait_for()
    for title in ("The pier", "A boat", "The quay"):
        choose_by_keyboard(page, title)
    gallery(page).get_by_role("button", name="Move up: The quay").focus()
    page.keyboard.press("Enter")
    gallery(page).get_by_text("The quay is now 2 of 3.").wait_for()
    page.keyboard.press("Enter")
    gallery(page).get_by_text("The quay is now 1 of 3.").wait_for()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Move down: The quay"
    gallery(page).get_by_role("button", name="Take out: A boat").focus()
    page.keyboard.press("Enter")
    gallery(page).get_by_text("A boat is out. 2 left.").wait_for()
    gallery(page).get_by_role("textbox", name="Caption", exact=True).first.focus()
    page.keyboard.press("Control+a")
    write(page, "Stones & sea")
    gallery(page).get_by_label("Caption of the whole").focus()
    write(page, "Merrow in May")
    page.keyboard.press("Enter")
    gallery(page).wait_for(state="detached")
    saved = (
        f'<p>Before</p><figure data-gallery="strip"><figure data-picture="{quay.pk}"><figcaption>Stones &amp; sea'
        f'</figcaption></figure><figure data-picture="{pier.pk}"><figcaption>The pier in May</figcaption></figure>'
        "<figcaption>Merrow in May</figcaption></figure>"
    )
    assert bare(save(page, article)) == saved

    page.reload()
    page.locator("textarea[name=body][data-ready]").wait_for(state="attached")
    click_into(text_of(page).get_by_text("Before"))
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    until(page, f"{EDITOR}.widgets.focused?.name === 'newsroomgallery'")
    page.keyboard.press("Enter")
    gallery(page).wait_for()
    assert gallery(page).locator(".arranging strong").all_inner_texts() == ["The quay", "The pier"]
    page.keyboard.press("Escape")
    gallery(page).wait_for(state="detached")
    assert bare(save(page, article)) == saved


def test_by_mouse_and_one_is_not_enough(open_story, pictures):
    pier, boat, _ = pictures
    page, article = open_story("<p>Before</p>")
    click_into(text_of(page).locator("p"))
    press(page, "newsroomgallery")
    gallery(page).get_by_role("button", name="Add pictures…").click()
    chosen(page, "The pier")
    gallery(page).get_by_role("button", name="Put it in").click()
    gallery(page).get_by_text("A gallery has two pictures or more. Add another.").wait_for()
    gallery(page).get_by_role("button", name="Add pictures…").click()
    chosen(page, "A boat")
    gallery(page).get_by_label("Essay:").check()
    gallery(page).get_by_role("button", name="Put it in").click()
    assert bare(save(page, article)) == (
        f'<p>Before</p><figure data-gallery="essay"><figure data-picture="{pier.pk}"><figcaption>The pier in May'
        f'</figcaption></figure><figure data-picture="{boat.pk}"><figcaption>A boat in May</figcaption></figure>'
        "</figure>"
    )


def test_dragging_one_before_another(open_story, strip, pictures):
    page, article = open_story(strip)
    text_of(page).get_by_role("button", name="Arrange…").click()
    items = gallery(page).locator(".arranging > li")
    items.nth(2).locator(".arranging__picture").drag_to(items.nth(0), target_position={"x": 20, "y": 8})
    gallery(page).get_by_text("The quay is now 1 of 3.").wait_for()
    gallery(page).get_by_role("button", name="Done").click()
    gallery(page).wait_for(state="detached")
    assert re.findall(r'data-picture="(\d+)"', save(page, article)) == [
        str(picture.pk) for picture in (pictures[2], pictures[0], pictures[1])
    ]


def test_every_word_of_it_comes_out_as_it_went_in(open_story, strip):
    page, article = open_story(f"<p>a</p>{strip}<p>b</p>")
    before = clean(f"<p>a</p>{strip}<p>b</p>", RULES["story"])
    assert shape(clean(page.evaluate(ROUND_TRIP, before), RULES["story"])) == shape(before)
    text_of(page).get_by_role("button", name="Arrange…").click()
    gallery(page).get_by_role("button", name="Done").click()
    gallery(page).wait_for(state="detached")
    assert shape(save(page, article)) == shape(before)


@pytest.mark.parametrize(
    "stray",
    [
        "<p>Words</p>",
        '<img src="http://old.example/a.jpg" alt="x">',
        '<figure data-quote="pull"><blockquote><p>a</p></blockquote></figure>',
        '<figure data-gallery="essay"><figure data-picture="1"></figure></figure>',
    ],
)
def test_what_should_not_stand_in_one_is_kept_all_the_same(open_story, pictures, stray):
    pier, boat, _ = pictures
    page, article = open_story()
    html = (
        f'<figure data-gallery="strip"><figure data-picture="{pier.pk}"></figure><figure data-picture="{boat.pk}">'
        f"</figure>{stray}</figure>"
    )
    before = clean(html, RULES["story"])
    assert shape(clean(page.evaluate(ROUND_TRIP, before), RULES["story"])) == shape(before)
    text_of(page).get_by_role("button", name="Arrange…").click()
    gallery(page).get_by_role("button", name="Done").click()
    gallery(page).wait_for(state="detached")
    assert shape(save(page, article)) == shape(before)


def test_taking_it_apart_and_thinking_better_of_it(open_story, strip, pictures):
    page, article = open_story(strip)
    text_of(page).get_by_role("button", name="Arrange…").click()
    gallery(page).get_by_role("button", name="Take apart").click()
    text_of(page).locator("figure[data-gallery]").wait_for(state="detached")
    pier, boat, quay = (picture.pk for picture in pictures)
    apart = bare(page.evaluate(f"{EDITOR}.getData()"))
    assert apart == (
        f'<figure data-credit="Bo Lind" data-picture="{pier}"><figcaption>One <em>day</em></figcaption></figure>'
        f'<figure data-picture="{boat}"></figure><figure data-alt="Stones" data-picture="{quay}"></figure><p>May</p>'
    )
    page.keyboard.press("Control+z")
    text_of(page).locator("figure[data-gallery]").wait_for()
    assert shape(save(page, article)) == shape(clean(strip, RULES["story"]))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_dialog_and_the_page_pass_axe(open_story, strip, scheme):
    page, _ = open_story(f"<p>a</p>{strip}", scheme=scheme, inspected=True)
    text_of(page).get_by_role("button", name="Arrange…").click()
    gallery(page).get_by_role("button", name="Add pictures…").wait_for()
    found = Axe().run(page, context={"exclude": [[".cke"], [".select2-container"]]}, options=WCAG)
    assert [(wrong["id"], wrong["nodes"][0]["html"]) for wrong in found.response["violations"]] == []


@pytest.mark.parametrize("look", ["strip", "essay"])
def test_readers_page_passes_axe_and_fits(open_browser, make_story, strip, look):
    body = f"<p>Before</p>{strip.replace('strip', look)}<p>After</p>"
    address = make_story("live", body=body).get_absolute_url()
    for width in (320, 360, 768, 1280, 1920):
        page = open_browser(width=width, inspected=True)
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = Axe().run(page, options={"preload": False}).response["violations"]
        page.emulate_media(color_scheme="dark")
        found += Axe().run(page, options={"preload": False, "runOnly": ["color-contrast"]}).response["violations"]
        assert [(wrong["id"], wrong["nodes"][0]["html"][:160]) for wrong in found] == []


@pytest.mark.parametrize(("language", "key", "sign"), [("en-gb", "ArrowRight", 1), ("ar", "ArrowLeft", -1)])
def test_a_reader_pushes_a_strip_along_by_keyboard(open_browser, make_story, strip, language, key, sign):
    address = make_story("live", body=strip, language=language).get_absolute_url()
    page = open_browser(width=360)
    page.goto(address)
    region = page.get_by_role("region", name="Gallery of 3 pictures")
    lefts = "place => [...place.querySelectorAll('figure')].map(figure => figure.getBoundingClientRect().left)"
    first, second, third = region.evaluate(lefts)
    assert (second - first) * sign > 0
    assert (third - second) * sign > 0
    region.focus()
    page.keyboard.press(key)
    until(region, f"place.scrollLeft * {sign} > 100")


def test_nothing_of_a_strip_is_cut_and_no_picture_is_larger_than_its_place(open_browser, make_story, strip):
    page = open_browser(width=1280)
    page.goto(make_story("live", body=strip).get_absolute_url())
    fits = "image => [getComputedStyle(image).objectFit, Math.round(image.getBoundingClientRect().width)]"
    images = page.locator(".gallery img").all()
    assert [image.evaluate(fits) for image in images] == [["contain", 896], ["contain", 439], ["contain", 439]]


@pytest.mark.parametrize("look", ["strip", "essay"])
def test_on_paper_every_picture_is_there(open_browser, make_story, strip, look):
    page = open_browser(width=794)
    page.goto(make_story("live", body=strip.replace("strip", look)).get_absolute_url())
    page.emulate_media(media="print")
    for figure in page.locator(".gallery-pictures > figure").all():
        box = figure.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 794
