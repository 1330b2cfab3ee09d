"""A real Chromium against the real site. A page that logs an error or asks another host for anything fails its test."""

import os

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test.testcases import LiveServerThread
from django.test.utils import override_settings
from playwright.sync_api import sync_playwright

import launcher.chromium

PASSWORD = "a-long-password-for-tests"


@pytest.fixture(scope="session")
def chromium():
    # Playwright's synchronous interface runs an event loop in this thread, which Django would take for async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=launcher.chromium.chromium("A test"), args=launcher.chromium.FLAGS
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def production_files(tmp_path_factory):
    """Settings with which the public site's static files, collected and fingerprinted, are served as in production."""
    production = {
        "STORAGES": settings.STORAGES
        | {"staticfiles": {"BACKEND": "newsroom.static_storage.FingerprintedStaticFiles"}},
        "STATIC_ROOT": tmp_path_factory.mktemp("static"),
    }
    ours = ["django.contrib.staticfiles.finders.FileSystemFinder"]  # what the desk adds takes seven seconds to compress
    with override_settings(**production, STATICFILES_FINDERS=ours):
        call_command("collectstatic", interactive=False, verbosity=0, skip_checks=True)
    return production


@pytest.fixture
def production_server(transactional_db, production_files):
    """The site as `live_server` serves it, but with the static files that readers get; has a `url`."""
    with override_settings(**production_files):
        # Django's own threads answer for static files themselves; here our middleware does, as in production.
        server = LiveServerThread("localhost", static_handler=lambda application: application)
        server.daemon = True
        server.start()
        server.is_ready.wait()
        server.url = f"http://{server.host}:{server.port}"
        yield server
        server.terminate()


@pytest.fixture
def open_browser(chromium, live_server):
    """`open_browser(width=…, scheme=…)`: a fresh browser window, as a person with no history would have it.

    One that may load what is `elsewhere` is not held to this site alone; its test says what answers there.
    """
    contexts, complaints = [], []

    def open_browser(*, width=1280, height=900, scheme="light", javascript=True, inspected=False, elsewhere=False):
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
        if not elsewhere:
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
