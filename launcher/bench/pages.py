"""What is asked for: every kind of public page, and the ends of long lists. Needs Django, and an archive in it."""

from itertools import pairwise
from urllib.parse import urlencode

from articles.models import Article, Topic
from articles.search.asking import ask
from authors.models import Author
from demo.archive.words import Words
from paper.stretch import mark_of
from prose.rendering import plain_text
from sections.models import Section

RICHEST = "warm-water-plankton-outnumber-cold"  # of the demo edition's stories
# The archive gives the first of these the most stories (demo.archive.making).
SECTION, AUTHOR, TOPIC = "archive-world", "archive-author-1", "archive-topic-1"
LAST = 25  # stories from the end of a list is what “deep” means


def pages():
    """Name → address."""
    live = Article.objects.live()
    section, author = Section.objects.get(slug=SECTION), Author.objects.get(slug=AUTHOR)
    topic = Topic.objects.get(slug=TOPIC)
    middle = live.oldest_first().filter(slug__startswith="archive-")[live.count() // 2 - LAST * 4]
    return {
        "front": "/",
        "article": live.get(slug=RICHEST).get_absolute_url(),
        "article of the archive": middle.get_absolute_url(),
        **_first_and_deep("section", section.get_absolute_url(), live.in_section(section)),
        **_first_and_deep("author", author.get_absolute_url(), live.by_author(author)),
        **_first_and_deep("topic", topic.get_absolute_url(), live.about(topic)),
        "topics": "/topics/",
        "archive": "/archive/",
        "month": middle.published_at.strftime("/%Y/%m/"),
        **_searches(live, middle),
        "suggestions": "/search/suggestions/?q=ha",
        "suggestions, two words": "/search/suggestions/?q=harbour+wa",
        "feed": "/feed/",
        "feed of a section": f"{section.get_absolute_url()}feed/",
        "sitemap": "/sitemap.xml",
        "sitemap of a month": middle.published_at.strftime("/sitemap/%Y-%m.xml"),
        "sitemap of topics": "/sitemap/topics.xml",
    }


def _first_and_deep(name, address, stories):
    return {name: address, f"{name}, deep": f"{address}?before={_deep(stories)}"}


def _searches(live, story):
    words = Words().all
    common = next(word for word in words if not ask(word).is_empty)
    told = plain_text(story.body).lower().replace(".", "").split()
    rare = max(told, key=words.index)
    phrase = next(f"{one} {other}" for one, other in pairwise(told) if not (ask(one).is_empty or ask(other).is_empty))
    asked = {
        "common": {"q": common},
        "common, deep": {"q": common, "before": _deep(live.matching(ask(common).query))},
        "rare": {"q": rare},
        "no such word": {"q": "qqqqxx"},
        "phrase": {"q": f'"{phrase}"'},
        "minus": {"q": f"{common} -{rare}"},
        "misspelt": {"q": "harbuor"},
        "filters": {"q": common, "section": SECTION, "author": AUTHOR, "kind": "opinion", "from": "2017-01-01"},
        "common, best": {"q": common, "order": "best"},
        "phrase, best": {"q": f'"{phrase}"', "order": "best"},
    }
    return {f"search {name}": f"/search/?{urlencode(parameters)}" for name, parameters in asked.items()}


def _deep(stories):
    """The mark of the story that stands `LAST` before the last of the list."""
    last = stories.oldest_first()[LAST : LAST + 1] or stories.oldest_first()[:1]
    return mark_of(last[0].published_at, last[0].pk)
