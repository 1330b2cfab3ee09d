"""RSS 2.0 of everything that has a list of stories: the newest thirty, with their standfirsts."""

import re

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404
from django.urls import reverse

from articles.models import Article, Topic
from articles.models.words import Kind
from authors.models import Author
from paper.absolute import absolute
from paper.furniture import Furniture
from sections.models import Section

LENGTH = 30
LABELLED = {Kind.SPONSORED, Kind.OPINION}
# XML 1.0 has no way to write these, and one of them in a headline would take the whole feed away.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class StoryFeed(Feed):
    """A feed of live stories. `subject` is what a subclass's `get_object` returned."""

    language = settings.LANGUAGE_CODE

    def stories(self, subject):
        return Article.objects.live()

    def items(self, subject):
        return self.stories(subject).newest_first().with_teaser().with_topics()[:LENGTH]

    def item_title(self, story):
        label = f"{story.get_kind_display()}: " if story.kind in LABELLED else ""
        return _writable(label + story.headline)

    def item_description(self, story):
        return _writable(story.standfirst)

    def item_link(self, story):
        return absolute(story.get_absolute_url())

    def item_guid(self, story):
        return self.item_link(story)

    item_guid_is_permalink = True

    def item_pubdate(self, story):
        return story.published_at

    def item_author_name(self, story):
        return _writable(", ".join(byline.author.name for byline in story.bylines.all() if byline.role == "writer"))

    def item_categories(self, story):
        names = [story.section.name, *(topic["name"] for topic in story.topic_names)]
        return [_writable(name) for name in names]


class PaperFeed(StoryFeed):
    """All of the paper."""

    def get_object(self, request):
        return Furniture.read()

    def title(self, paper):
        return _writable(paper.name)

    def description(self, paper):
        return _writable(paper.description or paper.tagline)

    def link(self, paper):
        return absolute(reverse("front"))

    def feed_url(self, paper):
        return absolute(reverse("feed"))


class SectionFeed(StoryFeed):
    def get_object(self, request, slug):
        return Section.objects.get(slug=slug)

    def title(self, section):
        return _titled(section.name)

    def description(self, section):
        return _writable(section.description)

    def link(self, section):
        return absolute(section.get_absolute_url())

    def feed_url(self, section):
        return absolute(reverse("section_feed", args=[section.slug]))

    def stories(self, section):
        return super().stories(section).in_section(section)


class AuthorFeed(StoryFeed):
    def get_object(self, request, slug):
        return Author.objects.get(slug=slug)

    def title(self, author):
        return _titled(author.name)

    def description(self, author):
        return _writable(f"Stories by {author.name}")

    def link(self, author):
        return absolute(author.get_absolute_url())

    def feed_url(self, author):
        return absolute(reverse("author_feed", args=[author.slug]))

    def stories(self, author):
        return super().stories(author).by_author(author)


class TopicFeed(StoryFeed):
    def get_object(self, request, slug):
        topic = Topic.objects.get(slug=slug)
        if not self.stories(topic).exists():
            raise Http404
        return topic

    def title(self, topic):
        return _titled(topic.name)

    def description(self, topic):
        return _writable(topic.description or f"Stories about {topic.name}")

    def link(self, topic):
        return absolute(topic.get_absolute_url())

    def feed_url(self, topic):
        return absolute(reverse("topic_feed", args=[topic.slug]))

    def stories(self, topic):
        return super().stories(topic).about(topic)


def _titled(name):
    return _writable(f"{name} – {Furniture.read().name}")


def _writable(text):
    return NOT_IN_XML.sub("", text)
