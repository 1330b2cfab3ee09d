"""The worker stands still for an hour in which fifty moments pass; readers notice nothing, and it catches up once."""

from datetime import timedelta
from http import HTTPStatus

import pytest
import time_machine
from django.utils import timezone
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from articles.models import Act, Article, Plan
from paper.announcing import tasks
from worker.loop import Worker
from worker.models import Heartbeat

MOMENTS = 50
KINDS = ["publish", "update", "unpublish"]
BEFORE = {"publish": 404, "update": 200, "unpublish": 200}
AFTER = {"publish": 200, "update": 200, "unpublish": 410}


@pytest.fixture
def posted(settings, monkeypatch):
    """What was sent to the search engines' address, in the order of sending."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.INDEXNOW_KEY = "0123456789abcdef"
    settings.SITE_URL = "https://paper.example"
    sent = []
    monkeypatch.setattr(tasks, "post", lambda address, body, content_type: sent.append(body))
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)
    return sent


@pytest.fixture
def moments(posted, make_story, editor):
    """Fifty stories, something planned for each, in an hour that begins in ten minutes: (story, what, moment)."""
    start, planned = timezone.now() + timedelta(minutes=10), []
    for number in range(MOMENTS):
        what, moment = KINDS[number % 3], start + timedelta(seconds=72 * number)
        story = make_story("draft" if what == "publish" else "updating", headline="Old", slug=f"story-{number}")
        if what == "unpublish":
            story.unpublish(by=editor, at=moment)
        else:
            story.publish(story.working_copy, by=editor, at=moment, change="update")
        planned.append((story, what, moment))
    DBTaskResult.objects.all().delete()  # what making them live told of
    return planned


def work():
    kept = {"interval": 0, "batch": True, "startup_delay": False, "max_tasks": None, "excluded_queue_names": []}
    Worker(queue_names=["*"], backend_name="default", worker_id="test", **kept).run()


def test_readers_see_each_on_time_and_each_effect_runs_once(client, posted, moments):
    for story, what, moment in moments:
        address = story.get_absolute_url()
        for when, status in ((moment - timedelta(seconds=1), BEFORE[what]), (moment, AFTER[what])):
            with time_machine.travel(when, tick=False):
                answer = client.get(address)
                assert (answer.status_code, what) == (status, what)
                if what == "update":
                    assert ("Old (newer)" in answer.content.decode()) == (when == moment)
    assert posted == []

    with time_machine.travel(moments[-1][2] + timedelta(minutes=5), tick=False):
        for _ in range(3):
            work()
    assert sorted(body.split(b"/story-")[1] for body in posted) == sorted(
        f'{number}/"]}}'.encode() for number in range(MOMENTS)
    )
    assert_each_happened_once(moments)


def test_it_catches_up_where_nobody_read_either(posted, moments):
    with time_machine.travel(moments[-1][2] + timedelta(minutes=5), tick=False):
        for _ in range(3):
            work()
    assert len(posted) == MOMENTS
    assert_each_happened_once(moments)


def assert_each_happened_once(moments):
    for story, what, moment in moments:
        (plan,) = Plan.objects.filter(article=story)
        assert (plan.ending.verb, plan.ending.at) == (what, moment)
        assert Act.objects.filter(article=story, at__gte=moment).count() == 1
    assert not Article.objects.filter(due_at__isnull=False).exists()
    assert not DBTaskResult.objects.exclude(status="SUCCESSFUL").exists()


def test_the_desk_says_when_it_last_ran(sign_in, editor, posted):
    desk = sign_in(editor)
    assert "The worker has never run. Stories go live and go away on time without it." in index(desk)
    work()
    for seconds, said in ((20, "The worker last ran 20 seconds ago."), (7200, "The worker last ran 2 hours ago.")):
        with time_machine.travel(Heartbeat.last() + timedelta(seconds=seconds), tick=False):
            page = index(sign_in(editor))
        assert said in page
        assert ('role="alert"' in page) == (seconds == 7200)


def index(desk):
    answer = desk.get("/desk/")
    assert answer.status_code == HTTPStatus.OK
    return answer.content.decode()
