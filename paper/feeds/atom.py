from django.utils.feedgenerator import Atom1Feed, rfc3339_date

from paper.feeds.generator import Filled


class Atom(Filled, Atom1Feed):
    """Atom (RFC 4287) with all of the text, and every author by name and page."""

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        for hub in self.hubs:
            handler.addQuickElement("link", "", {"rel": "hub", "href": hub})

    def item_attributes(self, item):
        return {"xml:lang": item["entry"].language}

    def add_item_elements(self, handler, item):
        entry = item["entry"]
        handler.addQuickElement("title", entry.title)
        handler.addQuickElement("link", "", {"rel": "alternate", "type": "text/html", "href": item["link"]})
        handler.addQuickElement("id", entry.id)
        handler.addQuickElement("published", rfc3339_date(entry.published))
        handler.addQuickElement("updated", rfc3339_date(entry.updated))
        for writer in entry.writers:
            handler.startElement("author", {})
            handler.addQuickElement("name", writer.name)
            handler.addQuickElement("uri", writer.address)
            handler.endElement("author")
        for tag in entry.tags:
            handler.addQuickElement("category", "", {"term": tag})
        if entry.summary:
            handler.addQuickElement("summary", entry.summary, {"type": "text"})
        handler.addQuickElement("content", entry.html, {"type": "html"})
