import json

from django.conf import settings

from paper.absolute import absolute
from paper.feeds.entry import writable
from paper.feeds.hub import hubs


class JsonFeed:
    """JSON Feed 1.1. https://www.jsonfeed.org/version/1.1/"""

    content_type = "application/feed+json; charset=utf-8"

    def __init__(self, told):
        self.told = told

    @classmethod
    def of(cls, source, address):
        told = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": writable(source.title),
            "home_page_url": absolute(source.page),
            "feed_url": address,
            "description": writable(source.description),
            "language": settings.LANGUAGE_CODE,
            "authors": [{"name": writable(source.paper), "url": absolute("/")}],
            "hubs": [{"type": "WebSub", "url": hub} for hub in hubs()],
            "items": [_item(entry) for entry in source.entries()],
        }
        return cls({name: value for name, value in told.items() if value or name == "items"})

    def written(self):
        return json.dumps(self.told, ensure_ascii=False)


def _item(entry):
    told = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "content_html": entry.html,
        "summary": entry.summary,
        "image": entry.image.address if entry.image else "",
        "date_published": entry.published.isoformat(timespec="seconds"),
        "date_modified": entry.updated.isoformat(timespec="seconds"),
        "authors": [{"name": writer.name, "url": writer.address} for writer in entry.writers],
        "tags": list(entry.tags),
        "language": entry.language,
    }
    return {name: value for name, value in told.items() if value}
