from django.shortcuts import render

from articles.models import Article
from paper.stretch import Stretch
from paper.views.standing_page import standing_page
from sections.models import Section


def section(request, slug):
    """The section's page; where there is no such section, the standing page at that path."""
    here = Section.objects.select_related("parent").prefetch_related("children").filter(slug=slug).first()
    if here is None:
        return standing_page(request, slug)
    stories = Article.objects.live().in_section(here).with_teaser()
    stretch = Stretch.of(stories, request.GET.get("before", ""))
    return render(request, "section.html", {"section": here, "stretch": stretch})
