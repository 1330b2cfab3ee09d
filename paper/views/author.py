from django.shortcuts import get_object_or_404, render

from articles.models import Article
from authors.models import Author
from masthead.models import Purpose, StandingPage
from paper.stretch import Stretch
from paper.views.standing_page import words_of
from prose.rendering import plain_text
from prose.rendering import render as render_prose

PEOPLE = 60


def authors(request):
    """Everyone by name, those who left after the rest, `PEOPLE` at a time. The staff page's words stand above."""
    last = request.GET.get("after", "")
    everyone = Author.objects.select_related("portrait").in_the_staff_s_order()
    if last:
        everyone = everyone.following(get_object_or_404(Author, slug=last))
    people = list(everyone[: PEOPLE + 1])
    shown = people[:PEOPLE]
    page = None if last else StandingPage.objects.filter(purpose=Purpose.STAFF, is_published=True).first()
    told = {
        "shown": shown,
        "staff": [author for author in shown if author.is_active],
        "former": [author for author in shown if not author.is_active],
        "further": shown[-1].slug if len(people) > PEOPLE else "",
        "is_first": not last,
    }
    return render(request, "authors.html", told | (words_of(page) if page else {}))


def author(request, slug):
    person = get_object_or_404(Author.objects.select_related("portrait").prefetch_related("links"), slug=slug)
    stories = Article.objects.live().by_author(person).with_teaser()
    shown = {
        "author": person,
        "bio": render_prose(person.bio, {}),
        "description": plain_text(person.bio),
        "stretch": Stretch.of(stories, request.GET.get("before", "")),
    }
    return render(request, "author.html", shown)
