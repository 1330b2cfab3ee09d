"""The third promise, on every page that a reader can find: whose picture, what kind of piece, what was corrected."""

import re
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from lxml import html

from articles.models import Series
from articles.models.byline import Role
from articles.models.words import Kind
from masthead.models import Masthead, StandingPage
from pictures.models import Picture
from tests.reading.crawling import SITE, crawl, every_address

JULY = datetime(2022, 7, 3, tzinfo=UTC)
WHOLE = {"body", "html"}


def picture(name, program, credit=None):
    digest = sha256(name.encode()).hexdigest()
    credit = f"zqcredit{name}" if credit is None else credit
    return Picture.objects.create(
        digest=digest, width=1600, height=1067, uploaded_by=program, title=name, alt=name, credit=credit
    )


@pytest.fixture
def pages(client, make_story, program, world, sport, ann, bo, settings):
    """Every HTML page of a paper with pieces of every kind, each with a picture, a portrait and a correction."""
    settings.SITE_URL = SITE
    Masthead.objects.create(name="The Courier")
    StandingPage.objects.create(path="about", title="About", is_published=True)
    for author, credit in ((ann, None), (bo, "")):
        author.portrait = picture(author.slug, program, credit)
        author.save()
    tides = Series.objects.create(name="Tides", slug="zqliveseries", description="Tides.")
    for number, kind in enumerate(Kind):
        inline = picture(f"inline{kind}", program)
        story = make_story(
            at=JULY + timedelta(hours=number),
            slug=f"piece-{kind}",
            headline=f"Piece that is {number}",
            kind=kind,
            series=tides,
            topics=["Known"],
            credits=[(ann.pk, Role.WRITER), (bo.pk, Role.WRITER)][:: 1 if number % 2 else -1],
            lead_picture=picture(kind, program, "" if kind == Kind.OBITUARY else None),
            lead_credit="zqcreditownreview" if kind == Kind.REVIEW else "",
            body=f'<p>Tides rise.</p><figure data-picture="{inline.pk}"></figure>',
        )
        story.add_note("correction", f"zqcorrection{kind} was wrong.", by=program)
    found = crawl(client, every_address(story) | {"/search/?q=tides", "/sport/", "/world/?before=9999999999999-1"})
    texts = {address: text.partition("<!doctype html>")[2] for address, text in found.items()}
    return {address: html.fromstring(text) for address, text in texts.items() if text}


def test_no_picture_stands_without_the_name_of_whose_it_is(pages):
    seen = set()
    for address, page in pages.items():
        for image in page.iter("img"):
            key = re.search(r"/pictures/([a-z0-9]{16})/", image.get("src") or "")
            if not key:
                continue
            shown = Picture.objects.get(key=key[1])
            seen.add(shown.title)
            told = "zqcreditownreview" if shown.title == Kind.REVIEW else shown.credit or "unknown"
            assert any(told in near.text_content() for near in around(image)), (address, shown.title)
    assert seen == {*Kind, *(f"inline{kind}" for kind in Kind), "ann-weiss", "bo-lind"}


def test_no_piece_is_shown_without_its_kind_unless_it_is_news(pages):
    seen = set()
    for address, page in pages.items():
        for link in page.xpath("//main//a[contains(@href, '/piece-')]"):
            kind = Kind(re.search(r"/piece-([a-z]+)/", link.get("href"))[1])
            if kind == Kind.NEWS or "/corrections/" in address:
                continue
            seen.add(kind)
            assert str(kind.label) in what_is_said_of(link), (address, link.get("href"))
    assert seen == set(Kind) - {Kind.NEWS}
    for kind in set(Kind) - {Kind.NEWS}:
        (head,) = pages[f"/2022/07/piece-{kind}/"].xpath("//article//header")
        assert str(kind.label) in head.text_content()


def test_no_correction_is_nowhere(pages):
    (corrections,) = pages["/corrections/"].xpath("//main")
    for kind in Kind:
        (head,) = pages[f"/2022/07/piece-{kind}/"].xpath("//article//header")
        assert f"zqcorrection{kind} was wrong." in head.text_content()
        assert f"zqcorrection{kind} was wrong." in corrections.text_content()


def around(element):
    """What encloses the element, up to the main part of the page."""
    for near in element.iterancestors():
        if near.tag in WHOLE:
            return
        yield near


def what_is_said_of(link):
    """The words about this story alone, and the heading of the part of the page that it stands in."""
    item, stories = link, {link.get("href")}
    for near in around(link):
        if set(near.xpath(".//a[contains(@href, '/piece-')]/@href")) == stories:
            item = near
    return item.text_content() + "".join(link.xpath("ancestor::section[1]/h2//text()"))


def test_a_picture_made_with_ai_says_so_wherever_it_stands(read, make_story, program):
    shown = picture("robot", program)
    shown.source_type = "trainedAlgorithmicMedia"
    shown.save()
    make_story(headline="Robots", lead_picture=shown, slug="robots", at=JULY)
    body = f'<p>More.</p><figure data-picture="{shown.pk}"></figure>'
    make_story(headline="More robots", body=body, slug="more-robots", at=JULY)

    for address, caption in {
        "/2022/07/robots/": "Made with AI. Image Credit: zqcreditrobot",
        "/2022/07/more-robots/": "Made with AI. Image Credit: zqcreditrobot",
        "/world/": "Made with AI. zqcreditrobot",
        "/": "Made with AI. zqcreditrobot",
    }.items():
        assert set(read(address).all("figcaption .credit")) == {caption}, address
