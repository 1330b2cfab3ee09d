from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.test import override_settings
from django.utils import timezone

from addresses.models import FormerAddress
from articles.copy import Copy
from articles.models import Act, Article


def change(article, by, **words):
    copy = Copy.of(article.working_copy)
    return article.save_revision(
        Copy({**copy.words, **words}, copy.credits, copy.topics), by=by, began_from=article.working_copy
    )


def test_a_draft_holds_no_words_that_readers_could_be_shown(make_story):
    draft = make_story("draft", headline="Secret", standfirst="Secret", kicker="Secret")
    assert not any(word == "Secret" for word in draft.words.values())
    assert draft.working_copy.headline == "Secret"


def test_an_update_is_prepared_beside_the_live_words_and_goes_live_when_published(make_story, editor):
    story = make_story("live", headline="Old")
    moment = story.published_at
    newer = change(story, editor, headline="New")
    assert (story.headline, story.updated_at) == ("Old", None)
    story.publish(newer, by=editor, change="update")
    story.refresh_from_db()
    assert (story.headline, story.published_at) == ("New", moment)
    assert timezone.now() - story.updated_at < timedelta(minutes=1)


def test_publishing_twice_is_publishing_once(make_story, editor):
    story = make_story("live")
    newer = change(story, editor, headline="New")
    story.publish(newer, by=editor, change="update")
    before = (story.updated_at, story.acts.count())
    story.publish(newer, by=editor, change="update")
    assert (story.updated_at, story.acts.count()) == before


def test_what_is_published_is_what_was_looked_at(make_story, editor, chief):
    story = make_story("draft")
    looked_at = story.working_copy
    change(story, chief, headline="Somebody went on writing")
    with pytest.raises(ValidationError, match=r"chris saved a newer version at \d\d:\d\d\."):
        story.publish(looked_at, by=editor)
    assert Article.objects.get().is_drafted


def test_a_version_of_another_story_is_refused(make_story, editor):
    story, other = make_story("draft"), make_story("draft")
    with pytest.raises(ValidationError, match="belongs to another story"):
        story.publish(other.working_copy, by=editor)


@pytest.mark.parametrize("missing", ["headline", "section"])
def test_a_story_without_headline_or_section_stays_a_draft(make_story, editor, missing):
    story = make_story("draft")
    if missing == "headline":
        change(story, editor, headline=" ")
    else:
        story.file(by=editor, section=None, slug="")
    with pytest.raises(ValidationError, match=missing):
        story.publish(story.working_copy, by=editor)
    assert Article.objects.get().is_drafted


def test_an_editor_cannot_name_a_moment_that_has_passed(make_story, editor):
    story = make_story("draft")
    with pytest.raises(ValidationError, match="That moment has passed"):
        story.publish(story.working_copy, by=editor, at=timezone.now() - timedelta(minutes=1))


def test_a_scheduled_story_can_be_moved_published_at_once_and_taken_back(make_story, editor):
    story = make_story("scheduled")
    later = timezone.now() + timedelta(days=40)
    story.publish(story.working_copy, by=editor, at=later)
    assert story.published_at == later
    assert story.address_month == later.date().replace(day=1)
    story.unpublish(by=editor)
    story = Article.objects.get()
    assert (story.status, story.headline, story.published_at, story.address_month) == ("draft", "", None, None)
    story.publish(story.working_copy, by=editor)
    assert story.is_live()


def test_the_month_never_changes_after_first_publication(make_story, editor):
    story = make_story("live", at=datetime(2022, 7, 30, tzinfo=ZoneInfo("UTC")), slug="ferry")
    story.publish(change(story, editor, headline="New"), by=editor, change="update")
    story.unpublish(by=editor)
    story.publish(story.working_copy, by=editor)
    assert story.address_month == date(2022, 7, 1)
    assert story.published_at.date() == date(2022, 7, 30)


@pytest.mark.parametrize(("zone", "month"), [("UTC", 7), ("Asia/Tokyo", 8), ("America/New_York", 7)])
def test_the_month_is_that_of_the_papers_own_clock(make_story, zone, month):
    with override_settings(TIME_ZONE=zone):
        story = make_story("live", at=datetime(2022, 7, 31, 20, tzinfo=ZoneInfo("UTC")))
    assert story.address_month == date(2022, month, 1)


def test_two_stories_of_one_headline_and_month_have_two_addresses(make_story):
    at = datetime(2022, 7, 1, tzinfo=ZoneInfo("UTC"))
    slugs = [make_story("live", at=at, headline="Ferry").slug for _ in range(3)]
    assert slugs == ["ferry", "ferry-2", "ferry-3"]
    assert make_story("live", headline="Ferry").slug == "ferry"


def test_a_new_slug_leaves_a_former_address_only_where_readers_had_been(make_story, editor, world):
    live, scheduled = make_story("live", slug="old"), make_story("scheduled", slug="embargoed")
    live.file(by=editor, section=world, slug="new")
    scheduled.file(by=editor, section=world, slug="other")
    kept = FormerAddress.objects.get()
    assert kept.path.endswith("/old/")
    assert kept.target == live


def test_a_slug_that_another_story_has_is_refused_by_name(make_story, editor, world):
    make_story("live", slug="ferry", headline="First")
    second = make_story("live", slug="boat")
    with pytest.raises(ValidationError, match="“First” already has the address “ferry”"):
        second.file(by=editor, section=world, slug="ferry")


def test_every_move_is_recorded_with_who_when_from_to_and_note(make_story, contributor, editor):
    story = make_story("draft", by=contributor)
    story.submit(by=contributor, note="Please look.")
    story.send_back(by=editor, note="Who says so?")
    story.submit(by=contributor)
    story.publish(story.working_copy, by=editor)
    story.unpublish(by=editor, note="Wrong.")
    rows = list(Act.objects.order_by("id").values_list("verb", "by__username", "from_status", "to_status", "note"))
    assert rows == [
        ("draft", "cora", "", "draft", ""),
        ("submit", "cora", "draft", "in_review", "Please look."),
        ("send_back", "edda", "in_review", "draft", "Who says so?"),
        ("submit", "cora", "draft", "in_review", ""),
        ("publish", "edda", "in_review", "published", ""),
        ("unpublish", "edda", "published", "unpublished", "Wrong."),
    ]


def test_moves_that_make_no_sense_are_refused_in_a_sentence(make_story, editor):
    live, draft = make_story("live"), make_story("draft")
    with pytest.raises(ValidationError, match="is published, so it cannot be sent for review now"):
        live.submit(by=editor)
    with pytest.raises(ValidationError, match="is draft, so it cannot be unpublished now"):
        draft.unpublish(by=editor)
    with pytest.raises(ValidationError, match="is not published, so there is nothing yet"):
        draft.add_note("update", "More.", by=editor)


def test_a_note_moves_updated_and_stands_once(make_story, editor):
    story = make_story("live")
    first = story.add_note("correction", "It was nine, not ten.", by=editor)
    assert story.add_note("correction", "It was nine, not ten.", by=editor) == first
    story.refresh_from_db()
    assert story.updated_at == first.at
    assert story.acts.filter(verb="note").count() == 1
