"""The translations: one file for people (django.po) and one for the machine (django.mo) for each language."""

import re
from collections import Counter
from datetime import UTC, datetime
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from launcher.packages import ROOT

SAME_DAY = datetime(2026, 1, 1, tzinfo=UTC)
LANGUAGES = ("ar", "de", "es", "fr")  # and English, in which the strings themselves are written

_HELD = re.compile(r"%\(\w+\)[sd]|\{\w+\}|<[^>]*>")


def paths(language):
    folder = ROOT / "locale" / language / "LC_MESSAGES"
    return folder / "django.po", folder / "django.mo"


def read(language):
    text, _ = paths(language)
    if not text.exists():
        return read_po(BytesIO(b""), locale=language)
    with text.open("rb") as file:
        return read_po(file, locale=language)


def brought_up_to(strings, language):
    """The language's catalogue with exactly `strings`: what is new is empty, what is gone is dropped."""
    catalogue = read(language)
    catalogue.update(strings, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    for message in catalogue:
        if not message.string:
            message.string = ("",) * catalogue.num_plurals if message.pluralizable else ""
    return catalogue


def as_text(catalogue):
    """What django.po holds. Without dates and line numbers, so that two people's changes seldom meet."""
    file = BytesIO()
    write_po(file, catalogue, width=120, omit_header=True, include_lineno=False, sort_by_file=True)
    header = (
        f'msgid ""\nmsgstr ""\n"Language: {catalogue.locale_identifier}\\n"\n"MIME-Version: 1.0\\n"\n'
        f'"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {catalogue.plural_forms}\\n"\n\n'
    )
    return header.encode() + file.getvalue().lstrip()


def as_machine(catalogue):
    """What django.mo holds: the same for the same translations."""
    file = BytesIO()
    catalogue.creation_date = catalogue.revision_date = SAME_DAY  # Babel would write today's
    write_mo(file, catalogue)
    return file.getvalue()


def faults(catalogue):
    """What is not translated, or not rightly: the name of each such message, and what is to be said of it."""
    for message in catalogue:
        if message.id and (said := _fault(message, catalogue.num_plurals)):
            yield (message.id if isinstance(message.id, str) else message.id[0]), said


def _fault(message, plurals):
    texts = message.string if message.pluralizable else (message.string,)
    if not all(texts):
        return "is not translated"
    if message.fuzzy:
        return "is marked as uncertain"
    if message.pluralizable and len(texts) != plurals:
        return f"has {len(texts)} plural forms, not {plurals}"
    # “One story” may leave the number out; the form for many, which is the last, may not.
    *special, general = map(_held, texts)
    needed = _held(message.id[-1] if message.pluralizable else message.id)
    if general != needed or any(held - needed for held in special):
        return "does not hold the same placeholders and tags as the English"
    return ""


def _held(text):
    return Counter(_HELD.findall(text))
