"""Exports to import: files that others made, where they are at hand, and small ones made for a test."""

from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest

OWN = Path(__file__).parents[1] / "data/wxr"
# Beside the checkout, for files under licences (GPL, AGPL) that keep them out of this repository.
SHARED = Path(__file__).parents[3] / "shared/data/wxr"

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Example</title><link>https://example.org</link><language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://example.org</wp:base_blog_url>
"""
_numbers = count(1000)


def export_file(name):
    """The path of “cc-labs/wordpress.xml”; skips the test where the file is not at hand."""
    for folder in (OWN, SHARED):
        if (folder / name).exists():
            return folder / name
    pytest.skip(f"{name} is not in this repository because of its licence; it lies in ../shared/data/wxr")


def export(*items, head=""):
    return f"{_HEAD}{head}{''.join(items)}</channel></rss>"


def item(title="A story", body="Some words.", *, terms=(), meta=None, more="", **fields):
    """An <item>; `fields` are wp: elements, `terms` are (domain, nicename, name)."""
    number = fields.pop("id", None) or next(_numbers)
    link = fields.pop("link", f"https://example.org/?p={number}")
    creator = fields.pop("creator", "ann")
    pub_date = fields.pop("pub_date", "Mon, 06 May 2019 10:00:00 +0000")
    excerpt = fields.pop("excerpt", "")
    wp = {
        "post_id": number,
        "post_date": "2019-05-06 12:00:00",
        "post_date_gmt": "2019-05-06 10:00:00",
        "post_name": f"story-{number}",
        "status": "publish",
        "post_type": "post",
        **fields,
    }
    terms = "".join(
        f"<category domain={quoteattr(d)} nicename={quoteattr(s)}>{escape(n)}</category>" for d, s, n in terms
    )
    meta = "".join(
        f"<wp:postmeta><wp:meta_key>{escape(key)}</wp:meta_key><wp:meta_value>{escape(value)}</wp:meta_value></wp:postmeta>"
        for key, value in (meta or {}).items()
    )
    return (
        f"<item><title>{escape(title)}</title><link>{escape(link)}</link><pubDate>{pub_date}</pubDate>"
        f"<dc:creator>{escape(creator)}</dc:creator><content:encoded>{escape(body)}</content:encoded>"
        f"<excerpt:encoded>{escape(excerpt)}</excerpt:encoded>"
        + "".join(f"<wp:{name}>{escape(str(value))}</wp:{name}>" for name, value in wp.items())
        + f"{terms}{meta}{more}</item>\n"
    )


def category(slug, name, parent="", term_id="", description=""):
    return (
        f"<wp:category><wp:term_id>{term_id}</wp:term_id><wp:category_nicename>{escape(slug)}</wp:category_nicename>"
        f"<wp:category_parent>{escape(parent)}</wp:category_parent><wp:cat_name>{escape(name)}</wp:cat_name>"
        f"<wp:category_description>{escape(description)}</wp:category_description></wp:category>\n"
    )


def tag(slug, name):
    return f"<wp:tag><wp:tag_slug>{escape(slug)}</wp:tag_slug><wp:tag_name>{escape(name)}</wp:tag_name></wp:tag>\n"


def author(login, name="", email=""):
    return (
        f"<wp:author><wp:author_login>{escape(login)}</wp:author_login><wp:author_email>{escape(email)}</wp:author_email>"
        f"<wp:author_display_name>{escape(name)}</wp:author_display_name></wp:author>\n"
    )
