"""What readers' machines ask for: which addresses there are, and which to leave alone."""

from datetime import date

from django.db.models import Max
from django.db.models.functions import Greatest
from django.http import Http404
from django.shortcuts import render

from articles.models import Article, Topic
from authors.models import Author
from masthead.models import StandingPage
from sections.models import Section

XML, TEXT = "application/xml", "text/plain; charset=utf-8"


def robots(request):
    return render(request, "robots.txt", content_type=TEXT)


def sitemap(request):
    """The index: one map for each month with a live story, and one for all that is no story."""
    newest = Max(Greatest("published_at", "updated_at"))
    months = Article.objects.live().order_by("-address_month").values("address_month").annotate(newest=newest)
    return render(request, "sitemap.xml", {"months": months}, content_type=XML)


def sitemap_of_month(request, year, month):
    stories = Article.objects.live().in_month(date(year, month, 1)).with_headline().newest_first()
    if not stories:
        raise Http404
    return render(request, "sitemap_of_month.xml", {"stories": stories}, content_type=XML)


def sitemap_of_pages(request):
    live = Article.objects.live()
    shown = {
        "sections": Section.objects.all(),
        "authors": Author.objects.all(),
        "topics": Topic.objects.filter(on_articles__content_object__in=live).distinct(),
        "pages": StandingPage.objects.filter(is_published=True),
    }
    return render(request, "sitemap_of_pages.xml", shown, content_type=XML)
