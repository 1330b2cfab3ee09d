from dataclasses import dataclass

from django.db.models import Value

from articles.models import Article

REACH = 30  # parts looked at before the story, and as many after it
SHORT = 12  # a series of no more parts is listed whole


@dataclass(frozen=True)
class SeriesPlace:
    """Where a story stands in its series, among the live parts `before` and `after` it, in the order of publication."""

    story: object
    before: list
    after: list

    @staticmethod
    def selections(story):
        """What the place of `story` is told from, by name: stories, and how many of them. Nothing without a series."""
        if story.series is None:
            return {}
        here = story.published_at, story.pk
        parts = Article.objects.live().in_series(story.series).other_than(story).annotate(shared=Value(0))
        before, after = parts.older_than(*here).newest_first(), parts.newer_than(*here).oldest_first()
        return {"before": (before, REACH), "after": (after, REACH)}

    @classmethod
    def among(cls, story, found):
        """The place, from what was found for `selections`; None for a story of no series."""
        if story.series is None:
            return None
        return cls(story, *(sorted(found[name], key=_moment) for name in ("before", "after")))

    @property
    def series(self):
        return self.story.series

    @property
    def number(self):
        """Which part this is, from 1; None where there are too many before it to count."""
        return len(self.before) + 1 if len(self.before) < REACH else None

    @property
    def previous(self):
        return self.before[-1] if self.before else None

    @property
    def next(self):
        return self.after[0] if self.after else None

    @property
    def parts(self):
        """All of a short series, the story itself included; of a long one nothing."""
        parts = [*self.before, self.story, *self.after]
        return parts if 1 < len(parts) <= SHORT else []

    @property
    def shown(self):
        """What the page shows of the series besides the story."""
        return [part for part in self.parts or (self.previous, self.next) if part and part != self.story]


def _moment(story):
    return story.published_at, story.pk
