"""Asking for everything that a reader could find."""

import re
from urllib.parse import urljoin, urlsplit

from django.urls import URLPattern, get_resolver

SITE = "https://paper.example"
LINKS = re.compile(
    r"""(?:href|src|action|content)="([^"]+)"|<(?:loc|link|guid)[^>]*>([^<]+)<|Sitemap: (\S+)|"(https?://[^"]+)\""""
)


def every_address(story):
    """One for each pattern of the paper's URLconf, so that one added tomorrow is asked for too."""
    known = {
        "slug": {
            "author": "ann-weiss",
            "author_feed": "ann-weiss",
            "topic": "known",
            "topic_feed": "known",
            "series": "zqliveseries",
        },
        "path": {"standing_page": "about"},
    }
    resolver = get_resolver("paper.urls")
    found = set()
    for pattern in resolver.url_patterns:
        assert isinstance(pattern, URLPattern)
        values = {
            "slug": story.slug if pattern.name in {"article", "changes"} else known["slug"].get(pattern.name, "world"),
            "path": known["path"].get(pattern.name, ""),
            "year": 2022,
            "month": 7,
            "story_id": story.pk,
            "digest": "0123456789abcdef",
            "key": "0123456789abcdef",
        }
        arguments = {name: values[name] for name in pattern.pattern.converters}
        found.add("/" + resolver.reverse(pattern.name, **arguments))
    return found


def crawl(client, addresses):
    """What every address answers, headers included, and every address on this site that those answers name."""
    seen, left = {}, set(addresses)
    while left:
        address = left.pop()
        answer = client.get(address)
        assert answer.status_code in {200, 301, 302, 404}, address
        seen[address] = whole(answer)
        left |= set(links(seen[address], address)) - set(seen)
    return seen


def links(text, base):
    for found in LINKS.findall(text):
        link = urlsplit(urljoin(SITE + base, next(filter(None, found)).replace("&amp;", "&")))
        if f"{link.scheme}://{link.netloc}" == SITE and not link.path.startswith(("/static/", "/pictures/", "/cards/")):
            yield link.path + (f"?{link.query}" if link.query else "")


def whole(answer):
    headers = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    return f"{headers}\n{answer.content.decode()}"
