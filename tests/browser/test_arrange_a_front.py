"""A front is arranged by mouse, by buttons and by keyboard alone, then published, and looked at as it was."""

from datetime import timedelta

import pytest
from django.utils import timezone

from fronts.arrangement import Arrangement, Placed
from fronts.models import Banner, Front, FrontVersion, Publication
from pictures.models import Picture
from tests.browser.conftest import PASSWORD

EDITOR = "/desk/fronts/front/0/"


@pytest.fixture
def stories(make_story):
    """Twelve live stories, “Story 1” the newest."""
    now = timezone.now()
    return [make_story(headline=f"Story {n}", slug=f"story-{n}", at=now - timedelta(hours=n)) for n in range(1, 13)]


@pytest.fixture
def desk(at_the_desk, chief, stories):
    page = at_the_desk(chief)
    page.goto(EDITOR)
    return page


def place(page, name):
    return page.locator(f"[data-place='{name}']")


def stands(page, name):
    """Wait until a story stands in a place: `stands(page, "Lead")("Story 3")`."""

    def there(headline):
        page.locator(f"[data-place='{name}'][aria-label$=': {headline}']").wait_for()

    return there


def says(page, sentence):
    page.locator("#live").get_by_text(sentence, exact=True).wait_for(state="attached")


def slots():
    version = FrontVersion.objects.order_by("pk").last()
    return {(slot.area, slot.position): slot.article.headline for slot in version.slots.all()}


def test_by_drag(desk):
    place(desk, "Secondary 2").locator(".place-grip").drag_to(place(desk, "Lead"))
    says(desk, "Story 3, now Lead.")
    stands(desk, "Lead")("Story 3")

    place(desk, "River 4").locator(".place-grip").drag_to(place(desk, "Secondary 1"))
    says(desk, "Story 9, now Secondary 1 of 4.")

    desk.get_by_role("button", name="Save", exact=True).click()
    desk.get_by_text("Saved. Readers see nothing of it").wait_for()
    assert slots() == {("lead", 1): "Story 3", ("secondary", 1): "Story 9"}


def test_a_story_that_was_found_is_dragged_in(desk, make_story):
    make_story(headline="The zeppelin lands", at=timezone.now() - timedelta(days=300))
    desk.get_by_label("Words of the story").fill("zeppelin")
    desk.keyboard.press("Enter")
    found = desk.locator(".finder-list li", has_text="The zeppelin lands")
    found.drag_to(place(desk, "Secondary 1"))
    says(desk, "The zeppelin lands, now Secondary 1 of 4.")


def test_by_buttons(desk):
    desk.get_by_role("button", name="Keep “Story 1” in Lead").click()
    says(desk, "Story 1, now Lead.")
    desk.get_by_role("button", name="Move “Story 2” down, to Secondary 2").click()
    says(desk, "Story 2, now Secondary 2 of 4.")
    desk.get_by_role("button", name="Move “Story 2” down, to Secondary 3").click()
    says(desk, "Story 2, now Secondary 3 of 4.")
    desk.get_by_role("button", name="Take “Story 1” off Lead").click()
    says(desk, "Lead is free again. The rule fills it.")
    desk.get_by_role("button", name="Undo").click()
    desk.get_by_role("button", name="Take “Story 1” off Lead").wait_for()

    desk.get_by_role("button", name="Save", exact=True).click()
    desk.get_by_text("Saved. Readers see nothing of it").wait_for()
    assert slots() == {("lead", 1): "Story 1", ("secondary", 3): "Story 2"}


def test_saving_waits_for_what_is_under_way_and_what_is_typed_meanwhile_stays(desk):
    desk.evaluate("""() => {
        document.querySelector("#secondary-1 [data-down]").click();
        document.querySelector("[name=note]").value = "Typed meanwhile";
        document.querySelector("button[value=save]").click();
    }""")
    desk.get_by_text("Saved. Readers see nothing of it").wait_for()
    assert slots() == {("secondary", 2): "Story 2"}
    assert FrontVersion.objects.get().note == "Typed meanwhile"


