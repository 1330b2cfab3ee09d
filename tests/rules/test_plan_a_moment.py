"""An update or an unpublication is planned, moved and called off, and happens on the second whoever asks first."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import settling
from articles.copy import Copy
from articles.models import Act, Article, Plan

HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)


def change(story, by, headline):
    copy = Copy.of(story.working_copy)
    return story.save_revision(copy.with_value("headline", headline), by=by, began_from=story.working_copy)


def told(story):
    """The acts since the first publication: verb, who, when."""
    acts = list(story.acts.order_by("pk").values_list("verb", "by__username", "at"))
    return acts[2:]


def at(moment):
    return time_machine.travel(moment, tick=False)


def seen(client, story):
    """What a reader's next request shows: the status, and which of the headlines."""
    answer = client.get(story.get_absolute_url())
    page = answer.content.decode()
    return answer.status_code, "New" if "New words" in page else "Old" if "Old words" in page else ""


@pytest.fixture
def story(make_story):
    return make_story("live", headline="Old words")


def test_an_update_goes_live_at_its_moment_and_says_so(client, story, editor):
    moment = timezone.now() + HOUR
    newer = change(story, editor, "New words")
    story.publish(newer, by=editor, at=moment, change="update")
    assert (story.headline, story.update_at, story.updated_at) == ("Old words", moment, None)

    for when, status, words in ((moment - SECOND, 200, "Old"), (moment, 200, "New"), (moment + HOUR, 200, "New")):
        with at(when):
            assert seen(client, story) == (status, words)
    story = Article.objects.get()
    assert (story.updated_at, story.update_at, story.due_at) == (moment, None, None)
    assert [(verb, who) for verb, who, _ in told(story)] == [("plan", "edda"), ("update", "edda")]
    assert told(story)[-1][2] == moment


def test_an_unpublication_happens_at_its_moment(client, story, editor):
    moment = timezone.now() + HOUR
    story.unpublish(by=editor, at=moment, note="The licence ends.")

    for when, status in ((moment - SECOND, 200), (moment, 410), (moment + HOUR, 410)):
        with at(when):
            assert client.get(story.get_absolute_url()).status_code == status
    story = Article.objects.get()
    assert (story.status, story.unpublish_at) == ("unpublished", None)
    ended = story.acts.first()
    assert (ended.verb, ended.by, ended.at, ended.note) == ("unpublish", editor, moment, "The licence ends.")


def test_it_is_decided_by_the_clock_even_where_nobody_settles(client, story, editor, settings):
    settings.MIDDLEWARE = [each for each in settings.MIDDLEWARE if "SettleFirst" not in each]
    story.unpublish(by=editor, at=timezone.now() + HOUR)
    with at(timezone.now() + HOUR):
        assert client.get(story.get_absolute_url()).status_code == 410
        assert "Old words" not in client.get("/").content.decode()
    assert Article.objects.get().status == "published"


def test_what_goes_live_is_what_was_planned_and_not_what_was_saved_since(story, editor):
    moment = timezone.now() + HOUR
    story.publish(change(story, editor, "Planned"), by=editor, at=moment, change="update")
    change(story, editor, "Still being written")
    with at(moment):
        story.settle()
        story.refresh_from_db()
        assert (story.headline, story.working_copy.headline) == ("Planned", "Still being written")
        assert story.is_being_updated


def test_publishing_before_takes_the_place_of_what_was_planned(story, editor):
    moment = timezone.now() + HOUR
    story.publish(change(story, editor, "Planned"), by=editor, at=moment, change="update")
    story.publish(change(story, editor, "Sooner"), by=editor, change="update")
    with at(moment + HOUR):
        settling.look()
        story.refresh_from_db()
    assert (story.headline, story.update_at) == ("Sooner", None)
    assert [verb for verb, _, _ in told(story)] == ["plan", "update"]


@pytest.mark.parametrize("what", Plan.What.values)
def test_what_is_planned_is_moved(client, make_story, editor, what):
    first, second = timezone.now() + HOUR, timezone.now() + 2 * HOUR
    story = make_story("draft" if what == "publish" else "updating", headline="Old words")
    for moment in (first, second, second):
        if what == "unpublish":
            story.unpublish(by=editor, at=moment)
        else:
            story.publish(story.working_copy, by=editor, at=moment, change="update" if what == "update" else None)
    assert Plan.objects.get(ending=None).at == second
    assert Plan.objects.count() == 2
    for moment, settled in ((first, 0), (second, 1)):
        with at(moment):
            assert settling.look() == settled


@pytest.mark.parametrize("what", ["update", "unpublish"])
def test_what_is_planned_is_called_off(story, editor, what):
    moment = timezone.now() + HOUR
    newer = change(story, editor, "New words")
    story.publish(newer, by=editor, at=moment, change="update")
    story.unpublish(by=editor, at=moment + HOUR)
    for _ in range(2):
        story.call_off(what, by=editor, note="Not yet.")
    with at(moment + 2 * HOUR):
        settling.look()
        story.refresh_from_db()
        assert (story.headline, story.is_live()) == (("Old words", False) if what == "update" else ("New words", True))
    called = Act.objects.get(verb="call_off")
    assert called.note.endswith("Not yet.")
    assert list(called.ended_plans.values_list("what", flat=True)) == [what]


def test_a_publication_that_is_called_off_leaves_a_draft(make_story, editor):
    story = make_story("scheduled")
    story.call_off("publish", by=editor)
    assert Article.objects.get().is_drafted
    assert not Plan.objects.standing().exists()


