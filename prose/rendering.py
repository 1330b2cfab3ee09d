"""Prose on its way to readers: pictures resolved, tables made to scroll, headings given anchors, embeds held back."""

from urllib.parse import urlsplit

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from prose.embeds import Embed
from prose.headings import ANCHORED, HEADINGS, Headings
from prose.parting import caption_and_rest, end_of, pictures_and_rest
from prose.tokens import Token, tokens, written
from prose.uses import uses_of_pictures
from prose.words import plain_text, word_count

__all__ = ["frame_origins", "holds_a_gallery", "picture_ids", "plain_text", "render", "uses_of_pictures", "word_count"]

NOTHING = SafeString("")
NOT_THERE = ""


def render(html, pictures, ours=NOTHING):
    """Clean prose as a page shows it.

    `pictures` maps the ids that `picture_ids` finds to objects that templates/pictures/picture.html can show and that
    have a `caption` and a `credit`. A figure whose picture is not among them keeps its caption, and shows no picture;
    one whose picture is None there goes with its caption, because readers may not be shown that picture. In a gallery
    both go. What a figure says for this text alone stands in the place of the library's words.
    `ours` are the attributes ` lang="…" dir="…"` of what the page says itself, where the text is in another language.
    """
    # What is marked as safe here is clean, or was escaped by a template.
    return mark_safe("".join(_Page(pictures, ours).rendered(tokens(html))))  # noqa: S308


def picture_ids(html):
    """The ids of the pictures that `html` shows, each once, in order."""
    ids = (token.get("data-picture") for token in tokens(html) if token.name == "figure")
    return list(dict.fromkeys(int(number) for number in ids if number))


def holds_a_gallery(html):
    return any(token.name == "figure" and token.get("data-gallery") for token in tokens(html))


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
                end = end_of(found, position)
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
        """A quotation, a picture of the library, a gallery of them, or an embed that waits to be asked for."""
        embed = Embed.stored(figure.get("data-embed"))
        if figure.get("data-picture"):
            yield from self.picture(figure, inside)
        elif figure.get("data-gallery"):
            yield from self.gallery(figure, inside)
        elif embed:
            yield from self.embed(embed, inside)
        else:
            kind = (("class", "pull-quote"),) if figure.get("data-quote") else ()
            yield str(Token("start", "figure", kind))
            yield from self.rendered(inside)
            yield "</figure>"

    def picture(self, figure, inside):
        shown, rest = self.shown(figure, inside)
        if shown["picture"] is not None:
            yield render_to_string("prose/figure.html", shown).strip()
        yield from self.rendered(rest)

    def gallery(self, figure, inside):
        """Those of its pictures that may be shown, one after another; nothing if there are none."""
        figures, rest = pictures_and_rest(inside)
        caption, rest = caption_and_rest(rest)
        shown, outside = [], []
        for each in figures:
            picture, more = self.shown(*each)
            if picture["picture"]:
                shown.append(picture)
                outside += more
        for place, picture in enumerate(shown, 1):
            picture["is_wide"] = _fills_a_row(place, len(shown))
        if shown:
            look = {"look": figure.get("data-gallery"), "figures": shown, "caption": self.said(caption)}
            yield render_to_string("prose/gallery.html", look | {"ours": self.ours}).strip()
        yield from self.rendered([*rest, *outside])

    def embed(self, embed, inside):
        caption, rest = caption_and_rest(inside)
        shown = {"embed": embed, "title": plain_text(written(caption)), "caption": self.said(caption)}
        yield render_to_string("prose/embed.html", shown | {"ours": self.ours}).strip()
        yield from self.rendered(rest)

    def shown(self, figure, inside):
        """What a picture's template needs, and the tokens that stand in its figure outside of the caption."""
        caption, rest = caption_and_rest(inside)
        self.figures += 1
        picture = self.pictures.get(int(figure.get("data-picture")), NOT_THERE)
        shown = {"picture": picture, "caption": self.said(caption), "details": f"description-{self.figures}"}
        own = {"alt": figure.get("data-alt"), "credit": figure.get("data-credit")}
        return shown | own | {"ours": self.ours}, rest

    def said(self, caption):
        return mark_safe("".join(self.rendered(caption)).strip())  # noqa: S308 (as in render)


def _fills_a_row(place, of):
    """In two columns the first picture stands across both, and so does a last one that would stand alone; two share."""
    return of != 2 and (place == 1 or (place == of and of % 2 == 0))


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
    captions = (place for place in range(position, end_of(found, position)) if found[place].name == "caption")
    first = next(captions, None)
    label = plain_text(written(found[first : end_of(found, first)])) if first is not None else ""
    label = label or gettext("Table")
    return format_html('<div class="table-scroll" tabindex="0" role="region" aria-label="{}"><table>', label)
