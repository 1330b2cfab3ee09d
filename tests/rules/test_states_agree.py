"""Each adjective of the queryset and its twin on the instance say the same of every state at every moment."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.copy import Copy
from articles.models import Article

STATES = ["draft", "review", "scheduled", "live", "updating", "unpublished"]
ADJECTIVES = ["drafted", "in_review", "unpublished", "being_updated"]
TIMED = ["live", "scheduled"]


@pytest.fixture
def stories(make_story):
    made = {state: make_story(state, headline=f"A story that is {state}") for state in STATES}
    soon = make_story("scheduled", headline="Updated before it is out")
    newer = Copy({**soon.working_copy.words, "headline": "Newer"})
    soon.save_revision(newer, by=soon.created_by, began_from=soon.working_copy)
    return [*made.values(), soon]


@pytest.mark.parametrize("adjective", ADJECTIVES)
def test_adjectives_agree(stories, adjective):
    chosen = set(getattr(Article.objects, adjective)())
    assert chosen == {story for story in stories if getattr(story, f"is_{adjective}")}
    assert chosen


@pytest.mark.parametrize("adjective", TIMED)
@pytest.mark.parametrize("hours", [-48, -25, -23, 0, 23, 25])
def test_timed_adjectives_agree(stories, adjective, hours):
    at = timezone.now() + timedelta(hours=hours)
    chosen = set(getattr(Article.objects, adjective)(at))
    assert chosen == {story for story in stories if getattr(story, f"is_{adjective}")(at)}


def test_a_story_is_live_on_the_second(make_story):
    story = make_story("scheduled")
    assert not story.is_live(story.published_at - timedelta(microseconds=1))
    assert story.is_live(story.published_at)
    assert list(Article.objects.live(story.published_at)) == [story]
    assert not Article.objects.live(story.published_at - timedelta(microseconds=1)).exists()
