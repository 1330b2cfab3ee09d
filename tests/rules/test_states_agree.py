"""Each adjective of the queryset and its twin on the instance say the same of every state at every moment."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.copy import Copy
from articles.models import Article

STATES = ["draft", "review", "embargoed", "scheduled", "live", "updating", "planned", "ending", "unpublished"]
ADJECTIVES = [
    *("drafted", "in_review", "unpublished", "being_updated"),
    *("awaiting_update", "awaiting_unpublication", "embargoed"),
]
TIMED = ["live", "scheduled", "awaiting_unpublication", "embargoed"]


@pytest.fixture
def stories(make_story):
    made = {state: make_story(state, headline=f"A story that is {state}") for state in STATES}
    soon = make_story("scheduled", headline="Updated before it is out")
    newer = Copy({**soon.working_copy.words, "headline": "Newer"})
    soon.save_revision(newer, by=soon.created_by, began_from=soon.working_copy)
    return [*made.values(), soon]


def asked(story, adjective, *at):
    twin = getattr(story, f"is_{adjective}")
    return twin(*at) if callable(twin) else twin


@pytest.mark.parametrize("adjective", ADJECTIVES)
def test_adjectives_agree(stories, adjective):
    chosen = set(getattr(Article.objects, adjective)())
    assert chosen == {story for story in stories if asked(story, adjective)}
    assert chosen


@pytest.mark.parametrize("adjective", TIMED)
@pytest.mark.parametrize("hours", [-48, -25, -23, 0, 23, 25])
def test_timed_adjectives_agree(stories, adjective, hours):
    at = timezone.now() + timedelta(hours=hours)
    chosen = set(getattr(Article.objects, adjective)(at))
    assert chosen == {story for story in stories if asked(story, adjective, at)}


def test_a_story_is_live_on_the_second(make_story):
    story = make_story("scheduled")
    assert not story.is_live(story.published_at - timedelta(microseconds=1))
    assert story.is_live(story.published_at)
    assert list(Article.objects.live(story.published_at)) == [story]
    assert not Article.objects.live(story.published_at - timedelta(microseconds=1)).exists()


def test_a_story_is_gone_on_the_second(make_story):
    story = make_story("ending")
    gone = story.unpublish_at
    assert (story.is_live(gone - timedelta(microseconds=1)), story.is_live(gone)) == (True, False)
    assert list(Article.objects.live(gone - timedelta(microseconds=1))) == [story]
    assert not Article.objects.live(gone).exists()
    assert list(Article.objects.unpublished(gone)) == [story]
