from django.shortcuts import render

from articles.models import Article
from fronts.showing import show
from paper.stretch import Stretch
from paper.views.standing_page import standing_page
from sections.models import Section


def section(request, slug):
    """The section's front, and with a mark the older stories; where there is no such section, the standing page."""
    here = Section.objects.select_related("parent").filter(slug=slug).first()
    if here is None:
        return standing_page(request, slug)
    if mark := request.GET.get("before", ""):
        stretch = Stretch.of(Article.objects.live().in_section(here).with_teaser(), mark)
        return render(request, "section.html", {"section": here, "stretch": stretch})
    return render(request, "section.html", front_of(here, show(here)))


def front_of(section, showing):
    """What the first page of a section shows, for the page itself and for its preview."""
    page = showing.page
    return {"section": section, "page": page, "stretch": Stretch.beneath(page.river, page.rest)}
