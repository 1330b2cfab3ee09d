from masthead.models import Purpose
from paper.absolute import absolute
from paper.structured_data.organization import publisher

TYPES = {Purpose.ABOUT: "AboutPage", Purpose.CONTACT: "ContactPage"}


def web_page(page, paper):
    """A standing page; search engines are told of the one about the paper and of the one with its addresses."""
    return {
        "@type": TYPES.get(page.purpose, "WebPage"),
        "name": page.title,
        "url": absolute(page.get_absolute_url()),
        "publisher": {"@type": "NewsMediaOrganization", "@id": publisher(paper)["@id"], "name": paper.name},
    }
