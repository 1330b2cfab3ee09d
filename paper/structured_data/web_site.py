from django.conf import settings
from django.urls import reverse

from paper.absolute import absolute
from paper.structured_data.organization import publisher


def web_site(paper):
    """The site and where it is searched. https://schema.org/SearchAction"""
    front = absolute(reverse("front"))
    return {
        "@type": "WebSite",
        "@id": f"{front}#website",
        "name": paper.name,
        "url": front,
        "inLanguage": settings.LANGUAGE_CODE,
        "publisher": {"@id": publisher(paper)["@id"]},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": absolute(reverse("search")) + "?q={search_term_string}"},
            "query-input": "required name=search_term_string",
        },
    }
