"""How the newest of a list are reached by an index, whatever the archive holds and however far down one reads."""

from dataclasses import dataclass, field

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Func, OuterRef, Q

from sections.models import Section


def after(published_at, pk, at="published_at", key="pk"):
    """What follows the story with this moment and key, newest first. An index can begin at the first part."""
    return Q(**{f"{at}__lte": published_at}) & (Q(**{f"{at}__lt": published_at}) | Q(**{f"{key}__lt": pk}))


@dataclass(frozen=True)
class Listing:
    """A list of stories: all of them, or those of a section, an author or a topic.

    An author's and a topic's links carry the story's moment of publication, so that their index is in the list's order.
    """

    section: object = None
    link: str = ""  # the relation whose rows carry the moment
    story: str = ""  # what that relation calls the story
    of: dict = field(default_factory=dict)

    @classmethod
    def of_section(cls, section):
        return cls(section=section)

    @classmethod
    def of_author(cls, author):
        return cls(link="bylines", story="article", of={"bylines__author": author})

    @classmethod
    def of_topic(cls, topic):
        return cls(link="topic_links", story="content_object", of={"topic_links__tag": topic})

    def narrowed(self, other):
        """Of two lists that a story must stand in, the one to walk. People and topics have fewer than sections."""
        return self if self.link else other

    def newest_keys(self, stories, count, before):
        """A query for the keys of `count` of `stories`, or a few times as many, in which the newest are."""
        if self.link:
            return self._by_link(stories, count, before)
        if self.section:
            return self._by_section(stories, count, before)
        stories = stories.older_than(*before) if before else stories
        return stories.newest_first().values("pk")[:count]

    def _by_link(self, stories, count, before):
        moment, key = f"{self.link}__published_at", f"{self.link}__{self.story}"
        where = Q(**self.of)
        if before:
            where &= after(*before, at=moment, key=key)
        # An author may have two parts in one story, which is listed once.
        return stories.filter(where).order_by(f"-{moment}", f"-{key}").distinct().values("pk")[:count]

    def _by_section(self, stories, count, before):
        """The newest of each section in the list, and of the stories that are shown in it besides."""
        stories = stories.older_than(*before) if before else stories
        sections = Section.objects.filter(Q(pk=self.section.pk) | Q(parent=self.section)).order_by()
        newest = stories.filter(section=OuterRef("pk")).newest_first().values("pk")[:count]
        filed = sections.values_list(Func(ArraySubquery(newest), function="unnest", set_returning=True))
        shown = stories.filter(Q(further_sections=self.section) | Q(further_sections__parent=self.section))
        return filed.union(shown.newest_first().values_list("pk")[:count], all=True)