def focus_by_tab(page, selector):
    """Press Tab until the focus is where `selector` says."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never came to {selector}.")


def test_by_keyboard_alone(desk, make_story):
    focus_by_tab(desk, "#secondary-1 [data-handle]")
    desk.keyboard.press("ArrowDown")
    says(desk, "Story 2, now Secondary 2 of 4.")
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("ArrowDown")
    says(desk, "Story 2, now Secondary 4 of 4.")
    assert desk.evaluate("document.activeElement.matches('#secondary-4 [data-handle]')")
    desk.keyboard.press("ArrowUp")
    says(desk, "Story 2, now Secondary 3 of 4.")

    focus_by_tab(desk, "#secondary-3 summary")
    desk.keyboard.press("Enter")
    focus_by_tab(desk, "#secondary-3 input[name$=headline]")
    desk.keyboard.type("Our own words")
    desk.keyboard.press("Enter")
    stands(desk, "Secondary 3")("Our own words")

    desk.keyboard.press("Control+Home")
    desk.evaluate("document.activeElement.blur()")
    focus_by_tab(desk, "button[value=save]")
    desk.keyboard.press("Enter")
    desk.get_by_text("Saved. Readers see nothing of it").wait_for()
    (slot,) = FrontVersion.objects.get().slots.all()
    assert (slot.area, slot.position, slot.headline) == ("secondary", 3, "Our own words")


def test_a_story_is_found_for_a_place_and_put_there(desk, make_story):
    make_story(headline="The zeppelin lands", at=timezone.now() - timedelta(days=300))
    desk.get_by_role("button", name="Find a story for Secondary 3").click()
    desk.locator("#finder [type=search]:focus").wait_for()
    desk.keyboard.type("zeppelin")
    desk.keyboard.press("Enter")
    desk.get_by_role("button", name="Put “The zeppelin lands” there").click()
    says(desk, "The zeppelin lands, now Secondary 3 of 4.")


def test_a_picture_of_its_own_from_the_library(desk, program):
    Picture.objects.create(digest="7" * 64, title="Quay", alt="The quay", width=1600, height=1067, uploaded_by=program)
    place(desk, "Lead").locator("summary").click()
    desk.route("**/pictures/**/*.*", lambda route: route.fulfill(status=204))
    place(desk, "Lead").get_by_role("button", name="Own picture…").click()
    desk.get_by_role("dialog", name="Pictures").get_by_role("button", name="Quay").click()
    says(desk, "Lead has a picture of its own now.")
    assert place(desk, "Lead").locator("img").get_attribute("alt") == "The quay"


def test_without_javascript(at_the_desk, chief, stories):
    page = at_the_desk(chief, javascript=False)
    page.goto(EDITOR)
    page.get_by_role("button", name="Move “Story 2” up, to Lead").click()
    page.get_by_text("Story 2, now Lead.").wait_for()
    page.get_by_role("button", name="Publish…").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    page.get_by_text("Published. Readers see this front now.").wait_for()
    page.goto("/")
    assert page.locator(".front-lead h2").inner_text() == "Story 2"


def test_scheduled_rolled_back_and_looked_at_as_it_was(desk, stories, chief, open_browser):
    desk.get_by_role("button", name="Keep “Story 1” in Lead").click()
    says(desk, "Story 1, now Lead.")
    front = Front.of(None)
    old = front.save_version(Arrangement((Placed("lead", 1, stories[5].pk),)), by=chief, began_from=None)
    front.publish(old, by=chief)
    before = timezone.localtime()
    newer = front.save_version(Arrangement((Placed("lead", 1, stories[7].pk),)), by=chief, began_from=old)
    front.publish(newer, by=chief)

    # Two at once: nothing is lost, and the choice is offered.
    desk.get_by_role("button", name="Save", exact=True).click()
    desk.get_by_text("while you were arranging it").wait_for()
    desk.get_by_role("button", name="Save mine on top").click()
    desk.get_by_text("Saved. Readers see nothing of it").wait_for()

    desk.get_by_role("button", name="Publish…").click()
    ahead = timezone.localtime() + timedelta(hours=2)
    desk.get_by_label("Go live at").fill(f"{ahead:%Y-%m-%dT%H:%M}")
    desk.get_by_role("button", name="Publish", exact=True).click()
    desk.get_by_text("Scheduled. It goes live by itself").wait_for()
    assert Publication.objects.coming().count() == 1

    desk.get_by_role("link", name="History of the front of the paper").click()
    desk.get_by_role("button", name="Take back what is scheduled").click()
    desk.get_by_text("Taken back. It will not go live").wait_for()

    desk.get_by_role("link", name="Roll back to the version of").last.click()
    desk.get_by_role("button", name="Roll back").click()
    desk.get_by_text("Published. Readers see this front now.").wait_for()
    reader = open_browser()
    reader.goto("/")
    assert reader.locator(".front-lead h2").inner_text() == "Story 6"

    desk.goto("/desk/fronts/front/0/history/")
    desk.get_by_label("The front at").fill(f"{before - timedelta(days=1):%Y-%m-%dT%H:%M}")
    with desk.context.expect_page() as opened:
        desk.get_by_role("button", name="Show it").click()
    opened.value.get_by_text("What readers saw, at").wait_for()
    opened.value.get_by_text("No editor had published a front").wait_for()


def test_what_is_not_saved_is_previewed_in_a_tab_of_its_own(desk):
    desk.get_by_role("button", name="Move “Story 2” up, to Lead").click()
    says(desk, "Story 2, now Lead.")
    with desk.context.expect_page() as opened:
        desk.get_by_role("button", name="Preview").click()
    opened.value.get_by_text("Not saved yet, and seen by nobody but the desk").wait_for()
    assert opened.value.locator(".front-lead h2").inner_text() == "Story 2"
    assert not FrontVersion.objects.exists()


def test_what_was_arranged_before_the_session_ended_is_offered_back(desk, chief):
    desk.get_by_role("button", name="Keep “Story 1” in Lead").click()
    says(desk, "Story 1, now Lead.")
    desk.context.clear_cookies(name="sessionid")
    desk.get_by_role("button", name="Move “Story 3” up, to Secondary 1").click()
    says(desk, "You are no longer signed in. What you arranged is kept in this browser: sign in again and come back.")

    desk.on("dialog", lambda dialog: dialog.accept())
    desk.goto(EDITOR)
    desk.get_by_label("Username").fill(chief.username)
    desk.get_by_label("Password").fill(PASSWORD)
    desk.get_by_role("button", name="Log in").click()
    desk.get_by_role("button", name="Put it back").click()
    desk.get_by_role("button", name="Take “Story 1” off Lead").wait_for()
    desk.get_by_role("button", name="Save", exact=True).click()
    desk.get_by_text("Saved. Readers see nothing of it").wait_for()
    assert slots() == {("lead", 1): "Story 1"}
    desk.goto(EDITOR)
    assert desk.get_by_role("button", name="Put it back").count() == 0


def test_the_banner_is_put_up_with_a_story_and_taken_down(desk, make_story, open_browser):
    make_story(headline="The zeppelin lands", slug="zeppelin")
    desk.goto("/desk/fronts/banner/")
    desk.get_by_label("Text").fill("The zeppelin has landed")
    desk.locator(".select2-selection").click()
    desk.locator(".select2-search__field").last.fill("zeppelin")
    desk.locator(".select2-results__option--highlighted", has_text="The zeppelin lands").wait_for()
    desk.keyboard.press("Enter")
    desk.get_by_role("button", name="Put it up now").click()
    desk.get_by_text("It stands on every page until").wait_for()
    reader = open_browser()
    reader.goto("/")
    reader.get_by_role("link", name="The zeppelin has landed").wait_for()

    desk.get_by_role("button", name="Take it down now").click()
    desk.get_by_text("Taken down. Readers see no banner.").wait_for()
    assert Banner.standing() is None
