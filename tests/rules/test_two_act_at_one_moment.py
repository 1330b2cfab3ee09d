"""Real threads on real connections meet at the moment for which something is planned: one outcome, one effect."""

import threading
from datetime import timedelta
from functools import partial

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from articles import settling
from articles.copy import Copy
from articles.models import Act, Article, Plan, UpdateNote

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 100
HOUR = timedelta(hours=1)


def together(*acts):
    """Do all of these at once, each on a connection of its own. Returns what went wrong; a refusal is none."""
    start, wrong = threading.Barrier(len(acts)), {}

    def run(place, act):
        try:
            start.wait(timeout=30)
            act()
        except ValidationError:
            pass
        except Exception as error:
            wrong[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert not any(thread.is_alive() for thread in threads), "a deadlock"
    return wrong


def own(story):
    """The story as another request would load it."""
    return Article.objects.get(pk=story.pk)


@pytest.fixture
def story(make_story):
    return make_story("live", headline="Live")


def plan_update(story, by, headline, moment, **account):
    newer = Copy.of(story.working_copy).with_value("headline", headline)
    newer = story.save_revision(newer, by=by, began_from=story.working_copy)
    story.publish(newer, by=by, at=moment, **account)


def rounds(number=ROUNDS):
    """A moment for each round, an hour apart, so that the clock only ever goes forward."""
    now = timezone.now()
    return [now + HOUR * count for count in range(1, 2 * number, 2)]


def test_two_requests_and_the_worker_settle_one_update(story, program):
    for number, moment in enumerate(rounds()):
        with time_machine.travel(moment - HOUR / 2, tick=False):
            plan_update(story, program, f"Words {number}", moment)
        with time_machine.travel(moment, tick=False):
            assert together(*[settling.look] * 3) == {}
            story = own(story)
            assert (story.headline, story.updated_at, story.due_at) == (f"Words {number}", moment, None)
    acts = Act.objects.filter(verb="update")
    assert acts.count() == ROUNDS
    assert set(acts.values_list("ended_plans__what", flat=True)) == {"update"}
    assert not Plan.objects.standing().exists()


def test_the_note_of_a_planned_update_is_written_once(story, program):
    for number, moment in enumerate(rounds()):
        with time_machine.travel(moment - HOUR / 2, tick=False):
            plan_update(story, program, f"Words {number}", moment, change="correction", told=f"Note {number}")
        with time_machine.travel(moment, tick=False):
            assert together(*[settling.look] * 3) == {}
            story = own(story)
    versions = story.versions.filter(change="correction").order_by("pk")
    told = [(f"Words {number}", f"Note {number}") for number in range(ROUNDS)]
    assert [(one.revision.headline, one.note.text) for one in versions] == told
    assert all(one.at == one.note.at for one in versions)
    assert UpdateNote.objects.count() == ROUNDS


def test_two_publish_one_change_at_once_and_readers_are_told_once(story, program):
    for number in range(ROUNDS):
        newer = Copy.of(story.working_copy).with_value("headline", f"Words {number}")
        newer = story.save_revision(newer, by=program, began_from=story.working_copy)
        account = {"by": program, "change": "correction", "told": f"Note {number}"}
        assert together(*[partial(own(story).publish, newer, **account) for _ in range(2)]) == {}
    assert (story.versions.count(), UpdateNote.objects.count()) == (1 + ROUNDS, ROUNDS)


def test_a_save_meets_the_moment(story, program):
    for number, moment in enumerate(rounds()):
        with time_machine.travel(moment - HOUR / 2, tick=False):
            plan_update(story, program, f"Words {number}", moment)
        with time_machine.travel(moment, tick=False):
            typed, began = Copy.of(story.working_copy).with_value("standfirst", f"Typed {number}"), story.working_copy
            save = partial(own(story).save_revision, typed, by=program, began_from=began)
            assert together(settling.look, save) == {}
            story = own(story)
            assert (story.headline, story.standfirst) == (f"Words {number}", f"Typed {number - 1}" if number else "")
            assert story.working_copy.standfirst == f"Typed {number}"
    assert Act.objects.filter(verb="update").count() == ROUNDS


def test_planning_meets_unpublishing(make_story, program):
    """Whoever comes first: nothing stays planned for a story that is gone, and none comes back by itself."""
    outcomes = set()
    for number, moment in enumerate(rounds()):
        with time_machine.travel(moment - HOUR / 2, tick=False):
            story = make_story("updating", headline="Live", slug=f"story-{number}", at=timezone.now() - HOUR)
            plan = partial(own(story).publish, story.working_copy, by=program, at=moment)
            assert together(plan, partial(own(story).unpublish, by=program)) == {}
        with time_machine.travel(moment, tick=False):
            settling.look()
            story = own(story)
            assert (story.status, story.due_at) == ("unpublished", None)
            outcomes.add(story.plans.count())
    assert not Plan.objects.standing().exists()
    assert not Act.objects.filter(verb="update").exists()
    assert outcomes <= {0, 1}


def test_calling_off_meets_the_moment(story, program):
    """It happened or it was called off, and never both."""
    for number, moment in enumerate(rounds()):
        with time_machine.travel(moment - HOUR / 2, tick=False):
            plan_update(story, program, f"Words {number}", moment)
        before = story.headline
        with time_machine.travel(moment, tick=False):
            assert together(settling.look, partial(own(story).call_off, "update", by=program)) == {}
            story = own(story)
        (plan,) = Plan.objects.filter(at=moment)
        assert story.headline == (f"Words {number}" if plan.ending.verb == "update" else before)
    endings = list(Act.objects.filter(ended_plans__isnull=False).values_list("verb", flat=True))
    assert len(endings) == ROUNDS


def test_moving_twice_at_once_leaves_one_plan(story, program):
    plan_update(story, program, "Words", timezone.now() + HOUR)
    for number in range(ROUNDS):
        moments = [timezone.now() + HOUR * (2 + 2 * number + each) for each in range(2)]
        moves = [partial(own(story).publish, story.working_copy, by=program, at=at) for at in moments]
        assert together(*moves) == {}
        (plan,) = Plan.objects.standing()
        assert plan.at in moments
        assert own(story).update_at == own(story).due_at == plan.at
