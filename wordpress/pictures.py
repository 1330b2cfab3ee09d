"""Pictures in a text: each in a figure of its own, among the blocks and not within a paragraph."""

import re

from lxml import etree

_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)(?:\?|$)|[?&]attachment_id=", re.IGNORECASE)
_NO_PLACE = frozenset("p h1 h2 h3 h4 h5 h6 pre a span strong em b i s del strike sub sup code cite".split())


def is_figure(element):
    """Whether `element` is a figure around one picture. WordPress uses figures as boxes for much else."""
    return (
        element.tag == "figure"
        and len(list(element.iter("img"))) == 1
        and next(element.iter("table", "blockquote", "ul", "ol", "pre"), None) is None
        and len(list(element.iter("figure"))) == 1
    )


def drop_ornaments(root, remark):
    """Smileys become their characters; pictures of one pixel, which only count readers, go."""
    for img in list(root.iter("img")):
        if "smiley" in img.get("class", ""):
            _replace_by_text(img, img.get("alt", ""))
        elif img.get("width") == img.get("height") == "1":
            remark("picture of one pixel, which counts readers, dropped")
            _replace_by_text(img, "")
        elif not img.get("src"):
            remark("picture without an address, or kept within the text itself, dropped")
            _replace_by_text(img, img.get("alt", ""))


def into_figures(root, remark):
    for figure in [element for element in root.iter("figure") if is_figure(element)]:
        _tidy(figure)
    for img in list(root.iter("img")):
        remark("picture in a text still lies on the old site, and is shown as a link to it")
        img.attrib.pop("class", None)
        if next(img.iterancestors("figure"), None) is None:
            _hoist(img)


def _tidy(figure):
    """A picture, the link around it, and one caption, whatever boxes they came in."""
    picture, rest = _take(next(figure.iter("img"))), " ".join("".join(figure.itertext()).split())
    caption = next(figure.iter("figcaption"), None)
    if caption is None or " ".join("".join(caption.itertext()).split()) != rest:
        caption = etree.Element("figcaption")
        caption.text = rest
    tail = figure.tail
    figure.clear()
    figure.tail, caption.tail = tail, None
    figure.append(picture)
    if rest:
        figure.append(caption)


def _hoist(img):
    """Move the picture out of the paragraph that it stands in, to just before it."""
    picture, place = img, img
    while place.getparent().tag in _NO_PLACE:
        place = place.getparent()
    figure = etree.Element("figure")
    if place is img:
        figure.tail, img.tail = img.tail, None
        img.getparent().replace(img, figure)
        figure.append(img)
        return
    place.addprevious(figure)
    picture = _take(img)
    figure.append(picture)
    if place.tag != "pre":
        place.text = (place.text or "").lstrip()
    if not "".join(place.itertext()).strip() and next(place.iter("img", "br"), None) is None:
        place.drop_tree()


def _take(img):
    """Cut the picture out, with the link around it unless that only leads to the picture's own file."""
    anchor = img.getparent()
    is_alone = anchor.tag == "a" and len(anchor) == 1 and not "".join(anchor.itertext()).strip()
    if not is_alone:
        return _cut(img)
    if _PICTURE_FILE.search(anchor.get("href", "")):
        _cut(anchor)
        anchor.remove(img)
        img.tail = None
        return img
    return _cut(anchor)


def _cut(element):
    """Remove the element and leave the text after it where it is."""
    _keep_tail(element)
    element.getparent().remove(element)
    element.tail = None
    return element


def _replace_by_text(img, text):
    img.tail = f"{text}{img.tail or ''}"
    _cut(img)


def _keep_tail(element):
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
