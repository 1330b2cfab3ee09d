from dataclasses import astuple, dataclass
from hashlib import sha256
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse

from articles.models.words import Kind
from paper.language import direction

WIDTH, HEIGHT = 1200, 630
DESIGN = 1  # a number up when the drawing changes, so that every card gets a new name


@dataclass(frozen=True)
class SocialCard:
    """The words on a card. What is drawn depends on nothing else, so its name is made from them."""

    paper: str
    headline: str = ""
    label: str = ""
    foot: str = ""
    colour: str = "slate"
    is_paid: bool = False
    direction: str = "ltr"
    story_id: int = 0
    site: str = ""

    @classmethod
    def of_story(cls, story, paper):
        kind = "" if story.kind == Kind.NEWS else str(story.get_kind_display())
        kicker = "" if story.kicker.casefold() == kind.casefold() else story.kicker
        return cls(
            paper=paper.name,
            headline=story.social_title or story.headline,
            label=" · ".join(filter(None, [kind, kicker])),
            foot=story.section.name,
            colour=story.section.colour,
            is_paid=story.kind == Kind.SPONSORED,
            direction=direction(story.language),
            story_id=story.pk,
            site=_site(),
        )

    @classmethod
    def of_paper(cls, paper):
        return cls(paper=paper.name, headline=paper.tagline or paper.name, site=_site())

    @property
    def digest(self):
        return sha256(repr((DESIGN, astuple(self))).encode()).hexdigest()[:16]

    @property
    def place(self):
        """Where the file lies in the storage of renditions."""
        return f"cards/{self.digest[:2]}/{self.digest}.png"

    @property
    def address(self):
        return reverse("card", args=[self.story_id, self.digest])


def _site():
    return urlsplit(settings.SITE_URL).netloc
