from paper.views.article import article
from paper.views.author import author, authors
from paper.views.front import front
from paper.views.machines import robots, sitemap, sitemap_of_month, sitemap_of_pages
from paper.views.preview import preview
from paper.views.search import search
from paper.views.section import section
from paper.views.standing_page import standing_page
from paper.views.topic import topic, topics

__all__ = [
    "article",
    "author",
    "authors",
    "front",
    "preview",
    "robots",
    "search",
    "section",
    "sitemap",
    "sitemap_of_month",
    "sitemap_of_pages",
    "standing_page",
    "topic",
    "topics",
]
