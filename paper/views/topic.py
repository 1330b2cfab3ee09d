from django.db.models import Count, Q
from django.db.models.functions import Lower
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from articles.models import Article, Topic
from paper.stretch import Stretch


def topics(request):
    live = Q(on_articles__content_object__in=Article.objects.live())
    shown = Topic.objects.annotate(stories=Count("on_articles", filter=live)).filter(stories__gt=0)
    shown = shown.order_by(Lower("name"))
    return render(request, "topics.html", {"topics": shown})


def topic(request, slug):
    """A topic that no live story has is not there: its name could tell of a story to come."""
    about = get_object_or_404(Topic, slug=slug)
    stretch = Stretch.of(Article.objects.live().about(about).with_teaser(), request.GET.get("before", ""))
    if stretch.is_first and not stretch.stories:
        raise Http404
    return render(request, "topic.html", {"topic": about, "stretch": stretch})
