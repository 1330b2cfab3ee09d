from articles.models import Act, ArticleByline

SHOWN = ("kicker", "headline", "standfirst", "kind", "language", "lead_picture", "lead_caption", "lead_credit")
Verb = Act.Verb


def as_they_stood(stories, at):
    """Lay over each story the words and bylines that readers saw at the past moment `at`, by the record of acts.

    For showing only. A story that was published before there was a record has the first words that are on it.
    """
    acts = Act.objects.filter(article__in=stories, verb__in=[Verb.PUBLISH, Verb.SCHEDULE, Verb.UPDATE])
    acts = acts.exclude(revision=None).select_related("revision__lead_picture").defer("revision__body").order_by("pk")
    told = {}
    for act in acts.prefetch_related("revision__bylines__author__portrait"):
        if act.article_id not in told or act.at <= at:
            told[act.article_id] = act.revision
    for story in stories:
        if story.pk in told:
            _lay_over(story, told[story.pk])


def _lay_over(story, revision):
    for name in SHOWN:
        setattr(story, name, getattr(revision, name))
    bylines = [
        ArticleByline(article=story, author=byline.author, role=byline.role, position=byline.position)
        for byline in revision.bylines.all()
    ]
    prefetched = story.bylines.all()
    prefetched._result_cache = bylines
    story._prefetched_objects_cache["bylines"] = prefetched
