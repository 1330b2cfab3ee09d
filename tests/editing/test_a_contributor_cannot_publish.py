"""Every door that leads to readers, tried by somebody who may only write."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from tests.editing.test_update_a_live_story import change_url, fields, save


@pytest.fixture
def own(make_story, contributor):
    return make_story("draft", by=contributor, headline="Mine")


@pytest.mark.parametrize("act", ["publish", "unpublish", "note", "send-back"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_no_page_of_an_act_answers(sign_in, contributor, own, act, method):
    data = {"revision": own.working_copy_id, "note": "x", "kind": "update", "text": "x"}
    answer = getattr(sign_in(contributor), method)(f"/desk/articles/article/{own.pk}/act/{act}/", data)
    assert answer.status_code in {302, 403}
    assert Article.objects.get().is_drafted


@pytest.mark.parametrize(
    "crafted",
    [
        {"status": "published"},
        {"published_at_0": "2020-01-01", "published_at_1": "10:00"},
        {
            "published_at": "2020-01-01T10:00",
            "status": "published",
            "live_revision": "1",
            "address_month": "2020-01-01",
        },
        {"_act": "publish"},
        {"_publish": "1"},
        {"working_copy": "1", "created_by": "1"},
    ],
)
def test_no_crafted_field_publishes(sign_in, contributor, own, crafted):
    save(sign_in(contributor), own, headline="Changed", **crafted)
    story = Article.objects.get()
    assert (story.status, story.published_at, story.headline, story.created_by) == ("draft", None, "", contributor)
    assert story.working_copy.headline == "Changed"


def test_the_buttons_are_those_that_they_may_press(sign_in, contributor, own):
    page = sign_in(contributor).get(change_url(own))
    assert [act.name for act in page.context["acts"]] == ["submit", "embargo"]


def test_stories_of_others_are_neither_listed_nor_opened_nor_changed(sign_in, contributor, own, make_story):
    other = make_story("draft", headline="Somebody's secret")
    desk = sign_in(contributor)
    listed = desk.get("/desk/articles/article/")
    assert b"Mine" in listed.content
    assert b"secret" not in listed.content
    assert not desk.get("/desk/articles/article/?q=secret").context["cl"].result_list
    for url in (change_url(other), f"/desk/articles/article/{other.pk}/history/"):
        answer = desk.get(url, follow=True)
        assert b"secret" not in answer.content
    data = fields(desk.get(change_url(own))) | {"began_from": other.working_copy_id, "headline": "Taken"}
    desk.post(change_url(other), data)
    other.refresh_from_db()
    assert other.working_copy.headline == "Somebody's secret"


def test_restoring_a_version_of_somebody_elses_story_is_refused(sign_in, contributor, own, make_story):
    other = make_story("updating")
    answer = sign_in(contributor).post(
        f"/desk/articles/article/{other.pk}/act/restore/", {"revision": other.live_revision_id}
    )
    assert answer.status_code == 403
    other.refresh_from_db()
    assert other.is_being_updated


def test_their_own_live_story_can_be_prepared_and_not_put_live_or_moved(sign_in, contributor, make_story, sport):
    story = make_story("live", by=contributor, headline="Live", slug="here")
    save(sign_in(contributor), story, headline="Better", section=sport.pk, slug="there", further_sections=[sport.pk])
    story.refresh_from_db()
    assert (story.headline, story.working_copy.headline) == ("Live", "Better")
    assert (story.section.slug, story.slug, story.further_sections.count()) == ("world", "here", 0)


def test_sending_for_review_is_what_they_can_do(sign_in, contributor, own):
    answer = sign_in(contributor).post(f"/desk/articles/article/{own.pk}/act/submit/", {"note": "Ready."}, follow=True)
    assert b"Sent for review." in answer.content
    assert Article.objects.get().is_in_review


@pytest.mark.parametrize(
    "url",
    [
        "/desk/accounts/user/",
        "/desk/accounts/user/add/",
        "/desk/sections/section/add/",
        "/desk/masthead/masthead/",
        "/desk/articles/topic/add/",
        "/desk/auth/group/",
        "/desk/addresses/formeraddress/",
    ],
)
def test_the_rooms_of_others_stay_closed(sign_in, contributor, url):
    assert sign_in(contributor).get(url).status_code in {403, 404}


def test_a_moment_in_the_past_cannot_be_smuggled_in_by_an_editor_either(sign_in, editor, own):
    past = (timezone.now() - timedelta(days=300)).strftime("%Y-%m-%dT%H:%M")
    sign_in(editor).post(f"/desk/articles/article/{own.pk}/act/publish/", {"revision": own.working_copy_id, "at": past})
    assert Article.objects.get().is_drafted
