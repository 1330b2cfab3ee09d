"""The masthead by keyboard and without script."""

import pytest

from sections.models import Section


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
