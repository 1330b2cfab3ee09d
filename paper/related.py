from dataclasses import dataclass

from articles.models import Article
from paper.series_place import SHORT
from paper.shown_pictures import picture_of

SHOWN, ROW = 6, 3


@dataclass(frozen=True)
class Related:
    """Further reading at the end of a story. `row` is what stands in the first row, with pictures if all have one."""

    stories: list
    has_pictures: bool

    @staticmethod
    def selections(story):
        """What is related to `story`, and a few more, of which its series may show some already."""
        return {"related": (Article.objects.live().related_to(story).other_than(story), SHOWN + SHORT)}

    @classmethod
    def among(cls, story, found, place):
        """Of what was found for `selections`, nothing that the `place` of the story in a series shows already."""
        told = place.shown if place else []
        stories = sorted((near for near in found["related"] if near not in told), key=_closeness, reverse=True)[:SHOWN]
        shown = [picture_of(near) for near in (story, *stories[:ROW])]
        own, *pictures = (each and each.picture.pk for each in shown)
        pictures = set(pictures) - {None, own}
        return cls(stories, len(pictures) == ROW)

    @property
    def row(self):
        return self.stories[:ROW]

    @property
    def further(self):
        return self.stories[ROW:]


def _closeness(story):
    return story.shared, story.published_at, story.pk
