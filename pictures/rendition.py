"""What a rendition is called and how large it is. Nothing here touches a file or the database."""

import re
from dataclasses import dataclass

from django.urls import reverse

# 800 is what phones are sent: 360 to 412 wide, with two pixels to each. Where they have three, templates ask for two:
# (min-resolution: 2.5x) 66vw.
FOR_PHONES = 800
WIDTHS = (320, 480, FOR_PHONES, 960, 1280, 1920)
# Cut around the focal point, by name: width, height, formats. The small square is for pages. The others are for search
# engines and readers' apps, which want a picture in several shapes of at least 1,200 pixels, and for cards where a page
# is shared.
CROPS = {
    "square": (320, 320, ("avif", "jpg")),
    "1x1": (1200, 1200, ("jpg",)),
    "4x3": (1200, 900, ("jpg",)),
    "3x2": (1200, 800, ("jpg",)),
    "16x9": (1200, 675, ("jpg",)),
    "card": (1200, 630, ("jpg",)),
}
ON_PAGES = "square"
MEDIA_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
ON_PAGES_AT_EVERY_WIDTH = ("avif", "webp")
JPEG_ON_PAGES = 960  # for the few who read neither; the other widths are made when somebody asks for them
TALLEST = 16_383  # no screen asks for more, and a strip as tall as that is slow enough to decode

_WHOLE = r"(?P<whole>[0-9]{3,4})"
_CROP = rf"(?P<crop>{'|'.join(CROPS)})-(?P<width>[0-9]{{3,4}})-at-(?P<x>[0-9]{{1,3}})-(?P<y>[0-9]{{1,3}})"
_SHAPE = re.compile(f"{_WHOLE}|{_CROP}")


@dataclass(frozen=True)
class Rendition:
    """A picture at one size and format: the whole of it, or one of `CROPS` around its focal point.

    The picture is named by its key, which says nothing of what is in the file. The focal point (`at`, in per cent from
    the left and from the top) is part of the name, because what is served under a name is kept for a year.
    """

    key: str
    width: int
    format: str
    crop: str = ""
    at: tuple[int, int] | None = None

    @property
    def name(self):
        shape = f"{self.crop}-{self.width}-at-{self.at[0]}-{self.at[1]}" if self.crop else str(self.width)
        return f"{shape}.{self.format}"

    @property
    def place(self):
        """Where the file lies in its storage."""
        return f"{folder_of(self.key)}/{self.name}"

    @property
    def media_type(self):
        return MEDIA_TYPES[self.format]

    @property
    def address(self):
        return reverse("pictures:rendition", args=[self.key, self.name])


def folder_of(key):
    """Where all renditions of a picture lie in their storage."""
    return f"{key[:2]}/{key}"


def rendition_named(key, name):
    """What a name means ("800.avif", "card-1200-at-50-40.jpg"), or None: any other name is no rendition."""
    shape, _, image_format = name.partition(".")
    found = _SHAPE.fullmatch(shape)
    if not found or image_format not in MEDIA_TYPES:
        return None
    if crop := found["crop"]:
        at = int(found["x"]), int(found["y"])
        rendition = Rendition(key, int(found["width"]), image_format, crop, at)
        width, _, formats = CROPS[crop]
        known = rendition.width == width and image_format in formats
    else:
        rendition = Rendition(key, int(found["whole"]), image_format)
        known = rendition.width in WIDTHS
    return rendition if known and rendition.name == name else None


def widths_of(picture):
    """The widths that a picture is served in: none above its own, but always the smallest."""
    return [width for width in WIDTHS if width <= picture.width] or [WIDTHS[0]]


def size_of(picture, crop):
    """Width and height in pixels of a crop, which is no larger than the picture has it."""
    width, height, _ = CROPS[crop]
    scale = min(1, picture.width / width, picture.height / height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def width_for(picture, width):
    """The smallest of its widths that is not below `width`, or else the largest."""
    widths = widths_of(picture)
    return next((served for served in widths if served >= width), widths[-1])


def renditions_of(picture):
    """All that a picture is served in."""
    return _crops(picture, CROPS) + _whole(picture, MEDIA_TYPES, widths_of(picture))


def renditions_on_pages(picture):
    """What readers ask for; the rest is for machines, of few pictures and seldom."""
    return (
        _crops(picture, [ON_PAGES])
        + _whole(picture, ["jpg"], [width_for(picture, JPEG_ON_PAGES)])
        + _whole(picture, ON_PAGES_AT_EVERY_WIDTH, widths_of(picture))
    )


def _whole(picture, formats, widths):
    return [Rendition(picture.key, width, image_format) for width in widths for image_format in formats]


def _crops(picture, names):
    return [
        Rendition(picture.key, CROPS[name][0], image_format, name, picture.focus)
        for name in names
        for image_format in CROPS[name][2]
    ]
