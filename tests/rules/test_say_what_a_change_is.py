"""Whoever changes what readers have seen says what the change is; that decides what readers are told."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.copy import Copy
from articles.models import Article, Plan, PublishedVersion, UpdateNote
from articles.models.change import EXPLAINED, MOVING, NAMED

HOUR = timedelta(hours=1)


def change(story, by, **fields):
    copy = Copy.of(story.working_copy)
    for field, value in fields.items():
        copy = copy.with_value(field, value)
    return story.save_revision(copy, by=by, began_from=story.working_copy)


def versions(story):
    """What readers were shown, oldest first: the kind of change, its headline, and the note to it."""
    rows = story.versions.order_by("pk").values_list("change", "revision__headline", "note__text")
    return list(rows)


@pytest.fixture
def story(make_story):
    return make_story("live", headline="Old")


@pytest.mark.parametrize("kind", NAMED)
def test_the_kind_decides_about_updated_and_the_note(story, editor, kind):
    told = "It was nine, not ten." if kind in EXPLAINED else ""
    story.publish(change(story, editor, headline="New"), by=editor, change=kind, told=told)
    story = Article.objects.get()
    version = story.versions.first()
    assert versions(story) == [("first", "Old", None), (kind, "New", told or None)]
    assert story.updated_at == (version.at if kind in MOVING else None)
    assert list(UpdateNote.objects.values_list("kind", "text", "at")) == ([(kind, told, version.at)] if told else [])
    assert (version.by, version.revision_id) == (editor, story.live_revision_id)


def test_an_update_may_have_a_note(story, editor):
    story.publish(change(story, editor, headline="New"), by=editor, change="update", told=" Both sides met. ")
    assert versions(story)[1:] == [("update", "New", "Both sides met.")]
    assert story.acts.first().note == "Update. Both sides met."


@pytest.mark.parametrize("kind", [None, "", "first", "again", "unread", "nonsense"])
def test_a_change_without_a_kind_is_refused(story, editor, kind):
    with pytest.raises(ValidationError, match="Say what the change is") as refused:
        story.publish(change(story, editor, headline="New"), by=editor, change=kind)
    assert refused.value.code == "change_unnamed"
    assert Article.objects.get().headline == "Old"


@pytest.mark.parametrize("kind", sorted(EXPLAINED))
def test_what_has_to_be_told_is_not_published_untold(story, editor, kind):
    with pytest.raises(ValidationError, match=f"A {kind} is told to readers") as refused:
        story.publish(change(story, editor, headline="New"), by=editor, change=kind, told="  ")
    assert refused.value.code == "change_unexplained"
    assert Article.objects.get().headline == "Old"


def test_a_note_with_nothing_to_tell_is_refused(make_story, story, editor):
    with pytest.raises(ValidationError, match="put right without a note"):
        story.publish(change(story, editor, headline="New"), by=editor, change="typo", told="A comma.")
    other = make_story("live")
    with pytest.raises(ValidationError, match="Nothing that readers read has changed"):
        other.publish(change(other, editor, search_title="Found"), by=editor, change="correction", told="Nine.")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kicker", "Ferries"),
        ("standfirst", "It sails."),
        ("body", "<p>The ferry sails.</p>"),
        ("kind", "analysis"),
        ("language", "de"),
        ("lead_caption", "The quay."),
        ("lead_credit", "Ann Weiss"),
        ("lead_alt", "A quay."),
    ],
)
def test_whatever_readers_read_needs_a_kind(story, editor, field, value):
    with pytest.raises(ValidationError, match="Say what the change is"):
        story.publish(change(story, editor, **{field: value}), by=editor)


def test_a_byline_needs_a_kind(story, editor, ann):
    newer = change(story, editor, credits=((ann.pk, "writer"),))
    with pytest.raises(ValidationError, match="Say what the change is"):
        story.publish(newer, by=editor)
    story.publish(newer, by=editor, change="typo")
    assert versions(story)[1:] == [("typo", "Old", None)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("search_title", "Found"),
        ("search_description", "Found."),
        ("social_title", "Shared"),
        ("social_description", "Shared."),
        ("canonical_url", "https://example.org/ferry/"),
        ("topics", frozenset({"Ferries"})),
        ("body", "<p>The ferry runs again. </p>"),
    ],
)
def test_what_nobody_reads_needs_none_and_does_not_move_updated(story, editor, field, value):
    story.publish(change(story, editor, **{field: value}), by=editor)
    story = Article.objects.get()
    assert [kind for kind, _, _ in versions(story)] == ["first", "unread"]
    assert story.updated_at is None


def test_a_story_that_nobody_has_read_needs_no_kind(make_story, editor):
    scheduled = make_story("scheduled", headline="Old")
    scheduled.publish(change(scheduled, editor, headline="New"), by=editor, at=timezone.now() + HOUR)
    assert versions(scheduled) == []
    with time_machine.travel(timezone.now() + 2 * HOUR):
        scheduled.settle()
    assert versions(scheduled) == [("first", "New", None)]
    assert scheduled.versions.get().at == scheduled.published_at


def test_a_program_updates_unless_it_says_otherwise(story, program):
    moment = story.published_at + HOUR
    story.publish(change(story, program, headline="New"), by=program, at=moment)
    story.publish(change(story, program, headline="Newer"), by=program, change="typo")
    story.publish(change(story, program, search_title="Found"), by=program)
    assert [kind for kind, _, _ in versions(story)] == ["first", "update", "typo", "unread"]
    assert Article.objects.get().updated_at == moment


def test_a_story_that_was_taken_away_comes_back_with_an_account(make_story, editor):
    story = make_story("unpublished", headline="Old")
    story.publish(story.working_copy, by=editor)
    assert (versions(story)[1:], story.updated_at) == ([("again", "Old", None)], None)
    story.unpublish(by=editor, note="Wrong still.")
    newer = change(story, editor, headline="New")
    with pytest.raises(ValidationError, match="Say what the change is"):
        story.publish(newer, by=editor)
    story.publish(newer, by=editor, change="correction", told="It was nine.")
    assert versions(story)[2:] == [("correction", "New", "It was nine.")]


def test_a_planned_update_keeps_its_kind_and_its_note_until_its_moment(story, editor):
    moment = timezone.now() + HOUR
    newer = change(story, editor, headline="New")
    for told in ("Ten.", "Nine.", "Nine."):
        story.publish(newer, by=editor, at=moment, change="correction", told=told)
    assert (UpdateNote.objects.count(), Plan.objects.count(), len(versions(story))) == (0, 2, 1)
    with time_machine.travel(moment + HOUR):
        for _ in range(2):
            story.settle()
    note = UpdateNote.objects.get()
    assert (note.kind, note.text, note.at, note.by) == ("correction", "Nine.", moment, editor)
    assert versions(story)[1:] == [("correction", "New", "Nine.")]
    assert (story.versions.first().at, story.updated_at) == (moment, moment)


def test_a_planned_typing_error_leaves_updated_alone(story, editor):
    moment = timezone.now() + HOUR
    story.publish(change(story, editor, headline="New"), by=editor, at=moment, change="typo")
    with time_machine.travel(moment):
        story.settle()
    assert (versions(story)[1:], story.updated_at) == ([("typo", "New", None)], None)


def test_an_unnamed_plan_is_refused(story, editor):
    with pytest.raises(ValidationError, match="Say what the change is"):
        story.publish(change(story, editor, headline="New"), by=editor, at=timezone.now() + HOUR)
    assert not Plan.objects.exists()


@pytest.mark.parametrize("words", [{"headline": "Silent"}, {"body": "<p>Silent.</p>"}, {"lead_alt": "Silent"}])
def test_the_database_itself_refuses_a_silent_change(story, words):
    with pytest.raises(IntegrityError, match="only with a published version"), transaction.atomic():
        Article.objects.update(**words)
    assert Article.objects.get().headline == "Old"


def test_the_database_refuses_an_account_that_is_not_true(story, editor):
    newer = change(story, editor, headline="New")
    given = {"article": story, "revision": newer, "at": timezone.now(), "by": editor}

    @transaction.atomic
    def put_in_place(kind):
        PublishedVersion.objects.create(change=kind, **given)
        Article.objects.update(headline="New", live_revision=newer)

    for kind, sentence in (
        ("unread", "has to be named"),
        ("again", "has to be named"),
        ("first", "first_once"),
        ("update", "does not say since when"),
        ("correction", "is_explained"),
        ("nonsense", "change_known"),
    ):
        with pytest.raises(IntegrityError, match=sentence):
            put_in_place(kind)
    with pytest.raises(IntegrityError, match="only with a published version"), transaction.atomic():
        Article.objects.update(live_revision=newer)


def test_a_published_version_never_changes(story):
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        PublishedVersion.objects.update(change="typo")
