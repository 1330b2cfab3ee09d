"""A hub and a search engine, which are told by the worker. Both are real servers, which answer as the test says."""

import json
import logging
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qsl

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from articles.copy import Copy
from articles.models import Plan, Series
from articles.models.byline import Role
from sections.models import Section
from worker.loop import Worker

SITE = "https://paper.example"
KEY = "0123456789abcdef"


class Listener(ThreadingHTTPServer):
    """Keeps what it is told, and answers with the statuses in `answers` and then with 200."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Ear)
        self.told, self.answers = [], []
        self.address = f"http://127.0.0.1:{self.server_port}"


class Ear(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.told.append((self.path, self.headers["Content-Type"], body))
        status, headers = self.server.answers.pop(0) if self.server.answers else (200, {})
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self):
        self.server.told.append((self.path, "GET", ""))

    def log_message(self, *args):
        pass


@pytest.fixture
def listener():
    with Listener() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def _real_queue(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.SITE_URL = SITE


@pytest.fixture
def hub(listener, settings):
    settings.WEBSUB_HUB = listener.address + "/hub"
    return listener


@pytest.fixture
def engine(listener, settings):
    settings.INDEXNOW_KEY, settings.INDEXNOW_ENDPOINT = KEY, listener.address + "/indexnow"
    return listener


@pytest.fixture
def work(db, monkeypatch):
    """Let the worker do all that is due."""
    # A test is one transaction on one connection, which the worker must leave open.
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)

    def work():
        Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id="test",
            excluded_queue_names=[],
        ).run()
        assert not DBTaskResult.objects.filter(status="FAILED").exists()

    return work


@pytest.fixture
def publish(make_story, editor):
    """A story that an editor publishes now."""

    def publish(**words):
        story = make_story("draft", **words)
        story.publish(story.working_copy, by=editor)
        return story

    return publish


def feeds(told):
    """The feeds that the hub was told of, without those in other formats."""
    ((_, content_type, body),) = told
    assert content_type == "application/x-www-form-urlencoded"
    (mode, *urls) = parse_qsl(body)
    assert mode == ("hub.mode", "publish")
    assert {name for name, _ in urls} == {"hub.url"}
    rss = [url for _, url in urls if url.endswith("feed/")]
    assert [url for _, url in urls] == [url + tail for url in rss for tail in ("", "atom/", "json/")]
    return {url.removeprefix(SITE) for url in rss}


def test_the_hub_is_told_of_every_feed_that_a_new_story_stands_in(hub, work, make_story, editor, ann, world, sport):
    isles = Section.objects.create(name="Isles", slug="isles", parent=world)
    story = make_story("draft", section=isles, credits=[(ann.pk, Role.WRITER)])
    story.further_sections.set([sport])

    story.publish(story.working_copy, by=editor)
    assert hub.told == []  # the worker tells, and not the editor's request
    work()

    assert feeds(hub.told) == {"/feed/", "/world/feed/", "/isles/feed/", "/sport/feed/", "/authors/ann-weiss/feed/"}
    assert hub.told[0][0] == "/hub"


def test_authors_topics_and_series_are_told_of_too(hub, work, publish, ann, bo):
    credits = [(ann.pk, Role.WRITER), (bo.pk, Role.PHOTOGRAPHER)]
    publish(credits=credits, topics=["Ferries"], series=Series.objects.create(name="Tide", slug="tide"))

    work()

    assert feeds(hub.told) == {
        *("/feed/", "/world/feed/", "/authors/ann-weiss/feed/", "/authors/bo-lind/feed/"),
        *("/topics/ferries/feed/", "/series/tide/feed/"),
    }


def test_search_engines_are_told_the_address(engine, work, publish):
    story = publish()

    work()

    ((path, content_type, body),) = engine.told
    assert (path, content_type) == ("/indexnow", "application/json; charset=utf-8")
    assert json.loads(body) == {
        "host": "paper.example",
        "key": KEY,
        "keyLocation": f"{SITE}/{KEY}.txt",
        "urlList": [SITE + story.get_absolute_url()],
    }


@pytest.mark.parametrize("act", ["update", "correct", "unpublish", "file"])
def test_what_happens_to_a_live_story_is_told(hub, work, publish, editor, world, act):
    story = publish()
    DBTaskResult.objects.all().delete()
    if act == "update":
        story.save_revision(Copy({"headline": "Ferry runs"}), by=editor, began_from=story.working_copy)
        story.publish(story.working_copy, by=editor, change="update")
    elif act == "correct":
        story.add_note("correction", "At six.", by=editor)
    elif act == "unpublish":
        story.unpublish(by=editor, note="Wrong.")
    else:
        story.file(by=editor, section=world, slug="elsewhere")

    work()

    told = {"/feed/", "/world/feed/"}
    assert feeds(hub.told) == (told | {"/corrections/feed/"} if act == "correct" else told)


def test_what_readers_do_not_see_is_not_told(hub, work, publish, make_story, editor):
    live = publish(headline="Live")
    DBTaskResult.objects.all().delete()
    live.save_revision(Copy({"headline": "Secret"}), by=editor, began_from=live.working_copy)
    make_story("draft").submit(by=editor)
    taken_back = make_story("scheduled", by=editor)
    assert Plan.objects.standing().count() == 1
    taken_back.unpublish(by=editor)
    assert not DBTaskResult.objects.exists()

    with time_machine.travel(timezone.now() + timedelta(days=2), tick=False):
        work()

    assert hub.told == []


def test_a_scheduled_story_is_told_of_at_its_moment(hub, work, make_story, editor):
    moment = timezone.now() + timedelta(hours=3)
    story = make_story("draft")
    story.publish(story.working_copy, by=editor, at=moment)
    work()
    assert hub.told == []

    with time_machine.travel(moment + timedelta(seconds=1), tick=False):
        work()

    assert feeds(hub.told) == {"/feed/", "/world/feed/"}


def test_a_story_that_was_put_off_is_told_of_at_its_new_moment_only(hub, work, make_story, editor):
    first, second = timezone.now() + timedelta(hours=3), timezone.now() + timedelta(hours=6)
    story = make_story("draft")
    story.publish(story.working_copy, by=editor, at=first)
    story.publish(story.working_copy, by=editor, at=second)

    for moment, told in ((first, 0), (second, 1)):
        with time_machine.travel(moment + timedelta(seconds=1), tick=False):
            work()
        assert len(hub.told) == told


def test_a_story_that_was_brought_forward_is_told_of_once(hub, work, make_story, editor):
    first, second = timezone.now() + timedelta(hours=6), timezone.now() + timedelta(hours=3)
    story = make_story("draft")
    for moment in (first, second):
        story.publish(story.working_copy, by=editor, at=moment)

    for moment in (second, first):
        with time_machine.travel(moment + timedelta(seconds=1), tick=False):
            work()

    assert feeds(hub.told) == {"/feed/", "/world/feed/"}


@pytest.mark.parametrize("what", ["update", "unpublish"])
def test_what_was_planned_for_a_live_story_is_told_of_at_its_moment(hub, work, make_story, editor, what):
    moment = timezone.now() + timedelta(hours=3)
    story = make_story("updating")
    if what == "update":
        story.publish(story.working_copy, by=editor, at=moment, change="update")
    else:
        story.unpublish(by=editor, at=moment)
    DBTaskResult.objects.all().delete()
    work()
    assert hub.told == []

    for later in (0, 1, 60):
        with time_machine.travel(moment + timedelta(seconds=later), tick=False):
            work()

    assert feeds(hub.told) == {"/feed/", "/world/feed/"}


def test_nobody_is_told_until_somebody_is_named(listener, work, publish):
    publish()

    assert not DBTaskResult.objects.exists()


def test_an_import_of_old_stories_tells_nobody(hub, make_story, program):
    make_story(at=timezone.now() - timedelta(days=3)).add_note("correction", "At six.", by=program)

    assert not DBTaskResult.objects.exists()


def test_what_did_not_come_about_is_not_told(hub, work, publish):
    with transaction.atomic():
        publish()
        transaction.set_rollback(True)

    work()
    assert hub.told == []


@pytest.mark.parametrize(
    ("status", "headers", "pause"),
    [(503, {}, 30), (500, {}, 30), (429, {"Retry-After": "90"}, 90), (429, {"Retry-After": "Fri, 31 Dec 1999"}, 30)],
)
def test_a_hub_that_is_too_busy_is_told_later(hub, work, publish, status, headers, pause):
    hub.answers = [(status, headers)]
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        publish()
        work()
        work()
    assert len(hub.told) == 1

    with time_machine.travel(now + timedelta(seconds=pause - 1), tick=False):
        work()
    assert len(hub.told) == 1
    with time_machine.travel(now + timedelta(seconds=pause + 1), tick=False):
        work()
    assert len(hub.told) == 2
    assert hub.told[0] == hub.told[1]
    assert not DBTaskResult.objects.filter(status="READY").exists()


def test_after_six_attempts_it_is_left_at_that(hub, work, publish, caplog):
    hub.answers = [(503, {})] * 20
    publish()

    moment = timezone.now()
    for _ in range(10):
        moment += timedelta(days=1)
        with time_machine.travel(moment, tick=False):
            work()

    assert len(hub.told) == 6
    assert "was not told of https://paper.example/feed/, in 6 attempts: it answered 503" in caplog.text


@pytest.mark.parametrize("status", [301, 302, 307, 400, 403, 404, 410, 422])
def test_a_hub_that_never_will_is_not_asked_again(hub, work, publish, caplog, status):
    hub.answers = [(status, {"Location": hub.address + "/elsewhere"})]
    publish()

    with caplog.at_level(logging.WARNING):
        work()

    assert [path for path, _, _ in hub.told] == ["/hub"]
    assert f"will not be told of {SITE}/feed/: it answered {status}" in caplog.text
    assert not DBTaskResult.objects.filter(status="READY").exists()


def test_a_hub_that_is_not_there_is_tried_again(settings, work, publish):
    with Listener() as gone:
        settings.WEBSUB_HUB = gone.address
    publish()

    work()

    assert DBTaskResult.objects.filter(status="READY", run_after__gt=timezone.now()).count() == 1
