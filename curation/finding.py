"""The panel beside the page: stories to put somewhere, or pictures for one place."""

from dataclasses import dataclass, field

from articles.models import Article
from articles.state_words import state_name
from fronts.areas import Area
from pictures.models import Picture

SHOWN = 12


@dataclass
class Finder:
    """`target` is the place, as “secondary:2”, that “Put there” means. With `picture_for`, pictures are shown."""

    words: str = ""
    target: str = "lead:1"
    picture_for: str = ""
    stories: list = field(default_factory=list)
    pictures: list = field(default_factory=list)

    @classmethod
    def read(cls, plan, data):
        """From the form; an act “find lead:1” or “pictures lead:1” opens the panel for that place."""
        spots = {f"{area}:{position}" for area, position in plan.spots()}
        name, _, place = data.get("act", "").partition(" ")
        picture_for = place if name == "pictures" else data.get("picture_for", "") if name == "find-picture" else ""
        target = place if name == "find" and place else data.get("target", "")
        words = "" if name == "pictures" else data.get("words", "").replace("\0", "")
        return cls(
            words=" ".join(words.split()),
            target=target if target in spots else "lead:1",
            picture_for=picture_for if picture_for in spots else "",
        )

    def look(self, user, page):
        """Find by words, or offer the newest that have no place of their own."""
        if self.picture_for:
            self.pictures = list(_pictures(self.words))
        elif self.words:
            self.stories = [Found.of(story) for story in _stories(self.words, user)]
        else:
            others = [*page.rest, *(story for block in page.blocks for story in block.stories)]
            others.sort(key=lambda story: (story.published_at, story.pk), reverse=True)
            self.stories = [Found.of(story) for story in others[:SHOWN]]

    @property
    def picture_place(self):
        area, _, position = self.picture_for.partition(":")
        return f"{Area(area).label} {position}"


@dataclass(frozen=True)
class Found:
    """A story as the panel lists it, by its newest words where readers have none."""

    pk: int
    headline: str
    section: object
    state: str
    at: object

    @classmethod
    def of(cls, story):
        headline = story.headline or story.working_copy.headline
        return cls(story.pk, headline, story.section, state_name(story), story.published_at)


def _stories(words, user):
    readable = Article.objects.readable_by(user).with_working_words_matching(words)
    return readable.with_desk_row().order_by("-saved_at", "-pk")[:SHOWN]


def _pictures(words):
    found = Picture.objects.matching(words) if words.strip() else Picture.objects
    return found.newest_first()[:SHOWN]
