"""Which pictures of the library stand in a text, told by the database itself, so that it can never be wrong."""

from django.contrib.postgres.fields import ArrayField
from django.db.models import Func, GeneratedField, IntegerField


class PicturesIn(Func):
    """The ids of the pictures in clean prose, each once, the lowest first: of `<figure data-picture="12">`, and of a
    gallery's `data-gallery="3,17,4"`.
    """

    function = "pictures_in_prose"
    output_field = ArrayField(IntegerField())


class EachPictureIn(Func):
    """The same as rows, for a subquery."""

    function = "pictures_in_prose"
    template = "unnest(%(function)s(%(expressions)s))"
    output_field = IntegerField()
    set_returning = True


def pictures_in(name):
    """A stored column of the pictures that stand in the field `name`."""
    return GeneratedField(expression=PicturesIn(name), output_field=ArrayField(IntegerField()), db_persist=True)
