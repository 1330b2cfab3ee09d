"""What a reviewer got through once, or broke, or lost; each by the door through which it happened."""

import json
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone

from addresses.models import FormerAddress
from articles.copy import Copy
from articles.models import Article, Topic
from pictures.models import Picture
from tests.editing.test_update_a_live_story import change_url, fields, save


def act_url(story, act):
    return f"/desk/articles/article/{story.pk}/act/{act}/"


def test_publishing_a_newer_version_of_a_scheduled_story_keeps_its_moment(sign_in, editor, make_story):
    story = make_story("scheduled")
    moment = story.published_at.replace(second=0, microsecond=0)
    desk = sign_in(editor)
    save(desk, story, headline="A comma mended")
    asked = desk.get(act_url(story, "publish"))
    form = asked.context["form"]
    data = {
        "revision": form["revision"].value(),
        "at": f"{form['at'].value():%Y-%m-%dT%H:%M}",
    }
    desk.post(act_url(story, "publish"), data)
    story = Article.objects.get()
    assert (story.headline, story.published_at, story.is_live()) == ("A comma mended", moment, False)


def test_a_scheduled_story_goes_live_at_once_only_when_told_so(sign_in, editor, make_story):
    story = make_story("scheduled")
    desk, data = sign_in(editor), {"revision": story.working_copy_id, "at": ""}
    assert "The story waits for its moment." in desk.post(act_url(story, "publish"), data).content.decode()
    assert not Article.objects.get().is_live()
    desk.post(act_url(story, "publish"), data | {"now": "on"})
    assert Article.objects.get().is_live()


def test_a_moment_in_a_far_year_is_refused(make_story, editor):
    story = make_story("draft")
    with pytest.raises(ValidationError, match="more than ten years ahead"):
        story.publish(story.working_copy, by=editor, at=timezone.now() + timedelta(days=4000))


def test_what_a_colleague_filed_meanwhile_stays_filed(sign_in, editor, chief, make_story, sport):
    story = make_story("live", slug="old")
    mine = fields(sign_in(editor).get(change_url(story)))
    save(sign_in(chief), story, slug="new", section=sport.pk)
    answer = sign_in(editor).post(change_url(story), mine | {"headline": "Words only", "_continue": "1"})
    story = Article.objects.get()
    assert answer.status_code == 302
    assert (story.slug, story.section, story.working_copy.headline) == ("new", sport, "Words only")


def test_a_double_click_on_save_is_one_save(sign_in, editor, make_story):
    story, desk = make_story("draft"), sign_in(editor)
    data = fields(desk.get(change_url(story))) | {"headline": "Once", "_continue": "1"}
    assert [desk.post(change_url(story), data).status_code for _ in range(2)] == [302, 302]
    assert Article.objects.get().revisions.count() == 2


def test_a_typed_note_stays_on_the_screen_when_somebody_else_was_quicker(sign_in, editor, make_story, program):
    story = make_story("updating")
    shown = story.working_copy_id
    copy = Copy.of(story.working_copy)
    story.save_revision(Copy({**copy.words, "headline": "Newer still"}), by=program, began_from=story.working_copy)
    desk = sign_in(editor)
    data = {"revision": shown, "change": "correction", "told_correction": "Typed with care."}
    refused = desk.post(act_url(story, "publish"), data)
    assert "Typed with care." in refused.content.decode()
    again = data | {"revision": refused.context["form"]["revision"].value()}
    desk.post(act_url(story, "publish"), again)
    story = Article.objects.get()
    assert (story.headline, story.update_notes.get().text) == ("Newer still", "Typed with care.")


def test_a_note_that_comes_too_late_is_not_thrown_away(sign_in, editor, make_story):
    story = make_story("review")
    story.send_back(by=editor, note="First.")
    late = sign_in(editor).post(act_url(story, "send-back"), {"note": "Typed with care."})
    assert "Typed with care." in late.content.decode()


