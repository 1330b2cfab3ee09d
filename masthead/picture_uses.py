"""In which logo or on which standing page a picture stands (`pictures.uses`)."""

from django.db.models import BigIntegerField, Q, TextField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.urls import reverse

from masthead.models import Masthead, StandingPage
from pictures.models.in_prose import EachPictureIn, PicturesIn
from pictures.uses import Use, Where
from versions.models import Version

LOGOS = ("logo", "dark_logo")


def kept():
    logos = [Q(pk__in=_logos_before(name)) for name in LOGOS]
    pages = StandingPage.objects.annotate(held=EachPictureIn("body")).values("held")
    pages_before = _pages_before().annotate(held=EachPictureIn("body")).values("held")
    return logos[0] | logos[1] | _in_logos() | Q(pk__in=pages) | Q(pk__in=pages_before)


def shown():
    pages = StandingPage.objects.filter(is_published=True).annotate(held=EachPictureIn("body")).values("held")
    return _in_logos() | Q(pk__in=pages)


def uses_of(picture, reader):
    """What readers do not see is for those who look after the masthead and the pages."""
    return _of_masthead(picture, reader) + _of_pages(picture, reader)


def _of_masthead(picture, reader):
    may = reader.has_perm("masthead.change_masthead")
    holding = Masthead.objects.filter(Q(logo=picture) | Q(dark_logo=picture)).first()
    if holding:
        address = reverse("admin:masthead_masthead_change", args=[holding.pk]) if may else reverse("front")
        return [Use(Where.MASTHEAD, "the logo", address)]
    if may and any(_logos_before(name).filter(**{name: picture.pk}).exists() for name in LOGOS):
        masthead = Masthead.objects.first()
        return [Use(Where.OLD, "the masthead", reverse("admin:masthead_masthead_change", args=[masthead.pk]))]
    return []


def _of_pages(picture, reader):
    may = reader.has_perm("masthead.change_standingpage")
    holding = StandingPage.objects.annotate(held=PicturesIn("body")).filter(held__contains=[picture.pk])
    uses = [_page(page, may, Where.MASTHEAD) for page in (holding if may else holding.filter(is_published=True))]
    if not may:
        return uses
    before = _pages_before().annotate(held=PicturesIn("body")).filter(held__contains=[picture.pk])
    once = StandingPage.objects.filter(pk__in=before.values("object_id")).exclude(pk__in=holding.values("pk"))
    return uses + [_page(page, may, Where.OLD) for page in once]


def _page(page, may, where):
    address = reverse("admin:masthead_standingpage_change", args=[page.pk]) if may else page.get_absolute_url()
    return Use(where, page.title, address)


def _in_logos():
    return Q(pk__in=Masthead.objects.exclude(logo=None).values("logo")) | Q(
        pk__in=Masthead.objects.exclude(dark_logo=None).values("dark_logo")
    )


def _logos_before(name):
    """The keys that old versions of the masthead have as this logo."""
    key = Cast(KeyTextTransform(name, "content"), BigIntegerField())
    versions = Version.objects.filter(content_type__app_label="masthead", content_type__model="masthead")
    return versions.annotate(**{name: key}).exclude(**{name: None}).values(name)


def _pages_before():
    body = KeyTextTransform("body", "content", output_field=TextField())
    versions = Version.objects.filter(content_type__app_label="masthead", content_type__model="standingpage")
    return versions.annotate(body=body)
