"""The archive of a real organisation, in full."""

from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

from addresses.models import FormerAddress
from articles.models import Article, Topic
from authors.models import Author
from masthead.models import StandingPage
from sections.models import Section
from tests.wordpress.exports import export_file

LONG = (
    "summer-of-code-converting-biomedical-text-mining-data-to-rdf-integrating-results-with-existing-neurocommons-rdf-data-"
    "generating-a-rdfa-based-web-interface-for-presentation"
)


@pytest.fixture(scope="module")
def imported(django_db_setup, django_db_blocker):
    """The archive, brought in once for all of these tests and taken out after them."""
    out = StringIO()
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("import_wordpress", str(export_file("cc-labs/wordpress.xml")), stdout=out)
        yield out.getvalue()
        transaction.set_rollback(True)


@pytest.fixture
def cc_labs(imported, db):
    return imported


def test_everything_of_cc_labs_is_here(cc_labs):
    assert Article.objects.live().count() == Article.objects.count() == 219
    assert StandingPage.objects.filter(is_published=True).count() == StandingPage.objects.count() == 5
    assert Author.objects.count() == 30
    assert Section.objects.count() == 98
    assert Topic.objects.count() == 171
    assert "made: 30 authors, 98 sections, 171 topics, 219 stories, 5 pages" in cc_labs


def test_what_is_not_carried_over_is_counted(cc_labs):
    for line in ("119 × comment", "62 × pingback", "76 × picture in a text", "3 × player or frame", "3 × custom field"):
        assert line in cc_labs


def test_every_address_of_cc_labs_still_leads_to_its_story(cc_labs, client):
    olds = set(FormerAddress.objects.filter(content_type__model="article").values_list("path", flat=True))
    assert len(olds) == 219
    for path in sorted(olds):
        response = client.get(path, follow=True)
        assert (response.status_code, len(response.redirect_chain)) == (200, 1), path
    for path in ("/videos/", "/videos/tech-summit-dec-2008/", "/home/"):
        assert client.get(path).status_code == 200


def test_every_page_of_a_section_author_and_topic_opens(cc_labs, client):
    for thing in [*Section.objects.all(), *Author.objects.all()]:
        assert client.get(thing.get_absolute_url()).status_code == 200, thing
    for path in ("/topics/2008/", "/author/hugo-dworak/", "/category/summer-of-code/", "/tag/add-in/"):
        assert client.get(path, follow=True).status_code == 200, path


def test_a_story_has_its_words_its_moment_its_byline_and_its_sections(cc_labs):
    story = Article.objects.get(slug="liblicense-02")
    assert story.headline == "liblicense 0.2"
    assert story.published_at == datetime(2007, 7, 13, 23, 38, 41, tzinfo=UTC)
    assert story.get_absolute_url() == "/2007/07/liblicense-02/"
    assert [byline.author.name for byline in story.bylines.all()] == ["tannewt"]
    assert story.section.name == "Interns 2007"
    assert [section.name for section in story.further_sections.all()] == ["liblicense"]
    assert story.body.startswith("<p>")
    assert story.language == "en-us"


def test_a_very_long_slug_stays(cc_labs, client):
    assert client.get(f"/2007/04/{LONG}/").status_code == 200


def test_addresses_that_the_site_itself_needs_get_a_suffix(cc_labs, client):
    assert set(Section.objects.filter(name__in=["api", "search"]).values_list("slug", flat=True)) == {
        "api-section",
        "search-section",
    }
    assert client.get("/category/api/", follow=True).redirect_chain == [("/api-section/", 301)]


def test_a_word_that_is_both_a_category_and_a_tag_is_both_a_section_and_a_topic(cc_labs, client):
    topics = set(Topic.objects.values_list("slug", flat=True))
    sections = {slug.removesuffix("-section") for slug in Section.objects.values_list("slug", flat=True)}
    assert len(sections & topics) == 33
    assert client.get("/rdfa/").status_code == client.get("/topics/add-in/").status_code == 200
