"""What became of a story between two of its versions, field by field, for the page that compares them."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.admin.saying import FIELDS, in_words, label_of, value_of
from articles.copy import Copy
from prose.marking import Block, compared, marked_words

# Texts: what changed in them is marked in them. Of every other field, what it held is shown beside what it holds.
TEXTS = {
    "kicker",
    "headline",
    "standfirst",
    "lead_caption",
    "lead_credit",
    "lead_alt",
    "search_title",
    "search_description",
    "social_title",
    "social_description",
    "topics",
    "credits",
}


@dataclass(frozen=True)
class Difference:
    """A field that differs. `blocks` is the text with its changes marked, in one block for what is no body."""

    field: str
    label: str
    blocks: list[Block]


def differences(old, new):
    """What differs between two revisions, in the order of the screen; the fields that are the same are left out."""
    before, after = Copy.of(old), Copy.of(new)
    pairs = ((field, value_of(before, field), value_of(after, field)) for field in FIELDS)
    return [Difference(field, label_of(field), _blocks(field, *pair)) for field, *pair in pairs if pair[0] != pair[1]]


def _blocks(field, old, new):
    if field == "body":
        return compared(old, new)
    old, new = in_words(field, old), in_words(field, new)
    return [Block("changed", marked_words(old, new) if field in TEXTS else _replaced(old, new))]


def _replaced(old, new):
    gone = format_html("<del>{}</del>", old) if old else SafeString("")
    come = format_html("<ins>{}</ins>", new) if new else SafeString("")
    return gone + " " + come
