"""The translations: one file for people (django.po) and one for the machine (django.mo) for each language."""

from datetime import UTC, datetime
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from launcher.packages import ROOT

SAME_DAY = datetime(2026, 1, 1, tzinfo=UTC)
LANGUAGES = ("ar", "de", "es", "fr")  # and English, in which the strings themselves are written


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
    """Sentences about what is not translated, or not rightly."""
    for message in catalogue:
        if not message.id:
            continue
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        name = message.id if isinstance(message.id, str) else message.id[0]
        if not all(texts):
            yield f"“{name}” is not translated."
        elif message.fuzzy:
            yield f"“{name}” is marked as uncertain."
        for error in message.check(catalogue):
            yield f"“{name}”: {error}."
