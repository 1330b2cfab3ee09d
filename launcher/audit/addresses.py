"""Which pages of the demo edition are looked at."""

import http.client
import re

from launcher.failure import Failure

# One of each kind, and what answers with another status than 200.
KINDS = {
    "/": 200,
    "/city/": 200,
    "/harbour/": 200,
    "/authors/": 200,
    "/authors/tobias-wren/": 200,
    "/archive/": 200,
    "/corrections/": 200,
    "/series/": 200,
    "/series/the-long-tide/": 200,
    "/topics/": 200,
    "/topics/ferry-strike/": 200,
    "/search/": 200,
    "/search/?q=ferry": 200,
    "/search/?q=submarine": 200,
    "/about/": 200,
    "/nothing/": 404,
}
RICHEST = "warm-water-plankton-outnumber-cold"
STORIES = {
    RICHEST: 200,
    "varden-savings-bank-closes-two-branches": 200,
    "varden-savings-bank-small-business-loans": 200,
    "storm-agnes-live-saltmarsh-wall": 200,
    "elin-sorrento-interview-after-agnes": 200,
    "festival-of-lamps-cancelled": 410,
}


class Site:
    """The server at a port of this machine."""

    def __init__(self, port):
        self.home = f"http://127.0.0.1:{port}"
        self.port = port

    def get(self, path):
        """Status and text."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path)
        found = connection.getresponse()
        text = found.read().decode()
        connection.close()
        return found.status, text

    def every_kind(self):
        """Path → expected status. Stories are found by their slugs, because their addresses move with the calendar."""
        return KINDS | {self._story(slug, status): status for slug, status in STORIES.items()}

    def measured(self):
        """Name → path of the pages that Lighthouse looks at. Of search it is the page before the question: what was
        found is kept out of search engines on purpose, and Lighthouse takes that for a fault.
        """
        article = self._story(RICHEST, 200)
        return {
            "front": "/",
            "article": article,
            "section": "/city/",
            "author": "/authors/tobias-wren/",
            "search": "/search/",
        }

    def _story(self, slug, status):
        for year, month in self._months():
            path = f"/{year}/{month}/{slug}/"
            if self.get(path)[0] == status:
                return path
        raise Failure(
            f"The demo edition has no story {slug} that answers with {status}: mend launcher/audit/addresses.py."
        )

    def _months(self):
        _, index = self.get("/sitemap.xml")
        return re.findall(r"/sitemap/(\d{4})-(\d\d)", index)
