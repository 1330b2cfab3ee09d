import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from articles.copy import Copy
from articles.models import Article, Revision


def test_every_save_makes_a_revision_that_holds_everything(make_story, editor, ann, bo, world):
    story = make_story("draft", topics=["Ferries"], credits=[(ann.pk, "writer")])
    copy = Copy(
        {"headline": "Two", "body": "<p>Two.</p>", "kind": "opinion", "language": "de"},
        [(bo.pk, "photographer"), (ann.pk, "writer")],
        {"Ferries", "Islands"},
    )
    second = story.save_revision(copy, by=editor, began_from=story.working_copy, note="Better")
    assert [(r.headline, r.by.username, r.note) for r in story.revisions.all()] == [
        ("Two", "edda", "Better"),
        ("Ferry to run again", "test-program", ""),
    ]
    assert Copy.of(Revision.objects.get(pk=second.pk)) == copy
    assert second.began_from.credits == [(ann.pk, "writer")]


def test_saving_what_is_already_there_makes_no_revision(make_story, editor):
    story = make_story("draft", topics=["Ferries"])
    same = story.save_revision(Copy.of(story.working_copy), by=editor, began_from=story.working_copy)
    assert same == story.working_copy
    assert story.revisions.count() == 1


def test_a_save_that_began_from_an_older_version_writes_nothing_and_says_whose_is_newer(make_story, editor, chief):
    story = make_story("draft")
    seen = story.working_copy
    story.save_revision(Copy({"headline": "Edda's"}), by=editor, began_from=seen)
    with pytest.raises(ValidationError, match="edda saved this story") as caught:
        story.save_revision(Copy({"headline": "Chris's"}), by=chief, began_from=seen)
    assert caught.value.code == "overtaken"
    assert [r.headline for r in story.revisions.all()] == ["Edda's", "Ferry to run again"]


def test_a_revision_never_changes_whoever_tries(make_story):
    revision = make_story("draft").working_copy
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        Revision.objects.update(headline="Rewritten")
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE articles_revision SET body = ''")
    revision.refresh_from_db()
    assert revision.headline == "Ferry to run again"


def test_whoever_wrote_cannot_be_deleted_from_the_history(make_story, contributor):
    make_story("draft", by=contributor)
    with pytest.raises(ProtectedError):
        contributor.delete()


@pytest.mark.parametrize(
    "damage",
    [
        {"status": "published"},
        {"status": "lost"},
        {"headline": "Words on a draft"},
        {"body": "<p>Words on a draft</p>"},
    ],
)
def test_the_database_refuses_a_draft_that_readers_could_see(make_story, damage):
    make_story("draft")
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.update(**damage)


@pytest.mark.parametrize("damage", [{"published_at": None}, {"slug": ""}, {"headline": ""}, {"section": None}])
def test_the_database_refuses_a_published_story_without_what_it_needs(make_story, damage):
    make_story("live")
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.update(**damage)


def test_what_no_rule_allows_is_cleaned_on_the_way_in_and_on_the_way_to_readers(make_story, editor):
    story = make_story("draft", body='<p onclick="x()">Hi<script>alert(1)</script> <a href="javascript:x">you</a></p>')
    assert story.working_copy.body == "<p>Hi you</p>"
    story.publish(story.working_copy, by=editor)
    assert Article.objects.get().body == "<p>Hi you</p>"
