"""The first sentence of a note to readers, drafted from what changed, for an editor to finish.

It says what the two texts show and nothing else: what was wrong, and why, no program knows. Pure: no query, no clock.
"""

import re
from difflib import SequenceMatcher
from pathlib import Path

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext, gettext_lazy, ngettext, pgettext

from articles.models.change import Change
from articles.what_readers_read import what_reads_otherwise
from prose.blocks import blocks, paired, squeezed
from prose.words import plain_text

LINES = ("kicker", "headline", "standfirst", "lead_caption")
CHANGED_AT_MOST, AROUND = 8, 3  # words: of what was replaced, and of what is quoted on either side of it
LONGEST = 300  # characters of a quoted sentence
_SENTENCE = re.compile(r".+?[.!?…؟。](?=[”“»’\")]*(\s|$))[”“»’\")]*")
_ENDS_SENTENCE = re.compile(r"[.!?…؟。][”“»’\")]*$")

NAMES = {
    "kicker": gettext_lazy("the line above the headline"),
    "headline": gettext_lazy("the headline"),
    "standfirst": gettext_lazy("the summary"),
    "credits": gettext_lazy("the bylines"),
    "kind": gettext_lazy("the kind of piece"),
    "series": gettext_lazy("the series it belongs to"),
    "lead_picture": gettext_lazy("the picture"),
    "lead_caption": gettext_lazy("the caption of the picture"),
    "lead_credit": gettext_lazy("the credit of the picture"),
    "lead_alt": gettext_lazy("the description of the picture"),
    "language": gettext_lazy("the language it is marked with"),
}


def drafted(old, new, change):
    """What a note could say to readers of the `Copy` `old` about `new`, in the language of the story.

    Where we have no words in that language, it is in the paper's.
    """
    with translation.override(_spoken(new.words["language"])):
        if change == Change.RETRACTION:
            return gettext("This story is retracted.")
        fields = what_reads_otherwise(old, new)
        said = _of_an_addition(old, new) if change == Change.UPDATE else _of_a_phrase(old, new, fields, change)
        if said or not fields:
            return said
        things = pgettext("between the things of a list", ", ").join(_named(old, new, fields))
        return gettext("This story has been changed: %(things)s.") % {"things": things}


def _spoken(language):
    """`language` if our own words exist in it, else the paper's."""
    code = language.partition("-")[0].lower()
    ours = code == "en" or any((Path(folder) / code).is_dir() for folder in settings.LOCALE_PATHS)
    return code if ours else settings.LANGUAGE_CODE


def _named(old, new, fields):
    for field in fields:
        if field != "body":
            yield str(NAMES[field])
        elif number := len(_changed_blocks(old, new)):
            yield ngettext("%(number)d paragraph", "%(number)d paragraphs", number) % {"number": number}


def _of_a_phrase(old, new, fields, change):
    """A quotation of what stood there and of what stands there, if that is all, and within one sentence; else empty."""
    pair = _only_text(old, new, fields)
    quoted = pair and _phrase(*(text.split() for text in pair))
    if not quoted:
        return ""
    words = {"old": quoted[0], "new": quoted[1]}
    if change == Change.CORRECTION and fields == ["headline"]:
        said = gettext("An earlier headline of this story said “%(old)s”. It should have said “%(new)s”.")
    elif change == Change.CORRECTION:
        said = gettext("An earlier version of this story said “%(old)s”. It should have said “%(new)s”.")
    else:
        said = gettext("An earlier version of this story said “%(old)s”. To be clearer, it now says “%(new)s”.")
    return said % words


def _only_text(old, new, fields):
    """The one text that changed, before and after, or None."""
    if len(fields) != 1:
        return None
    if fields[0] in LINES:
        return old.words[fields[0]], new.words[fields[0]]
    changed = _changed_blocks(old, new) if fields == ["body"] else []
    if len(changed) == 1 and all(changed[0]):
        was, becomes = (plain_text(block) for block in changed[0])
        return (was, becomes) if was != becomes else None
    return None


def _phrase(old, new):
    """The one place at which two lists of words differ, with a few words around it, as two quotations; or None."""
    found = [one for one in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if one[0] != "equal"]
    if len(found) != 1:
        return None
    _, start, end, new_start, new_end = found[0]
    if max(end - start, new_end - new_start) > CHANGED_AT_MOST:
        return None
    if any(_ENDS_SENTENCE.search(word) for word in [*old[start : end - 1], *new[new_start : new_end - 1]]):
        return None
    before = _as_far_as_the_sentence(reversed(old[:start]), stop_before=True)[::-1]
    ended = [bool(words and _ENDS_SENTENCE.search(words[-1])) for words in (old[start:end], new[new_start:new_end])]
    after = [] if any(ended) else _as_far_as_the_sentence(old[end:], stop_before=False)
    quotations = [" ".join([*before, *words, *after]) for words in (old[start:end], new[new_start:new_end])]
    if not all(quotations):
        return None
    return [quotation.rstrip(".,;:") for quotation in quotations]


def _as_far_as_the_sentence(words, *, stop_before):
    taken = []
    for word in words:
        ends = _ENDS_SENTENCE.search(word)
        if (ends and stop_before) or len(taken) == AROUND:
            break
        taken.append(word)
        if ends:
            break
    return taken


def _of_an_addition(old, new):
    """The first sentence that was put in; empty where none is new as a whole."""
    for was, becomes in _changed_blocks(old, new):
        text = plain_text(becomes or "")
        known = plain_text(was) if was else ""
        if becomes and becomes.startswith("<p") and text.startswith(known):
            found = _SENTENCE.match(text[len(known) :].strip())
            if found and len(found[0]) <= LONGEST:
                return gettext("Updated with: “%(sentence)s”") % {"sentence": found[0]}
    return ""


def _changed_blocks(old, new):
    """The blocks of the body that are not the same, as pairs of HTML; None for what was not there, or is gone."""
    before, after = blocks(old.words["body"]), blocks(new.words["body"])
    pairs = ((_at(before, one), _at(after, other)) for one, other in paired(before, after))
    return [
        (was, is_now) for was, is_now in pairs if was is None or is_now is None or squeezed(was) != squeezed(is_now)
    ]


def _at(found, place):
    return None if place is None else found[place]
