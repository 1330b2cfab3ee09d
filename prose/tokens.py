from html import escape
from html.parser import HTMLParser
from typing import NamedTuple

VOID = frozenset({"br", "hr", "img"})

# Ends whatever may stand unfinished at the end: an attribute, a tag, a comment. Python's reader would try each
# unfinished tag anew, and take minutes over a megabyte of them. The NULs, which no clean text holds, mark it.
_END = "\0\"\0'\0>\0]]>\0-->\0"


class Token(NamedTuple):
    """A piece of HTML: a start tag, an end tag, or text (escaped, so that it can stand in a page)."""

    kind: str  # "start", "end" or "text"
    name: str = ""
    attributes: tuple = ()
    text: str = ""

    def __str__(self):
        if self.kind == "text":
            return self.text
        if self.kind == "end":
            return f"</{self.name}>"
        attributes = "".join(f' {name}="{escape(value or "")}"' for name, value in self.attributes)
        return f"<{self.name}{attributes}>"

    @property
    def opens(self):
        return self.kind == "start" and self.name not in VOID

    def get(self, attribute):
        return dict(self.attributes).get(attribute)


def tokens(html):
    """The tokens of `html` in order, without comments. Flat, so depth of nesting costs nothing.

    `html` holds no NULs. Tags need not pair; one that is unfinished at the end is none. Written out again they are the
    same tags: what came as text cannot become a tag.
    """
    reader = _Reader()
    reader.feed(html + _END)
    reader.close()
    return list(_before_the_end(reader.found))


def text(words):
    return Token("text", text=escape(words, quote=False))


def written(found):
    return "".join(map(str, found))


def _before_the_end(found):
    for token in found:
        words, nul, _ = token.text.partition("\0")
        if nul and words:
            yield Token("text", text=words)
        if nul or "\0" in token.name or any("\0" in name or "\0" in (value or "") for name, value in token.attributes):
            return
        yield token


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append(Token("start", tag, tuple(attrs)))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if tag not in VOID:
            self.found.append(Token("end", tag))

    def handle_data(self, data):
        self.found.append(text(data))
