"""An embargo is a lock: before its moment the story goes live on no path, and only a chief editor opens it early."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Article

DAY = timedelta(days=1)
WHY = "The agency asks for it."


@pytest.fixture
def until():
    return timezone.now() + 2 * DAY


def test_whoever_writes_locks_the_story_and_says_who_asked(make_story, contributor, until):
    story = make_story("draft", by=contributor)
    story.embargo(until, by=contributor, reason=WHY)
    story.embargo(until, by=contributor, reason=WHY)
    assert [(act.verb, act.by) for act in story.acts.filter(verb="embargo")] == [("embargo", contributor)]
    assert story.acts.first().note.endswith(WHY)
    assert story.is_embargoed()


@pytest.mark.parametrize("who", ["editor", "chief", "program"])
def test_nobody_publishes_before_the_moment(make_story, request, who):
    story, by = make_story("embargoed"), request.getfixturevalue(who)
    for at in (None, timezone.now() + DAY):
        with pytest.raises(ValidationError, match="is embargoed until") as caught:
            story.publish(story.working_copy, by=by, at=at)
        assert caught.value.code == "embargoed"
    assert Article.objects.get().is_drafted


def test_the_database_holds_it_too(make_story):
    story = make_story("scheduled")
    with pytest.raises(IntegrityError, match="article_embargo_holds"), transaction.atomic():
        Article.objects.update(embargo_until=story.published_at + DAY)


def test_it_is_scheduled_for_the_moment_itself(client, make_story, editor):
    story = make_story("embargoed")
    story.publish(story.working_copy, by=editor, at=story.embargo_until)
    for away, status in ((-timedelta(microseconds=1), 404), (timedelta(0), 200)):
        with time_machine.travel(story.embargo_until + away, tick=False):
            assert client.get(story.get_absolute_url()).status_code == status


def test_once_it_has_ended_the_story_is_published_as_any_other(make_story, editor):
    story = make_story("embargoed")
    with time_machine.travel(story.embargo_until, tick=False):
        story.publish(story.working_copy, by=editor)
        assert story.is_live()


def test_only_a_chief_editor_lifts_it_early_and_says_why(make_story, editor, contributor, chief):
    story = make_story("embargoed", by=contributor)
    for user in (contributor, editor):
        with pytest.raises(PermissionDenied):
            story.lift_embargo(by=user, reason="It is out elsewhere.")
    with pytest.raises(ValidationError, match="Write why"):
        story.lift_embargo(by=chief, reason=" ")
    for _ in range(2):
        story.lift_embargo(by=chief, reason="It is out elsewhere.")
    (act,) = story.acts.filter(verb="lift")
    assert (act.by, act.note.endswith("It is out elsewhere.")) == (chief, True)
    story.publish(story.working_copy, by=editor)
    assert story.is_live()


def test_it_is_put_off_and_not_brought_forward(make_story, editor, until):
    story = make_story("embargoed")
    story.embargo(until + DAY, by=editor, reason=WHY)
    with pytest.raises(ValidationError, match="A chief editor can lift that"):
        story.embargo(until, by=editor, reason=WHY)
    assert story.embargo_until == until + DAY


@pytest.mark.parametrize("state", ["live", "unpublished"])
def test_what_readers_have_seen_cannot_be_embargoed(make_story, editor, until, state):
    with pytest.raises(ValidationError, match="cannot be embargoed any more"):
        make_story(state).embargo(until, by=editor, reason=WHY)


def test_a_story_that_would_go_live_before_is_moved_first(make_story, editor, until):
    story = make_story("scheduled")
    with pytest.raises(ValidationError, match="Move it first"):
        story.embargo(until, by=editor, reason=WHY)
    story.publish(story.working_copy, by=editor, at=until)
    story.embargo(until, by=editor, reason=WHY)
    with pytest.raises(ValidationError, match="is embargoed until"):
        story.publish(story.working_copy, by=editor, at=until - timedelta(seconds=1))


@pytest.mark.parametrize(
    ("days", "why", "sentence"), [(-1, WHY, "has passed"), (1, " ", "Write who asked"), (9000, WHY, "ten years")]
)
def test_an_embargo_that_makes_no_sense_is_refused(make_story, editor, days, why, sentence):
    with pytest.raises(ValidationError, match=sentence):
        make_story("draft").embargo(timezone.now() + days * DAY, by=editor, reason=why)


def test_who_may_not_write_may_not_lock(make_story, contributor, until):
    with pytest.raises(PermissionDenied):
        make_story("draft").embargo(until, by=contributor, reason=WHY)
