from django.urls import reverse

from masthead.models import Purpose
from paper.absolute import absolute
from paper.structured_data.image import logo
from paper.structured_data.writing import filled

# schema.org's properties for a news organization's policies, by the standing page that holds them.
# https://schema.org/NewsMediaOrganization
POLICIES = {
    "publishingPrinciples": Purpose.ETHICS,
    "ethicsPolicy": Purpose.ETHICS,
    "correctionsPolicy": Purpose.CORRECTIONS,
    "masthead": Purpose.STAFF,
    "actionableFeedbackPolicy": Purpose.CONTACT,
    "ownershipFundingInfo": Purpose.ABOUT,
}


def publisher(paper):
    """The paper, as a story names who publishes it."""
    return filled(
        {
            "@type": "NewsMediaOrganization",
            "@id": absolute(reverse("front")) + "#organization",
            "name": paper.name,
            "url": absolute(reverse("front")),
            "logo": logo(paper.logo.light) if paper.logo else None,
        }
    )


def organization(paper):
    """The paper with all that its masthead says."""
    known = paper.publisher
    policies = {name: paper.policies.get(purpose) for name, purpose in POLICIES.items()}
    told = publisher(paper) | {
        "description": paper.description,
        "slogan": paper.tagline,
        "legalName": known.get("legal_name"),
        "address": " ".join(known.get("address", "").split("\n")),
        "email": known.get("email"),
        "telephone": known.get("phone"),
        "foundingDate": str(known.get("founded") or ""),
        "sameAs": [link["url"] for link in paper.connect_links],
    }
    return filled(told | {name: absolute(path) for name, path in policies.items() if path})
