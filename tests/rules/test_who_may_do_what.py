"""The table of roles in docs/editors-guide.md, asked of the verbs themselves."""

import pytest
from django.core.exceptions import PermissionDenied

from articles import rights
from articles.copy import Copy
from articles.models import Article


def newer(article):
    copy = Copy.of(article.working_copy)
    return Copy({**copy.words, "headline": "Changed"}, copy.credits)


def attempt(act):
    try:
        act()
    except PermissionDenied:
        return False
    return True


def acts(article, user):
    """Which of the acts `user` can do with a story of somebody else, tried in an order in which each is possible."""
    done = set()
    if attempt(lambda: article.save_revision(newer(article), by=user, began_from=article.working_copy)):
        done.add("write")
    if attempt(lambda: article.submit(by=user)):
        done.add("submit")
    if article.is_in_review and attempt(lambda: article.send_back(by=user, note="More facts.")):
        done.add("send back")
    if attempt(lambda: article.publish(article.working_copy, by=user)):
        done.add("publish")
    if article.is_live() and attempt(lambda: article.add_note("update", "More.", by=user)):
        done.add("note")
    if article.is_live() and attempt(lambda: article.unpublish(by=user)):
        done.add("unpublish")
    return done


EVERYTHING = {"write", "submit", "send back", "publish", "note", "unpublish"}


@pytest.mark.parametrize(
    ("role", "may"),
    [("Contributor", set()), ("Editor", EVERYTHING), ("Chief editor", EVERYTHING), ("Admin", set())],
)
def test_with_a_story_of_somebody_else(make_story, make_user, role, may):
    assert acts(make_story("draft"), make_user("u", role)) == may


def test_a_contributor_with_a_story_of_their_own(make_story, contributor):
    assert acts(make_story("draft", by=contributor), contributor) == {"write", "submit"}


def test_a_contributor_with_a_byline_on_the_working_copy(make_story, contributor, ann):
    ann.user = contributor
    ann.save()
    story = make_story("draft", credits=[(ann.pk, "writer")])
    assert acts(story, contributor) == {"write", "submit"}


def test_an_editor_of_another_section(make_story, make_user, sport):
    assert acts(make_story("draft"), make_user("u", "Editor", sections=[sport])) == set()


def test_an_editor_of_the_parent_section(make_story, make_user, world):
    child = world.children.create(name="Straits", slug="straits")
    user = make_user("u", "Editor", sections=[world])
    assert acts(make_story("draft", section=child), user) == EVERYTHING


def test_a_chief_editor_has_every_section_whatever_is_given(make_story, make_user, sport):
    assert acts(make_story("draft"), make_user("u", "Chief editor", sections=[sport])) == EVERYTHING


def test_an_editor_may_not_move_a_published_story_where_they_may_not_publish(make_story, make_user, world, sport):
    user, story = make_user("u", "Editor", sections=[world]), make_story("live")
    with pytest.raises(PermissionDenied):
        story.file(by=user, section=sport, slug=story.slug)
    story.refresh_from_db()
    assert story.section == world


def test_someone_who_was_switched_off_may_do_nothing(make_story, editor):
    editor.is_active = False
    assert acts(make_story("draft"), editor) == set()


@pytest.mark.parametrize("role", ["Contributor", "Editor", "Chief editor", "Admin"])
@pytest.mark.parametrize("given", ["none", "world", "sport"])
def test_the_list_and_the_rule_agree(make_story, make_user, world, sport, ann, role, given):
    sections = {"none": [], "world": [world], "sport": [sport]}[given]
    user = make_user("u", role, sections=sections)
    ann.user = user
    ann.save()
    child = world.children.create(name="Straits", slug="straits")
    stories = [
        make_story("draft"),
        make_story("live", section=sport),
        make_story("review", section=child),
        make_story("draft", credits=[(ann.pk, "writer")]),
        make_story("live", by=user) if role != "Admin" else make_story("updating"),
    ]
    by_rule = {story.pk for story in stories if rights.may_write(user, story)}
    assert set(Article.objects.writable_by(user).values_list("pk", flat=True)) == by_rule


@pytest.mark.parametrize("role", ["Contributor", "Editor", "Chief editor", "Admin"])
def test_what_may_be_read_is_the_same_asked_of_one_story_and_of_all(make_story, make_user, role):
    user = make_user("u", role)
    made = [make_story(state) for state in ("draft", "review", "live")]
    made += [make_story("draft", by=user)] if rights.may_draft(user) else []
    readable = set(Article.objects.readable_by(user))
    assert readable == {story for story in made if rights.may_read(user, story)}
