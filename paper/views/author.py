from django.shortcuts import get_object_or_404, render

from articles.models import Article
from authors.models import Author
from paper.stretch import Stretch
from prose.rendering import plain_text
from prose.rendering import render as render_prose


def authors(request):
    everyone = Author.objects.select_related("portrait")
    shown = {
        "staff": [author for author in everyone if author.is_active],
        "former": [author for author in everyone if not author.is_active],
    }
    return render(request, "authors.html", shown)


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
