"""The job that the newsroom exists for: done at the desk by an editor, and watched by a reader in another window."""

from pathlib import Path

import pytest
from django.core.management import call_command

from articles.models import Article
from authors.models import Author
from pictures.models import Picture

ARCHIVE = Path(__file__).parents[1] / "data/wxr/cc-labs/wordpress.xml"
PHOTOGRAPH = Path(__file__).parents[1] / "data/images/Landscape_6.jpg"
HEADLINE = "Setting kernel clocksource to HPET solves mysterious performance issues"
ADDRESS = "/2012/04/setting-kernel-clocksource-to-hpet-solves-mysterious-performance-issues/"


@pytest.fixture
def archive(live_server):
    call_command("import_wordpress", str(ARCHIVE), verbosity=0)


def prose(page):
    """The body as it stands in the editor, once the editor is there."""
    page.locator("textarea[name=body][data-ready]").wait_for(state="attached")
    return page.frame_locator("iframe.cke_wysiwyg_frame").locator("body")


def write_at_the_end(page, words):
    prose(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    page.keyboard.type(words)


def choose(page, row, name):
    """Pick an author in a byline row's autocomplete, with the keyboard."""
    page.locator(f"#bylines-{row} .select2-selection").click()
    page.locator(".select2-search__field").last.fill(name)
    page.locator(".select2-results__option--highlighted", has_text=name).wait_for()
    page.keyboard.press("Enter")


def publish(page, change=None):
    """Publish what is saved; `change` is the label of what an update is."""
    page.get_by_role("button", name="Publish…", exact=True).click()
    if change:
        page.get_by_role("radio", name=change, exact=True).check()
    page.get_by_role("button", name="Publish", exact=True).click()
    page.get_by_text("Published. Readers see this version now.").wait_for()


def test_an_update_reaches_readers_when_it_is_published_and_not_before(archive, at_the_desk, open_browser, editor):
    desk, reader = at_the_desk(editor), open_browser()
    reader.goto(ADDRESS)
    assert reader.get_by_role("heading", level=1).inner_text() == HEADLINE
    assert reader.get_by_text("Updated").count() == 0

    desk.get_by_role("navigation", name="Desk").get_by_role("link", name="Stories").click()
    desk.locator("#searchbar").fill("clocksource hpet mysterious")
    desk.keyboard.press("Enter")
    desk.get_by_role("link", name=HEADLINE).click()
    desk.get_by_label("Headline").fill("The clock that slowed the servers")
    write_at_the_end(desk, "A later kernel no longer needs this.")
    desk.get_by_role("button", name="Save", exact=True).click()
    desk.get_by_text("Your changes are not live.").first.wait_for()

    feed = "/uncategorized/feed/"
    for address in (ADDRESS, "/uncategorized/", feed, "/feed/", "/"):
        page = reader.request.get(address).text()
        assert "no longer needs this" not in page
        assert "slowed the servers" not in page

    publish(desk, "Update")

    reader.goto(ADDRESS)
    assert reader.get_by_role("heading", level=1).inner_text() == "The clock that slowed the servers"
    assert reader.get_by_text("A later kernel no longer needs this.").is_visible()
    updated = Article.objects.get(slug=ADDRESS.split("/")[3]).updated_at
    assert updated.isoformat(timespec="seconds") in [
        time.get_attribute("datetime") for time in reader.locator("time").all()
    ]
    assert reader.get_by_text("Updated").first.is_visible()
    for address in ("/uncategorized/", feed, "/feed/"):
        page = reader.request.get(address).text()
        assert "The clock that slowed the servers" in page
        assert HEADLINE not in page


def test_a_story_from_nothing(at_the_desk, open_browser, editor, world, ann, bo):
    desk = at_the_desk(editor)
    desk.get_by_role("link", name="New story").click()
    desk.get_by_label("Kicker").fill("Ferries")
    desk.get_by_label("Headline").fill("The night boat returns")
    desk.get_by_label("Standfirst").fill("After nine years the harbour has lights at midnight again.")
    write_at_the_end(desk, "The first boat left at ten past twelve.")

    desk.get_by_role("button", name="Picture from the library").click()
    dialog = desk.get_by_role("dialog", name="Pictures")
    dialog.get_by_text("Add a picture").click()
    dialog.get_by_label("File").set_input_files(PHOTOGRAPH)
    dialog.get_by_label("Title").fill("The pier at night")
    dialog.get_by_label("Alternative text").fill("A boat with lit windows beside a pier")
    dialog.get_by_label("Credit").fill("Ann Weiss / The Paper")
    dialog.get_by_role("button", name="Add and use it").click()
    prose(desk).locator("figure img").wait_for()

    choose(desk, 0, "Ann Weiss")
    desk.get_by_text("Add another Byline").click()
    choose(desk, 1, "Bo Lind")
    desk.locator("#bylines-1").get_by_label("Role").select_option("Photographer")
    desk.locator("#bylines-1").get_by_role("button", name="Move this byline up").click()
    desk.locator("select[name=section]").select_option("World")
    desk.get_by_label("Topics").fill("Ferries, Night trains")
    desk.get_by_role("button", name="Save", exact=True).click()
    desk.get_by_text("A draft. Readers see nothing of it.").first.wait_for()

    story = Article.objects.get()
    picture = Picture.objects.get()
    assert story.working_copy.credits == [
        (Author.objects.get(name="Bo Lind").pk, "photographer"),
        (Author.objects.get(name="Ann Weiss").pk, "writer"),
    ]
    assert f'<figure data-picture="{picture.pk}">' in story.working_copy.body

    publish(desk)

    reader = open_browser()
    reader.goto("/")
    reader.get_by_role("link", name="The night boat returns").first.click()
    assert reader.get_by_role("heading", level=1).inner_text() == "The night boat returns"
    text = reader.locator("article").inner_text()
    for words in ("After nine years", "ten past twelve", "Ann Weiss / The Paper", "Ferries", "Night trains", "Bo Lind"):
        assert words in text
    shown = reader.get_by_alt_text("A boat with lit windows beside a pier")
    shown.scroll_into_view_if_needed()
    reader.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=shown.element_handle())


