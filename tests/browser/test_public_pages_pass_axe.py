"""axe-core on every kind of public page, its best practices included, on a phone and a desktop, by day and by night."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command

from accounts.machine import machine
from articles.copy import Copy
from articles.models import Article
from masthead.models import Masthead

PAGES = {
    "/": 200,
    "/city/": 200,
    "/harbour/": 200,
    "/authors/": 200,
    "/authors/tobias-wren/": 200,
    "/authors/lucia-brandt/": 200,
    "/archive/": 200,
    "/corrections/": 200,
    "/series/": 200,
    "/series/the-long-tide/": 200,
    "/ethics/": 200,
    "/topics/": 200,
    "/topics/ferry-strike/": 200,
    "/search/": 200,
    "/search/?q=ferry": 200,
    "/search/?q=submarine": 200,
    "/about/": 200,
    "/nothing/": 404,
}
STORIES = (
    "warm-water-plankton-outnumber-cold",
    "varden-savings-bank-closes-two-branches",
    "varden-savings-bank-small-business-loans",
    "festival-of-lamps-cancelled",
    "festival-of-lamps-shorter-route",
    "why-a-herring-costs-what-it-costs",
    "storm-agnes-live-saltmarsh-wall",
    "elin-sorrento-interview-after-agnes",
    "how-far-has-the-sea-risen-at-merrow",
)
# Else axe fetches our style sheets a second time, and those within them from wrong addresses.
QUIETLY = {"preload": False}
# All that the night changes
CONTRAST = QUIETLY | {"runOnly": ["color-contrast"]}


@pytest.fixture
def demo(live_server):
    call_command("load_demo", verbosity=0)
    stories = {story.slug: story for story in Article.objects.filter(slug__in=STORIES)}
    gone = {story.get_absolute_url(): 410 if story.is_unpublished else 200 for story in stories.values()}
    assert len(gone) == len(STORIES)
    changed = often_changed(stories[STORIES[0]])
    month = next(story for story in stories.values() if story.is_live()).address_month
    return PAGES | gone | {changed: 200} | {f"/{month:%Y}/": 200, f"/{month:%Y/%m}/": 200}


def often_changed(story):
    """A story whose changes readers may look at, each kind of mark among them; the address of that page."""
    Masthead.objects.update(shows_changes=True)
    by = machine("demo")
    copy = Copy.of(story.working_copy)
    blocks = copy.words["body"].split("</p>")
    body = "</p>".join(["<p>A new beginning.", *blocks[1:2], blocks[2].replace(" the ", " a "), *blocks[4:]])
    for change, field, value in (
        ("correction", "body", body),
        ("typo", "kicker", "Water"),
        (None, "search_title", "W"),
    ):
        newer = Copy.of(story.working_copy).with_value(field, value)
        newer = story.save_revision(newer, by=by, began_from=story.working_copy)
        story.publish(newer, by=by, change=change, told="It was a." if change == "correction" else "")
    return f"{story.get_absolute_url()}changes/"


def test_no_violations(open_browser, demo):
    found = {}
    for width in (360, 1280):
        page = open_browser(width=width, inspected=True)
        for address, status in demo.items():
            page.emulate_media(color_scheme="light")
            assert page.goto(address).status == status, address
            violations = Axe().run(page, options=QUIETLY).response["violations"]
            page.emulate_media(color_scheme="dark")
            violations += Axe().run(page, options=CONTRAST).response["violations"]
            for violation in violations:
                found.setdefault(violation["id"], {})[address, width] = violation["nodes"][0]["html"][:160]
    assert found == {}


def test_pages_fit_their_window_and_the_policy(open_browser, demo):
    """`open_browser` fails the test when a page breaks our policy, logs an error or loads anything from elsewhere."""
    for width in (320, 768, 1920):
        page = open_browser(width=width)
        for address in demo:
            page.goto(address)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
