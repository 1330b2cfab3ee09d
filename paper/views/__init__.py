from paper.views.archive import archive, month, year
from paper.views.article import article
from paper.views.author import author, authors
from paper.views.card import card
from paper.views.changes import changes
from paper.views.corrections import corrections
from paper.views.front import front
from paper.views.machines import (
    indexnow_key,
    news_sitemap,
    robots,
    sitemap,
    sitemap_of_authors,
    sitemap_of_month,
    sitemap_of_pages,
    sitemap_of_topics,
)
from paper.views.preview import preview
from paper.views.search import search, suggestions
from paper.views.section import section
from paper.views.series import all_series, series
from paper.views.standing_page import standing_page
from paper.views.topic import topic, topics

__all__ = [
    "all_series",
    "archive",
    "article",
    "author",
    "authors",
    "card",
    "changes",
    "corrections",
    "front",
    "indexnow_key",
    "month",
    "news_sitemap",
    "preview",
    "robots",
    "search",
    "section",
    "series",
    "sitemap",
    "sitemap_of_authors",
    "sitemap_of_month",
    "sitemap_of_pages",
    "sitemap_of_topics",
    "standing_page",
    "suggestions",
    "topic",
    "topics",
    "year",
]
