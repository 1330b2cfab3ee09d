"""A real Chromium against the real site. A page that logs an error or asks another host for anything fails its test."""

import os

import pytest
from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PASSWORD = "a-long-password-for-tests"


@pytest.fixture(scope="session")
def chromium():
    # Playwright's synchronous interface runs an event loop in this thread, which Django would take for async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_browser(chromium, live_server):
    """`open_browser(width=…, scheme=…)`: a fresh browser window, as a person with no history would have it."""
    contexts, complaints = [], []

    def open_browser(*, width=1280, height=900, scheme="light", javascript=True, inspected=False):
        # An inspected page lets axe-core put its own styles in, which our policy would rightly refuse.
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=javascript,
            reduced_motion="reduce",
            bypass_csp=inspected,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.on("console", lambda message: _listen(message, page, complaints))
        page.on("request", lambda request: _stay_home(request, live_server.url, complaints))
        return page

    yield open_browser
    for context in contexts:
        context.close()
    assert complaints == []


def _listen(message, page, complaints):
    # A page that is meant to answer 404, 410 or 403 is announced by the browser as a failed resource.
    if message.type == "error" and "status of 4" not in message.text:
        complaints.append(f"{page.url}: {message.text}")


def _stay_home(request, home, complaints):
    if not request.url.startswith((home, "data:", "blob:", "about:")):
        complaints.append(f"asked for {request.url}")


@pytest.fixture
def at_the_desk(open_browser):
    """`at_the_desk(user)`: a window in which `user` has signed in by the form."""

    def sign_in(user, **window):
        page = open_browser(**window)
        page.goto("/desk/")
        page.get_by_label("Username").fill(user.username)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        page.wait_for_url("**/desk/")
        return page

    return sign_in
