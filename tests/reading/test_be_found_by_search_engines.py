"""What a page tells search engines, read with extruct and held against schema.org's vocabulary."""

from datetime import UTC, datetime

import pytest

from articles.copy import Copy
from articles.models import Series
from articles.models.byline import Role
from authors.models import AuthorLink
from masthead.models import ConnectLink, Masthead, StandingPage
from pictures.models import Picture
from sections.models import Section
from tests.reading.schema_org import graph

MORNING = datetime(2022, 7, 3, 6, 20, 7, 123456, tzinfo=UTC)
ADDRESS = "https://paper.example/2022/07/ferry-to-run-again/"
PAPER = {
    "@type": "NewsMediaOrganization",
    "@id": "https://paper.example/#organization",
    "name": "The Courier",
    "url": "https://paper.example/",
}


@pytest.fixture(autouse=True)
def _courier(db, settings):
    settings.SITE_URL = "https://paper.example"
    Masthead.objects.create(name="The Courier", tagline="From the quay", description="News of the islands.")


@pytest.fixture
def pier(program):
    texts = {"title": "Pier", "alt": "A pier", "caption": "The pier", "credit": "Bo Lind"}
    return Picture.objects.create(
        digest="a" * 64, key="a" * 16, width=1600, height=1067, uploaded_by=program, focal_x=0.3, **texts
    )


@pytest.fixture
def tell(read):
    """`tell("/world/")`: what the page there tells, by type."""
    return lambda address: graph(read(address.removeprefix("https://paper.example")))


def test_a_story_is_told_whole(tell, make_story, ann, bo, program, pier, settings):
    settings.TIME_ZONE = "Europe/Berlin"
    world = Section.objects.get(slug="world")
    part = Section.objects.create(name="Islands", slug="islands", parent=world)
    story = make_story(
        at=MORNING,
        section=part,
        credits=[(ann.pk, Role.WRITER), (bo.pk, Role.WRITER), (bo.pk, Role.PHOTOGRAPHER)],
        topics=["Ferries"],
        standfirst="At five.",
        lead_picture=pier,
        series=Series.objects.create(name="The long tide", slug="the-long-tide"),
        language="en-gb",
    )
    story.add_note("correction", "The boat leaves at six.", by=program, at=datetime(2022, 7, 3, 9, tzinfo=UTC))
    story.add_note("update", "The timetable was added.", by=program, at=datetime(2022, 7, 3, 9, 30, tzinfo=UTC))

    told = tell(ADDRESS)

    image = {"@type": "ImageObject", "caption": "The pier", "creditText": "Bo Lind"}
    pictures = f"https://paper.example/pictures/{'a' * 16}"
    assert told["NewsArticle"] == {
        "@type": "NewsArticle",
        "@id": ADDRESS + "#story",
        "headline": "Ferry to run again",
        "description": "At five.",
        "mainEntityOfPage": {"@type": "WebPage", "@id": ADDRESS},
        "url": ADDRESS,
        "datePublished": "2022-07-03T08:20:07+02:00",
        "dateModified": "2022-07-03T11:30:00+02:00",
        "inLanguage": "en-gb",
        "isAccessibleForFree": True,
        "wordCount": 4,
        "articleSection": "Islands",
        "keywords": ["Ferries"],
        "author": [
            {
                "@type": "Person",
                "@id": "https://paper.example/authors/ann-weiss/#person",
                "name": "Ann Weiss",
                "url": "https://paper.example/authors/ann-weiss/",
                "jobTitle": "Correspondent",
            },
            {
                "@type": "Person",
                "@id": "https://paper.example/authors/bo-lind/#person",
                "name": "Bo Lind",
                "url": "https://paper.example/authors/bo-lind/",
            },
        ],
        "publisher": PAPER,
        "image": [
            image | {"url": f"{pictures}/1x1-1200-at-30-50.jpg", "width": 1067, "height": 1067},
            image | {"url": f"{pictures}/4x3-1200-at-30-50.jpg", "width": 1200, "height": 900},
            image | {"url": f"{pictures}/16x9-1200-at-30-50.jpg", "width": 1200, "height": 675},
        ],
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": "The boat leaves at six.",
                "datePublished": "2022-07-03T11:00:00+02:00",
            }
        ],
        "isPartOf": {
            "@type": "CreativeWorkSeries",
            "name": "The long tide",
            "url": "https://paper.example/series/the-long-tide/",
        },
    }
    assert [(step["position"], step["name"], step["item"]) for step in told["BreadcrumbList"]["itemListElement"]] == [
        (1, "The Courier", "https://paper.example/"),
        (2, "World", "https://paper.example/world/"),
        (3, "Islands", "https://paper.example/islands/"),
        (4, "Ferry to run again", ADDRESS),
    ]


@pytest.mark.parametrize(
    ("kind", "told_as"),
    [
        ("news", "NewsArticle"),
        ("analysis", "AnalysisNewsArticle"),
        ("opinion", "OpinionNewsArticle"),
        ("interview", "NewsArticle"),
        ("explainer", "BackgroundNewsArticle"),
        ("review", "ReviewNewsArticle"),
        ("live", "NewsArticle"),
        ("sponsored", "AdvertiserContentArticle"),
        ("obituary", "NewsArticle"),
    ],
)
def test_what_kind_of_piece_it_is_and_that_a_story_without_bylines_is_the_paper_s(tell, make_story, kind, told_as):
    make_story(at=MORNING, kind=kind)

    told = tell(ADDRESS)

    assert set(told) == {told_as, "BreadcrumbList"}
    assert told[told_as]["author"] == [PAPER]
    assert {"image", "correction", "isPartOf", "description"} & set(told[told_as]) == set()


