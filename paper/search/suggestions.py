"""What a reader may be about to type: sections, authors, topics and headlines with words that begin so."""

from django.db.models import Value
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, Topic
from articles.search.beginning import Beginning, name_begins
from articles.search.finding import find_newest
from authors.models import Author
from paper.known_topics import known_topics
from sections.models import Section

LONGEST, SHORTEST = 80, 2
OF_A_KIND, HEADLINES = 3, 5
KINDS = {
    "section": (gettext_lazy("Section"), Section),
    "author": (gettext_lazy("Author"), Author),
    "topic": (gettext_lazy("Topic"), Topic),
}


def suggest(typed):
    """Mappings with `text`, `kind` in words and `url`, sections, authors and topics before headlines. Three queries."""
    typed = typed.replace("\x00", "")[:LONGEST].strip()
    if len(typed) < SHORTEST:
        return []
    return [*_names(typed), *_headlines(typed)]


def _names(typed):
    sections, authors, topics = (
        rows.filter(name_begins(typed)).order_by("name").values_list("name", "slug", Value(kind))[:OF_A_KIND]
        for kind, rows in {
            "section": Section.objects.all(),
            "author": Author.objects.all(),
            "topic": known_topics(),
        }.items()
    )
    found = sections.union(authors, topics, all=True).order_by()
    for name, slug, kind in sorted(found, key=lambda row: list(KINDS).index(row[2])):
        label, model = KINDS[kind]
        yield {"text": name, "kind": str(label), "url": model(slug=slug).get_absolute_url()}


def _headlines(typed):
    found = find_newest(Article.objects.live(), Beginning(typed), count=HEADLINES, headline=True)
    stories = Article.objects.live().with_address().in_bulk([place.pk for place in found.places])
    for place in found.places:
        if story := stories.get(place.pk):
            yield {"text": story.headline, "kind": _("Story"), "url": story.get_absolute_url()}
