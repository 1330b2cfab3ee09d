"""Pages by keyboard alone, and the masthead without script."""

import re

import pytest

from articles.models.byline import Role
from sections.models import Section

FILM = "https://www.youtube.com/watch?v=aqz-KE-bpKQ"
STORY = (
    '<h2>The tide</h2><p>It <a href="https://example.org/tide">rises</a>.</p>'
    "<table><caption>Levels</caption><tbody><tr><td>1</td></tr></tbody></table>"
    '<figure data-embed="youtube:aqz-KE-bpKQ"><figcaption>A film</figcaption></figure>'
)
FOCUSABLE = "a[href], button, input:not([type=hidden]), select, summary, iframe, [tabindex='0']"
# What has the focus: its words, whether it can be seen, and whether it is marked as having the focus.
FOCUSED = """() => {
  const element = document.activeElement, box = element.getBoundingClientRect(), style = getComputedStyle(element);
  return {
    words: (element.getAttribute("aria-label") || element.innerText || element.placeholder || "").trim(),
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
  };
}"""


@pytest.fixture
def harbour(live_server):
    city = Section.objects.create(name="City", slug="city")
    return Section.objects.create(name="Harbour", slug="harbour", parent=city)


def test_the_menu_opens_without_script(open_browser, harbour):
    page = open_browser(javascript=False)
    page.goto("/")

    page.get_by_text("All sections").click()
    page.locator(".menu").get_by_role("link", name="Harbour").click()

    assert page.url.endswith("/harbour/")


def test_the_menu_closes_with_escape_and_gives_the_focus_back(open_browser, harbour):
    page = open_browser()
    page.goto("/")
    button, link = page.get_by_text("All sections"), page.locator(".menu").get_by_role("link", name="Harbour")

    button.press("Enter")
    assert link.is_visible()

    page.keyboard.press("Escape")
    assert not link.is_visible()
    assert button.evaluate("element => element === document.activeElement")


def test_the_first_tab_leads_past_the_masthead(open_browser, harbour):
    page = open_browser()
    page.goto("/city/")

    page.keyboard.press("Tab")
    page.get_by_role("link", name="Skip to the page").press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("width", [360, 1280])
def test_a_story_from_the_first_link_to_the_last(open_browser, harbour, make_story, ann, width):
    """Every control has its turn once, in the order of the page, is in view and marked; nothing holds the focus."""
    make_story(headline="Gulls return", section=harbour)
    credits = [(ann.pk, Role.WRITER)]
    story = make_story(headline="The tide", section=harbour, body=STORY, credits=credits, topics=["Sea"])
    page = open_browser(width=width)
    page.goto(story.get_absolute_url())
    page.get_by_role("button", name="Copy link").wait_for()
    reachable = [item for item in page.locator(FOCUSABLE).all() if item.is_visible()]

    walked = []
    for _ in reachable:
        page.keyboard.press("Tab")
        walked.append(page.evaluate(FOCUSED))

    assert [step for step in walked if not (step["seen"] and step["marked"] and step["words"])] == []
    words = [step["words"] for step in walked]
    on_the_way = ["Skip to the page", "Search", "All sections", "Ann Weiss", "rises", "Levels", FILM, "Sea"]
    on_the_way += ["Copy link", "Gulls return"]
    places = [words.index(word) for word in on_the_way]
    assert places == sorted(places)
    assert places[0] == 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.body || !document.hasFocus()")


@pytest.fixture
def another_site(open_browser, live_server):
    """A window, and the addresses elsewhere that it asked for; each is answered here."""
    page, asked = open_browser(elsewhere=True), []

    def answer(route):
        asked.append(route.request.url)
        route.fulfill(body="<p>The film itself", content_type="text/html")

    page.route(re.compile("^https:"), answer)
    return page, asked


def test_a_film_is_asked_for_by_keyboard(another_site, harbour, make_story):
    page, asked = another_site
    page.goto(make_story(headline="The tide", section=harbour, body=STORY).get_absolute_url())
    page.get_by_role("button", name="Load this from YouTube").focus()
    assert asked == []

    page.keyboard.press("Enter")
    page.frame_locator("iframe[title='A film']").get_by_text("The film itself").wait_for()

    assert asked == ["https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"]
    assert page.evaluate("document.activeElement.tagName") == "IFRAME"
