"""Making renditions: upright, in sRGB, and without metadata, which may say where someone lives."""

from contextlib import contextmanager
from io import BytesIO

from django.core.files.base import ContentFile
from django.db import connection, transaction
from PIL import Image

from pictures.colour import in_srgb, on_white
from pictures.decoding import opened, upright
from pictures.rendition import CROPS, TALLEST, renditions_on_pages, size_of
from pictures.storage import renditions as storage

ENCODINGS = {
    # Half the bytes of a WebP that looks the same. A speed of 6, Pillow's own, takes three times as long for 4 % less.
    "avif": {"format": "AVIF", "quality": 50, "speed": 8},
    "jpg": {"format": "JPEG", "quality": 82, "optimize": True, "progressive": True},
}

# What is drawn and not photographed has hard edges and fine lettering, and takes few bytes anyway.
DRAWN = {"PNG", "GIF"}
SHARPER = {"avif": {"quality": 70, "subsampling": "4:4:4"}}


def make_renditions(picture):
    """Make each rendition that pages show and that is not there yet. The original is decoded once."""
    _make(picture, renditions_on_pages(picture))


def make_rendition(picture, rendition):
    """Make one, unless it is there by now. Who asks meanwhile waits, rather than do the work twice."""
    _make(picture, [rendition])


def _make(picture, wanted):
    with _alone_with(picture):
        missing = [rendition for rendition in wanted if not storage().exists(rendition.place)]
        if not missing:
            return
        image, encodings = _image(picture, widest=max(_decoded_width(picture, rendition) for rendition in missing))
        for rendition in missing:
            encoded = _encoded(_drawn(image, picture, rendition), encodings[rendition.format])
            storage().save(rendition.place, ContentFile(encoded))


@contextmanager
def _alone_with(picture):
    """One worker or server at a time, on whichever machine, draws a picture; a crash frees it."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [picture.key])
        yield


def _image(picture, widest):
    """The picture, at least `widest` pixels wide if it is, and how it is to be encoded."""
    with picture.original.open("rb") as file, opened(file) as image:
        if image.format in {"JPEG", "MPO"}:
            # Lets the decoder shrink a large photograph while it reads it.
            scale = min(1, 2 * widest / picture.width)
            image.draft(None, tuple(round(side * scale) for side in image.size))
        image.load()
        sharper = SHARPER if image.format in DRAWN else {}
        encodings = {name: options | sharper.get(name, {}) for name, options in ENCODINGS.items()}
        return in_srgb(upright(image)), encodings


def _decoded_width(picture, rendition):
    """How wide the whole picture has to be for the rendition to be sharp."""
    if rendition.crop:
        width, height, _ = CROPS[rendition.crop]
        return round(max(width, height * picture.width / picture.height))
    return rendition.width


def _drawn(image, picture, rendition):
    if rendition.crop:
        size = size_of(picture, rendition.crop)
        box = _box(image.size, rendition)
    else:
        box, size = None, _fitted(picture, rendition.width)
    return image.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)


def _fitted(picture, width):
    width = min(width, picture.width)
    height = picture.height * width / picture.width
    if height > TALLEST:
        width, height = width * TALLEST / height, TALLEST
    return max(1, round(width)), max(1, round(height))


def _box(size, rendition):
    """The largest part in the crop's shape that has the focal point as near its middle as the edges allow."""
    width, height, _ = CROPS[rendition.crop]
    scale = min(size[0] / width, size[1] / height)
    sides = width * scale, height * scale
    left, top = (
        min(max(length * per_cent / 100 - side / 2, 0), length - side)
        for length, side, per_cent in zip(size, sides, rendition.at, strict=True)
    )
    return left, top, left + sides[0], top + sides[1]


def _encoded(image, encoding):
    if encoding["format"] == "JPEG":
        image = on_white(image)
    image.info.clear()  # Pillow would carry the comment and the colour profile over
    file = BytesIO()
    image.save(file, **encoding)
    return file.getvalue()
