"""A whole story as HTML that a feed reader can show: absolute addresses, no scripts, nothing that loads from elsewhere
but the paper's own pictures.
"""

from urllib.parse import urljoin

import nh3
from django.template.loader import render_to_string

from paper.absolute import absolute
from prose.rendering import render
from prose.rules import RULES

CELL = {"colspan", "rowspan"}
ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "p": {"lang", "dir"},
    "span": {"lang", "dir"},
    "div": {"lang", "dir"},
    "ol": {"start"},
    "td": CELL,
    "th": CELL | {"scope"},
}
ELEMENTS = set(RULES["story"].elements) | {
    "img",
    "figure",
    "figcaption",
    "small",
    "details",
    "summary",
    "div",
    "aside",
    "section",
    "time",
}
# What a page offers to press, which does nothing in a feed reader
PRESSED = {"button", "script", "style", "form", "svg", "template", "noscript"}


def full_text(story, pictures):
    """`pictures` are those that its body shows, by id, and maybe more."""
    body = render(story.body, pictures)
    page = render_to_string("feeds/story.html", {"story": story, "body": body})
    address = absolute(story.get_absolute_url())

    def with_absolute_address(element, attribute, value):
        return urljoin(address, value) if attribute in {"href", "src"} else value

    return nh3.clean(
        page,
        tags=ELEMENTS,
        clean_content_tags=PRESSED,
        attributes=ATTRIBUTES,
        attribute_filter=with_absolute_address,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    ).strip()
