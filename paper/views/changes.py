from django.http import Http404
from django.shortcuts import render

from articles.models import Article
from masthead.models import Masthead
from paper.what_changed import versions_of


def changes(request, year, month, slug):
    """Every version of a story that readers were shown, the newest first, where the paper opens them."""
    story = Article.objects.with_filing().at_address(year, month, slug).first()
    if story is None or not Masthead.objects.filter(shows_changes=True).exists():
        raise Http404
    if story.is_unpublished:
        return render(request, "410.html", status=410)
    if not story.is_live():
        raise Http404
    before = request.GET.get("before", "")
    if before and not (before.isascii() and before.isdecimal() and len(before) < 19):
        raise Http404(f"“{before}” is no version.")
    shown, older = versions_of(story, int(before or 0))
    page = {"story": story, "versions": shown, "older": older, "is_first": not before}
    return render(request, "changes.html", page)
