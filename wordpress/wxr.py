"""Reads a WordPress export a piece at a time: of a file of any size only one story is in memory.

The format is RSS 2.0 with elements of WordPress' own; its version stands in the namespace (http://wordpress.org/export/1.2/),
which we tell by its ending alone, since some files say https and some say nothing.
"""

from urllib.parse import unquote

from lxml import etree

from wordpress.records import Item
from wordpress.unreadable import Unreadable, not_well_formed

PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
}
PACKED = {b"PK\x03\x04": "a zip archive", b"\x1f\x8b": "a gzip archive", b"BZh": "a bzip2 archive"}
CHANNEL_CHILD = 3  # rss, channel, and then what we want


def channel_children(path):
    """Each element in the file's channel, whole, in order. Raises `Unreadable`.

    Entities are never resolved and a file with a DTD is refused at its first element, so that no file can make us
    read another or grow beyond its own size.
    """
    with path.open("rb") as file:
        _refuse_packed(path, file)
        found = etree.iterparse(
            file,
            events=("start", "end"),
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            yield from _children(path, found)
        except etree.XMLSyntaxError as error:
            log = found.error_log or [None]
            raise not_well_formed(path, log[0]) from error


def _children(path, found):
    depth = 0
    for event, element in found:
        if event == "start":
            depth += 1
            _refuse_other_formats(path, element, depth)
            continue
        if depth == CHANNEL_CHILD:
            yield element
            _forget(element)
        depth -= 1


def name_of(element):
    """“wp:post_id”, “dc:creator”, “title”: the name under whichever version's namespace; others keep theirs."""
    name = etree.QName(element)
    space = name.namespace
    if not space:
        return name.localname
    if "wordpress.org/export/" in space:
        return ("excerpt:" if space.endswith("/excerpt/") else "wp:") + name.localname
    return PREFIXES.get(space, space) + name.localname


def text_of(element):
    return "".join(element.itertext())


def texts_of(element):
    """The element's children by name; of several with the same name, the first that says something."""
    texts = {}
    for child in element:
        name = name_of(child)
        if not texts.get(name, "").strip():
            texts[name] = text_of(child)
    return texts


def item_of(element):
    texts = texts_of(element)
    line = {name: " ".join(text.split()) for name, text in texts.items() if not name.endswith(":encoded")}
    comments = [texts_of(child).get("wp:comment_type", "").strip() for child in element.iterchildren("{*}comment")]
    pingbacks = sum(kind in {"pingback", "trackback"} for kind in comments)
    return Item(
        id=line.get("wp:post_id", ""),
        type=line.get("wp:post_type") or "post",
        status=line.get("wp:status") or "draft",
        title=line.get("title", ""),
        link=line.get("link", ""),
        name=decoded(line.get("wp:post_name", "")),
        creator=line.get("dc:creator") or line.get("wp:author", ""),
        date=line.get("wp:post_date", ""),
        date_gmt=line.get("wp:post_date_gmt", ""),
        modified_gmt=line.get("wp:post_modified_gmt", ""),
        pub_date=line.get("pubDate", ""),
        parent=line.get("wp:post_parent", "0"),
        password=texts.get("wp:post_password", "").strip(),
        body=texts.get("content:encoded", ""),
        excerpt=texts.get("excerpt:encoded", ""),
        attachment_url=line.get("wp:attachment_url", ""),
        is_sticky=line.get("wp:is_sticky") == "1",
        terms=tuple(_term(child) for child in element.iterchildren("category")),
        meta=_meta(element),
        comments=len(comments) - pingbacks,
        pingbacks=pingbacks,
    )


def decoded(slug):
    """WordPress keeps slugs of other scripts percent-encoded. NUL cannot be stored, and stands in no address."""
    return unquote(slug.strip()).replace("\x00", "")


def _term(category):
    slug = decoded(category.get("nicename", ""))
    return category.get("domain") or "category", slug, " ".join(text_of(category).split())


def _meta(element):
    pairs = (texts_of(child) for child in element.iterchildren("{*}postmeta"))
    return {pair.get("wp:meta_key", "").strip(): pair.get("wp:meta_value", "").strip() for pair in pairs}


def _forget(element):
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def _refuse_packed(path, file):
    start = file.read(4)
    file.seek(0)
    if what := next((what for sign, what in PACKED.items() if start.startswith(sign)), None):
        raise Unreadable(f"{path} is {what}. Unpack it and give the .xml file that is in it.")


def _refuse_other_formats(path, element, depth):
    if depth == 1 and element.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(
            f"{path} has a document type declaration, which no WordPress export has and which can make a reader open "
            "other files. Nothing of it was imported; export the site again."
        )
    expected = {1: "rss", 2: "channel"}.get(depth)
    if expected and etree.QName(element).localname != expected:
        raise Unreadable(
            f"{path} is XML, but no WordPress export: it has <{element.tag}> where <{expected}> belongs. "
            "Give the file that WordPress' Tools → Export downloads."
        )
