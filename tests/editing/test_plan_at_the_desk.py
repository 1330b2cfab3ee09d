"""At the desk an editor plans an update or an unpublication, moves it, calls it off, and locks a story."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.models import Article, UpdateNote
from tests.reading.page import Page

HOUR = timedelta(hours=1)


@pytest.fixture
def desk(sign_in, editor):
    return sign_in(editor)


def form_time(moment):
    return f"{timezone.localtime(moment):%Y-%m-%dT%H:%M}"


def words(moment):
    return f"{timezone.localtime(moment):%-d %B %Y, %H:%M %Z}"


def act(desk, story, name, **typed):
    return Page(desk.post(f"/desk/articles/article/{story.pk}/act/{name}/", typed, follow=True))


def said(page):
    return page.one(".messagelist li")


def state(desk, story):
    return Page(desk.get(f"/desk/articles/article/{story.pk}/change/")).all(".story-bar__state span")


@pytest.fixture
def moment():
    return (timezone.now() + 3 * HOUR).replace(second=0, microsecond=0)


def test_an_update_is_planned_moved_and_called_off(desk, make_story, moment):
    story = make_story("updating", headline="Ferry")
    for at in (moment, moment + HOUR):
        done = act(desk, story, "publish", revision=story.working_copy_id, at=form_time(at), change="update")
        assert said(done) == f"Planned. This version goes live by itself on {words(at)}."
    story = Article.objects.get()
    assert (story.headline, story.update_at) == ("Ferry", moment + HOUR)
    badge, further, sentence, _ = state(desk, story)
    assert (badge, further) == ("Being updated", "Update planned")
    assert sentence.endswith(f"An update goes live on {words(moment + HOUR)}.")

    asked = Page(desk.get(f"/desk/articles/article/{story.pk}/act/call-off/"))
    assert asked.all("#id_what label") == [f"An update goes live on {words(moment + HOUR)}."]
    assert said(act(desk, story, "call-off", what="update")).startswith("Called off.")
    assert Article.objects.get().update_at is None


def test_an_unpublication_is_planned_moved_and_done_sooner(desk, make_story, moment):
    story = make_story("live")
    for at in (moment, moment + HOUR):
        done = act(desk, story, "unpublish", at=form_time(at), note="The licence ends.")
        assert said(done) == f"Planned. It is taken away by itself on {words(at)}."
    assert state(desk, story)[2].endswith(f"It will be unpublished on {words(moment + HOUR)}.")
    asked = Page(desk.get(f"/desk/articles/article/{story.pk}/act/unpublish/"))
    assert asked.attribute("#id_at", "value") == [form_time(moment + HOUR)]
    assert said(act(desk, story, "unpublish", at="", note="Now.")).startswith("Unpublished.")
    assert Article.objects.get().status == "unpublished"


def test_a_note_does_not_go_before_its_update(desk, make_story, moment):
    story = make_story("updating")
    asked = {"revision": story.working_copy_id, "change": "correction"}
    act(desk, story, "publish", at=form_time(moment), told_correction="Nine.", **asked)
    assert not UpdateNote.objects.exists()
    moving = desk.get(f"/desk/articles/article/{story.pk}/act/publish/").context["form"]
    assert (moving["change"].value(), moving["told_correction"].value()) == ("correction", "Nine.")
    with time_machine.travel(moment):
        desk.get("/")
    note = UpdateNote.objects.get()
    assert (note.kind, note.text, note.at) == ("correction", "Nine.", moment)


def test_a_story_is_locked_by_its_writer_and_opened_by_a_chief_editor(sign_in, make_story, contributor, chief, moment):
    story = make_story("draft", by=contributor)
    done = act(sign_in(contributor), story, "embargo", until=form_time(moment), reason="The journal asks for it.")
    assert said(done) == f"Embargoed until {words(moment)}. Nothing publishes it before."
    badge, further, sentence, _ = state(sign_in(contributor), story)
    assert (badge, further) == ("Draft", "Embargoed")
    assert sentence.endswith("nothing can publish it before. The journal asks for it.")
    desk = sign_in(chief)
    asked = Page(desk.get(f"/desk/articles/article/{story.pk}/act/publish/"))
    assert asked.one("#id_at_helptext").startswith(f"Embargoed until {words(moment)}.")
    refused = act(desk, story, "publish", revision=story.working_copy_id, at="")
    assert refused.all(".errorlist li")[0].startswith("The story is embargoed until")
    act(desk, story, "lift", reason="It is out elsewhere.")
    act(desk, story, "publish", revision=story.working_copy_id, at="")
    assert Article.objects.get().is_live()


@pytest.mark.parametrize("name", ["call-off", "lift"])
@pytest.mark.parametrize("state", ["planned", "embargoed"])
def test_who_may_not_meets_the_rule_at_the_side_door_too(sign_in, make_story, contributor, state, name):
    story = make_story(state, by=contributor)
    desk = sign_in(contributor)
    typed = {"what": "update", "reason": "Because."}
    assert desk.post(f"/desk/articles/article/{story.pk}/act/{name}/", typed).status_code == 403
    assert (Article.objects.get().update_at, Article.objects.get().embargo_until) == (
        story.update_at,
        story.embargo_until,
    )


@pytest.mark.parametrize(
    ("state", "badge"), [("planned", "Update planned"), ("ending", "Ends"), ("embargoed", "Embargoed")]
)
def test_the_list_has_a_filter_for_each(desk, make_story, state, badge):
    make_story("live", headline="Other")
    make_story(state, headline="Wanted")
    page = Page(desk.get(f"/desk/articles/article/?state={state}"))
    titles = page.all(".story-cell__headline")
    assert [title.removesuffix(" (newer)") for title in titles] == ["Wanted"]
    assert page.all(".field-state .state-badge")[1:] == [badge]
