"""What there are feeds of. Each takes what its address names, and raises `Http404` where that is not there."""

from dataclasses import replace
from functools import partial

from django.db.models import Subquery
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext

from articles.models import Article, Series, Topic
from authors.models import Author
from paper.as_of import present
from paper.corrections import newest_corrections
from paper.feeds.entry import entry_of_note, entry_of_story
from paper.feeds.source import Source
from paper.furniture import Furniture
from paper.shown_pictures import pictures_in
from pictures.models import Picture
from sections.models import Section

LENGTH = 30


def of_paper():
    paper = Furniture.read()
    stories = Article.objects.live()
    description = paper.description or paper.tagline
    return _of(stories, paper=paper.name, title=paper.name, description=description, page="/", name="feed")


def of_section(slug):
    section = get_object_or_404(Section, slug=slug)
    stories = Article.objects.live().in_section(section)
    return _about(section, stories, section.description, "section_feed")


def of_author(slug):
    author = get_object_or_404(Author, slug=slug)
    stories = Article.objects.live().by_author(author)
    return _about(author, stories, gettext("Stories by %(name)s") % {"name": author.name}, "author_feed")


def of_topic(slug):
    topic = get_object_or_404(Topic, slug=slug)
    about = topic.description or gettext("Stories about %(name)s") % {"name": topic.name}
    return _known(_about(topic, Article.objects.live().about(topic), about, "topic_feed"))


def of_series(slug):
    series = get_object_or_404(Series, slug=slug)
    about = series.description or gettext("The parts of %(name)s") % {"name": series.name}
    return _known(_about(series, Article.objects.live().in_series(series), about, "series_feed"))


def of_corrections():
    notes = newest_corrections(LENGTH)
    paper = Furniture.read().name
    return Source(
        paper=paper,
        title=_titled(gettext("Corrections"), paper),
        description=gettext("What the paper had to put right."),
        page=reverse("corrections"),
        name="corrections_feed",
        facts=lambda: [(note.pk, note.article.slug, note.at) for note in notes],
        entries=lambda: [entry_of_note(note) for note in notes],
    )


def _about(thing, stories, description, name):
    paper = Furniture.read().name
    return _of(
        stories,
        paper=paper,
        title=_titled(thing.name, paper),
        description=description,
        page=thing.get_absolute_url(),
        name=name,
        key=(thing.slug,),
    )


def _of(stories, **told):
    newest = stories.newest_first()
    facts = partial(_facts, newest)
    return Source(facts=facts, entries=partial(_entries, newest), **told)


def _facts(newest):
    """What changes whenever the feed's words do: the revision that readers see, when notes or filing changed it, and
    the rights to pictures. Of those in the text any picture's end counts, whether it came by itself or was written down
    too late: to look into thirty bodies would cost more than a feed that is sent once more than it had to be.
    """
    ended = Picture.objects.out_of_rights(present())
    changes = (
        Subquery(ended.ended_last_first().values("valid_until")[:1]),
        Subquery(ended.saved_last_first().values("saved_at")[:1]),
    )
    own = ("pk", "live_revision", "slug", "section", "lead_picture__valid_until")
    rows = newest.values_list(*own, "published_at", "updated_at", *changes)[:LENGTH]
    return [(*row[: len(own)], max(filter(None, row[len(own) :]))) for row in rows]


def _entries(newest):
    stories = list(newest.with_page()[:LENGTH])
    pictures = pictures_in(*(story.body for story in stories))
    return [entry_of_story(story, pictures) for story in stories]


def _known(source):
    """A topic or series that no live story has is not there: its name could tell of a story to come."""
    facts = source.facts()
    if not facts:
        raise Http404
    return replace(source, facts=lambda: facts)


def _titled(name, paper):
    return f"{name} – {paper}"
