from django.utils import timezone

from articles.models.byline import Role
from articles.models.words import Kind
from paper.absolute import absolute
from paper.corrections import is_correction
from paper.shown_pictures import picture_of
from paper.structured_data.image import image_in_text, images
from paper.structured_data.organization import publisher
from paper.structured_data.person import person
from paper.structured_data.writing import filled
from pictures.shown import Shown
from prose.rendering import uses_of_pictures

# https://schema.org/NewsArticle has a type for some kinds; the rest are plain news articles.
TYPES = {
    Kind.OPINION: "OpinionNewsArticle",
    Kind.ANALYSIS: "AnalysisNewsArticle",
    Kind.REVIEW: "ReviewNewsArticle",
    Kind.EXPLAINER: "BackgroundNewsArticle",
    Kind.SPONSORED: "AdvertiserContentArticle",
}


def news_article(story, paper, words, pictures=()):
    """The story as a schema.org NewsArticle; `words` is how many its body has, `pictures` are those in it, by id."""
    address = absolute(story.get_absolute_url())
    told = {
        "@type": TYPES.get(story.kind, "NewsArticle"),
        "@id": f"{address}#story",
        "headline": story.headline,
        "description": story.search_description or story.standfirst,
        "mainEntityOfPage": {"@type": "WebPage", "@id": story.canonical_url or address},
        "url": address,
        "datePublished": zoned(story.published_at),
        "dateModified": zoned(story.updated_at or story.published_at),
        "inLanguage": story.language,
        "isAccessibleForFree": True,
        "wordCount": words,
        "articleSection": story.section.name,
        "keywords": [topic["name"] for topic in story.topic_names],
        "author": _people(story, Role.WRITER) or [publisher(paper)],
        "contributor": _people(story, Role.CONTRIBUTOR),
        "publisher": publisher(paper),
        "correction": [_correction(note) for note in story.update_notes.all() if is_correction(note)],
    }
    lead = picture_of(story)
    told["image"] = images(lead) if lead else []
    told["image"] += [
        image_in_text(Shown.of(pictures[use.picture], caption=use.caption, credit=use.credit, alt=use.alt))
        for use in uses_of_pictures(story.body)
        if pictures.get(use.picture) and not (lead and use.picture == lead.picture.pk)
    ]
    if story.series_id:
        series = story.series
        told["isPartOf"] = {
            "@type": "CreativeWorkSeries",
            "name": series.name,
            "url": absolute(series.get_absolute_url()),
        }
    return filled(told)


def zoned(moment):
    """ISO 8601 with the offset of the paper's own time zone, to the second."""
    return timezone.localtime(moment).isoformat(timespec="seconds")


def _people(story, role):
    return [person(byline.author) for byline in story.bylines.all() if byline.role == role]


def _correction(note):
    return {"@type": "CorrectionComment", "text": note.text, "datePublished": zoned(note.at)}
