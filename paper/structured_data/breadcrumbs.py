from django.urls import reverse

from paper.absolute import absolute


def breadcrumbs(paper, places):
    """The way to a page from the front, as a BreadcrumbList. `places` are (name, path) pairs, the page itself last."""
    way = [(paper.name, reverse("front")), *places]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": absolute(path)}
            for position, (name, path) in enumerate(way, start=1)
        ],
    }


def places_of(section):
    """The section and the one above it, as `breadcrumbs` takes them."""
    sections = [section.parent, section] if section.parent_id else [section]
    return [(each.name, each.get_absolute_url()) for each in sections]
