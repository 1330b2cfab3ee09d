"""Which addresses there are, as sitemaps.org has it: an index of maps, none with more than 50,000 addresses."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Window
from django.db.models.functions import RowNumber
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Series, Topic
from articles.models.words import Kind
from authors.models import Author
from masthead.models import StandingPage
from paper.known_topics import known_topics
from sections.models import Section

MOST = 50_000  # https://www.sitemaps.org/protocol.html
NEWS_MOST, NEWS_DAYS = 1_000, 2  # https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
LISTS = ("front", "topics", "authors", "all_series", "archive", "corrections")


@dataclass(frozen=True)
class Place:
    """An address below the site's root, and when what stands there last changed, if that is known."""

    path: str
    changed: object = None


def all_maps():
    """Every map, the pages first, then the newest month. A month with more stories than a map holds has several."""
    maps = [Place(reverse("sitemap_of_pages"))]
    maps += _parts(reverse("sitemap_of_authors"), Author.objects.all())
    maps += _parts(reverse("sitemap_of_topics"), Topic.objects.all())
    for row in Article.objects.live().count_and_newest_change_by_month():
        month = row["month"]
        path = reverse("sitemap_of_month", args=[month.year, month.month])
        stories = Article.objects.live().in_month(month)
        maps += _parts(path, stories, row["changed"]) if row["stories"] > MOST else [Place(path, row["changed"])]
    return maps


def places_of_pages():
    """All that is neither story nor person nor topic. There are few of these."""
    begun = Series.objects.filter(Exists(Article.objects.live().in_series(OuterRef("pk"))))
    pages = StandingPage.objects.filter(is_published=True).exclude(purpose="staff")
    things = [*Section.objects.all(), *begun, *pages]
    return [Place(reverse(name)) for name in LISTS] + [Place(thing.get_absolute_url()) for thing in things]


def places_of_authors(after):
    return _things(Author.objects.all(), after)


def places_of_topics(after):
    return _things(known_topics(), after)


def places_of_month(month, after):
    stories = Article.objects.live().in_month(month).beyond(after).with_headline()[:MOST]
    return [Place(story.get_absolute_url(), story.updated_at or story.published_at) for story in stories]


def news():
    """The stories of the last two days, without what was paid for, which is no news."""
    since = timezone.now() - timedelta(days=NEWS_DAYS)
    stories = Article.objects.live().published_since(since).newest_first().with_headline()[:NEWS_MOST]
    return [story for story in stories if story.kind != Kind.SPONSORED]


def _things(queryset, after):
    return [Place(thing.get_absolute_url()) for thing in queryset.filter(pk__gt=after).order_by("pk")[:MOST]]


def _parts(path, rows, changed=None):
    """One map, and a further one after every 50,000th row; each begins after a key, at which no row can be skipped."""
    numbered = rows.order_by("pk").annotate(place=Window(RowNumber(), order_by=F("pk").asc()))
    ends = numbered.annotate(rest=F("place") % MOST).filter(rest=0).values_list("pk", flat=True)
    return [Place(path, changed), *(Place(f"{path}?after={pk}", changed) for pk in ends)]
