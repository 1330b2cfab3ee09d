"""What a rendition is called and how large it is. Nothing here touches a file or the database."""

import re
from dataclasses import dataclass

from django.urls import reverse

WIDTHS = (320, 640, 960, 1280, 1920)
SQUARE = 320
MEDIA_TYPES = {"webp": "image/webp", "jpg": "image/jpeg"}
TALLEST = 16_383  # WebP goes no further

_WHOLE = r"(?P<width>[0-9]{3,4})"
_SQUARE = r"square-(?P<side>[0-9]{3})-at-(?P<x>[0-9]{1,3})-(?P<y>[0-9]{1,3})"
_SHAPE = re.compile(f"{_WHOLE}|{_SQUARE}")


@dataclass(frozen=True)
class Rendition:
    """A picture at one size and format: the whole of it, or a square around its focal point.

    The focal point (`at`, in per cent from the left and from the top) is part of the name, because what is
    served under a name is kept for a year.
    """

    digest: str
    width: int
    format: str
    at: tuple[int, int] | None = None

    @property
    def name(self):
        shape = f"square-{self.width}-at-{self.at[0]}-{self.at[1]}" if self.at else str(self.width)
        return f"{shape}.{self.format}"

    @property
    def place(self):
        """Where the file lies in its storage."""
        return f"{self.digest[:2]}/{self.digest}/{self.name}"

    @property
    def media_type(self):
        return MEDIA_TYPES[self.format]

    @property
    def address(self):
        return reverse("pictures:rendition", args=[self.digest, self.name])


def rendition_named(digest, name):
    """What a name means ("640.webp", "square-320-at-50-40.jpg"), or None: any other name is no rendition."""
    shape, _, image_format = name.partition(".")
    found = _SHAPE.fullmatch(shape)
    if not found or image_format not in MEDIA_TYPES:
        return None
    if found["side"]:
        rendition = Rendition(digest, int(found["side"]), image_format, at=(int(found["x"]), int(found["y"])))
        known = rendition.width == SQUARE
    else:
        rendition = Rendition(digest, int(found["width"]), image_format)
        known = rendition.width in WIDTHS
    return rendition if known and rendition.name == name else None


def widths_of(picture):
    """The widths that a picture is served in: none above its own, but always the smallest."""
    return [width for width in WIDTHS if width <= picture.width] or [WIDTHS[0]]


def renditions_of(picture):
    """All that a picture is served in, the smallest first."""
    digest, at = picture.digest, picture.focus
    squares = [Rendition(digest, SQUARE, image_format, at) for image_format in MEDIA_TYPES]
    return squares + [
        Rendition(digest, width, image_format) for width in widths_of(picture) for image_format in MEDIA_TYPES
    ]
