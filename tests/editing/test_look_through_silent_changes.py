"""Whoever may publish sees which live stories were changed without a word to readers, by whom, when and how often."""

from datetime import UTC, datetime

import pytest
import time_machine

from articles.copy import Copy
from articles.models import PublishedVersion
from tests.reading.page import Page

LIST = "/desk/articles/silentchange/"


def change(story, by, headline, kind, told=""):
    copy = Copy.of(story.working_copy).with_value("headline", headline)
    newer = story.save_revision(copy, by=by, began_from=story.working_copy)
    story.publish(newer, by=by, change=kind, told=told)
    return story.versions.first()


@pytest.fixture
def changes(make_story, editor, chief, sport):
    """Three silent changes among changes that were told."""
    ferry = make_story("live", headline="Ferry", at=datetime(2026, 1, 1, tzinfo=UTC))
    match = make_story("live", headline="Match", section=sport, at=datetime(2026, 1, 1, tzinfo=UTC))
    for month, story, by, headline, kind, told in (
        (3, ferry, editor, "Ferry runs", "update", ""),
        (3, ferry, editor, "The ferry runs", "typo", ""),
        (4, ferry, chief, "A ferry runs", "typo", ""),
        (4, ferry, editor, "Two ferries run", "correction", "There are two."),
        (4, match, editor, "Match won", "typo", ""),
    ):
        with time_machine.travel(datetime(2026, month, 3, 8, story.pk % 60, tzinfo=UTC), tick=False):
            change(story, by, headline, kind, told)


def test_only_silent_changes_are_listed_each_with_its_difference(sign_in, changes, editor):
    desk = sign_in(editor)
    page = Page(desk.get(LIST))
    assert set(page.all(".field-story")) == {"Match won", "A ferry runs", "The ferry runs"}
    assert sorted(page.all(".field-who")) == ["chris", "edda", "edda"]
    compared = [Page(desk.get(address)) for address in page.attribute(".field-changed a", "href")]
    assert {(*each.all(".comparison__block ins"), *each.all(".comparison__block del")) for each in compared} == {
        ("The ferry", "Ferry"),
        ("A", "The"),
        ("won",),
    }


def test_they_are_counted_by_person_section_and_month(sign_in, changes, editor):
    page = Page(sign_in(editor).get(LIST))
    counted = dict(zip(page.all(".silent-changes dt"), page.all(".silent-changes dd"), strict=True))
    assert counted == {"edda": "2", "chris": "1", "World": "2", "Sport": "1", "April 2026": "2", "March 2026": "1"}


def test_the_counts_follow_the_filters(sign_in, changes, chief):
    page = Page(sign_in(chief).get(f"{LIST}?by__id__exact={chief.pk}"))
    counted = dict(zip(page.all(".silent-changes dt"), page.all(".silent-changes dd"), strict=True))
    assert counted == {"chris": "1", "World": "1", "April 2026": "1"}


@pytest.mark.parametrize("role", ["contributor", "people_admin"])
def test_who_may_not_publish_does_not_see_them(sign_in, request, changes, role):
    desk = sign_in(request.getfixturevalue(role))
    assert desk.get(LIST).status_code == 403
    assert LIST not in desk.get("/desk/").content.decode()


def test_the_list_is_only_read(sign_in, changes, chief):
    desk, version = sign_in(chief), PublishedVersion.objects.filter(change="typo").first()
    assert desk.get(f"{LIST}add/").status_code == 403
    assert desk.post(f"{LIST}{version.pk}/delete/", {"post": "yes"}).status_code == 403
    desk.post(f"{LIST}{version.pk}/change/", {"change": "update"})
    desk.post(LIST, {"action": "delete_selected", "_selected_action": [version.pk]})
    assert PublishedVersion.objects.filter(change="typo").count() == 3


def test_the_desk_leads_there(sign_in, editor):
    assert f'href="{LIST}"' in sign_in(editor).get("/desk/").content.decode()


@pytest.mark.parametrize("many", [1, 6])
def test_the_list_costs_the_same_for_one_and_many(sign_in, make_story, editor, many, django_assert_num_queries):
    for number in range(many):
        change(make_story("live", headline=f"Ferry {number}"), editor, f"Boat {number}", "typo")
    desk = sign_in(editor)
    desk.get(LIST)
    with django_assert_num_queries(12):
        desk.get(LIST)
