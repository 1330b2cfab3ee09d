"""How a picture was made is said wherever it stands, and a long description is there for whoever wants it."""

import pytest
from lxml import etree

from articles.models.byline import Role
from pictures.models import Picture
from tests.reading.crawling import SITE
from tests.reading.schema_org import graph

CODES = "http://cv.iptc.org/newscodes/digitalsourcetype/"


@pytest.fixture
def picture(program):
    def picture(title, **texts):
        digest = f"{Picture.objects.count():064d}"
        size = {"width": 1600, "height": 1067}
        return Picture.objects.create(title=title, digest=digest, uploaded_by=program, **size, **texts)

    return picture


@pytest.fixture
def made_by_ai(picture):
    return picture("Robot", credit="Ann Weiss", source_type="trainedAlgorithmicMedia")


def test_a_portrait_says_it_beneath_itself(read, make_story, made_by_ai, picture, ann, bo):
    ann.portrait, bo.portrait = made_by_ai, picture("Bo", source_type="digitalCapture")
    ann.save()
    bo.save()
    make_story(headline="Lead")
    make_story(slug="one", headline="One", kind="opinion", credits=[(ann.pk, Role.WRITER), (bo.pk, Role.WRITER)])
    make_story(slug="two", headline="Two", kind="opinion", credits=[(bo.pk, Role.WRITER)])

    story = read("/world/").tree.xpath("//a[text()='One']/@href")[0]
    for address in ("/", story, "/authors/"):
        page = read(address)
        assert page.all(".portrait-labelled .credit") == ["Made with AI."], address
        assert len(page.all(".portrait")) == 2, address
    assert read("/authors/ann-weiss/").one(".profile-portrait .credit") == "Made with AI. Image Credit: Ann Weiss"
    assert read("/authors/bo-lind/").one(".profile-portrait .credit") == "Image Credit: unknown"


@pytest.mark.parametrize("tail", ["", "atom/", "json/"])
def test_a_feed_says_it_too(client, make_story, made_by_ai, tail):
    make_story(lead_picture=made_by_ai, body=f"<figure data-picture='{made_by_ai.pk}'></figure>")
    assert client.get(f"/feed/{tail}").content.decode().count("Made with AI.") == 2


def test_search_engines_get_the_code(read, make_story, made_by_ai, picture, ann, settings):
    settings.SITE_URL = SITE
    ann.portrait = made_by_ai
    ann.save()
    story = make_story(slug="one", lead_picture=made_by_ai)
    plain = make_story(slug="two", lead_picture=picture("Pier"))

    images = graph(read(story.get_absolute_url()))["NewsArticle"]["image"]
    assert [image["digitalSourceType"] for image in images] == [f"{CODES}trainedAlgorithmicMedia"] * 3
    portrait = graph(read("/authors/ann-weiss/"))["ProfilePage"]["mainEntity"]["image"]
    assert portrait["digitalSourceType"] == f"{CODES}trainedAlgorithmicMedia"
    images = graph(read(plain.get_absolute_url()))["NewsArticle"]["image"]
    assert ["digitalSourceType" in image for image in images] == [False] * 3


def test_a_long_description_stands_beneath_the_picture_that_names_it(read, make_story, picture):
    chart = picture("Chart", alt="The sea is rising", extended_description="It <rises>.\n\nBy 25 cm.")
    figure = f"<figure data-picture='{chart.pk}'></figure>"
    plain = f"<figure data-picture='{picture('Pier').pk}'></figure>"
    page = read(make_story(lead_picture=chart, body=f"<p>One.</p>{figure}{plain}{figure}").get_absolute_url())

    described = page.elements("figure details")
    assert [details.get("id") for details in described] == ["lead-description", "description-1", "description-3"]
    assert page.all("figure details summary") == ["Description of the picture"] * 3
    assert page.all("figure details p") == ["It <rises>.", "By 25 cm."] * 3
    images = page.tree.xpath("//figure//img/@aria-details")
    assert images == ["lead-description", "description-1", "description-3"]


def test_a_list_does_not_describe_at_length(read, make_story, picture):
    make_story(lead_picture=picture("Chart", extended_description="It rises."))
    for address in ("/", "/world/"):
        page = read(address)
        assert page.all("main details") == []
        assert page.tree.xpath("//@aria-details") == []


def test_a_feed_has_the_description_without_names_that_two_stories_would_share(client, make_story, picture):
    chart = picture("Chart", extended_description="It rises.")
    make_story(lead_picture=chart, body=f"<figure data-picture='{chart.pk}'></figure>")
    tree = etree.HTML(client.get("/feed/json/").json()["items"][0]["content_html"])
    assert [" ".join(each.itertext()) for each in tree.xpath("//figure//details")] == [
        "Description of the picture It rises."
    ] * 2
    assert tree.xpath("//@id|//@aria-details") == []


def test_in_a_story_of_another_language_what_the_page_says_is_marked(read, make_story, picture):
    chart = picture("Chart", extended_description="It rises.")
    story = make_story(language="ar", headline="العبارة", slug="x", body=f"<figure data-picture='{chart.pk}'></figure>")
    (details,) = read(story.get_absolute_url()).elements("figure details")
    assert (details.get("lang"), details.get("dir")) == ("en-gb", "ltr")
