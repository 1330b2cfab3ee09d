"""Tags that pair, and no deeper than sense."""

from collections import Counter

from prose.rules import BLOCKS
from prose.tokens import VOID, Token

# Nested deeper than this, text is kept and its structure is not: no editor writes so, and browsers slow down on it.
DEEPEST = 60
# A table is kept whole or not at all: text that stands in a table outside of its cells would move before it.
ROOM_FOR_A_TABLE = 6

UNHEARD = frozenset({"script", "style"})
TABLE_PARTS = frozenset("caption thead tbody tfoot tr td th".split())
_CELLS, _ROW_GROUPS = frozenset({"td", "th", "caption"}), frozenset({"thead", "tbody", "tfoot", "caption"})
_LISTS = frozenset({"ul", "ol", "menu", "dir", "blockquote"})

# Where an end tag may be left out: a start tag of the first kind closes what is open of the second, but not through
# an element of the third.
_IMPLIED = {
    "li": (frozenset({"li"}), _LISTS | _CELLS),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "option": (frozenset({"option"}), frozenset({"table"})),
    "td": (_CELLS, frozenset({"table"})),
    "th": (_CELLS, frozenset({"table"})),
    "tr": (frozenset({"tr"}) | _CELLS, frozenset({"table"})),
    **dict.fromkeys(("thead", "tbody", "tfoot"), (_ROW_GROUPS | {"tr"}, frozenset({"table"}))),
}
_ENDS_A_PARAGRAPH = (frozenset({"p"}), _CELLS | {"figcaption"})


def well_nested(found, known):
    """`found` with every start tag paired, without tags that are not `known`, and nowhere deeper than DEEPEST.

    Each token costs at most DEEPEST steps, whatever stands in `found`. Scripts and styles go with their text.
    """
    return _Nest(known).take(found)


class _Nest:
    def __init__(self, known):
        self.known, self.kept, self.open, self.left_out = known, [], [], Counter()

    def take(self, found):
        unheard = None
        for token in found:
            if unheard:
                unheard = None if (token.kind, token.name) == ("end", unheard) else unheard
            elif token.kind == "text":
                self.kept.append(token)
            elif token.kind == "end":
                self.end(token.name)
            elif token.name in UNHEARD:
                unheard = token.name
            elif token.name in self.known:
                self.start(token)
        self.close_down_to(0)
        return self.kept

    def start(self, token):
        self.end_what_is_implied(token.name)
        if token.name in VOID:
            self.kept.append(token)
        elif self.has_room_for(token.name):
            self.open.append(token.name)
            self.kept.append(token)
        else:
            self.left_out[token.name] += 1
            self.keep_words_apart(token.name)

    def end(self, name):
        if self.left_out[name]:
            self.left_out[name] -= 1
            self.keep_words_apart(name)
        elif name in self.open:
            self.close_down_to(len(self.open) - 1 - self.open[::-1].index(name))

    def end_what_is_implied(self, name):
        for ended, barrier in filter(None, (_IMPLIED.get(name), name in BLOCKS and _ENDS_A_PARAGRAPH)):
            for place in reversed(range(len(self.open))):
                if self.open[place] in barrier:
                    break
                if self.open[place] in ended:
                    self.close_down_to(place)

    def has_room_for(self, name):
        if name in TABLE_PARTS and self.left_out["table"]:
            return False
        return len(self.open) < DEEPEST - (ROOM_FOR_A_TABLE if name == "table" else 0)

    def close_down_to(self, place):
        while len(self.open) > place:
            self.kept.append(Token("end", self.open.pop()))

    def keep_words_apart(self, name):
        if name in BLOCKS and self.kept and not self.kept[-1].text.endswith(" "):
            self.kept.append(Token("text", text=" "))
