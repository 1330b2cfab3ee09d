"""The archive by date. What is left of a story's address when its end is cut away leads here."""

from datetime import date

from django.http import Http404
from django.shortcuts import render

from articles.models import Article
from paper.stretch import Stretch

HEADLINES, STORIES = 3, 60


def archive(request):
    """Every year and month with a live story."""
    years = {}
    for month in Article.objects.live().months():
        years.setdefault(month.year, []).insert(0, month)
    return render(request, "archive.html", {"years": years.items()})


def year(request, year):
    """The months of a year, each with its newest headlines."""
    every_month = Article.objects.live().months()
    months = [month for month in reversed(every_month) if month.year == year]
    if not months:
        raise Http404
    stories = Article.objects.live().newest_in_each_month(months, HEADLINES).newest_first().with_headline()
    by_month = {month: [] for month in months}
    for story in stories:
        by_month[story.address_month].append(story)
    years = sorted({month.year for month in every_month})
    told = {"year": year, "months": by_month.items(), **_neighbours(year, years)}
    return render(request, "archive_year.html", told)


def month(request, year, month):
    """A month's stories, newest first, under the days on which they came out."""
    first = date(year, month, 1)
    months = Article.objects.live().months()
    if first not in months:
        raise Http404
    stories = Article.objects.live().in_month(first).with_headline()
    stretch = Stretch.of(stories, request.GET.get("before", ""), STORIES)
    told = {"month": first, "stretch": stretch, **_neighbours(first, sorted(months))}
    return render(request, "archive_month.html", told)


def _neighbours(here, places):
    """What comes before and after `here` in the sorted list `places`; None at the ends."""
    at = places.index(here)
    return {
        "earlier": places[at - 1] if at else None,
        "later": places[at + 1] if at + 1 < len(places) else None,
    }
