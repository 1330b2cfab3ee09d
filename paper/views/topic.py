from django.db.models import OuterRef, Subquery
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from articles.models import Article, ArticleTopic, Topic
from paper.names import Names
from paper.stretch import Stretch


def topics(request):
    """Those that a live story has, by name."""
    # A scalar subquery is asked topic by topic, in the list's order, until the stretch is full. Of a plain EXISTS
    # Postgres makes a join over the whole archive.
    on_live = ArticleTopic.objects.filter(tag=OuterRef("pk"), content_object__in=Article.objects.live())
    known = Topic.objects.alias(on_live=Subquery(on_live.values("pk")[:1])).filter(on_live__isnull=False)
    names = Names.of(known, request.GET.get("from", ""))
    return render(request, "topics.html", {"names": names})


def topic(request, slug):
    """A topic that no live story has is not there: its name could tell of a story to come."""
    about = get_object_or_404(Topic, slug=slug)
    stories = Article.objects.live().about(about)
    stretch = Stretch.of(stories.with_teaser(), request.GET.get("before", ""))
    if not stretch.stories and not stories.exists():
        raise Http404
    return render(request, "topic.html", {"topic": about, "stretch": stretch})
