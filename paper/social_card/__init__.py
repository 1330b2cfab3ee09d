"""The picture of 1200×630 that stands where a page without a picture of its own is shared."""

from paper.social_card.card import SocialCard
from paper.social_card.making import bytes_of

__all__ = ["SocialCard", "bytes_of"]