def test_a_contributor_reads_why_the_story_came_back(sign_in, contributor, editor, make_story):
    story = make_story("draft", by=contributor)
    story.submit(by=contributor)
    story.send_back(by=editor, note="Who says so?")
    assert "Who says so?" in sign_in(contributor).get(change_url(story)).content.decode()


def test_a_contributor_changes_no_text_of_a_picture_that_may_be_live(sign_in, contributor, program):
    original = ContentFile(b"not looked at here", name="a.jpg")
    picture = Picture(title="A", digest="0" * 64, width=1, height=1, caption="Ours", uploaded_by=program)
    picture.original.save("a", original, save=False)
    picture.save()
    answer = sign_in(contributor).post(
        f"/desk/pictures/picture/{picture.pk}/change/", {"title": "A", "caption": "Theirs"}
    )
    assert answer.status_code == 403
    assert Picture.objects.get().caption == "Ours"


@pytest.mark.parametrize("headline", ["Überfahrt", "漢" * 100, "قارب الليل"])
def test_a_former_address_in_any_script_leads_on(client, editor, make_story, world, headline):
    story = make_story("live", headline=headline)
    before = story.get_absolute_url()
    story.file(by=editor, section=world, slug="new")
    answer = client.get(before)
    assert (answer.status_code, answer.url) == (301, story.get_absolute_url())
    assert FormerAddress.objects.get().path.endswith("/")


@pytest.mark.parametrize("name", ["-", "🎉", "?!", "a" * 99 + "!"])
def test_a_topic_of_any_name_has_a_page(client, make_story, name):
    make_story("live", topics=[name, f"{name[:90]} two"])
    for topic in Topic.objects.all():
        assert client.get(topic.get_absolute_url()).status_code == 200
    assert client.get("/topics/").status_code == 200


def test_a_slug_at_its_longest_makes_room_for_a_number(make_story):
    slugs = [make_story("live", slug="a" * 240, headline="Long").slug for _ in range(2)]
    assert [len(slug) for slug in slugs] == [232, 234]


def test_a_section_that_is_somebodys_is_not_deleted(sign_in, people_admin, make_user, sport):
    make_user("only-sport", "Editor", sections=[sport])
    assert sign_in(people_admin).post(f"/desk/sections/section/{sport.pk}/delete/", {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("state", ["draft", "scheduled", "unpublished"])
def test_no_redirect_tells_the_address_of_a_hidden_story(sign_in, contributor, make_story, state):
    story = make_story(state)
    kind = ContentType.objects.get_for_model(Article).pk
    assert sign_in(contributor).get(f"/desk/r/{kind}/{story.pk}/").status_code == 404


@pytest.mark.parametrize("url", ["/desk/articles/article/abc/history/", "/desk/articles/article/0/history/"])
def test_a_story_that_is_none_is_not_found(sign_in, editor, url):
    assert sign_in(editor).get(url).status_code == 404


@pytest.mark.parametrize("act", ["../../x", "//evil.example", "nonsense"])
def test_a_crafted_act_saves_and_stays_here(sign_in, editor, make_story, act):
    story = make_story("draft")
    assert save(sign_in(editor), story, headline="Kept", _act=act).url == change_url(story)
    assert Article.objects.get().working_copy.headline == "Kept"


def test_a_crafted_filing_is_not_believed(sign_in, editor, make_story):
    story = make_story("live", slug="here")
    for crafted in ("{", "null", json.dumps([None, "", []]), "[1]"):
        save(sign_in(editor), story, filed_as=crafted)
    assert Article.objects.get().slug == "here"


def test_a_new_person_can_sign_in_and_hold_a_role(client, sign_in, people_admin):
    password, role = "quite-long-and-strange", Group.objects.get(name="Editor").pk
    texts = {"username": "nina", "password1": password, "password2": password, "groups": [role]}
    sign_in(people_admin).post("/desk/accounts/user/add/", texts)
    client.logout()
    assert client.login(username="nina", password=password)
    assert client.get("/desk/articles/article/").status_code == 200
