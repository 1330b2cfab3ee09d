"""The bytes as they came, for those who may change the picture."""

from django.utils.text import slugify

from pictures.kinds import ending_of
from pictures.serving import given_away


def original_of(picture, kept):
    """`kept` is the picture itself or one of its former files."""
    file = kept.original.open("rb")
    ending = ending_of(file.read(32))
    file.seek(0)
    return given_away(file, f"{slugify(picture.title) or f'picture-{picture.pk}'}{ending}")
