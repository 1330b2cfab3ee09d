"""The HTML that editors may write: one list, from which the editor's filter and nh3's arguments are both derived."""

import re
from dataclasses import dataclass

from prose.embeds import STORED

ADDRESS_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

# Elements that mean the same as one that may be allowed, and become it on the way in.
SAME_AS = {
    "b": "strong",
    "i": "em",
    "h1": "h2",
    "h5": "h4",
    "h6": "h4",
    "del": "s",
    "strike": "s",
    "menu": "ul",
    "dir": "ul",
    "listing": "pre",
    "xmp": "pre",
}
# Blocks: where one is not allowed, what it holds becomes paragraphs, so that no two words are run together.
BLOCKS = frozenset(
    "address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer "
    "form h2 h3 h4 header hgroup hr legend main nav optgroup option p pre search section summary table td th tr".split()
)

_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_FEW = re.compile(r"[1-9][0-9]{0,2}")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_DIRECTION = re.compile(r"ltr|rtl|auto", re.IGNORECASE)
_SCOPE = re.compile(r"row|col|rowgroup|colgroup", re.IGNORECASE)
_WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_ANYTHING = re.compile(r".*", re.DOTALL)
_BOX = re.compile("fact")
_QUOTE = re.compile("pull")
_LOOK = re.compile("strip|essay")
_WORDS = re.compile(r".*\S.*", re.DOTALL)

# An aside of a web page is furniture; ours is a box, and says which.
WITHOUT_WHICH_A_BLOCK = {"aside": "data-box"}


@dataclass(frozen=True)
class Rules:
    """`elements` maps each allowed element to its allowed attributes, each with the pattern of its whole value."""

    elements: dict[str, dict[str, re.Pattern]]

    def allows(self, element, attribute, value):
        pattern = self.elements.get(element, {}).get(attribute)
        return pattern is not None and pattern.fullmatch(value) is not None

    def becomes(self, element, attributes=None):
        """What stands for `element`: an allowed one, "block" for paragraphs of its own, or None for its text alone.

        `attributes`, where they are known, are a mapping of those that are allowed.
        """
        element = SAME_AS.get(element, element)
        need = WITHOUT_WHICH_A_BLOCK.get(element) if attributes is not None else None
        if element in self.elements and (need is None or need in attributes):
            return element
        return "block" if element in BLOCKS else None


_INLINE = {
    "a": {"href": _ANYTHING},  # its scheme is held to ADDRESS_SCHEMES by the cleaner
    "strong": {},
    "em": {},
    "s": {},
    "sub": {},
    "sup": {},
    "code": {},
    "cite": {},
    "br": {},
    "span": {"lang": _LANGUAGE, "dir": _DIRECTION},
}
_PARAGRAPHS = {"p": {"lang": _LANGUAGE, "dir": _DIRECTION}, "ul": {}, "ol": {"start": _NUMBER}, "li": {}}
_BLOCKS = {
    **{name: {} for name in ("h2", "h3", "h4", "blockquote", "pre", "hr")},
    # A fact box: a heading, and anything that may stand in a story.
    "aside": {"data-box": _BOX, "lang": _LANGUAGE, "dir": _DIRECTION},
}
_CELL = {"colspan": _FEW, "rowspan": _FEW}
_TABLES = {
    **{name: {} for name in ("table", "caption", "thead", "tbody", "tfoot", "tr")},
    "th": {"scope": _SCOPE, **_CELL},
    "td": _CELL,
}
_FIGURES = {
    # A picture of the library by its id, with the alternative text and the credit of this use alone; a gallery, which
    # holds figures of pictures; a pull quote, which holds a blockquote and, in its caption, who said it; something of
    # another site, by provider and id.
    "figure": {
        "data-picture": _NUMBER,
        "data-alt": _WORDS,
        "data-credit": _WORDS,
        "data-gallery": _LOOK,
        "data-quote": _QUOTE,
        "data-embed": STORED,
    },
    "figcaption": {},
    # A picture from an imported archive. Readers get a link to it, so that no page loads from elsewhere.
    "img": {"src": _WEB_ADDRESS, "alt": _ANYTHING, "width": _NUMBER, "height": _NUMBER},
}

RULES = {
    "story": Rules({**_INLINE, **_PARAGRAPHS, **_BLOCKS, **_TABLES, **_FIGURES}),
    "bio": Rules({**_INLINE, **_PARAGRAPHS}),
}
