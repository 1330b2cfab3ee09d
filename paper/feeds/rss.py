from django.utils.feedgenerator import Rss201rev2Feed, rfc3339_date

from paper.feeds.generator import Filled

SPACES = {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}


class Rss(Filled, Rss201rev2Feed):
    """RSS 2.0 with all of the text (https://www.rssboard.org/rss-profile), and a picture as Media RSS has it."""

    def rss_attributes(self):
        return super().rss_attributes() | SPACES

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        for hub in self.hubs:
            handler.addQuickElement("atom:link", None, {"rel": "hub", "href": hub})

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        entry = item["entry"]
        handler.addQuickElement("atom:updated", rfc3339_date(entry.updated))
        for writer in entry.writers:
            handler.addQuickElement("dc:creator", writer.name)
        handler.addQuickElement("content:encoded", entry.html)
        if image := entry.image:
            size = {"width": str(image.width), "height": str(image.height)}
            media = {"url": image.address, "medium": "image", "type": "image/jpeg", **size}
            handler.startElement("media:content", media)
            if image.alt:
                handler.addQuickElement("media:description", image.alt, {"type": "plain"})
            if image.credit:
                handler.addQuickElement("media:credit", image.credit)
            handler.endElement("media:content")
