"""Every kind of public page in each of the languages that the paper comes in; editors wrote nothing that is English."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
import time_machine
from django.template.loader import render_to_string
from lxml import html

from accounts.machine import machine
from articles.copy import Copy
from articles.models import Article, Series
from articles.models.byline import Role
from articles.models.change import EXPLAINED
from articles.models.words import Kind
from authors.models import Author
from fronts.models import Banner
from launcher.strings.catalogues import LANGUAGES, read
from launcher.strings.extraction import marked
from masthead.models import ConnectLink, Masthead, StandingPage
from pictures.models import Picture
from sections.models import Section

MOMENT = datetime(2022, 7, 3, 14, 20, tzinfo=UTC)
ATTRIBUTES = ("alt", "aria-label", "content", "data-done", "data-failed", "data-label", "placeholder", "title")
PLACES, TAGS, HAS_WORDS = re.compile(r"%\(\w+\)s|{\w+}"), re.compile(r"<[^>]*>"), re.compile(r"[A-Za-z]{2}")
NO_SIGN = {"%(title)s in %(paper)s"}  # of English: so far it is German as well
STORY = "/2022/07/qa/"
PAGES = {
    "/": 200,
    "/welt/": 200,
    "/welt/?before=1-1": 200,
    "/leer/": 200,
    STORY: 200,
    "/2022/07/qb/": 200,
    "/2022/07/qd/": 200,
    "/2022/07/qd/changes/": 200,
    "/2022/07/qd/changes/?before=1": 200,
    "/2022/07/qv/changes/": 200,
    "/2022/07/qgone/": 410,
    "/nothing/": 404,
    "/authors/": 200,
    "/authors/ann-qq/": 200,
    "/authors/cyd-qq/": 200,
    "/topics/": 200,
    "/topics/?from=zzz": 200,
    "/topics/qtopic/": 200,
    "/series/": 200,
    "/series/?from=zzz": 200,
    "/series/qserie/": 200,
    "/series/qserie/?after=9999999999999-1": 200,
    "/archive/": 200,
    "/2022/": 200,
    "/2022/07/": 200,
    "/corrections/": 200,
    "/corrections/?before=1-1": 200,
    "/search/": 200,
    "/search/?q=qwort": 200,
    "/search/?q=qwort&order=best": 200,
    "/search/?q=qworz": 200,
    "/search/?q=qnie&section=welt&kind=opinion&from=2022-01-01&to=2023-01-01": 200,
    "/search/?q=-qwort": 200,
    "/search/?q=%F0%9F%9A%A2": 200,
    "/search/?q=qwort&section=q&kind=q&author=q&from=q&order=q": 200,
    "/search/?q=qwort&from=2023-01-01&to=2022-01-01": 200,
    "/search/suggestions/?q=qw": 200,
    "/search/suggestions/?q=an": 200,
    "/feed/": 200,
    "/corrections/feed/": 200,
    "/authors/ann-qq/feed/": 200,
    "/topics/qtopic/feed/": 200,
    "/series/qserie/feed/": 200,
}
# Strings that none of these pages has: what only very long lists, rare answers of the search and the desk say
ON_NO_PAGE = {
    "%(minutes)s minutes to read",
    "A part of <strong>%(series)s</strong>",
    "A preview, seen by nobody but the desk: the version that %(name)s saved on %(at)s.",
    "Back to the story",
    "Changed with AI",
    "Composite",
    "Composite made with AI",
    'Did you mean <a href="%(address)s">%(text)s</a>?',
    "Further names",
    "Further series",
    "Further topics",
    "Gallery of %(pictures)s picture",
    "Gallery of %(pictures)s pictures",
    "In focus",
    "Look among older stories",
    "More of the stories that were found",
    "More than %(count)s stories",
    "Nothing has been published under this name yet.",
    "Nothing was found for “%(typed)s”. These are the stories with <strong>“%(meant)s”</strong>.",
    "Nothing has changed since the story was published.",
    "Older corrections",
    "Older versions",
    "Something went wrong",
    "Something went wrong on our side",
    "That was the last of the stories.",
    "The newest stories with all of these words do not have them side by side.",
    "The page could not be put together. It is not your doing, and it has been noted. Try again in a minute.",
    "The page that you asked for is not open to everyone. If you think that it should be, write to the paper.",
    "There are no further parts yet.",
    "These words stand in nearly every story. Add one that says more about what you are looking for.",
    "This is not open to you",
    "Topic",
    "Writer",
}
ON_THE_DESK_OR_IN_A_NOTE = {  # drafts of what an editor finishes: tests/editing/test_draft_a_note.py has those
    "%(number)d paragraph",
    "%(number)d paragraphs",
    "An earlier headline of this story said “%(old)s”. It should have said “%(new)s”.",
    "An earlier version of this story said “%(old)s”. It should have said “%(new)s”.",
    "An earlier version of this story said “%(old)s”. To be clearer, it now says “%(new)s”.",
    "This story has been changed: %(things)s.",
    "This story is retracted.",
    "Updated with: “%(sentence)s”",
    "the bylines",
    "the caption of the picture",
    "the credit of the picture",
    "the description of the picture",
    "the kind of piece",
    "the language it is marked with",
    "the line above the headline",
    "the series it belongs to",
    "the summary",
}
ON_EMPTY_PAGES = {
    "No series has begun yet.",
    "No story has a topic yet.",
    "Nobody has been introduced yet. Authors stand here once the paper has entered them.",
    "Nothing had to be put right so far. If you find a mistake, please tell us.",
    "Nothing has been published yet",
    "Nothing has been published yet.",
    "The first story will stand here as soon as an editor publishes it.",
}
ON_A_PREVIEW = {  # for an outsider: tests/outsiders has those
    "A preview for %(name)s, from %(who)s. Please do not pass it on; it is open until %(until)s. Beneath each "
    "paragraph you can say something about it.",
    "About the whole",
    "Answer",
    "I agree with this version",
    "If this version may stand as it is:",
    "Say something about this",
    "Say something about “%(beginning)s …”",
    "Send this remark",
    "Thank you. It has been kept that you agree.",
    "Thank you. Your remark has been kept.",
    "The preview that it showed is no longer open: its time is over, or it was withdrawn. Ask whoever sent it "
    "to you for a new one.",
    "This link is closed",
    "You agreed with this version on %(at)s.",
    "Your answer",
    "Your remark",
}
NOTHING = {language: set() for language in LANGUAGES}


@pytest.fixture
def paper(make_story, program, world, chief):
    """A paper that has nearly everything that a paper can have, with no English in it."""
    masthead = Masthead.objects.create(
        name="Qx",
        tagline="Qy",
        responsible_editor="Qe",
        founded=1871,
        legal_name="Ql",
        issn="0317-8471",
        shows_changes=True,
    )
    ConnectLink.objects.create(masthead=masthead, label="Qs", url="https://example.org/q")
    StandingPage.objects.create(path="qmenu", title="Qm", is_published=True, in_menu=True)
    StandingPage.objects.create(path="qcor", title="Qc", is_published=True, purpose="corrections")
    Section.objects.filter(pk=world.pk).update(name="Qwelt", slug="welt")
    world.refresh_from_db()
    Section.objects.create(name="Qkind", slug="kind", parent=world)
    Section.objects.create(name="Qleer", slug="leer")
    portrait, picture = (
        Picture.objects.create(
            digest=name * 64,
            width=1600,
            height=1067,
            alt="Qalt",
            extended_description="Qbeschreibung",
            credit=credit,
            uploaded_by=program,
            source_type=made,
        )
        for name, credit, made in (("a", "Qcredit", ""), ("b", "", "trainedAlgorithmicMedia"))
    )
    ann = Author.objects.create(
        name="Ann Qq", slug="ann-qq", job_title="Qjob", portrait=portrait, location="Qort", expertise="Qthema",
        languages="Qsprache", public_email="q@example.org", public_phone="+49 30 1",
    )  # fmt: skip
    ann.links.create(label="Qlink", url="https://example.org/ann")
    bo = Author.objects.create(name="Bo Qq", slug="bo-qq", portrait=picture)
    cyd = Author.objects.create(name="Cyd Qq", slug="cyd-qq", is_active=False)
    series = Series.objects.create(name="Qserie", slug="qserie")
    credits = [(ann.pk, Role.WRITER), (bo.pk, Role.WRITER), (cyd.pk, Role.CONTRIBUTOR)]
    further = [(bo.pk, Role.PHOTOGRAPHER), (cyd.pk, Role.REVIEWER)]
    body = (
        "<p>qwort qwort</p><table><tbody><tr><td>1</td></tr></tbody></table>"
        "<p><img src='https://example.org/' alt=''></p>"
        f"<figure data-picture='{picture.pk}'></figure><figure data-embed='vimeo:1'></figure>"
    )
    told = {"body": body, "lead_picture": portrait, "series": series, "topics": ["Qtopic"]}
    first = make_story(headline="Qa qwort", slug="qa", at=MOMENT, credits=credits + further, **told)
    for kind in ("update", "correction", "clarification", "editors-note"):
        first.add_note(kind, "Qnote", by=program, at=MOMENT + timedelta(days=1))
    second = make_story(headline="Qb qwort", slug="qb", at=MOMENT, **(told | {"kind": "opinion"}))
    second.add_note("retraction", "Qnote", by=program)
    for number, kind in enumerate(Kind.values):
        make_story(headline=f"Qk{number} qwort", slug=f"qk-{kind}", kind=kind, credits=further[:1], body="<p>qwort</p>")
    make_story(
        headline="Qd", slug="qd", at=MOMENT + timedelta(days=1), kind="sponsored", body="<p>q</p>", credits=further
    )
    make_story("unpublished", headline="Qgone", slug="qgone", at=MOMENT, body="<p>q</p>")
    often_changed(make_story, program, picture=picture, credits=credits, series=series)
    Banner.put_up("Qbanner", by=chief, article=first)
    return first


def often_changed(make_story, program, *, picture, credits, series):
    """A story that was changed in every way that readers can be shown."""
    story = make_story(headline="Qv", slug="qv", at=MOMENT, body="<p>q</p>", lead_picture=picture)
    gone = Picture.objects.create(
        digest="c" * 64, width=1600, height=1067, uploaded_by=program, valid_until=MOMENT, source_type="digitalCapture"
    )
    embeds = "<figure data-embed='vimeo:1'></figure><p><img src='https://example.org/' alt=''></p>"
    everything = {
        "kicker": "Qk",
        "headline": "Qvv",
        "standfirst": "Qs",
        "body": f"<p>q</p><figure data-picture='{picture.pk}'></figure>{embeds}",
        "kind": "analysis",
        "series": series,
        "lead_picture": gone,
    }
    own = {"lead_picture": picture, "lead_caption": "Qc", "lead_credit": "Qd", "lead_alt": "Qalt"}
    for change, words in (
        ("update", everything),
        ("typo", own),
        ("typo", {"lead_caption": "Qcc", "lead_credit": "Qdd", "lead_alt": "Qaa"}),
        ("typo", {"language": "qaa"}),
        ("typo", {"language": story.language}),
        ("correction", {"lead_picture": gone}),
        ("clarification", {"lead_alt": "Qbb"}),
        (None, {"search_title": "Qsearch"}),
    ):
        copy = Copy.of(story.working_copy)
        copy = Copy(copy.words | words, credits)
        newer = story.save_revision(copy, by=program, began_from=story.working_copy)
        story.publish(newer, by=program, change=change, told="Qnote" if change in EXPLAINED else "")
    story.unpublish(by=program)
    story.publish(story.working_copy, by=program)


@pytest.fixture
def in_language(settings, program):
    """`in_language("de")`: from now on the paper is in German, and so are its stories."""

    def in_language(language):
        settings.LANGUAGE_CODE = language
        for story in Article.objects.live():
            copy = Copy.of(story.working_copy).with_value("language", language)
            newer = story.save_revision(copy, by=program, began_from=story.working_copy)
            story.publish(newer, by=program, change="typo")

    return in_language


def test_no_page_says_anything_in_english(client, paper, in_language):
    seen = seen_in_english(client, in_language, PAGES)

    assert {language: english_left(client, in_language, language, PAGES) for language in LANGUAGES} == NOTHING
    # That something could have been found: nearly every string stands on one of these pages, in English.
    assert strings_that_tell().keys() - seen == ON_NO_PAGE | ON_THE_DESK_OR_IN_A_NOTE | ON_EMPTY_PAGES | ON_A_PREVIEW


def test_nor_does_a_paper_that_has_nothing_yet(client, db, in_language):
    pages = dict.fromkeys(("/", "/authors/", "/topics/", "/series/", "/archive/", "/corrections/"), 200)
    seen = seen_in_english(client, in_language, pages)

    assert {language: english_left(client, in_language, language, pages) for language in LANGUAGES} == NOTHING
    assert seen >= ON_EMPTY_PAGES


@pytest.mark.parametrize(
    ("language", "direction", "day", "times", "credits"),
    [
        ("en-gb", None, "Sunday 3 July 2022", "Published 3 July 2022, 14:20", "By Ann Qq and Bo Qq"),
        ("de", None, "Sonntag, 3. Juli 2022", "Veröffentlicht am 3. Juli 2022, 14:20 Uhr", "Von Ann Qq und Bo Qq"),
        ("fr", None, "Dimanche 3 juillet 2022", "Publié le 3 juillet 2022 à 14h20", "Par Ann Qq et Bo Qq"),
        ("es", None, "Domingo, 3 de julio de 2022", "Publicado el 3 de julio de 2022, 14:20", "Por Ann Qq y Bo Qq"),
        ("ar", "rtl", "الأحد 3 يوليو 2022", "نُشر في 3 يوليو 2022، 14:20", "بقلم Ann Qq وBo Qq"),
        ("de-at", None, "Sonntag, 3. Juli 2022", "Veröffentlicht am 3. Juli 2022, 14:20 Uhr", "Von Ann Qq und Bo Qq"),
    ],
)
def test_days_names_and_direction_are_the_languages_own(
    read, paper, in_language, language, direction, day, times, credits
):
    in_language(language)

    with time_machine.travel(MOMENT):
        page = read(STORY)

    assert (page.tree.get("lang"), page.tree.get("dir")) == (language, direction)
    assert page.all(".nameplate-line span")[0] == day
    assert page.all(".byline-times span")[0] == times
    assert page.all(".byline-credit")[0] == credits
    for address, status in (("/", 200), ("/search/?q=qwort", 200), ("/nothing/", 404), ("/2022/07/qgone/", 410)):
        tree = read(address, status).tree
        assert (tree.get("lang"), tree.get("dir")) == (language, direction), address


def test_the_page_of_a_breakdown_has_the_language_too(db, in_language):
    in_language("ar")

    tree = html.fromstring(render_to_string("500.html"))

    assert (tree.get("lang"), tree.get("dir")) == ("ar", "rtl")
    assert "حدث خطأ من جانبنا" in tree.text_content()


def test_a_story_in_another_language_says_which_amid_a_page_in_the_papers(read, make_story, in_language):
    in_language("ar")
    make_story(headline="The ferry", slug="qen", at=MOMENT, language="en-gb").add_note(
        "correction", "Wrong.", by=machine("q")
    )

    page = read("/2022/07/qen/")

    assert (page.attribute(".story-head h1", "lang"), page.attribute(".story-head h1", "dir")) == (["en-gb"], ["ltr"])
    assert page.attribute(".prose", "dir") == ["ltr"]
    assert page.attribute(".note h2", "lang") == [None]
    assert page.one(".note h2").startswith("تصحيح")


def seen_in_english(client, in_language, pages):
    in_language("en-gb")
    told = "\n".join(said_on(client, address, status) for address, status in pages.items())
    return {text for text, said in strings_that_tell().items() if said.search(told)}


def english_left(client, in_language, language, pages):
    in_language(language)
    strings = strings_that_tell(language)
    told = {address: said_on(client, address, status) for address, status in pages.items()}
    return {(address, text) for address, page in told.items() for text, said in strings.items() if said.search(page)}


def strings_that_tell(language=None):
    """The English strings, each with what finds it on a page; without those that are a word of `language` too."""
    words = {text for message in read(language) for text in each(message.string)} if language else set()
    english = {text for message in marked() if message.id for text in each(message.id)}
    return {text: _pattern(text) for text in english - words - NO_SIGN if HAS_WORDS.search(PLACES.sub("", text))}


def each(texts):
    return texts if isinstance(texts, tuple | list) else (texts,)


def _pattern(text):
    pieces = PLACES.split(" ".join(TAGS.sub("", text).split()))
    begins, ends = r"(?<!\w)" if pieces[0] else r"(?<=\S)", r"(?!\w)" if pieces[-1] else r"(?=\S)"
    return re.compile(begins + ".{1,80}?".join(re.escape(piece) for piece in pieces if piece) + ends)


def said_on(client, address, status):
    """All that a page says in the paper's language, in one line."""
    response = client.get(address)
    assert response.status_code == status, address
    text = str(response.json()) if "json" in response["Content-Type"] else response.content.decode()
    if "html" not in response["Content-Type"]:
        text = f"<body>{unescape(text.partition('?>')[2] or text)}</body>"
    tree = html.fromstring(text)
    for element in tree.xpath("//body//*[@lang] | //script"):
        element.drop_tree()
    attributes = [value for name in ATTRIBUTES for value in tree.xpath(f"//@{name}")]
    return " ".join(" ".join([*attributes, *tree.itertext()]).split())
