"""An import may be run twice, stopped in the middle, and run over what editors have changed since."""

import pytest
from django.apps import apps
from django.core.management.base import CommandError
from django.db import connection

from articles.copy import Copy
from articles.models import Article
from authors.models import Author
from masthead.models import StandingPage
from sections.models import Section
from tests.wordpress.exports import author, category, export_file, item
from wordpress import importing
from wordpress.models import ImportedItem


def state_of_the_database():
    """Every table's row count and the highest number that it ever gave out: equal only if nothing was even tried."""
    state = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            state[model._meta.db_table] = model.objects.count()
        cursor.execute("SELECT sequencename, last_value FROM pg_sequences ORDER BY 1")
        return state | dict(cursor.fetchall())


@pytest.mark.parametrize(
    "name",
    [
        "nikola/wordpress_export_example.xml",
        "tryghost-migrate/co-authors-plus.xml",
        "pelican/wordpressexport.xml",
        "wordpress-importer/small-export.xml",
        "wordpress-importer/theme-unit-test-data.xml",
    ],
)
def test_a_second_run_changes_nothing(bring, name):
    path = export_file(name)
    bring(path)
    before = state_of_the_database()
    printed = bring(path)
    assert state_of_the_database() == before
    assert "made:" not in printed
    assert "updated:" not in printed


def test_a_run_that_was_stopped_is_finished_by_the_next(bring, write_export, monkeypatch):
    path = write_export(*(item(f"Story {number}") for number in range(6)))
    bring_one, calls = importing.Stories.bring, []

    def power_cut(self, *args):
        calls.append(args)
        if len(calls) == 4:
            raise KeyboardInterrupt
        return bring_one(self, *args)

    monkeypatch.setattr(importing.Stories, "bring", power_cut)
    with pytest.raises(CommandError, match="Run the same command again") as stopped:
        bring(path)
    assert stopped.value.returncode == 130
    assert Article.objects.count() == ImportedItem.objects.filter(kind="post").count() == 3
    monkeypatch.undo()
    printed = bring(path)
    assert "made: 3 stories" in printed
    assert "unchanged since the last import: 1 author, 3 stories" in printed
    assert sorted(map(str, Article.objects.all())) == [f"Story {number}" for number in range(6)]


def test_a_story_is_whole_or_absent(bring, write_export, monkeypatch):
    path = write_export(item("Half a story"))

    def power_cut(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(ImportedItem, "remember", power_cut)
    monkeypatch.setattr(importing.People, "bring", lambda self: None)
    with pytest.raises(CommandError):
        bring(path)
    assert not Article.objects.exists()


def test_what_changed_in_wordpress_is_brought_up_to_date(bring, write_export):
    bring(write_export(item("Old title", "Old words.", id=7)))
    newer = item("New title", "New words.", id=7, post_modified_gmt="2020-01-01 08:00:00")
    printed = bring(write_export(newer))
    story = Article.objects.get()
    assert "updated: 1 story" in printed
    assert (story.headline, story.body) == ("New title", "<p>New words.</p>")
    assert story.published_at.year == 2019
    assert f"{story.updated_at:%Y-%m-%d %H:%M}" == "2020-01-01 08:00"
    assert story.revisions.count() == 2


def test_what_an_editor_changed_since_is_left_alone(bring, write_export, editor):
    bring(write_export(item("Old title", id=7)))
    story = Article.objects.get()
    ours = story.save_revision(
        Copy({"headline": "Our title", "body": "<p>Ours.</p>"}), by=editor, began_from=story.working_copy
    )
    printed = bring(write_export(item("Their title", id=7)))
    story.refresh_from_db()
    assert "changed or deleted here since, and left so: 1 story" in printed
    assert (story.headline, story.working_copy) == ("Old title", ours)


def test_a_story_that_an_editor_took_down_stays_down(bring, write_export, editor):
    bring(write_export(item("Old title", id=7)))
    Article.objects.get().unpublish(by=editor, note="Wrong.")
    bring(write_export(item("New title", id=7)))
    assert Article.objects.get().is_unpublished


def test_a_page_that_was_changed_or_deleted_here_is_left_alone(bring, write_export):
    first = [
        item("About", id=1, post_type="page", post_name="about"),
        item("Team", id=2, post_type="page", post_name="team"),
    ]
    bring(write_export(*first))
    StandingPage.objects.filter(path="about").update(title="About us")
    StandingPage.objects.filter(path="team").delete()
    second = [
        item("Über", id=1, post_type="page", post_name="about"),
        item("Team", id=2, post_type="page", post_name="team"),
    ]
    assert "changed or deleted here since, and left so: 2 pages" in bring(write_export(*second))
    assert [page.title for page in StandingPage.objects.all()] == ["About us"]


def test_a_draft_that_was_published_in_wordpress_meanwhile_is_published(bring, write_export):
    bring(write_export(item("Soon", id=7, status="draft", post_date_gmt="0000-00-00 00:00:00")))
    assert Article.objects.get().is_drafted
    bring(write_export(item("Soon", id=7)))
    assert Article.objects.get().is_live()


def test_a_story_that_is_no_longer_public_in_wordpress_is_reported_and_stays(bring, write_export):
    bring(write_export(item("Taken back", id=7)))
    printed = bring(write_export(item("Taken back", id=7, status="draft")))
    assert "1 × story is no longer public in WordPress, but still is here (“Taken back”)" in printed
    assert Article.objects.get().is_live()


def test_an_author_and_a_section_that_are_here_already_are_used(bring, write_export, ann, world):
    head = author("ann-weiss", "Ann Weiss") + category("world", "World")
    printed = bring(write_export(item(creator="ann-weiss", terms=[("category", "world", "World")]), head=head))
    story = Article.objects.get()
    assert [byline.author for byline in story.bylines.all()] == [ann]
    assert story.section == world
    assert "author who was here already" in printed
    assert "section that was here already" in printed
    assert (Author.objects.count(), Section.objects.count()) == (1, 1)


def test_a_section_that_was_deleted_here_comes_back_only_with_a_story(bring, write_export):
    head = category("world", "World") + category("empty", "Empty")
    bring(write_export(head=head))
    Section.objects.all().delete()
    bring(write_export(item(terms=[("category", "world", "World")]), head=head))
    assert [section.name for section in Section.objects.all()] == ["World"]


def test_two_sites_may_use_the_same_numbers(bring, write_export, tmp_path):
    other = tmp_path / "other.xml"
    text = write_export(item("Ours", id=7)).read_text()
    other.write_text(text.replace("example.org", "example.net").replace("Ours", "Theirs"))
    bring(tmp_path / "export.xml", other)
    assert sorted(map(str, Article.objects.all())) == ["Ours", "Theirs"]


def test_a_site_that_moved_to_https_is_still_the_same(bring, write_export):
    path = write_export(item(id=7))
    bring(path)
    path.write_text(path.read_text().replace("<wp:base_blog_url>https://", "<wp:base_blog_url>http://www."))
    assert "unchanged since the last import: 1 author, 1 story" in bring(path)
