"""The picture that stands beside a page's address where somebody shares it: 1200×630, or as much as there is."""

from dataclasses import dataclass

from paper.absolute import absolute
from paper.shown_pictures import picture_of
from paper.social_card import SocialCard
from paper.social_card.card import HEIGHT, WIDTH

SMALLEST = 600  # Facebook and others show a narrower one as a stamp beside the text


@dataclass(frozen=True)
class SharePicture:
    """`address` is absolute; the size is in pixels."""

    address: str
    width: int
    height: int
    alt: str
    media_type: str


def share_picture_of(story, paper):
    """The story's picture, or a card made from its words where it has none that is large enough."""
    return _of(picture_of(story)) or _card(SocialCard.of_story(story, paper), story.headline)


def share_picture_of_paper(paper):
    return _card(SocialCard.of_paper(paper), paper.name)


def _of(shown):
    if shown is None:
        return None
    width, height = shown.picture.size_of_crop("card")
    if width < SMALLEST:
        return None
    return SharePicture(absolute(shown.picture.crop("card").address), width, height, shown.alt, "image/jpeg")


def _card(card, alt):
    return SharePicture(absolute(card.address), WIDTH, HEIGHT, alt, "image/png")