def test_a_contributor_writes_and_sends_for_review_and_finds_no_way_to_publish(at_the_desk, contributor, world):
    desk = at_the_desk(contributor)
    desk.get_by_role("link", name="New story").click()
    desk.get_by_label("Headline").fill("From a contributor")
    write_at_the_end(desk, "Words.")
    desk.get_by_role("button", name="Save", exact=True).click()
    assert desk.get_by_role("button", name="Publish").count() == 0
    desk.get_by_role("button", name="Send for review").click()
    desk.get_by_label("Note").fill("Ready.")
    desk.get_by_role("button", name="Send for review").click()
    desk.get_by_text("In review. Readers see nothing of it until an editor publishes it.").first.wait_for()
    desk.goto(f"/desk/articles/article/{Article.objects.get().pk}/act/publish/")
    assert desk.get_by_text("cora may not publish “From a contributor”. Ask an editor of the section.").is_visible()
    assert Article.objects.get().is_in_review


def test_an_admin_changes_a_bio_and_readers_see_it(at_the_desk, open_browser, people_admin, ann):
    desk = at_the_desk(people_admin)
    desk.get_by_role("navigation", name="Desk").get_by_role("link", name="Authors").click()
    desk.get_by_role("link", name="Ann Weiss").click()
    desk.locator("textarea[name=bio][data-ready]").wait_for(state="attached")
    desk.frame_locator("iframe.cke_wysiwyg_frame").locator("body").click()
    desk.keyboard.type("Ann has sailed every route.")
    desk.get_by_role("button", name="Save", exact=True).click()
    desk.get_by_text("was changed successfully").wait_for()
    reader = open_browser()
    reader.goto("/authors/ann-weiss/")
    assert reader.get_by_text("Ann has sailed every route.").is_visible()
