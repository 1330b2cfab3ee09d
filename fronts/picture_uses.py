"""On which fronts a picture stands in the place of a story's own (`pictures.uses`)."""

from itertools import groupby
from operator import attrgetter

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from fronts import rights
from fronts.models import FrontVersion, Publication, Slot
from pictures.uses import NAMED_AT_MOST, Use, Where


def kept():
    return Q(Exists(Slot.objects.filter(picture=OuterRef("pk"))))


def shown():
    public = _live() | Q(publications__in=Publication.objects.coming())
    versions = FrontVersion.objects.filter(public).values("pk")
    return Q(Exists(Slot.objects.filter(picture=OuterRef("pk"), version__in=versions)))


def uses_of(picture, reader):
    """Each front once. Who may not arrange fronts is told of those that readers see."""
    holding = Exists(Slot.objects.filter(picture=picture, version=OuterRef("pk")))
    newest = FrontVersion.objects.order_by("front", "-pk").distinct("front").values("pk")
    versions = FrontVersion.objects.filter(holding).annotate(is_live=_live())
    may_curate = rights.may_curate(reader)
    if may_curate:
        coming = Q(pk__in=Publication.objects.coming().values("version"))
        versions = versions.annotate(is_ahead=coming | Q(pk__in=newest))
    else:
        versions = versions.filter(is_live=True)
    versions = versions.select_related("front__section").order_by("front", "-pk")
    by_front = groupby(versions[: NAMED_AT_MOST * 10], attrgetter("front"))
    return [_use(front, list(held), may_curate) for front, held in by_front]


def _live():
    return Q(pk__in=Publication.objects.live_in_each().values("version"))


def _use(front, versions, may_curate):
    name = str(front)
    if not may_curate:
        return Use(Where.FRONT, name, front.section.get_absolute_url() if front.section else reverse("front"))
    if any(version.is_live for version in versions):
        return Use(Where.FRONT, name, reverse("admin:fronts_front_arrange", args=[front.key]))
    if any(version.is_ahead for version in versions):
        return Use(Where.WORK, name, reverse("admin:fronts_front_arrange", args=[front.key]))
    return Use(Where.OLD, name, reverse("admin:fronts_front_record", args=[front.key]))
