"""People, sections and stories, built with the verbs that the newsroom itself uses."""

from datetime import timedelta
from pathlib import Path

import hypothesis
import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.storage import storages
from django.db import connection
from django.utils import timezone

from accounts.machine import machine
from accounts.models import User
from articles import settling
from articles.copy import Copy
from articles.models import Article
from authors.models import Author
from desk.roles import make_roles
from launcher.chromium import chromium
from launcher.failure import Failure
from sections.models import Section

# Speed is not measured in tests, and what a test finds it finds again.
hypothesis.settings.register_profile("newsroom", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("newsroom")

PASSWORD = "a-long-password-for-tests"
BROWSER = Path(__file__).parent / "browser"


def pytest_configure(config):
    """Says at the start, in one sentence, that the tests in a browser have none; not in a traceback for each."""
    if hasattr(config, "workerinput") or not _is_wanted(BROWSER, config):
        return
    try:
        chromium("`make test`")
    except Failure as failure:
        without = 'without those in a browser, make test ARGS="--ignore=tests/browser" runs the tests'
        raise pytest.UsageError(f"{str(failure).removesuffix('.')}; {without}.") from None


def _is_wanted(folder, config):
    def named(texts):
        return [(config.invocation_params.dir / text.partition("::")[0]).resolve() for text in texts or ()]

    left_out = any(folder.is_relative_to(path) for path in named(config.getoption("ignore")))
    return not left_out and any(
        folder.is_relative_to(path) or path.is_relative_to(folder) for path in named(config.args)
    )


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    # Tests with real transactions empty every table between them, and the record lets nobody do that.
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for table in ("record_entry", "record_link"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {table}_never_emptied")


@pytest.fixture(scope="session", autouse=True)
def _pictures_in_a_temporary_folder(tmp_path_factory):
    # A model field keeps the storage that it was given at import, so the storage itself moves house.
    for name in ("originals", "renditions"):
        storages[name].__dict__ |= dict.fromkeys(["base_location", "location"], str(tmp_path_factory.mktemp(name)))


@pytest.fixture(autouse=True)
def _looked_at_what_is_due(request):
    """Each test begins as a server that has just looked, so that the look of every half minute is in nobody's count."""
    if {"db", "transactional_db", "live_server"} & set(request.fixturenames):
        request.getfixturevalue("transactional_db" if "transactional_db" in request.fixturenames else "db")
        settling.look()


@pytest.fixture
def make_user(db):
    def make(username, *roles, sections=()):
        if not Group.objects.exists():
            make_roles(Group, Permission)  # a browser's test empties all tables afterwards, and roles are rows
        user = User.objects.create_user(username, password=PASSWORD, is_staff=True)
        user.groups.set(Group.objects.filter(name__in=roles))
        assert user.groups.count() == len(roles)
        user.sections.set(sections)
        return user

    return make


@pytest.fixture
def contributor(make_user):
    return make_user("cora", "Contributor")


@pytest.fixture
def editor(make_user):
    return make_user("edda", "Editor")


@pytest.fixture
def chief(make_user):
    return make_user("chris", "Chief editor")


@pytest.fixture
def people_admin(make_user):
    return make_user("ada", "Admin")


@pytest.fixture
def world(db):
    return Section.objects.create(name="World", slug="world")


@pytest.fixture
def sport(db):
    return Section.objects.create(name="Sport", slug="sport")


@pytest.fixture
def ann(db):
    return Author.objects.create(name="Ann Weiss", slug="ann-weiss", job_title="Correspondent")


@pytest.fixture
def bo(db):
    return Author.objects.create(name="Bo Lind", slug="bo-lind")


@pytest.fixture
def program(db):
    """An account that may do everything and can name moments in the past."""
    return machine("test-program")


@pytest.fixture
def make_story(program, world):
    """`make_story("live", headline="…")`: a story in a state, by the verbs. Live ones are a day old.

    States: draft, review, embargoed (a draft, for two days), scheduled, live, updating (live, with a newer working
    copy), planned (updating, and that goes live tomorrow), ending (live, unpublished tomorrow), unpublished.
    """

    def make(state="live", *, by=None, section=None, at=None, credits=(), topics=(), slug="", **words):
        words = {"headline": "Ferry to run again", "body": "<p>The ferry runs again.</p>", **words}
        copy = Copy(words, credits, frozenset(topics))
        article = Article.draft(copy, by=by or program, section=section or world, slug=slug)
        if state == "review":
            article.submit(by=by or program)
        if state == "embargoed":
            article.embargo(timezone.now() + timedelta(days=2), by=program, reason="The agency asks for it.")
        if state in {"live", "updating", "planned", "ending", "unpublished"}:
            yesterday = timezone.now() - timedelta(days=1)
            article.publish(article.working_copy, by=program, at=at or yesterday)
        if state == "scheduled":
            tomorrow = timezone.now() + timedelta(days=1)
            article.publish(article.working_copy, by=program, at=at or tomorrow)
        if state in {"updating", "planned"}:
            newer = Copy({**words, "headline": f"{words['headline']} (newer)"}, credits, frozenset(topics))
            article.save_revision(newer, by=program, began_from=article.working_copy)
        if state == "planned":
            article.publish(article.working_copy, by=program, at=timezone.now() + timedelta(days=1))
        if state == "ending":
            article.unpublish(by=program, at=timezone.now() + timedelta(days=1))
        if state == "unpublished":
            article.unpublish(by=program, note="Wrong.")
        return article

    return make


@pytest.fixture
def sign_in(client):
    def sign_in(user):
        client.force_login(user)
        return client

    return sign_in
