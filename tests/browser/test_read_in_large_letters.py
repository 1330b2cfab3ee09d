"""A reader who sets letters at twice their size, on the smallest phone, in the languages with the longest words."""

import pytest
from django.core.management import call_command

from articles.copy import Copy
from articles.models import Article, Series
from articles.models.byline import Role
from authors.models import Author
from sections.models import Section

COMPOUND = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung"
PAGES = ("/", "/city/", "/authors/tobias-wren/", "/archive/", "/corrections/", "/search/?q=ferry", "/nothing/")
# Texts that stand where hardly three letters have room. What only screen readers are told is a pixel wide.
SQUEEZED = """() => [...document.querySelectorAll("main *")].filter((element) => {
  const { width } = element.getBoundingClientRect(), { display, fontSize } = getComputedStyle(element);
  const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim().length > 8);
  return says && display !== "inline" && width > 1 && width < 3 * parseFloat(fontSize) && element.checkVisibility();
}).map((element) => element.textContent.trim().slice(0, 40))"""


@pytest.fixture
def long_words(live_server, program):
    """The demo edition, and a story of the longest words that there are; its address."""
    call_command("load_demo", verbosity=0)
    words = dict.fromkeys(("headline", "standfirst", "lead_caption"), f"{COMPOUND} {COMPOUND}")
    body = f"<h2>{COMPOUND}</h2><p>{COMPOUND}</p><ul><li>{COMPOUND}</li></ul><blockquote><p>{COMPOUND}</p></blockquote>"
    table = f"<table><tbody><tr><td>{COMPOUND}</td></tr></tbody></table>"
    told = words | {"kicker": COMPOUND, "body": body + table, "language": "de", "series": Series.objects.first()}
    credits = [(author.pk, Role.WRITER) for author in Author.objects.all()[:3]]
    section = Section.objects.get(slug="city")
    story = Article.draft(Copy(told, credits, frozenset({COMPOUND})), by=program, section=section, slug="long-words")
    story.publish(story.working_copy, by=program)
    story.add_note("correction", COMPOUND, by=program)
    story.add_note("update", COMPOUND, by=program)
    return story.get_absolute_url()


def test_every_page_fits_the_window(open_browser, long_words, settings):
    page = open_browser(width=320, inspected=True)

    found = {}
    for language in ("ar", "de", "fr"):
        settings.LANGUAGE_CODE = language
        for address in (*PAGES, long_words):
            page.goto(address)
            page.add_style_tag(content="html { font-size: 200% }")
            assert page.locator("html").get_attribute("lang") == language
            if (width := page.evaluate("document.documentElement.scrollWidth")) > 320:
                found[language, address] = width
            found |= {(language, address, text): "in a column of three letters" for text in page.evaluate(SQUEEZED)}

    assert found == {}
