"""The texts around a body: headline, standfirst, what search engines and social sites show."""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from articles.models import Revision
from prose.rendering import plain_text
from wordpress.body import body
from wordpress.plain import cut, plain

LONGEST = {field.name: field.max_length for field in Revision._meta.fields if field.max_length}
LONGEST["standfirst"] = 600
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
UNTITLED_WORDS = 8
FROM_YOAST = {
    "search_title": "_yoast_wpseo_title",
    "search_description": "_yoast_wpseo_metadesc",
    "social_title": "_yoast_wpseo_opengraph-title",
    "social_description": "_yoast_wpseo_opengraph-description",
}


def words(item, site, report):
    """The item's words by field name, for `Copy`."""
    headline = title(item, LONGEST["headline"], report)
    text = body(item.body, site, report.remarks_on(headline))
    found = {"body": text, "standfirst": _within("standfirst", plain(item.excerpt), headline, report)}
    found["headline"] = headline or _first_words(text) or "Untitled"
    if not headline:
        report.remark("story without a title; its headline is its first words", found["headline"])
    if not text.strip():
        report.remark("story without a body", found["headline"])
    if LANGUAGE.fullmatch(site.language.lower()):
        found["language"] = site.language.lower()
    return found | _for_machines(item, site, found["headline"], report)


def title(item, longest, report):
    text = plain(item.title)
    if len(text) > longest:
        report.remark(f"title longer than {longest} characters was cut", text[:60])
    return cut(text, longest)


def _for_machines(item, site, headline, report):
    found = {}
    for field, key in FROM_YOAST.items():
        text = plain(item.meta.get(key, ""))
        if "%%" in text:
            report.remark("Yoast title or description made of variables (%%…%%) left out", headline)
        elif text:
            found[field] = _within(field, text, headline, report)
    canonical = item.meta.get("_yoast_wpseo_canonical", "")
    if canonical and _is_elsewhere(canonical, site):
        found["canonical_url"] = canonical
    elif canonical:
        report.remark("canonical address left out: it is of the old site itself, or no address", headline)
    return found


def _within(field, text, headline, report):
    if len(text) > LONGEST[field]:
        report.remark(f"{field.replace('_', ' ')} longer than {LONGEST[field]} characters was cut", headline)
    return cut(text, LONGEST[field])


def _is_elsewhere(address, site):
    try:
        URLValidator(schemes=["http", "https"])(address)
    except ValidationError:
        return False
    return len(address) <= LONGEST["canonical_url"] and urlsplit(address).netloc.lower() not in site.hosts


def _first_words(html):
    text = plain_text(html).split() if html.strip() else []
    if len(text) <= UNTITLED_WORDS:
        return cut(" ".join(text), LONGEST["headline"])
    return cut(" ".join(text[:UNTITLED_WORDS]) + " …", LONGEST["headline"])
