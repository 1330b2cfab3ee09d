"""A file that is no whole export is refused before anything of it is written."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management.base import CommandError

from articles.models import Article
from authors.models import Author
from tests.wordpress.exports import author, export, export_file, item
from wordpress import importing
from wordpress.models import ImportedItem
from wordpress.survey import survey
from wordpress.unreadable import Unreadable

GOOD = export(author("ann"), item("A story", id=7))
BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha" * 50}">' for n in range(10))
FILES = {
    "cut off": (GOOD[: len(GOOD) // 2], "not well-formed"),
    "empty": ("", "is no XML"),
    "prose": ("Dear editor, find enclosed…", "not well-formed XML: line 1"),
    "a control character": (GOOD.replace("Some words.", "Some \x08 words."), "a control character"),
    "NUL": (GOOD.replace("Some words.", "Some \x00 words."), "a control character"),
    "an HTML entity": (GOOD.replace("Some words.", "Some&nbsp;words."), "an entity that only HTML knows"),
    "a DTD": (GOOD.replace("<rss", "<!DOCTYPE rss><rss"), "document type declaration"),
    "an external DTD": (GOOD.replace("<rss", '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x"><rss'), "document type"),
    "an external entity": (
        GOOD.replace("<rss", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss').replace("A story", "&x;"),
        "document type declaration",
    ),
    "an entity bomb": (
        GOOD.replace("<rss", f"<!DOCTYPE rss [{BOMB}]><rss").replace("A story", "&e9;"),
        "document type declaration",
    ),
    "a web page": ("<html><body>Hello</body></html>", "it has <html> where <rss> belongs"),
    "an ordinary feed": (
        "<rss><channel><title>News</title><item><title>One</title></item></channel></rss>",
        "none of the elements that WordPress' export adds",
    ),
    "a text beyond ten million characters": (
        GOOD.replace("Some words.", "word " * 2_100_000),
        "ten million characters",
    ),
}


@pytest.mark.parametrize(("text", "why"), FILES.values(), ids=FILES.keys())
def test_nothing_of_it_is_imported_and_one_sentence_says_why(bring, tmp_path, text, why):
    path = tmp_path / "given.xml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError):
        bring(path)
    assert not Author.objects.exists()
    assert not ImportedItem.objects.exists()
    with pytest.raises(Unreadable, match=r"given\.xml") as caught:
        survey(path)
    assert why in str(caught.value)


@pytest.mark.parametrize(("start", "why"), [(b"PK\x03\x04", "zip archive"), (b"\x1f\x8b\x08\x00", "gzip archive")])
def test_an_archive_is_to_be_unpacked_first(tmp_path, start, why):
    path = tmp_path / "export.zip"
    path.write_bytes(start + b"rest")
    with pytest.raises(Unreadable, match=f"is a {why}. Unpack it"):
        survey(path)


def test_a_file_that_is_not_there_is_named(bring, tmp_path):
    with pytest.raises(CommandError, match="1 of 1 files"):
        bring(tmp_path / "gone.xml")


def test_the_good_files_of_several_come_in_all_the_same(bring, write_export, tmp_path):
    bad = tmp_path / "bad.xml"
    bad.write_text("<rss>")
    with pytest.raises(CommandError, match="1 of 3 files"):
        bring(write_export(item("One"), name="1.xml"), bad, write_export(item("Two"), name="2.xml"))
    assert sorted(map(str, Article.objects.all())) == ["One", "Two"]


def test_one_story_that_cannot_be_stored_does_not_stop_the_others(bring, write_export, monkeypatch):
    topics_of = importing.Tags.of

    def refuse_bad(self, item):
        if item.title == "Bad":
            raise ValidationError("That cannot be.")
        return topics_of(self, item)

    monkeypatch.setattr(importing.Tags, "of", refuse_bad)
    with pytest.raises(CommandError, match="not wholly"):
        bring(write_export(item("Good"), item("Bad"), item("Better")))
    assert sorted(map(str, Article.objects.all())) == ["Better", "Good"]


def test_real_files_that_are_broken(bring):
    with pytest.raises(CommandError, match="2 of 2 files"):
        bring(export_file("tryghost-migrate/sample.xml"), export_file("tryghost-migrate/multiple/attachments-only.xml"))
    assert not Article.objects.exists()
