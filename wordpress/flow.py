"""Makes one flow of blocks out of a page builder's boxes: no wrappers, pictures in figures, links that lead on."""

import re

import nh3
from lxml import etree, html

from prose.rules import ADDRESS_SCHEMES, RULES
from wordpress import media, pictures
from wordpress.links import relative

BOXES = (
    "div section article aside header footer main nav center address details summary fieldset form hgroup dl dt dd "
    "figure"
).split()
INLINE = frozenset(
    "a b big br cite code del em font i img ins s small span strike strong sub sup u abbr kbd mark q tt var".split()
)
_MEDIA = "iframe embed object param video audio source img".split()
# More than we keep: what the steps below still need to see. What nobody needs is unwrapped, its words stay.
_ELEMENTS = {*RULES["story"].elements, *BOXES, *_MEDIA, "h1", "h5", "h6", "b", "i", "del", "strike"}
_ATTRIBUTES = {name: set(kept) for name, kept in RULES["story"].elements.items()}
_ATTRIBUTES["img"] = {"src", "alt", "width", "height", "class"}
_ATTRIBUTES |= {name: {"src", "data", "name", "value"} for name in _MEDIA if name != "img"}
# The cleaner's and libxml2's work grows with the square of the depth. No editor writes text this deep.
DEEPEST = 150
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_OPENS_OR_CLOSES = re.compile(r"<(/?)(?!br|img|hr|p\b|li\b|input|embed|param|source|td|tr|th\b)[a-zA-Z]")


def flow(text, site, remark):
    text = _CONTROL.sub("", text)
    if _depth(text) > DEEPEST:
        remark("text nested too deeply to be put in order; it was only cleaned")
        return text
    tidy = nh3.clean(text, tags=_ELEMENTS, attributes=_ATTRIBUTES, url_schemes=set(ADDRESS_SCHEMES), link_rel=None)
    root = html.fragment_fromstring(_CONTROL.sub("", tidy), create_parent="div", parser=html.HTMLParser())
    media.link(root, remark)
    pictures.drop_ornaments(root, remark)
    for box in reversed(list(root.iter(*BOXES))):
        if box is not root and not pictures.is_figure(box):
            _open(box)
    _wrap_loose_text(root)
    pictures.into_figures(root, remark)
    relative(root, site, remark)
    return _inner_html(root)


def _open(box):
    """Take the box away and leave what is in it, as paragraphs where it stands among blocks."""
    parent = box.getparent()
    for caption in box.findall("figcaption"):
        caption.tag = "p"
    if parent.tag in INLINE or parent.tag in {"p", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"}:
        box.tail = f" {box.tail or ''}"
    else:
        _wrap_loose_text(box)
    box.drop_tag()


def _wrap_loose_text(box):
    """Put each run of text and inline elements directly in `box` into a paragraph."""
    paragraph = None
    if (box.text or "").strip():
        paragraph = etree.Element("p")
        paragraph.text, box.text = box.text, None
        box.insert(0, paragraph)
    for child in list(box):
        if child is paragraph:
            continue
        if child.tag in INLINE:
            if paragraph is None:
                paragraph = etree.Element("p")
                child.addprevious(paragraph)
            paragraph.append(child)
            continue
        paragraph = None
        if (child.tail or "").strip():
            paragraph = etree.Element("p")
            paragraph.text, child.tail = child.tail, None
            child.addnext(paragraph)


def _depth(text):
    depth = deepest = 0
    for slash in _OPENS_OR_CLOSES.findall(text):
        depth = max(depth - 1, 0) if slash else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _inner_html(root):
    parts = [html.tostring(child, encoding="unicode") for child in root]
    return (root.text or "").strip() + "\n".join(part.strip() for part in parts)
