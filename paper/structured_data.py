"""What search engines are told about a story, as schema.org has it."""

from articles.models.words import Kind
from paper.absolute import absolute

TYPES = {
    Kind.OPINION: "OpinionNewsArticle",
    Kind.ANALYSIS: "AnalysisNewsArticle",
    Kind.REVIEW: "ReviewNewsArticle",
    Kind.SPONSORED: "AdvertiserContentArticle",
}


def news_article(story, paper_name, words):
    """The story as a schema.org NewsArticle; `words` is how many its body has."""
    address = absolute(story.get_absolute_url())
    told = {
        "@context": "https://schema.org",
        "@type": TYPES.get(story.kind, "NewsArticle"),
        "headline": story.headline,
        "description": story.search_description or story.standfirst,
        "mainEntityOfPage": story.canonical_url or address,
        "url": address,
        "datePublished": story.published_at.isoformat(),
        "dateModified": (story.updated_at or story.published_at).isoformat(),
        "inLanguage": story.language,
        "isAccessibleForFree": True,
        "wordCount": words,
        "articleSection": story.section.name,
        "keywords": [topic["name"] for topic in story.topic_names],
        "author": [_person(byline.author) for byline in story.bylines.all() if byline.role == "writer"],
        "publisher": {"@type": "NewsMediaOrganization", "name": paper_name, "url": absolute("/")},
    }
    if story.lead_picture:
        told["image"] = {
            "@type": "ImageObject",
            "url": absolute(story.lead_picture.src(1280)),
            "creditText": story.credit,
        }
    return told


def _person(author):
    return {
        "@type": "Person",
        "name": author.name,
        "jobTitle": author.job_title,
        "url": absolute(author.get_absolute_url()),
    }
