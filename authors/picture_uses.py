"""Of whom a picture is the portrait (`pictures.uses`)."""

from django.db.models import BigIntegerField, Exists, OuterRef, Q
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.urls import reverse

from authors.models import Author
from pictures.uses import NAMED_AT_MOST, Use, Where
from versions.models import Version


def kept():
    before = _versions().exclude(portrait=None).values("portrait")
    return shown() | Q(pk__in=before)


def shown():
    return Q(Exists(Author.objects.filter(portrait=OuterRef("pk"))))


def uses_of(picture, reader):
    """What versions held is for those who look after the authors."""
    may_change = reader.has_perm("authors.change_author")
    now = [
        Use(Where.AUTHOR, author.name, _address(author.pk, reader))
        for author in Author.objects.filter(portrait=picture)[:NAMED_AT_MOST]
    ]
    if not may_change:
        return now
    once = _versions().filter(portrait=picture.pk).values("object_id")
    before = Author.objects.filter(pk__in=once).exclude(portrait=picture)[:NAMED_AT_MOST]
    return now + [Use(Where.OLD, author.name, _address(author.pk, reader)) for author in before]


def _address(key, reader):
    return reverse("admin:authors_author_change", args=[key]) if reader.has_perm("authors.view_author") else ""


def _versions():
    portrait = Cast(KeyTextTransform("portrait", "content"), BigIntegerField())
    return Version.objects.filter(content_type__app_label="authors", content_type__model="author").annotate(
        portrait=portrait
    )
