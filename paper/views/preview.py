from django.contrib.admin.views.decorators import staff_member_required
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache

from articles import rights
from articles.models import Article, Revision
from articles.preview import as_readers_would_see
from paper.views.article import show


@never_cache
@staff_member_required(login_url="admin:login")
def preview(request, pk, revision):
    """One version of a story on the paper's own page, for people at the desk. Says so, and tells robots to stay out."""
    story = get_object_or_404(Article.objects.select_related("section__parent"), pk=pk)
    rights.demand(rights.may_read(request.user, story), request.user, "see", story)
    try:
        version = as_readers_would_see(story, revision)
    except Revision.DoesNotExist as error:
        raise Http404(f"Story {pk} has no version {revision}.") from error
    response = show(request, story, preview=version)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
