"""Each file comes in with the counts that it has, or is refused with a sentence, and nothing in between."""

import pytest
from django.core.management.base import CommandError

from articles.models import Article, Topic
from authors.models import Author
from masthead.models import StandingPage
from sections.models import Section
from tests.wordpress.exports import export_file
from wordpress.models import ImportedItem
from wordpress.survey import survey
from wordpress.unreadable import Unreadable

# file → stories, pages, authors, sections, topics
WHOLE = {
    "nikola/wordpress_export_example.xml": (4, 1, 1, 5, 14),
    "pelican/wordpressexport.xml": (11, 2, 3, 4, 3),
    "superdesk/wordpress_wxr.xml": (5, 0, 4, 5, 1),
    "tryghost-migrate/co-authors-plus.xml": (4, 0, 3, 1, 1),
    "tryghost-migrate/feature-image-captions.xml": (3, 0, 1, 1, 0),
    "tryghost-migrate/has-yoast-meta.xml": (2, 0, 1, 1, 0),
    "tryghost-migrate/multiple/pages-only.xml": (0, 1, 1, 0, 0),
    "tryghost-migrate/multiple/posts-only.xml": (3, 0, 2, 1, 2),
    "wordpress-importer/authors-multiline.xml": (1, 0, 3, 1, 0),
    "wordpress-importer/blank-lines.xml": (1, 0, 0, 1, 0),
    "wordpress-importer/cdata-edge.xml": (1, 0, 0, 1, 0),
    "wordpress-importer/crazy-cdata-escaped.xml": (1, 0, 1, 1, 0),
    "wordpress-importer/large-authors.xml": (0, 0, 300, 0, 0),
    "wordpress-importer/missing-version-tag.xml": (0, 0, 1, 21, 18),
    "wordpress-importer/multiple-cdata.xml": (1, 0, 0, 1, 0),
    "wordpress-importer/post-content-blank-lines.xml": (1, 0, 1, 1, 0),
    "wordpress-importer/slashes.xml": (1, 0, 2, 1, 1),
    "wordpress-importer/small-export.xml": (6, 5, 3, 30, 3),
    "wordpress-importer/term-formats.xml": (0, 0, 0, 2, 3),
    "wordpress-importer/test-serialized-postmeta-with-cdata.xml": (1, 0, 1, 1, 0),
    "wordpress-importer/test-utw-post-meta-import.xml": (1, 0, 1, 1, 0),
    "wordpress-importer/valid-wxr-1.0.xml": (3, 3, 1, 5, 4),
    "wordpress-importer/wxr-comprehensive.xml": (1, 1, 2, 2, 2),
    "wordpress-importer/wxr-flat-attachment-same-site.xml": (1, 0, 1, 1, 0),
    "wordpress-importer/wxr-utf-8-challenges.xml": (1, 0, 1, 1, 0),
    "wordpress-importer/wxr-with-sub-data.xml": (1, 0, 1, 1, 0),
}
BROKEN = {
    "nikola/wordpress_qtranslate_item_raw_export.xml": "it has <item> where <rss> belongs",
    "tryghost-migrate/multiple/attachments-only.xml": "line 11, column 106 has an “&” that is not written as “&amp;”",
    "tryghost-migrate/sample.xml": "line 109, column 106 has an “&” that is not written as “&amp;”",
    "wordpress-importer/crazy-cdata.xml": "line 18, column 70 has “]]>” in the middle of a text",
    "wordpress-importer/malformed.xml": "it has <notachanneltag> where <channel> belongs",
}


def counts():
    return tuple(model.objects.count() for model in (Article, StandingPage, Author, Section, Topic))


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_export_comes_in_with_all_that_it_has(bring, client, name):
    printed = bring(export_file(name))
    assert counts() == WHOLE[name]
    assert "FAILED" not in printed
    for story in Article.objects.live():
        assert client.get(story.get_absolute_url()).status_code == 200, story
    for page in StandingPage.objects.filter(is_published=True):
        assert client.get(page.get_absolute_url()).status_code == 200, page


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_export_is_refused_in_one_sentence_and_leaves_nothing(bring, name):
    path = export_file(name)
    with pytest.raises(CommandError, match="1 of 1 files could not be imported"):
        bring(path)
    assert counts() == (0, 0, 0, 0, 0)
    assert not ImportedItem.objects.exists()


@pytest.mark.parametrize(("name", "why"), BROKEN.items())
def test_the_sentence_names_the_file_the_line_and_the_way_out(name, why):
    path = export_file(name)
    with pytest.raises(Unreadable) as caught:
        survey(path)
    sentence = str(caught.value)
    assert sentence.startswith(str(path))
    assert why in sentence
    assert "Export" in sentence
