from dataclasses import dataclass

from articles.models import Article

SHOWN, ROW = 6, 3


@dataclass(frozen=True)
class Related:
    """Further reading at the end of a story. `row` is what stands in the first row, with pictures if all have one."""

    stories: list
    has_pictures: bool

    @classmethod
    def to(cls, story, place=None):
        """Never the story itself, nor what its `place` in a series shows already. One query."""
        stories = Article.objects.live().related_to(story).other_than(story, *(place.shown if place else ()))
        stories = list(stories.with_card()[:SHOWN])
        pictures = {near.lead_picture_id for near in stories[:ROW]} - {None, story.lead_picture_id}
        return cls(stories, len(pictures) == ROW)

    @property
    def row(self):
        return self.stories[:ROW]

    @property
    def further(self):
        return self.stories[ROW:]
