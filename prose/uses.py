from typing import NamedTuple

from prose.parting import caption_and_rest, end_of
from prose.tokens import tokens, written
from prose.words import plain_text


class Use(NamedTuple):
    """A picture in a text, with what this text says of it; where that is empty, the library's words stand."""

    picture: int
    caption: str  # its words alone
    credit: str
    alt: str


def uses_of_pictures(html):
    """Each picture that `html` shows, those in galleries too, in order."""
    found = tokens(html)
    return [
        _use(token, found[position + 1 : end_of(found, position)])
        for position, token in enumerate(found)
        if token.name == "figure" and token.get("data-picture")
    ]


def _use(figure, inside):
    caption = plain_text(written(caption_and_rest(inside)[0]))
    return Use(int(figure.get("data-picture")), caption, figure.get("data-credit") or "", figure.get("data-alt") or "")
