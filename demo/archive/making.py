"""Fills a paper with as many stories as one likes, for measuring. Rows go in by COPY, past the verbs."""

import io
from contextlib import contextmanager
from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone

from accounts.machine import machine
from articles.address import month_of
from articles.models import (
    Article,
    ArticleByline,
    ArticleTopic,
    Change,
    PublishedVersion,
    Revision,
    RevisionByline,
    Topic,
)
from articles.models.status import Status
from articles.vocabulary import add
from authors.models import Author
from demo.archive.rows import Row
from demo.archive.words import Words
from sections.models import Section

CHUNK = 2_000
AUTHORS, TOPICS = 60, 400
YEARS = 10
SECTIONS = {
    "Archive World": ["Archive Europe", "Archive Asia"],
    "Archive City": ["Archive Harbour"],
    "Archive Sport": [],
}
WORDS = ["kicker", "headline", "standfirst", "body", "kind", "language", "lead_caption", "lead_credit", "lead_alt"]
WORDS += ["search_title", "search_description", "social_title", "social_description", "canonical_url"]
FILED = ["id", "section_id", "slug", "status", "published_at", "address_month", "working_copy_id", "live_revision_id"]
FILED += ["created_by_id", "created_at", "saved_at"]


@transaction.atomic
def make_archive(count, *, by=None, years=YEARS, progress=lambda made: None):
    """Add `count` live stories of the last ten years, oldest first, with bylines, topics, sections and a revision each.

    The same count makes the same stories. Postgres' statistics are renewed at the end.
    """
    by = by or machine("archive-maker")
    words, now = Words(), timezone.now()
    every = timedelta(days=365.25 * years) / count
    sections, authors, topics = _sections(), _authors(), _topics()
    first = _next_keys(count)
    with _without_search_index():
        for start in range(0, count, CHUNK):
            rows = [
                Row(number, words, newest=now, total=count, every=every)
                for number in range(start + 1, min(start + CHUNK, count) + 1)
            ]
            _copy_chunk(rows, first - 1, by=by, sections=sections, authors=authors, topics=topics)
            progress(len(rows))
    add("english", set(words.all))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


@contextmanager
def _without_search_index():
    """Building it at the end takes a third of the time of keeping it up to date row by row."""
    (index,) = (index for index in Article._meta.indexes if index.name == "article_search")
    with connection.cursor() as cursor, connection.schema_editor() as schema:
        schema.remove_index(Article, index)
        yield
        # Foreign keys are checked at the end of a transaction; no table with checks to come can be indexed.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        cursor.execute("SET LOCAL maintenance_work_mem = '256MB'")
        schema.add_index(Article, index)


def _copy_chunk(rows, before, *, by, sections, authors, topics):
    articles, revisions, versions, bylines, links, revision_bylines = [], [], [], [], [], []
    for row in rows:
        key = before + row.number
        moment, slug = row.published_at, f"archive-{key}"
        told = ["", row.headline, row.standfirst, row.body, row.kind, "en-gb"]
        told += [""] * (len(WORDS) - len(told))
        filed = [
            key,
            row.among(sections),
            slug,
            Status.PUBLISHED,
            moment,
            month_of(moment),
            key,
            key,
            by.pk,
            moment,
            moment,
        ]
        articles.append([*filed, *told])
        revisions.append([key, key, by.pk, moment, "", *told])
        versions.append([key, key, Change.FIRST, moment, by.pk])
        author = row.among(authors)
        bylines.append([key, author, "writer", 0, moment])
        revision_bylines.append([key, author, "writer", 0])
        links += ([key, topic, moment] for topic in {row.among(topics), row.among(topics)})
    _copy(Article, [*FILED, *WORDS], articles)
    _copy(Revision, ["id", "article_id", "by_id", "at", "note", *WORDS], revisions)
    _copy(PublishedVersion, ["article_id", "revision_id", "change", "at", "by_id"], versions)
    _copy(ArticleByline, ["article_id", "author_id", "role", "position", "published_at"], bylines)
    _copy(RevisionByline, ["revision_id", "author_id", "role", "position"], revision_bylines)
    _copy(ArticleTopic, ["content_object_id", "tag_id", "published_at"], links)


def _copy(model, columns, rows):
    """No value here is empty in the sense of NULL, and none holds a tab, a line's end or a backslash."""
    text = io.StringIO("".join("\t".join(map(str, row)) + "\n" for row in rows))
    with connection.cursor() as cursor:
        cursor.copy_expert(f"COPY {model._meta.db_table} ({', '.join(columns)}) FROM STDIN", text)


def _next_keys(count):
    """The first of `count` keys that nobody else will be given, for stories and for revisions alike."""
    with connection.cursor() as cursor:
        for model in (Article, Revision):
            cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [model._meta.db_table])
            (sequence,) = cursor.fetchone()
            cursor.execute("SELECT nextval(%s)", [sequence])
        cursor.execute(
            "SELECT max(last_value) + 1 FROM (SELECT last_value FROM articles_article_id_seq"
            " UNION ALL SELECT last_value FROM articles_revision_id_seq) s"
        )
        (first,) = cursor.fetchone()
        for sequence in ("articles_article_id_seq", "articles_revision_id_seq"):
            cursor.execute("SELECT setval(%s, %s)", [sequence, first + count])
    return first


def _sections():
    keys = []
    for name, beneath in SECTIONS.items():
        parent, _ = Section.objects.get_or_create(slug=_slug(name), defaults={"name": name})
        keys.append(parent.pk)
        for child in beneath:
            section, _ = Section.objects.get_or_create(slug=_slug(child), defaults={"name": child, "parent": parent})
            keys.append(section.pk)
    return keys


def _authors():
    names = (f"Archive Author {number}" for number in range(1, AUTHORS + 1))
    return [Author.objects.get_or_create(slug=_slug(name), defaults={"name": name})[0].pk for name in names]


def _topics():
    names = (f"Archive topic {number}" for number in range(1, TOPICS + 1))
    return [Topic.objects.get_or_create(slug=_slug(name), defaults={"name": name})[0].pk for name in names]


def _slug(name):
    return name.lower().replace(" ", "-")
