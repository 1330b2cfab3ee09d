from datetime import UTC, datetime

from django.conf import settings

from paper.absolute import absolute
from paper.feeds.entry import writable
from paper.feeds.hub import hubs

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class Filled:
    """A feed of Django's syndication framework, filled from a `Source`; stands before the format's own class."""

    @classmethod
    def of(cls, source, address):
        feed = cls(
            title=writable(source.title),
            link=absolute(source.page),
            description=writable(source.description),
            subtitle=writable(source.description) or None,
            language=settings.LANGUAGE_CODE,
            author_name=writable(source.paper),
            author_link=absolute("/"),
            feed_url=address,
            feed_guid=address,
        )
        feed.hubs = hubs()
        for entry in source.entries():
            feed.add_item(
                entry.title,
                entry.address,
                entry.summary,
                pubdate=entry.published,
                updateddate=entry.updated,
                unique_id=entry.id,
                unique_id_is_permalink=False,
                categories=entry.tags,
                entry=entry,
            )
        return feed

    def latest_post_date(self):
        """The newest change; an empty feed has the same date at every look."""
        return max((item["updateddate"] for item in self.items), default=LONG_AGO)

    def written(self):
        return self.writeString("utf-8")
