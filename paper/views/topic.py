from django.db.models import Exists, OuterRef
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from articles.models import Article, Topic
from paper.names import Names
from paper.stretch import Stretch


def topics(request):
    """Those that a live story has, by name."""
    known = Topic.objects.filter(Exists(Article.objects.live().about(OuterRef(OuterRef("pk")))))
    return render(request, "topics.html", {"names": Names.of(known, request.GET.get("from", ""))})


def topic(request, slug):
    """A topic that no live story has is not there: its name could tell of a story to come."""
    about = get_object_or_404(Topic, slug=slug)
    stories = Article.objects.live().about(about)
    stretch = Stretch.of(stories.with_teaser(), request.GET.get("before", ""))
    if not stretch.stories and not stories.exists():
        raise Http404
    return render(request, "topic.html", {"topic": about, "stretch": stretch})
