from django.shortcuts import render

from articles.models import Article
from paper.stretch import Stretch

LONGEST = 200


def search(request):
    """Stories that match, newest first. Postgres takes any text but NUL, so there is no query that fails."""
    text = request.GET.get("q", "").replace("\x00", "")[:LONGEST].strip()
    shown = {"text": text}
    if text:
        stories = Article.objects.live().matching(text).with_teaser()
        shown["stretch"] = Stretch.of(stories, request.GET.get("before", ""))
    return render(request, "search.html", shown)
