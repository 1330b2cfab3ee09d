"""Prose on its way to readers: pictures resolved, tables made to scroll, headings given anchors."""

from html import unescape
from itertools import count
from urllib.parse import urlsplit

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.text import slugify

from prose.tokens import Token, tokens, written

BLOCKS = frozenset("p h2 h3 h4 li blockquote figcaption caption td th pre br figure ul ol table hr".split())
ANCHORED = frozenset({"h2", "h3"})


def render(html, pictures):
    """Clean prose as a page shows it.

    `pictures` maps the ids that `picture_ids` finds to objects that templates/pictures/picture.html can show and that
    have a `caption` and a `credit`. A figure whose picture is not among them keeps its caption, and shows no picture.
    """
    # What is marked as safe here is clean, or was escaped by a template.
    return mark_safe("".join(_rendered(tokens(html), pictures, set())))  # noqa: S308


def _rendered(found, pictures, anchors):
    """`found` as pieces of a page. `anchors` are those given so far."""
    position, in_link = 0, False
    while position < len(found):
        token = found[position]
        end = position
        if token.kind == "start" and token.get("data-picture"):
            end = _end_of(found, position)
            yield from _figure(token, found[position + 1 : end], pictures, anchors)
        elif token.kind == "start" and token.name == "img":
            yield _foreign_picture(token, in_link)
        elif token.kind == "start" and token.name in ANCHORED:
            heading = written(found[position : _end_of(found, position)])
            yield str(Token("start", token.name, (("id", _anchor(plain_text(heading), anchors)),)))
        elif token.name == "table":
            yield _around_table(token, found, position)
        else:
            in_link = token.kind == "start" if token.name == "a" else in_link
            yield str(token)
        position = end + 1


def picture_ids(html):
    """The ids of the pictures that `html` shows, each once, in order."""
    ids = (token.get("data-picture") for token in tokens(html) if token.name == "figure")
    return list(dict.fromkeys(int(number) for number in ids if number))


def plain_text(html):
    """The words alone, with single spaces, one where a block ends."""
    parts = (" " if token.name in BLOCKS else token.text for token in tokens(html))
    return " ".join(unescape("".join(parts)).split())


def word_count(html):
    return len(plain_text(html).split())


def _end_of(found, start):
    """The place of the end tag that closes the element at `start`; the last place if nothing does."""
    name, depth = found[start].name, 0
    for position in range(start, len(found)):
        if found[position].name == name:
            depth += 1 if found[position].kind == "start" else -1
            if depth == 0:
                return position
    return len(found) - 1


def _figure(figure, inside, pictures, anchors):
    """A picture of the library under its caption, and after it whatever else stood in the figure."""
    caption, rest = _parted(inside)
    said = mark_safe("".join(_rendered(caption, pictures, anchors)))  # noqa: S308 (as in render)
    picture = pictures.get(int(figure.get("data-picture")))
    yield render_to_string("prose/figure.html", {"picture": picture, "caption": said}).strip()
    yield from _rendered(rest, pictures, anchors)


def _parted(inside):
    """The tokens in the first caption, and the tokens of all that stands outside of captions."""
    start = next((place for place, token in enumerate(inside) if token == Token("start", "figcaption")), len(inside))
    end = _end_of(inside, start) if start < len(inside) else start
    outside = [token for token in [*inside[:start], *inside[end + 1 :]] if token.name != "figcaption"]
    return inside[start + 1 : end], outside


def _foreign_picture(token, in_link):
    address = token.get("src")
    host, name = _host_and_name(address)
    said = format_html("Picture: {} ({})", token.get("alt") or name or "without a title", host)
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
    return format_html('<div class="table-scroll" tabindex="0" role="region" aria-label="{}"><table>', label or "Table")


def _anchor(words, taken):
    base = f"part-{slugify(words, allow_unicode=True)}".rstrip("-")
    anchor = next(name for n in count(1) if (name := base if n == 1 else f"{base}-{n}") not in taken)
    taken.add(anchor)
    return anchor
