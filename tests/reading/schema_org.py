"""JSON-LD as a search engine reads it, and what it must have."""

import json
from datetime import datetime
from pathlib import Path

import extruct
from w3lib.html import get_base_url

PROPERTIES = json.loads((Path(__file__).parent.parent / "data" / "schema_org" / "properties.json").read_text())
# What Google's and schema.org's own pages ask of each type.
REQUIRED = {
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "ImageObject": {"url", "width", "height"},
    "Person": {"name", "url"},
    "NewsMediaOrganization": {"name"},
    "ProfilePage": {"mainEntity"},
    "WebSite": {"name", "url"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
    "CorrectionComment": {"text", "datePublished"},
    "CreativeWorkSeries": {"name", "url"},
}
STORY = {"headline", "datePublished", "dateModified", "author", "publisher", "isAccessibleForFree", "articleSection"}
DATES = {"datePublished", "dateModified"}
ADDRESSES = {"url", "@id", "item", "urlTemplate", "logo", "sameAs"}


def graph(page):
    """The things that a page tells, by type; each is checked against schema.org first."""
    written = page.response.content.decode()
    found = extruct.extract(written, base_url=get_base_url(written), syntaxes=["json-ld"])["json-ld"]
    assert [thing["@context"] for thing in found] == ["https://schema.org"] * len(found)
    things = [thing for each in found for thing in each["@graph"]]
    for thing in things:
        check(thing)
    return {thing["@type"]: thing for thing in things}


def check(thing):
    kind = thing.get("@type")
    if kind is None:
        assert set(thing) == {"@id"}
        return
    names = set(thing) - {"@type", "@id"}
    assert names - set(PROPERTIES[kind]) - {"query-input"} == set(), kind
    required = STORY if kind.endswith("Article") else REQUIRED.get(kind, set())
    assert required - names == set(), kind
    for name, value in thing.items():
        for each in value if isinstance(value, list) else [value]:
            _check_value(name, each)


def _check_value(name, value):
    assert value not in ("", None, [], {}), name
    if isinstance(value, dict):
        check(value)
    elif name in DATES:
        assert datetime.fromisoformat(value).tzinfo is not None
    elif name in ADDRESSES:
        assert value.startswith("https://"), name