def test_unpublishing_now_calls_off_everything(story, editor):
    moment = timezone.now() + HOUR
    story.publish(change(story, editor, "New words"), by=editor, at=moment, change="update")
    story.unpublish(by=editor, at=moment + HOUR)
    story.unpublish(by=editor)
    assert not Plan.objects.standing().exists()
    assert Article.objects.get().due_at is None


def test_a_scheduled_story_may_have_an_end(make_story, editor):
    story = make_story("scheduled")
    with pytest.raises(ValidationError, match=r"goes live on .* so it cannot be gone before"):
        story.unpublish(by=editor, at=story.published_at)
    story.unpublish(by=editor, at=story.published_at + HOUR)
    with pytest.raises(ValidationError, match=r"is unpublished on .* before that"):
        story.publish(story.working_copy, by=editor, at=story.published_at + 2 * HOUR)
    with at(story.published_at + 3 * HOUR):
        assert settling.look() == 1
    verbs = [(verb, when) for verb, _, when in told(story)[1:]]
    assert verbs == [("publish", story.published_at), ("unpublish", story.published_at + HOUR)]


@pytest.mark.parametrize(
    ("minutes", "sentence"), [(-1, "That moment has passed"), (0.5, "less than a minute ahead"), (9e6, "ten years")]
)
def test_a_moment_that_makes_no_sense_is_refused(story, editor, minutes, sentence):
    newer = change(story, editor, "New words")
    with pytest.raises(ValidationError, match=sentence):
        story.publish(newer, by=editor, at=timezone.now() + timedelta(minutes=minutes), change="update")
    assert not Plan.objects.exists()


def test_moves_that_contradict_what_is_planned_are_refused(make_story, story, editor):
    moment, newer = timezone.now() + HOUR, change(story, editor, "New words")
    story.unpublish(by=editor, at=moment)
    with pytest.raises(ValidationError, match="is unpublished on"):
        story.publish(newer, by=editor, at=moment, change="update")
    story.publish(newer, by=editor, at=moment - SECOND, change="update")
    with pytest.raises(ValidationError, match="Call it off, or choose a later time"):
        story.unpublish(by=editor, at=moment - 2 * SECOND)
    with pytest.raises(ValidationError, match="is draft, so there is nothing to take away"):
        make_story("draft").unpublish(by=editor, at=moment)
    other, gone = make_story("live"), make_story("unpublished")
    with pytest.raises(ValidationError, match="Readers see this version already"):
        other.publish(other.working_copy, by=editor, at=moment)
    with pytest.raises(ValidationError, match="published again at once"):
        gone.publish(gone.working_copy, by=editor, at=moment)


def test_only_those_who_publish_plan_and_call_off(make_story, contributor, editor):
    story = make_story("planned", by=contributor)
    moment = timezone.now() + HOUR
    for act in (
        lambda: story.publish(story.working_copy, by=contributor, at=moment),
        lambda: story.unpublish(by=contributor, at=moment),
        lambda: story.call_off("update", by=contributor),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert Plan.objects.get(ending=None).at == story.update_at


def test_a_plan_never_changes_and_ends_once(story, editor):
    story.unpublish(by=editor, at=timezone.now() + HOUR)
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        Plan.objects.update(at=timezone.now() + 2 * HOUR)
    story.call_off("unpublish", by=editor)
    with pytest.raises(IntegrityError, match="ends once"), transaction.atomic():
        Plan.objects.update(ending=Act.objects.first())


def test_a_verb_after_the_moment_finds_that_it_has_come(story, editor):
    moment = timezone.now() + HOUR
    story.unpublish(by=editor, at=moment)
    with at(moment + SECOND), pytest.raises(ValidationError, match="is not published"), transaction.atomic():
        story.add_note("update", "More.", by=editor)


def test_a_story_that_cannot_be_settled_does_not_take_the_paper_with_it(
    client, make_story, editor, monkeypatch, caplog
):
    moment = timezone.now() + HOUR
    broken, fine = make_story("live", headline="Broken"), make_story("live", headline="Fine")
    for story in (broken, fine):
        story.unpublish(by=editor, at=moment)
    settle = Article.settle
    monkeypatch.setattr(Article, "settle", lambda self: 1 / 0 if self.pk == broken.pk else settle(self))
    with at(moment):
        assert client.get("/").status_code == 200
    assert "could not be settled" in caplog.text
    assert Article.objects.get(pk=fine.pk).status == "unpublished"
    monkeypatch.undo()
    with at(moment + timedelta(seconds=31)):
        client.get("/")
    assert Article.objects.get(pk=broken.pk).status == "unpublished"


MICROSECONDS = st.integers(-3_000_000, 3_000_000)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(offset=MICROSECONDS, what=st.sampled_from(["update", "unpublish"]))
def test_the_boundary_is_the_moment_itself(client, make_story, editor, offset, what):
    with transaction.atomic():
        story = make_story("live", headline="Old words")
        moment = timezone.now() + HOUR
        if what == "update":
            story.publish(change(story, editor, "New words"), by=editor, at=moment, change="update")
        else:
            story.unpublish(by=editor, at=moment)
        with at(moment + timedelta(microseconds=offset)):
            shown = seen(client, story)
        before = (200, "Old")
        assert shown == (before if offset < 0 else (200, "New") if what == "update" else (410, ""))
        settling.look()
        transaction.set_rollback(True)
