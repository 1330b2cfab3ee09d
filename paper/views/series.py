from django.db.models import OuterRef, Subquery
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from articles.models import Article, Series
from paper.names import Names
from paper.stretch import Stretch

PARTS = 50


def all_series(request):
    """Those that readers know: a series without a live story could tell by its name what is to come."""
    part = Article.objects.live().in_series(OuterRef("pk")).values("pk")[:1]
    begun = Series.objects.alias(part=Subquery(part)).filter(part__isnull=False)
    return render(request, "all_series.html", {"names": Names.of(begun, request.GET.get("from", ""))})


def series(request, slug):
    """The parts in the order in which they are read."""
    one = get_object_or_404(Series, slug=slug)
    parts = Article.objects.live().in_series(one)
    stretch = Stretch.in_reading_order(parts.with_teaser(), request.GET.get("after", ""), PARTS)
    if not stretch.stories and not parts.exists():
        raise Http404
    return render(request, "series.html", {"series": one, "stretch": stretch})
