from articles import rights
from articles.address import month_of, slug_for
from articles.models import Act, ArticleByline, Plan
from articles.models.words import Kind

SHOWN = (
    "kicker",
    "headline",
    "standfirst",
    "kind",
    "language",
    "lead_picture",
    "lead_caption",
    "lead_credit",
    "lead_alt",
)
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


def as_they_are_planned(stories, at):
    """Lay over each story the words that an update will have brought by the future moment `at`. For showing only.

    One query, where any of them awaits an update.
    """
    awaiting = {story.pk: story for story in stories if story.update_at and story.update_at <= at}
    if not awaiting:
        return
    plans = Plan.objects.standing().updates().passed(at).filter(article__in=awaiting)
    plans = plans.select_related("revision__lead_picture").defer("revision__body")
    for plan in plans.prefetch_related("revision__bylines__author__portrait"):
        _lay_over(awaiting[plan.article_id], plan.revision)


def as_it_will_be(story, at, *, reader):
    """Lay its working copy over a story that readers never saw, and what an address needs, as if published at `at`.

    For showing only, to `reader`; the state stays what it is, and words that they may not read stay away.
    """
    if not rights.may_read(reader, story):
        for name in SHOWN:
            setattr(story, name, None if name == "lead_picture" else "")
        story.headline, story.kind = "A story that you may not read", Kind.NEWS
    elif story.is_drafted or story.is_in_review:
        _lay_words(story, story.working_copy)
    if story.address_month is None:
        story.published_at, story.address_month = at, month_of(at)
        story.slug = story.slug or slug_for(story.headline)


def _lay_over(story, revision):
    _lay_words(story, revision)
    bylines = [
        ArticleByline(article=story, author=byline.author, role=byline.role, position=byline.position)
        for byline in revision.bylines.all()
    ]
    prefetched = story.bylines.all()
    prefetched._result_cache = bylines
    story._prefetched_objects_cache["bylines"] = prefetched


def _lay_words(story, revision):
    for name in SHOWN:
        setattr(story, name, getattr(revision, name))
