from dataclasses import dataclass

from pictures.models import Picture


@dataclass(frozen=True)
class Shown:
    """A picture where it stands, with the texts that it has there."""

    picture: Picture
    caption: str
    credit: str
    alt: str

    @classmethod
    def of(cls, picture, *, caption="", credit="", alt=""):
        """Texts of its own go before the library's, each by itself: no use is without the credit that there is."""
        own = "" if picture.is_decorative else picture.alt
        return cls(picture, caption or picture.caption, credit or picture.credit, alt or own)

    @property
    def label(self):
        """What readers must be told of how it was made."""
        return self.picture.label

    @property
    def description(self):
        """All that can be seen in it, for readers to whom the alternative text is not enough."""
        return self.picture.extended_description
