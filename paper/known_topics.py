from django.db.models import OuterRef, Subquery

from articles.models import Article, ArticleTopic, Topic


def known_topics():
    """Those that a live story has: the name of another could tell of a story to come.

    A scalar subquery is asked topic by topic, in the list's order, until the list is full. Of a plain EXISTS Postgres
    makes a join over the whole archive.
    """
    on_live = ArticleTopic.objects.filter(tag=OuterRef("pk"), content_object__in=Article.objects.live())
    return Topic.objects.alias(on_live=Subquery(on_live.values("pk")[:1])).filter(on_live__isnull=False)
