from django.urls import path, register_converter

from paper import converters, views
from paper.feeds import paths, sources

register_converter(converters.Word, "word")
register_converter(converters.Words, "words")
register_converter(converters.Year, "year")
register_converter(converters.Month, "month")
register_converter(converters.Digest, "digest")
register_converter(converters.Key, "key")

front = [
    path("", views.front, name="front"),
    *paths("feed/", sources.of_paper, "feed"),
    path("search/", views.search, name="search"),
    path("search/suggestions/", views.suggestions, name="suggestions"),
]

machines = [
    path("robots.txt", views.robots, name="robots"),
    path("cards/<int:story_id>-<digest:digest>.png", views.card, name="card"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("sitemap/pages.xml", views.sitemap_of_pages, name="sitemap_of_pages"),
    path("sitemap/authors.xml", views.sitemap_of_authors, name="sitemap_of_authors"),
    path("sitemap/topics.xml", views.sitemap_of_topics, name="sitemap_of_topics"),
    path("sitemap/<year:year>-<month:month>.xml", views.sitemap_of_month, name="sitemap_of_month"),
    path("news-sitemap.xml", views.news_sitemap, name="news_sitemap"),
    path("<key:key>.txt", views.indexnow_key, name="indexnow_key"),
]

authors = [
    path("authors/", views.authors, name="authors"),
    path("authors/<word:slug>/", views.author, name="author"),
    *paths("authors/<word:slug>/feed/", sources.of_author, "author_feed"),
]

topics = [
    path("topics/", views.topics, name="topics"),
    path("topics/<word:slug>/", views.topic, name="topic"),
    *paths("topics/<word:slug>/feed/", sources.of_topic, "topic_feed"),
]

series = [
    path("series/", views.all_series, name="all_series"),
    path("series/<word:slug>/", views.series, name="series"),
    *paths("series/<word:slug>/feed/", sources.of_series, "series_feed"),
]

corrections = [
    path("corrections/", views.corrections, name="corrections"),
    *paths("corrections/feed/", sources.of_corrections, "corrections_feed"),
]

stories = [
    path("archive/", views.archive, name="archive"),
    path("<year:year>/", views.year, name="year"),
    path("<year:year>/<month:month>/", views.month, name="month"),
    path("<year:year>/<month:month>/<word:slug>/", views.article, name="article"),
    path("<year:year>/<month:month>/<word:slug>/changes/", views.changes, name="changes"),
]

# A section's slug and a standing page's path can look alike; `views.section` looks for the one, then the other.
sections_and_pages = [
    *paths("<word:slug>/feed/", sources.of_section, "section_feed"),
    path("<word:slug>/", views.section, name="section"),
    path("<words:path>/", views.standing_page, name="standing_page"),
]

urlpatterns = [*front, *machines, *authors, *topics, *series, *corrections, *stories, *sections_and_pages]
