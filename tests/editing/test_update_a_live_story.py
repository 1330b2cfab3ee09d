"""An editor opens a live story at the desk, changes it, looks at it, and publishes; readers follow only then."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article


def fields(response):
    """What the browser would send back from the change form, as it stands."""
    form = response.context["adminform"].form
    data = {}
    for bound in form:
        value = bound.value()
        data[bound.html_name] = "" if value is None else value
    for inline in response.context["inline_admin_formsets"]:
        formset = inline.formset
        data |= {bound.html_name: bound.value() for bound in formset.management_form}
        for row in formset.forms:
            data |= {bound.html_name: bound.value() or "" for bound in row}
    return {name: value for name, value in data.items() if value is not False}


def change_url(story):
    return f"/desk/articles/article/{story.pk}/change/"


def save(client, story, button="_continue", **changes):
    page = client.get(change_url(story))
    assert page.status_code == 200
    return client.post(change_url(story), fields(page) | {button: "1"} | changes)


def test_saving_leaves_what_readers_see_as_it_is(sign_in, editor, make_story):
    story = make_story("live", headline="Old", topics=["Ferries"])
    desk = sign_in(editor)
    assert save(desk, story, headline="New").status_code == 302
    story = Article.objects.get()
    assert (story.headline, story.working_copy.headline, story.working_copy.by) == ("Old", "New", editor)
    assert list(story.working_copy.topics.names()) == ["Ferries"]
    assert b"Your changes are not live." in desk.get(change_url(story)).content


def test_the_form_shows_the_working_copy_and_not_the_live_words(sign_in, editor, make_story):
    story = make_story("updating", headline="Ferry")
    page = sign_in(editor).get(change_url(story))
    assert page.context["adminform"].form["headline"].value() == "Ferry (newer)"


def test_bylines_of_a_live_story_are_kept_ordered_and_changed(sign_in, editor, make_story, ann, bo):
    story = make_story("live", credits=[(ann.pk, "writer"), (bo.pk, "photographer")])
    desk = sign_in(editor)
    save(desk, story, headline="New")
    assert Article.objects.get().working_copy.credits == [(ann.pk, "writer"), (bo.pk, "photographer")]
    save(desk, story, **{"bylines-0-ORDER": "2", "bylines-1-ORDER": "1", "bylines-0-role": "reviewer"})
    story = Article.objects.get()
    assert story.working_copy.credits == [(bo.pk, "photographer"), (ann.pk, "reviewer")]
    assert [byline.role for byline in story.bylines.all()] == ["writer", "photographer"]


def test_the_same_byline_twice_is_refused_and_nothing_is_lost(sign_in, editor, make_story, ann, bo):
    story = make_story("live", credits=[(ann.pk, "writer"), (bo.pk, "writer")])
    answer = save(sign_in(editor), story, headline="Typed", **{"bylines-1-author": ann.pk})
    page = answer.content.decode()
    assert "The same author stands twice with the same role. Remove one of them." in page
    assert "Typed" in page
    assert Article.objects.get().revisions.count() == 1


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Fish prices", ["Fish prices"]),
        (" Fish   prices ,, Islands,", ["Fish prices", "Islands"]),
        ("Ferries, ferries", ["Ferries"]),
        ("", []),
    ],
)
def test_topics_are_separated_by_commas_alone(sign_in, editor, make_story, typed, kept):
    story = make_story("draft")
    save(sign_in(editor), story, topics=typed)
    assert sorted(Article.objects.get().working_copy.topics.names()) == kept


def test_publish_asks_first_and_then_readers_see_the_version_that_was_shown(sign_in, editor, make_story):
    story = make_story("live", headline="Old")
    desk = sign_in(editor)
    saved = save(desk, story, "_act", headline="New", _act="publish")
    assert saved.url == f"/desk/articles/article/{story.pk}/act/publish/"
    asked = desk.get(saved.url)
    assert b"New" in asked.content
    assert Article.objects.get().headline == "Old"
    shown = {"revision": asked.context["form"]["revision"].value(), "change": "update"}
    done = desk.post(saved.url, shown, follow=True)
    assert b"Published. Readers see this version now." in done.content
    assert Article.objects.get().headline == "New"


def test_a_note_can_be_added_in_the_same_step(sign_in, editor, make_story):
    story = make_story("updating")
    url = f"/desk/articles/article/{story.pk}/act/publish/"
    data = {"revision": story.working_copy_id, "change": "correction", "told_correction": "Nine, not ten."}
    sign_in(editor).post(url, data)
    assert [note.text for note in Article.objects.get().update_notes.all()] == ["Nine, not ten."]


def test_half_a_note_is_refused_and_nothing_is_published(sign_in, editor, make_story):
    story = make_story("updating", headline="Ferry")
    url = f"/desk/articles/article/{story.pk}/act/publish/"
    half = {"revision": story.working_copy_id, "change": "correction", "told_correction": "", "told_update": "Ten."}
    answer = sign_in(editor).post(url, half)
    assert "A correction is told to readers. Write the note, in plain words." in answer.content.decode()
    assert Article.objects.get().headline == "Ferry"


def test_a_newer_version_stops_the_publishing_of_the_one_that_was_shown(sign_in, editor, make_story):
    story = make_story("updating", headline="Ferry")
    url = f"/desk/articles/article/{story.pk}/act/publish/"
    answer = sign_in(editor).post(url, {"revision": story.live_revision_id, "change": "update"})
    assert re.search(r"test-program saved a newer version at \d\d:\d\d", answer.content.decode())
    assert Article.objects.get().headline == "Ferry"


def test_a_story_is_scheduled_and_moved_by_the_clock(sign_in, editor, make_story):
    story = make_story("draft")
    url = f"/desk/articles/article/{story.pk}/act/publish/"
    tomorrow = (timezone.now() + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
    desk = sign_in(editor)
    done = desk.post(url, {"revision": story.working_copy_id, "at": tomorrow}, follow=True)
    assert "Scheduled. It goes live by itself on" in done.content.decode()
    assert Article.objects.get().is_scheduled()
    past = desk.post(url, {"revision": story.working_copy_id, "at": "2020-01-01T10:00"})
    assert "That moment has passed." in past.content.decode()


def test_an_older_version_is_brought_back_as_a_new_one(sign_in, editor, make_story):
    story = make_story("updating", headline="Ferry")
    desk = sign_in(editor)
    assert b"Restore" in desk.get(f"/desk/articles/article/{story.pk}/history/").content
    desk.post(f"/desk/articles/article/{story.pk}/act/restore/", {"revision": story.live_revision_id})
    story = Article.objects.get()
    assert [revision.headline for revision in story.revisions.all()] == ["Ferry", "Ferry (newer)", "Ferry"]
    assert story.working_copy.note.startswith("Restored from the version of")


def test_the_slug_of_a_live_story_is_changed_in_the_form(sign_in, editor, make_story):
    story = make_story("live", slug="old")
    save(sign_in(editor), story, slug="new")
    assert Article.objects.get().slug == "new"


def test_a_slug_that_is_taken_is_said_beside_what_was_typed(sign_in, editor, make_story):
    make_story("live", slug="ferry", headline="First")
    story = make_story("live", slug="boat")
    answer = save(sign_in(editor), story, slug="ferry", headline="Typed for an hour")
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "“First” already has the address “ferry” in that month. Choose another slug." in page
    assert "Typed for an hour" in page


@pytest.mark.parametrize("name", ["headline", "standfirst", "body"])
def test_what_another_tab_saved_is_not_overwritten_and_nothing_typed_is_lost(sign_in, editor, chief, make_story, name):
    story = make_story("draft")
    desk = sign_in(editor)
    mine = fields(desk.get(change_url(story)))
    save(sign_in(chief), story, **{name: "<p>Theirs</p>"})
    desk = sign_in(editor)
    refused = desk.post(change_url(story), mine | {name: "<p>Mine</p>", "_continue": "1"})
    page = refused.content.decode()
    assert refused.status_code == 200
    assert "chris saved this story" in page
    assert "Mine" in page
    assert "Theirs" in getattr(Article.objects.get().working_copy, name)

    newest, asked = str(Article.objects.get().working_copy_id), "body 1" if name == "body" else name
    chosen = {"chosen_about": newest, f"choice-{asked}": "mine"}
    kept = desk.post(change_url(story), mine | {name: "<p>Mine</p>", "_continue": "1"} | chosen)
    assert kept.status_code == 302
    saved = [getattr(revision, name) for revision in Article.objects.get().revisions.all()]
    assert ["Mine" in saved[0], "Theirs" in saved[1], len(saved)] == [True, True, 3]
