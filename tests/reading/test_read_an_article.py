import json
from datetime import UTC, datetime

import pytest

from articles.models import UpdateNote
from articles.models.byline import Role
from sections.models import Section

MORNING = datetime(2022, 7, 3, 6, 20, tzinfo=UTC)
ADDRESS = "/2022/07/ferry-to-run-again/"


def test_everything_that_the_model_page_has(read, make_story, world, ann, bo, program):
    ann.bio, ann.job_title = "<p>Ann reports from the <em>quay</em>.</p>", "Harbour correspondent"
    ann.save()
    story = make_story(
        at=MORNING,
        credits=[(ann.pk, Role.WRITER), (bo.pk, Role.PHOTOGRAPHER)],
        topics=["Ferries", "Islands"],
        kicker="Ferry strike",
        kind="analysis",
        standfirst="The first boat leaves at five.",
        body="<p>It <a href='/about/'>runs</a>.</p><h2>Who is aboard</h2><blockquote><p>“Me.”</p></blockquote>",
    )
    story.add_note(
        UpdateNote.Kind.UPDATE, "The timetable was added.", by=program, at=datetime(2022, 7, 3, 9, tzinfo=UTC)
    )

    page = read(ADDRESS)

    assert page.one("h1") == "Ferry to run again"
    assert page.one(".section-path") == "World"
    assert page.attribute(".section-path a", "href") == ["/world/"]
    assert page.all(".story-head .label span") == ["Analysis", "Ferry strike"]
    assert page.one(".standfirst") == "The first boat leaves at five."
    assert page.all(".byline-credit") == ["By Ann Weiss", "Photographs by Bo Lind"]
    assert page.attribute(".byline-credit a", "href") == ["/authors/ann-weiss/", "/authors/bo-lind/"]
    assert page.one(".byline-times") == (
        "Published 3 July 2022, 06:20 Updated 3 July 2022, 09:00 What was changed 1 minute to read"
    )
    assert page.attribute(".byline-times a", "href") == ["#notes"]
    assert page.attribute(".byline-times time", "datetime") == [
        "2022-07-03T06:20:00+00:00",
        "2022-07-03T09:00:00+00:00",
    ]
    assert page.one(".prose h2") == "Who is aboard"
    assert page.one(".prose blockquote") == "“Me.”"
    assert page.one(".story-foot .note") == "Update 3 July 2022, 09:00 The timetable was added."
    assert page.all(".topic-list a") == ["Ferries", "Islands"]
    assert page.attribute(".topic-list a", "href") == ["/topics/ferries/", "/topics/islands/"]
    assert page.one("#written-by") == "Written by"
    assert page.all(".author-box") == [
        "Ann Weiss Harbour correspondent Ann reports from the quay.",
        "Bo Lind Photographer",
    ]


def test_several_writers_stand_in_the_order_of_the_bylines(read, make_story, ann, bo):
    make_story(at=MORNING, credits=[(bo.pk, Role.WRITER), (ann.pk, Role.WRITER)])

    assert read(ADDRESS).all(".byline-credit") == ["By Bo Lind and Ann Weiss"]


def test_the_parent_section_stands_above_the_headline_too(read, make_story, world):
    make_story(at=MORNING, section=Section.objects.create(name="The Straits", slug="straits", parent=world))

    assert read(ADDRESS).attribute(".section-path a", "href") == ["/world/", "/straits/"]


@pytest.mark.parametrize(
    ("kind", "label"), [("opinion", "Opinion"), ("sponsored", "Sponsored"), ("obituary", "Obituary"), ("live", "Live")]
)
def test_a_reader_is_told_what_kind_of_piece_it_is(read, make_story, kind, label):
    make_story(at=MORNING, kind=kind)

    assert read(ADDRESS).one(".story-head .kind") == label


def test_news_needs_no_label(read, make_story):
    make_story(at=MORNING)

    assert read(ADDRESS).all(".story-head .kind") == []


def test_a_paid_piece_says_so_in_a_sentence(read, make_story):
    make_story(at=MORNING, kind="sponsored")

    assert "paid" in read(ADDRESS).one(".sponsored-line")


@pytest.mark.parametrize(("kind", "done"), [("correction", "Corrected"), ("retraction", "Retracted")])
def test_corrections_are_seen_before_the_story(read, make_story, program, kind, done):
    moment = datetime(2022, 7, 4, 8, tzinfo=UTC)
    note = make_story(at=MORNING).add_note(kind, "The boat leaves at six.", by=program, at=moment)

    page = read(ADDRESS)

    assert page.one(".story-head .note") == f"{kind.title()} 4 July 2022, 08:00 The boat leaves at six."
    assert page.all(".story-foot .note") == []
    assert page.one(".byline-times a") == f"{done} 4 July 2022"
    assert page.attribute(".byline-times a", "href") == [f"#note-{note.pk}"]
    assert page.attribute(".note", "id") == [f"note-{note.pk}"]


