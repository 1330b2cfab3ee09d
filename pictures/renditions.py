"""Making renditions that are missing, each but once."""

from contextlib import contextmanager

from django.core.files.base import ContentFile
from django.db import connection, transaction

from pictures.apart.asking import ask
from pictures.apart.limits import DRAWING_ALL, DRAWING_ONE
from pictures.rendition import CROPS, FOR_PHONES, TALLEST, folder_of, renditions_on_pages, size_of
from pictures.storage import renditions as storage


def make_renditions(picture):
    """Make each rendition that pages show and that is not there yet. The original is decoded once.

    Raises `UnreadableError` where that takes more than is allowed; what was made until then stays.
    """
    _make(picture, renditions_on_pages(picture), DRAWING_ALL)


def make_rendition(picture, rendition):
    """Make one, unless it is there by now. Who asks meanwhile waits, rather than do the work twice."""
    _make(picture, [rendition], DRAWING_ONE)


def _make(picture, wanted, limits):
    with _alone_with(picture.key):
        if not type(picture).objects.filter(key=picture.key).exists():
            return  # its file was replaced while we waited, and nothing of this one is to be served any more
        missing = [rendition for rendition in wanted if not storage().exists(rendition.place)]
        if not missing:
            return
        orders = [_order(picture, rendition) for rendition in missing]
        with picture.original.open("rb") as file:
            drawn = ask("draw", file, limits, size=[picture.width, picture.height], orders=orders)
            for rendition, (_, data) in zip(missing, drawn, strict=True):
                storage().save(rendition.place, ContentFile(data))


def forget_renditions(key):
    """Take away what was made of a file that no picture has any more."""
    folder = folder_of(key)
    with _alone_with(key):
        try:
            _, names = storage().listdir(folder)
        except FileNotFoundError:
            return
        for name in names:
            storage().delete(f"{folder}/{name}")
        storage().delete(folder)


@contextmanager
def _alone_with(key):
    """One worker or server at a time, on whichever machine, draws a picture; a crash frees it."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])
        yield


def _order(picture, rendition):
    """As `pictures.drawing` understands it."""
    if rendition.crop:
        size, shape = size_of(picture, rendition.crop), CROPS[rendition.crop][:2]
    else:
        size, shape = _fitted(picture, rendition.width), None
    lighter = shape is None and rendition.width == FOR_PHONES
    return {"size": size, "format": rendition.format, "shape": shape, "at": rendition.at, "is_for_phones": lighter}


def _fitted(picture, width):
    width = min(width, picture.width)
    height = picture.height * width / picture.width
    if height > TALLEST:
        width, height = width * TALLEST / height, TALLEST
    return max(1, round(width)), max(1, round(height))
