from django.db.models import prefetch_related_objects
from django.shortcuts import render

from articles.models import Article
from paper.front_page import BLOCK, FrontPage
from paper.furniture import Furniture
from sections.models import Section

NEWEST, SECTIONS = 24, 12


def front(request):
    paper = Furniture.read()
    sections = paper.sections[:SECTIONS]
    keys = set().union(*(section.keys for section in sections))
    stories = Article.objects.live().with_teaser()
    newest = stories.newest_first()[:NEWEST]
    # More than a block holds, because some of a section's newest will stand higher up on the page.
    by_section = stories.newest_in_each(Section.objects.filter(pk__in=keys), 2 * BLOCK)
    page = FrontPage.compose(_newest_first({*newest, *by_section}), sections)
    prefetch_related_objects(page.opinion, "bylines__author__portrait")
    return render(request, "front.html", {"paper": paper, "page": page})


def _newest_first(stories):
    return sorted(stories, key=lambda story: (story.published_at, story.pk), reverse=True)
