"""What changed between two texts, marked in the text itself."""

from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import mark_safe
from lxml.html.diff import htmldiff

from prose.blocks import blocks, paired, squeezed
from prose.tokens import tokens

MARKED_AT_MOST = 20_000  # characters of one block; a longer one is shown whole, before and after


@dataclass(frozen=True)
class Block:
    """One block of a comparison. `kind` is "same", "changed", "added" or "removed"; `html` has ins and del in it."""

    kind: str
    html: str


def compared(old, new):
    """What became of clean HTML `old` in `new`, block by block in reading order, as a list of `Block`."""
    before, after = blocks(old), blocks(new)
    return [_block(before, after, *pair) for pair in paired(before, after)]


def marked_words(old, new):
    """What became of a line of plain text, as HTML."""
    return mark_safe(htmldiff(escape(old), escape(new)))  # noqa: S308 (both are escaped)


def _block(before, after, place, new_place):
    if new_place is None:
        return _marked("removed", before[place])
    if place is None:
        return _marked("added", after[new_place])
    if squeezed(before[place]) == squeezed(after[new_place]):
        return _marked("same", before[place])
    too_long = len(before[place]) + len(after[new_place]) > MARKED_AT_MOST
    if too_long or _pictures(before[place]) != _pictures(after[new_place]):
        return _marked("changed", f"<del>{before[place]}</del><ins>{after[new_place]}</ins>")
    return _marked("changed", htmldiff(before[place], after[new_place]))


def _pictures(block):
    """What a block shows besides words; a change of it is none of the words."""
    return [token.attributes for token in tokens(block) if token.kind == "start" and token.name in {"figure", "img"}]


def _marked(kind, html):
    return Block(kind, mark_safe(html))  # noqa: S308 (both texts are clean, and the marks are ours)
