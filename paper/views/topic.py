from django.http import Http404
from django.shortcuts import get_object_or_404, render

from articles.models import Article, Topic
from paper.known_topics import known_topics
from paper.names import Names
from paper.stretch import Stretch


def topics(request):
    """Those that a live story has, by name."""
    names = Names.of(known_topics(), request.GET.get("from", ""))
    return render(request, "topics.html", {"names": names})


def topic(request, slug):
    """A topic that no live story has is not there: its name could tell of a story to come."""
    about = get_object_or_404(Topic, slug=slug)
    stories = Article.objects.live().about(about)
    stretch = Stretch.of(stories.with_teaser(), request.GET.get("before", ""))
    if not stretch.stories and not stories.exists():
        raise Http404
    return render(request, "topic.html", {"topic": about, "stretch": stretch})
