"""Making renditions: upright, in sRGB, and without metadata, which may say where someone lives."""

from contextlib import contextmanager
from io import BytesIO

from django.core.files.base import ContentFile
from django.db import connection, transaction
from PIL import Image

from pictures.colour import in_srgb, on_white
from pictures.decoding import opened, upright
from pictures.rendition import TALLEST, renditions_of
from pictures.storage import renditions as storage

ENCODINGS = {
    "webp": {"format": "WEBP", "quality": 80, "method": 4},
    "jpg": {"format": "JPEG", "quality": 82, "optimize": True, "progressive": True},
}


def make_renditions(picture):
    """Make each rendition that is not there yet. The original is decoded once."""
    _make(picture, renditions_of(picture))


def make_rendition(picture, rendition):
    """Make one, unless it is there by now. Who asks meanwhile waits, rather than do the work twice."""
    _make(picture, [rendition])


def _make(picture, wanted):
    with _alone_with(picture):
        missing = [rendition for rendition in wanted if not storage().exists(rendition.place)]
        if not missing:
            return
        image = _image(picture, widest=max(_decoded_width(picture, rendition) for rendition in missing))
        for rendition in missing:
            encoded = _encoded(_drawn(image, picture, rendition), rendition.format)
            storage().save(rendition.place, ContentFile(encoded))


@contextmanager
def _alone_with(picture):
    """One worker or server at a time, on whichever machine, draws a picture; a crash frees it."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [picture.digest])
        yield


def _image(picture, widest):
    with picture.original.open("rb") as file, opened(file) as image:
        if image.format in {"JPEG", "MPO"}:
            # Lets the decoder shrink a large photograph while it reads it.
            scale = min(1, 2 * widest / picture.width)
            image.draft(None, tuple(round(side * scale) for side in image.size))
        image.load()
        return in_srgb(upright(image))


def _decoded_width(picture, rendition):
    """How wide the whole picture has to be for the rendition to be sharp."""
    if rendition.at:
        return round(rendition.width * picture.width / min(picture.width, picture.height))
    return rendition.width


def _drawn(image, picture, rendition):
    if rendition.at:
        box = _square(image.size, rendition.at)
        side = min(rendition.width, picture.width, picture.height)
        size = (side, side)
    else:
        box, size = None, _fitted(picture, rendition.width)
    return image.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)


def _fitted(picture, width):
    width = min(width, picture.width)
    height = picture.height * width / picture.width
    if height > TALLEST:
        width, height = width * TALLEST / height, TALLEST
    return max(1, round(width)), max(1, round(height))


def _square(size, at):
    """The largest square that has the focal point as near its middle as the edges allow."""
    side = min(size)
    left, top = (
        min(max(length * per_cent / 100 - side / 2, 0), length - side)
        for length, per_cent in zip(size, at, strict=True)
    )
    return left, top, left + side, top + side


def _encoded(image, image_format):
    if image_format == "jpg":
        image = on_white(image)
    image.info.clear()  # Pillow would carry the comment and the colour profile over
    file = BytesIO()
    image.save(file, **ENCODINGS[image_format])
    return file.getvalue()
