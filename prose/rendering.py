"""Prose on its way to readers: pictures resolved, tables made to scroll, headings given anchors, embeds held back."""

from urllib.parse import urlsplit

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from prose.embeds import Embed
from prose.headings import ANCHORED, HEADINGS, Headings
from prose.tokens import Token, tokens, written
from prose.words import plain_text, word_count

__all__ = ["frame_origins", "picture_ids", "pictures_with_captions", "plain_text", "render", "word_count"]

NOTHING = SafeString("")
NOT_THERE = ""


def render(html, pictures, ours=NOTHING):
    """Clean prose as a page shows it.

    `pictures` maps the ids that `picture_ids` finds to objects that templates/pictures/picture.html can show and that
    have a `caption` and a `credit`. A figure whose picture is not among them keeps its caption, and shows no picture;
    one whose picture is None there goes with its caption, because readers may not be shown that picture.
    `ours` are the attributes ` lang="…" dir="…"` of what the page says itself, where the text is in another language.
    """
    # What is marked as safe here is clean, or was escaped by a template.
    return mark_safe("".join(_Page(pictures, ours).rendered(tokens(html))))  # noqa: S308


def picture_ids(html):
    """The ids of the pictures that `html` shows, each once, in order."""
    ids = (token.get("data-picture") for token in tokens(html) if token.name == "figure")
    return list(dict.fromkeys(int(number) for number in ids if number))


def pictures_with_captions(html):
    """The id of each picture that `html` shows, in order, with the caption that it has there as plain text."""
    found = tokens(html)
    for position, token in enumerate(found):
        number = token.get("data-picture") if token.kind == "start" and token.name == "figure" else None
        if number:
            caption, _ = _parted(found[position + 1 : _end_of(found, position)])
            yield int(number), plain_text(written(caption))


def frame_origins(html):
    """Where what readers may load into `html` comes from, as a Content-Security-Policy has it; each once, in order."""
    embeds = (Embed.stored(token.get("data-embed")) for token in tokens(html) if token.name == "figure")
    return list(dict.fromkeys(embed.frame_origin for embed in embeds if embed and embed.frame))


class _Page:
    def __init__(self, pictures, ours):
        self.pictures, self.ours, self.headings = pictures, ours, Headings()
        self.levels = []  # of the last heading before each box that is open
        self.figures = 0
        self.in_link = False

    def rendered(self, found):
        """`found` as pieces of a page."""
        position = 0
        while position < len(found):
            token = found[position]
            end = position
            if token.kind == "start" and token.name in {*HEADINGS, "figure"}:
                end = _end_of(found, position)
                yield from (self.figure if token.name == "figure" else self.heading)(token, found[position + 1 : end])
            elif token.kind == "start" and token.name == "img":
                yield _foreign_picture(token, self.in_link)
            elif token.name == "table":
                yield _around_table(token, found, position)
            elif token.name == "aside":
                yield self.box(token)
            else:
                self.in_link = token.kind == "start" if token.name == "a" else self.in_link
                yield str(token)
            position = end + 1

    def heading(self, token, inside):
        name = self.headings.name(token.name)
        anchor = (("id", self.headings.anchor(plain_text(written(inside)))),) if name in ANCHORED else ()
        yield str(Token("start", name, anchor))
        yield from self.rendered(inside)
        yield str(Token("end", name))

    def box(self, token):
        if token.kind == "end":
            self.headings.level = self.levels.pop()
            return "</aside>"
        self.levels.append(self.headings.level)
        spoken = tuple(attribute for attribute in token.attributes if attribute[0] in {"lang", "dir"})
        return str(Token("start", "aside", (("class", "fact-box"), *spoken)))

    def figure(self, figure, inside):
        """A quotation, a picture of the library, or an embed that waits to be asked for."""
        embed = Embed.stored(figure.get("data-embed"))
        if not figure.get("data-picture") and not embed:
            kind = (("class", "pull-quote"),) if figure.get("data-quote") else ()
            yield str(Token("start", "figure", kind))
            yield from self.rendered(inside)
            yield "</figure>"
            return
        caption, rest = _parted(inside)
        shown = {"caption": mark_safe("".join(self.rendered(caption))), "ours": self.ours}  # noqa: S308 (as in render)
        if number := figure.get("data-picture"):
            picture = self.pictures.get(int(number), NOT_THERE)
            if picture is not None:
                self.figures += 1
                shown |= {"picture": picture, "details": f"description-{self.figures}"}
                yield render_to_string("prose/figure.html", shown).strip()
        else:
            shown |= {"embed": embed, "title": plain_text(written(caption))}
            yield render_to_string("prose/embed.html", shown).strip()
        yield from self.rendered(rest)


def _end_of(found, start):
    """The place of the end tag that closes the element at `start`; the last place if nothing does."""
    name, depth = found[start].name, 0
    for position in range(start, len(found)):
        if found[position].name == name:
            depth += 1 if found[position].kind == "start" else -1
            if depth == 0:
                return position
    return len(found) - 1


def _parted(inside):
    """The tokens in the first caption, and the tokens of all that stands outside of captions."""
    start = next((place for place, token in enumerate(inside) if token == Token("start", "figcaption")), len(inside))
    end = _end_of(inside, start) if start < len(inside) else start
    outside = [token for token in [*inside[:start], *inside[end + 1 :]] if token.name != "figcaption"]
    return inside[start + 1 : end], outside


def _foreign_picture(token, in_link):
    address = token.get("src")
    host, name = _host_and_name(address)
    words = {"title": token.get("alt") or name or gettext("without a title"), "host": host}
    said = format_html("{}", gettext("Picture: %(title)s (%(host)s)") % words)
    return said if in_link else format_html('<a class="foreign-picture" href="{}">{}</a>', address, said)


def _host_and_name(address):
    try:
        parts = urlsplit(address)
    except ValueError:  # such as "http://[": an address that goes nowhere
        return address, ""
    return parts.hostname or address, parts.path.rpartition("/")[2]


def _around_table(token, found, position):
    if token.kind == "end":
        return "</table></div>"
    captions = (place for place in range(position, _end_of(found, position)) if found[place].name == "caption")
    first = next(captions, None)
    label = plain_text(written(found[first : _end_of(found, first)])) if first is not None else ""
    label = label or gettext("Table")
    return format_html('<div class="table-scroll" tabindex="0" role="region" aria-label="{}"><table>', label)