def test_the_front_tells_who_the_paper_is_and_where_to_search(tell):
    Masthead.objects.update(
        legal_name="Courier Press", address="1 Quay\nMerrow", email="desk@paper.example", founded=1871
    )
    ConnectLink.objects.create(masthead=Masthead.objects.get(), label="Mastodon", url="https://social.example/@courier")
    for purpose in ("about", "contact", "ethics", "corrections", "staff"):
        StandingPage.objects.create(path=f"our-{purpose}", title=purpose, purpose=purpose, is_published=True)
    StandingPage.objects.create(path="hidden", title="Hidden", purpose="privacy")

    told = tell("/")

    assert told == {
        "NewsMediaOrganization": PAPER
        | {
            "description": "News of the islands.",
            "slogan": "From the quay",
            "legalName": "Courier Press",
            "address": "1 Quay Merrow",
            "email": "desk@paper.example",
            "foundingDate": "1871",
            "sameAs": ["https://social.example/@courier"],
            "publishingPrinciples": "https://paper.example/our-ethics/",
            "ethicsPolicy": "https://paper.example/our-ethics/",
            "correctionsPolicy": "https://paper.example/our-corrections/",
            "masthead": "https://paper.example/authors/",
            "actionableFeedbackPolicy": "https://paper.example/our-contact/",
            "ownershipFundingInfo": "https://paper.example/our-about/",
        },
        "WebSite": {
            "@type": "WebSite",
            "@id": "https://paper.example/#website",
            "name": "The Courier",
            "url": "https://paper.example/",
            "inLanguage": "en-gb",
            "publisher": {"@id": "https://paper.example/#organization"},
            "potentialAction": {
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": "https://paper.example/search/?q={search_term_string}",
                },
                "query-input": "required name=search_term_string",
            },
        },
    }


def test_an_author_s_page_is_a_profile(tell, ann, pier):
    ann.bio, ann.expertise, ann.languages = "<p>Ann reports from the <em>quay</em>.</p>", "Ports, law", "English, Dutch"
    ann.portrait, ann.location, ann.public_email = pier, "Merrow", "ann@paper.example"
    ann.save()
    AuthorLink.objects.create(author=ann, label="Mastodon", url="https://social.example/@ann")

    profile = tell("/authors/ann-weiss/")["ProfilePage"]

    assert profile == {
        "@type": "ProfilePage",
        "url": "https://paper.example/authors/ann-weiss/",
        "mainEntity": {
            "@type": "Person",
            "@id": "https://paper.example/authors/ann-weiss/#person",
            "name": "Ann Weiss",
            "url": "https://paper.example/authors/ann-weiss/",
            "jobTitle": "Correspondent",
            "description": "Ann reports from the quay.",
            "image": {
                "@type": "ImageObject",
                "url": f"https://paper.example/pictures/{'a' * 16}/1x1-1200-at-30-50.jpg",
                "width": 1067,
                "height": 1067,
                "caption": "The pier",
                "creditText": "Bo Lind",
            },
            "sameAs": ["https://social.example/@ann"],
            "knowsAbout": ["Ports", "law"],
            "knowsLanguage": ["English", "Dutch"],
            "workLocation": "Merrow",
            "email": "ann@paper.example",
            "worksFor": PAPER,
        },
    }


@pytest.mark.parametrize(
    ("address", "types", "way"),
    [
        ("/world/", {"BreadcrumbList"}, ["The Courier", "World"]),
        ("/topics/islands/", {"BreadcrumbList"}, ["The Courier", "Topics", "Islands"]),
        ("/authors/ann-weiss/", {"BreadcrumbList", "ProfilePage"}, ["The Courier", "Who writes here", "Ann Weiss"]),
        ("/about/", {"BreadcrumbList", "AboutPage"}, ["The Courier", "About"]),
    ],
)
def test_every_page_tells_the_way_to_it(tell, make_story, ann, address, types, way):
    make_story(topics=["Islands"], credits=[(ann.pk, Role.WRITER)])
    StandingPage.objects.create(path="about", title="About", purpose="about", is_published=True)

    told = tell(address)

    assert set(told) == types
    assert [step["name"] for step in told["BreadcrumbList"]["itemListElement"]] == way
    assert told["BreadcrumbList"]["itemListElement"][-1]["item"] == "https://paper.example" + address


def test_readers_data_stays_that_of_the_published_words(tell, make_story, program):
    story = make_story(at=MORNING)
    story.save_revision(Copy({"headline": "Secret"}), by=program, began_from=story.working_copy)

    assert tell(ADDRESS)["NewsArticle"]["headline"] == "Ferry to run again"


@pytest.mark.parametrize(
    "address", ["/", "/world/", "/topics/", "/topics/islands/", "/authors/", "/authors/ann-weiss/"]
)
def test_every_page_has_one_title_description_canonical_address_and_card(read, make_story, ann, address):
    make_story(topics=["Islands"], credits=[(ann.pk, Role.WRITER)])

    page = read(address)

    assert "The Courier" in page.one("title")
    assert page.meta("description")
    assert page.tree.xpath("//link[@rel='canonical']/@href") == ["https://paper.example" + address]
    assert page.meta("og:url") == "https://paper.example" + address
    assert page.meta("og:image").startswith("https://paper.example/cards/0-")
    assert (page.meta("og:image:width"), page.meta("og:image:height")) == ("1200", "630")
    assert page.meta("twitter:card") == "summary_large_image"
