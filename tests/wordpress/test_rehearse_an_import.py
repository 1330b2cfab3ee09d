"""--dry-run says what would happen, and keeps nothing of it."""

import pytest
from django.core.management.base import CommandError

from accounts.models import User
from articles.models import Article, Topic
from tests.wordpress.exports import author, export_file, item
from wordpress.models import ImportedItem


def test_it_reports_what_the_import_would_and_keeps_nothing(bring):
    path = export_file("nikola/wordpress_export_example.xml")
    rehearsed = bring(path, dry_run=True)
    for model in (Article, Topic, ImportedItem, User):
        assert not model.objects.exists()
    assert rehearsed == bring(path) + "This was a rehearsal (--dry-run): nothing was kept.\n"


def test_it_does_not_undo_what_was_there(bring, write_export):
    bring(write_export(item("Before", id=1), head=author("ann")))
    bring(write_export(item("After", id=1), item("New", id=2)), dry_run=True)
    assert [str(story) for story in Article.objects.all()] == ["Before"]


def test_a_file_that_cannot_be_read_is_an_error_in_a_rehearsal_too(bring):
    with pytest.raises(CommandError, match="1 of 1 files"):
        bring(export_file("tryghost-migrate/sample.xml"), dry_run=True)
