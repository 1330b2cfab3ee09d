"""What is allowed under another name gets its name here, and what says nothing goes."""

from html import unescape

from prose.rules import BLOCKS
from prose.tokens import Token

NOTHING_WHEN_EMPTY = frozenset(
    "p h2 h3 h4 ul ol li blockquote pre aside figure figcaption caption strong em s sub sup code cite span a".split()
)
NEEDS_AN_ATTRIBUTE = frozenset({"a", "span"})
ENDS_WITHOUT_A_BREAK = frozenset("p h2 h3 h4 li td th blockquote figcaption caption".split())
# A space in one of these parts two words; around a block it is nothing.
_INLINE = frozenset("strong em s sub sup code cite span a".split())


def renamed(found, rules):
    """`found`, whose tags pair, with the names of `rules`. A block that is not allowed gives its text paragraphs."""
    return _Renaming(rules).take(found)


class _Renaming:
    def __init__(self, rules):
        self.rules, self.kept, self.open = rules, [], []
        self.in_paragraph = False  # one begun here, around text that stands in a block without a name of its own

    def take(self, found):
        for token in found:
            if token.kind == "end":
                self.end()
            elif token.kind == "start":
                self.start(token, self.rules.becomes(token.name, dict(token.attributes)))
            else:
                if token.text.strip():
                    self.begin_paragraph()
                self.kept.append(token)
        return self.kept

    def start(self, token, name):
        is_block = name in BLOCKS or name in {"block", "ul", "ol"}
        if not is_block:
            self.begin_paragraph()
        elif self.is_directly_in_a_block:
            self.end_paragraph()
        if token.opens:
            self.open.append((name, token.attributes, self.in_paragraph))
            self.in_paragraph = self.in_paragraph and not is_block
        elif name == "block":
            self.kept.append(Token("text", text=" "))
        if name and name != "block":
            self.kept.append(Token("start", name, token.attributes))

    def end(self):
        name, _, was_in_paragraph = self.open.pop()
        if name == "block":
            self.end_paragraph()
        elif name:
            self.kept.append(Token("end", name))
        self.in_paragraph = was_in_paragraph

    @property
    def is_directly_in_a_block(self):
        return bool(self.open) and self.open[-1][0] == "block"

    def begin_paragraph(self):
        if self.is_directly_in_a_block and not self.in_paragraph:
            self.kept.append(Token("start", "p", self.open[-1][1]))
            self.in_paragraph = True

    def end_paragraph(self):
        if self.in_paragraph:
            self.kept.append(Token("end", "p"))
            self.in_paragraph = False


def without_empty(found):
    """`found`, whose tags pair, without elements that say nothing and breaks at the end of a block."""
    kept, starts = [], []
    for token in found:
        if token.opens:
            starts.append(len(kept))
            kept.append(token)
        elif token.kind == "end":
            _close(token, kept, starts.pop())
        elif token.name != "img" or token.get("src"):
            kept.append(token)
    return kept


def _close(token, kept, start):
    inside = kept[start + 1 :]
    if token.name in ENDS_WITHOUT_A_BREAK:
        _drop_last_breaks(inside)
    if token.name in NOTHING_WHEN_EMPTY and not any(map(_says_something, [kept[start], *inside])):
        kept[start:] = [inner for inner in inside if inner.kind == "text"] if token.name in _INLINE else []
    elif token.name in NEEDS_AN_ATTRIBUTE and not kept[start].attributes:
        kept[start:] = inside
    else:
        kept[start + 1 :] = [*inside, token]


def _says_something(token):
    if token.kind == "text":
        return bool(unescape(token.text).strip())
    shows = token.name in {"img", "hr", "table"} or token.get("data-picture") or token.get("data-embed")
    return token.kind == "start" and bool(shows)


def _drop_last_breaks(inside):
    while inside and (inside[-1].name == "br" or (inside[-1].kind == "text" and not _says_something(inside[-1]))):
        inside.pop()
