"""What readers' machines ask for: which addresses there are, and which to leave alone."""

from datetime import date

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render

from paper import sitemaps
from paper.furniture import Furniture

XML, TEXT = "application/xml", "text/plain; charset=utf-8"
LONGEST_KEY = 18  # digits that fit into a bigint


def robots(request):
    return render(request, "robots.txt", content_type=TEXT)


def sitemap(request):
    """The index of all maps: the pages, the people, the topics, and one for each month with a live story."""
    return render(request, "sitemap.xml", {"maps": sitemaps.all_maps()}, content_type=XML)


def sitemap_of_pages(request):
    return _map(request, sitemaps.places_of_pages())


def sitemap_of_authors(request):
    return _map(request, sitemaps.places_of_authors(_after(request)))


def sitemap_of_topics(request):
    return _map(request, sitemaps.places_of_topics(_after(request)))


def sitemap_of_month(request, year, month):
    places = sitemaps.places_of_month(date(year, month, 1), _after(request))
    if not places:
        raise Http404
    return _map(request, places)


def news_sitemap(request):
    """The stories of the last two days, as Google News wants them."""
    shown = {"stories": sitemaps.news(), "name": Furniture.read().name}
    return render(request, "news_sitemap.xml", shown, content_type=XML)


def indexnow_key(request, key):
    """The file by which search engines know that it was us who told them. https://www.indexnow.org/documentation"""
    if not settings.INDEXNOW_KEY or key != settings.INDEXNOW_KEY:
        raise Http404
    return HttpResponse(key, content_type=TEXT)


def _map(request, places):
    return render(request, "sitemap_of_places.xml", {"places": places}, content_type=XML)


def _after(request):
    key = request.GET.get("after", "0")
    if not (key.isascii() and key.isdecimal() and len(key) <= LONGEST_KEY):
        raise Http404(f"“{key}” is no place in a map.")
    return int(key)
