"""What whoever translates works with: the marks in the code, and the catalogues that `make strings` keeps."""

import re

import pytest
from babel.messages.catalog import Catalog
from django.template.base import Lexer, TokenType
from django.utils.translation import ngettext, override

from launcher.packages import ROOT
from launcher.strings.catalogues import LANGUAGES, as_machine, as_text, brought_up_to, faults, paths, read
from launcher.strings.extraction import NOT_FOR_READERS, marked

# What is the same in every language
NAMES = {"Bluesky", "ISSN", "Mastodon", "WhatsApp"}
SAID_IN = re.compile(r'(?:alt|aria-label|placeholder|title)="([^"]*)"')


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_catalogue_has_every_string_and_no_other(language):
    text, machine = paths(language)

    assert text.read_bytes() == as_text(brought_up_to(marked(), language)), "`make strings` brings it up to the code."
    assert machine.read_bytes() == as_machine(read(language)), "`make strings` compiles it."
    assert list(faults(read(language))) == []


def test_the_templates_say_nothing_that_is_not_marked():
    found = set()
    for path in sorted((ROOT / "templates").rglob("*.html")):
        if not NOT_FOR_READERS & set(path.relative_to(ROOT).parts):
            found |= set(words_written_out(path.read_text()))

    assert found == NAMES


@pytest.mark.parametrize(
    ("template", "written_out"),
    [
        ("<p>Read on</p>", ["Read", "on"]),
        ('<a href="/on/" title="Read">{{ on }}</a>', ["Read"]),
        ('<p class="on">{% translate "Read" %} {# on #}{% comment %}on{% endcomment %}</p>', []),
        ("{% blocktranslate %}Read {{ on }}{% plural %}on{% endblocktranslate %}", []),
    ],
)
def test_what_is_written_out_is_noticed(template, written_out):
    assert words_written_out(template) == written_out


@pytest.mark.parametrize(
    ("english", "german", "said"),
    [
        ("By %(name)s", "Von %(name)s", None),
        ("By %(name)s", "", "is not translated"),
        ("By %(name)s", "Von %(nome)s", "does not hold the same placeholders and tags as the English"),
        ("On {day}", "Am", "does not hold the same placeholders and tags as the English"),
        ("A <b>word</b>", "Ein <b>Wort", "does not hold the same placeholders and tags as the English"),
        (("%(n)s word", "%(n)s words"), ("Ein Wort", "%(n)s Wörter"), None),
        (("%(n)s word", "%(n)s words"), ("Ein Wort", ""), "is not translated"),
        (
            ("%(n)s word", "%(n)s words"),
            ("Ein Wort", "Wörter"),
            "does not hold the same placeholders and tags as the English",
        ),
        (("%(n)s word", "%(n)s words"), ("%(n)s",), "has 1 plural forms, not 2"),
    ],
)
def test_a_translation_that_would_break_a_page_is_named(english, german, said):
    catalogue = Catalog(locale="de")
    catalogue.add(english, german)

    assert list(faults(catalogue)) == ([(english if isinstance(english, str) else english[0], said)] if said else [])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en-gb", ["0 stories", "1 story", "2 stories", "3 stories", "11 stories", "100 stories", "103 stories"]),
        ("de", ["0 Artikel", "1 Artikel", "2 Artikel", "3 Artikel", "11 Artikel", "100 Artikel", "103 Artikel"]),
        ("fr", ["0 article", "1 article", "2 articles", "3 articles", "11 articles", "100 articles", "103 articles"]),
        ("es", ["0 artículos", "1 artículo", *(f"{number} artículos" for number in (2, 3, 11, 100, 103))]),
        ("ar", ["لا مقالات", "مقال واحد", "مقالان", "3 مقالات", "11 مقالًا", "100 مقال", "103 مقالات"]),
        ("de-at", ["0 Artikel", "1 Artikel", "2 Artikel", "3 Artikel", "11 Artikel", "100 Artikel", "103 Artikel"]),
    ],
)
def test_numbers_take_the_form_that_the_language_has_for_them(language, said):
    with override(language):
        counted = [ngettext("%(count)s story", "%(count)s stories", number) % {"count": number} for number in NUMBERS]

    assert counted == said


NUMBERS = (0, 1, 2, 3, 11, 100, 103)


def words_written_out(template):
    """The words that readers would see of a template, without what it marks, asks for or leaves to comments."""
    text, inside = "", ""
    for token in Lexer(template).tokenize():
        command = token.contents.split(" ")[0] if token.token_type == TokenType.BLOCK else ""
        if inside:
            inside = "" if command == f"end{inside}" else inside
        elif command in {"blocktranslate", "comment"}:
            inside = command
        elif token.token_type == TokenType.TEXT:
            text += token.contents
    text = re.sub(r"<(script|style).*?</\1>|<!doctype[^>]*>|<meta[^>]*>", "", text, flags=re.DOTALL | re.IGNORECASE)
    seen = [*SAID_IN.findall(text), re.sub(r"<[^>]*>", " ", text)]
    return re.findall(r"[A-Za-z]{2,}", " ".join(seen))