@pytest.mark.parametrize("kind", ["update", "clarification", "editors-note"])
def test_other_notes_stand_at_the_foot_and_the_head_leads_there(read, make_story, program, kind):
    make_story(at=MORNING).add_note(kind, "The boat leaves at six.", by=program)

    page = read(ADDRESS)

    assert page.all(".story-head .note") == []
    assert "The boat leaves at six." in page.one("#notes .note")
    assert page.attribute(".byline-times a", "href") == ["#notes"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<p>Ferry.</p>", "1 minute to read"),
        (f"<p>{'ferry ' * 700}</p>", "3 minutes to read"),
        (f"<p>{'船' * 1800}</p>", "4 minutes to read"),
        (f"<figure data-quote='pull'><blockquote><p>{'ferry ' * 700}</p></blockquote></figure>", "1 minute to read"),
    ],
)
def test_how_long_it_takes_to_read(read, make_story, body, told):
    make_story(at=MORNING, body=body)

    assert read(ADDRESS).all(".byline-times span")[-1] == told


def test_a_story_in_another_language_says_which(read, make_story):
    body = '<p>تبحر</p><figure data-embed="vimeo:1"></figure>'
    make_story(at=MORNING, headline="العبارة تبحر", slug="ferry-to-run-again", language="ar", body=body)

    page = read(ADDRESS)

    assert page.attribute("h1", "lang") == ["ar"]
    assert page.attribute("h1", "dir") == ["rtl"]
    assert page.attribute(".prose", "dir") == ["rtl"]
    assert page.attribute("html", "lang") == ["en-gb"]
    assert page.attribute(".embed-card", "lang") == ["en-gb"]
    assert page.attribute(".embed-card", "dir") == ["ltr"]


def test_what_search_engines_and_others_are_told(read, make_story, ann, settings):
    settings.SITE_URL = "https://paper.example"
    make_story(
        at=MORNING,
        credits=[(ann.pk, Role.WRITER)],
        topics=["Ferries"],
        standfirst="At five.",
        search_title="Ferry runs",
        search_description="For the machines.",
        social_title="It runs!",
        social_description="For friends.",
    )

    page = read(ADDRESS)

    assert page.one("title") == "Ferry runs – The Newsroom"
    assert page.meta("description") == "For the machines."
    assert page.meta("og:title") == "It runs!"
    assert page.meta("og:description") == "For friends."
    assert page.meta("og:url") == "https://paper.example" + ADDRESS
    assert page.meta("article:published_time") == "2022-07-03T06:20:00+00:00"
    assert page.tree.xpath("//link[@rel='canonical']/@href") == ["https://paper.example" + ADDRESS]


def test_a_story_that_first_stood_elsewhere_points_there(read, make_story):
    make_story(at=MORNING, canonical_url="https://elsewhere.example/ferry")

    assert read(ADDRESS).tree.xpath("//link[@rel='canonical']/@href") == ["https://elsewhere.example/ferry"]


def test_a_headline_cannot_end_the_data_early(read, make_story):
    make_story(at=MORNING, slug="ferry-to-run-again", headline="</script><script>alert(1)</script> & <!--")

    page = read(ADDRESS)

    assert _news_article(page)["headline"] == "</script><script>alert(1)</script> & <!--"
    assert page.one("h1") == "</script><script>alert(1)</script> & <!--"


def test_readers_see_the_published_words_while_an_update_is_prepared(read, make_story):
    make_story("updating", at=MORNING)

    assert read(ADDRESS).one("h1") == "Ferry to run again"


@pytest.mark.parametrize(
    ("body", "language", "asked_for"),
    [
        ("<p>The <em>Calanus</em> haul</p>", "en-gb", 1),
        ("<p>The haul</p>", "en-gb", 0),
        ("<p>السفينة <em>هناك</em></p>", "ar", 0),
        ("<p>船<em>在</em></p>", "zh-Hant", 0),
    ],
)
def test_an_italic_comes_ahead_only_to_a_story_that_has_a_word_in_it(read, make_story, body, language, asked_for):
    make_story(at=MORNING, body=body, language=language)

    fonts = read(ADDRESS).attribute("link", "href")

    assert sum("italic" in font for font in fonts) == asked_for


def test_an_unpublished_story_is_gone_and_its_page_says_so(read, make_story):
    make_story("unpublished", at=MORNING)

    page = read(ADDRESS, status=410)

    assert page.one("h1") == "This story is no longer here"


@pytest.mark.parametrize(
    "address", ["/2022/13/ferry-to-run-again/", "/2022/00/x/", "/0000/01/x/", "/2022/08/ferry-to-run-again/"]
)
def test_another_month_is_another_address(read, make_story, address):
    make_story(at=MORNING)

    read(address, status=404)


def test_only_the_head_is_sent_when_only_the_head_is_asked_for(client, make_story):
    make_story(at=MORNING)

    response = client.head(ADDRESS)

    assert (response.status_code, response.content) == (200, b"")


def _news_article(page):
    (written,) = page.tree.xpath("//script[@type='application/ld+json']/text()")
    return json.loads(written)["@graph"][0]
