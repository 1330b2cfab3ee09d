from datetime import timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import SearchQuery
from django.db import connections, models
from django.db.models import (
    BooleanField,
    Count,
    DateTimeField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    Func,
    IntegerField,
    Max,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Value,
    Window,
)
from django.db.models.functions import Abs, Cast, Coalesce, Extract, Greatest, JSONObject
from django.utils import timezone

from articles.models.act import Act
from articles.models.byline import ArticleByline, RevisionByline
from articles.models.listing import Listing, after
from articles.models.status import Status
from articles.models.topic import ArticleTopic, Topic
from articles.search.matching import headline_matches, matches, matches_by_itself
from pictures.models import Picture

AMONG = 40  # so many of the newest are looked at for what is related

Verb = Act.Verb


def _stays(at):
    """Not taken away by itself at the moment `at`, though nothing may have written that down yet."""
    return Q(unpublish_at=None) | Q(unpublish_at__gt=at)


class _IsOneOf(Func):
    """Whether a value is in an array, by the index of the value."""

    template, arg_joiner, output_field = "(%(expressions)s))", " = ANY(", BooleanField()


class ArticleQuerySet(models.QuerySet):
    """The words in which stories are selected. Each adjective has a twin on `Article`."""

    _listing = Listing()  # the list that these stories stand in, for `newest`

    def _clone(self):
        clone = super()._clone()
        clone._listing = self._listing
        return clone

    def _listed(self, listing):
        self._listing = self._listing.narrowed(listing)
        return self

    # Adjectives: a state

    def live(self, at=None):
        """What readers see at the moment `at`, which is now when left out."""
        at = at or timezone.now()
        return self.filter(_stays(at), status=Status.PUBLISHED, published_at__lte=at)

    def scheduled(self, at=None):
        return self.filter(status=Status.PUBLISHED, published_at__gt=at or timezone.now())

    def drafted(self):
        return self.filter(status=Status.DRAFT)

    def in_review(self):
        return self.filter(status=Status.IN_REVIEW)

    def published(self):
        """Live now or scheduled."""
        return self.filter(status=Status.PUBLISHED)

    def unpublished(self, at=None):
        gone = Q(status=Status.PUBLISHED, unpublish_at__lte=at or timezone.now())
        return self.filter(Q(status=Status.UNPUBLISHED) | gone)

    def being_updated(self):
        return self.filter(status=Status.PUBLISHED).exclude(working_copy=F("live_revision"))

    def awaiting_update(self):
        """With an update that goes live by itself."""
        return self.filter(update_at__isnull=False)

    def awaiting_unpublication(self, at=None):
        return self.filter(status=Status.PUBLISHED, unpublish_at__gt=at or timezone.now())

    def embargoed(self, at=None):
        return self.filter(embargo_until__gt=at or timezone.now())

    def due_by(self, moment):
        """With something planned that is not done yet and is due at `moment`; the earliest first."""
        return self.filter(due_at__lte=moment).order_by("due_at", "pk")

    def standing_then(self, at):
        """Without those that had been taken away when it was `at`, by the record of acts. With `live(at)` and
        `unpublished()`, this tells what readers saw at a moment in the past; for the desk only.
        """
        moves = [Verb.PUBLISH, Verb.SCHEDULE, Verb.UPDATE, Verb.UNPUBLISH]
        acts = Act.objects.filter(article=OuterRef("pk"), at__lte=at, verb__in=moves).order_by("-pk")
        # A story that came from elsewhere with its own moment has no act before it, and none is not “unpublished”.
        last = self.alias(last_move=Coalesce(Subquery(acts.values("verb")[:1]), Value("")))
        return last.filter(published_at__lte=at).exclude(last_move=Verb.UNPUBLISH)

    # Prepositions: an object

    def in_section(self, section):
        """Filed in `section`, in a section beneath it, or in it as a further section."""
        further = self.model.further_sections.through.objects.filter(
            Q(section=section) | Q(section__parent=section), article=OuterRef("pk")
        )
        found = self.filter(Q(section=section) | Q(section__parent=section) | Exists(further))
        return found._listed(Listing.of_section(section))

    def telling_whether_in(self, section):
        """Each with `is_here`, whether `in_section` would have it."""
        further = self.model.further_sections.through.objects.filter(
            Q(section=section) | Q(section__parent=section), article=OuterRef("pk")
        )
        return self.annotate(is_here=Q(section=section) | Q(section__parent=section) | Exists(further))

    def by_author(self, author):
        found = self.filter(Exists(ArticleByline.objects.filter(author=author, article=OuterRef("pk"))))
        return found._listed(Listing.of_author(author))

    def of_kind(self, kind):
        return self.filter(kind=kind)

    def in_language(self, language):
        """In `language`, wherever it is spoken: “de” is “de-at” too."""
        return self.filter(Q(language__iexact=language) | Q(language__istartswith=f"{language}-"))

    def begun_by(self, user):
        return self.filter(created_by=user)

    def about(self, topic):
        found = self.filter(Exists(ArticleTopic.objects.filter(tag=topic, content_object=OuterRef("pk"))))
        return found._listed(Listing.of_topic(topic))

    def in_series(self, series):
        return self.filter(series=series)

    def losing_their_picture_by(self, moment):
        """Live or scheduled, with a picture, at the head or in the text, whose rights have ended by `moment`; each with
        `rights_end`, the last of those ends. Both ways in are indexes; it costs what has ended, and not the archive.
        """
        ended = Picture.objects.out_of_rights(moment).order_by()
        in_text = Q(body_pictures__overlap=ArraySubquery(ended.values_list(Cast("pk", IntegerField()))))
        losing = self.published().filter(Q(lead_picture__in=ended) | in_text)
        of_story = Q(pk=OuterRef("lead_picture")) | Q(_IsOneOf("pk", OuterRef("body_pictures")))
        ends = ended.filter(of_story).values_list(Func("valid_until", function="MAX"))
        return losing.annotate(rights_end=Subquery(ends, output_field=DateTimeField()))

    def at_address(self, year, month, slug):
        return self.filter(address_month__year=year, address_month__month=month, slug=slug)

    def other_than(self, *articles):
        return self.exclude(pk__in=[article.pk for article in articles])

    def in_month(self, month):
        """Whose address is in the month of the date `month`."""
        return self.filter(address_month=month.replace(day=1))

    def published_since(self, moment):
        return self.filter(published_at__gte=moment)

    def beyond(self, pk):
        """What follows this key, in the order of keys."""
        return self.filter(pk__gt=pk).order_by("pk")

    def count_and_newest_change_by_month(self):
        """A mapping for each month in whose addresses these stories stand: `month`, `stories` and `changed`."""
        newest = Max(Greatest("published_at", "updated_at"))
        months = self.order_by("-address_month").values(month=F("address_month"))
        return months.annotate(stories=Count("pk"), changed=newest)

    def months(self):
        """The first days of the months in whose addresses these stories stand, newest first. Skips from month to month
        in the index, so a million stories cost no more than as many months.
        """
        newest = self.order_by("-address_month").values("address_month")
        first, of_first = newest[:1].query.sql_with_params()
        before = newest.extra(where=["articles_article.address_month < found.month"])
        following, of_following = before[:1].query.sql_with_params()
        steps = (
            f"WITH RECURSIVE found(month) AS (({first}) UNION ALL "  # noqa: S608 (both are what the ORM wrote)
            f"SELECT ({following}) FROM found WHERE found.month IS NOT NULL) "
            "SELECT month FROM found WHERE month IS NOT NULL"
        )
        with connections[self.db].cursor() as cursor:
            cursor.execute(steps, [*of_first, *of_following])
            return [month for (month,) in cursor]

    def newest_in_each(self, sections, count):
        """The newest `count` of each of the queryset `sections`, without those beneath it. Old stories cost nothing."""
        newest = ArraySubquery(self.filter(section=OuterRef("pk")).newest_first().values("pk")[:count])
        keys = sections.order_by().values_list(Func(newest, function="unnest", set_returning=True))
        return self.filter(pk__in=keys)

    def newest_in_each_month(self, months, count):
        """The newest `count` of each month in the list of first days `months`."""
        newest = [self.in_month(month).newest_first().values("pk")[:count] for month in months]
        return self.filter(pk__in=newest[0].union(*newest[1:], all=True) if len(newest) > 1 else newest[0])

    def among(self, keys):
        """Those with the primary keys that the query or the set `keys` names."""
        return self.filter(pk__in=keys)

    def published_from(self, moment):
        return self.filter(published_at__gte=moment)

    def published_before(self, moment):
        return self.filter(published_at__lt=moment)

    def any_of(self, *selections):
        """Whatever one of the `selections` holds, querysets of stories that end somewhere; they cost what they cost."""
        first, *others = (selection.values("pk") for selection in selections)
        return self.filter(pk__in=first.union(*others) if others else first)

    def older_than(self, published_at, pk):
        """What follows the story with this moment and key in `newest_first`."""
        return self.filter(after(published_at, pk))

    def newer_than(self, published_at, pk):
        """What follows the story with this moment and key in `oldest_first`."""
        # The first part is one that an index can begin at.
        return self.filter(Q(published_at__gt=published_at) | Q(pk__gt=pk), published_at__gte=published_at)

    def related_to(self, article):
        """Stories on the topics of `article` (its `topic_names`), those that share most first, then of its section.

        The newest first among equals. Chosen among the newest few of each topic and of the section, so that old ones
        cost nothing.
        """
        slugs = [topic["slug"] for topic in article.topic_names]
        links = ArticleTopic.objects.filter(tag=OuterRef("pk")).order_by("-published_at", "-content_object")
        newest = Func(ArraySubquery(links.values("content_object")[:AMONG]), function="unnest", set_returning=True)
        near = Topic.objects.filter(slug__in=slugs).order_by().values_list(newest)
        if article.section:
            near = near.union(self.in_section(article.section).newest(AMONG).values_list("pk"))
        shared = ArticleTopic.objects.filter(content_object=OuterRef("pk"), tag__slug__in=slugs).order_by()
        shared = shared.values("content_object").values_list(Count("pk"))
        stories = self.filter(pk__in=near).annotate(shared=Coalesce(Subquery(shared), 0))
        return stories.order_by("-shared", "-published_at", "-pk")

    def matching(self, query):
        """Live words that match `query`, the text of a tsquery (`articles.search.asking`), by the index."""
        return self.filter(matches(query))

    def with_headline_matching(self, query):
        """Whose headline alone matches `query`, by an index of its own."""
        return self.filter(headline_matches(query))

    def with_working_words_matching(self, text):
        """Working copies, by their words and bylines, that match `text`."""
        return self.filter(desk_search=SearchQuery(text, config="english", search_type="websearch"))

    def writable_by(self, user):
        """What `user` may write; the twin of `rights.may_write`."""
        if user.is_machine:
            return self
        if not user.has_perm("articles.change_article"):
            return self.none()
        own = Q(created_by=user) | Q(working_copy__bylines__author__user=user)
        if not user.has_perm("articles.edit_any_article"):
            return self.filter(Exists(self.model.objects.filter(own, pk=OuterRef("pk"))))
        sections = list(user.sections.all())
        if not sections or user.has_perm("articles.edit_every_section"):
            return self
        given = Q(section__in=sections) | Q(section__parent__in=sections)
        return self.filter(Exists(self.model.objects.filter(own | given, pk=OuterRef("pk"))))

    def readable_by(self, user):
        """What `user` may see at the desk; the twin of `rights.may_read`."""
        if user.has_perm("articles.view_article") and user.has_perm("articles.edit_any_article"):
            return self
        return self.writable_by(user)

    def ever_with_picture(self, picture):
        """Stories of which any version leads with `picture` or has it in the body. Each tells with
        `picture_is_public`, whether the row of a published story has it, and `picture_is_in_working_copy`.
        """
        here = Q(lead_picture=picture) | Q(body_pictures__contains=[picture.pk])
        versions = self.model.revisions.rel.related_model.objects.filter(here)
        return self.filter(pk__in=versions.values("article")).annotate(
            picture_is_public=Q(here, status=Status.PUBLISHED),
            picture_is_in_working_copy=Exists(versions.filter(pk=OuterRef("working_copy"))),
        )

    def known_to(self, user):
        """After `ever_with_picture`: where readers see the picture, or `user` may read the story, which
        `is_readable` tells. With the headlines, and without the words.
        """
        readable = Exists(self.model.objects.readable_by(user).filter(pk=OuterRef("pk")))
        known = self.annotate(is_readable=readable).filter(
            Q(is_readable=True) | Q(picture_is_public=True, published_at__lte=timezone.now())
        )
        shown = ["headline", "status", "published_at", "address_month", "slug", "working_copy__headline"]
        return known.select_related("working_copy").only(*shown)

    # Orders and loads

    def newest_first(self):
        return self.order_by("-published_at", "-pk")

    def oldest_first(self):
        return self.order_by("published_at", "pk")

    def nearest_end_of_rights_first(self):
        """Of `losing_their_picture_by`, those first that have just lost theirs or will soon."""
        away = ExpressionWrapper(F("rights_end") - Value(timezone.now()), output_field=DurationField())
        return self.order_by(Abs(Extract(away, "epoch")), "pk")

    def newest_by_sorting(self):
        """As `newest_first`, in an order that no index has: Postgres would else walk one in search of a rare word."""
        return self.order_by((F("published_at") + timedelta(0)).desc(), "-pk")

    def newest(self, count, before=None):
        """The newest `count`, or those after `before`, a (published_at, pk). Costs the same at any depth of any list.

        One query, which walks the index of the list and stops; slicing `newest_first` may sort the whole list.
        """
        keys = self._listing.newest_keys(self, count, before)
        return self.filter(pk__in=keys).newest_first()[:count]

    def with_match(self, query, *, headline=False):
        """`hit`, whether the words match, told without the index: for a few stories that were found in another way."""
        return self.annotate(hit=matches_by_itself(query, headline=headline))

    def as_matching(self):
        """`hit`, for what the index has found already."""
        return self.annotate(hit=Value(True))

    def counted(self):
        """`total`, the number of all these, beside each."""
        return self.annotate(total=Window(Count("pk")))

    def with_teaser(self, *, with_portraits=False):
        """What a story's place in a list shows: section, picture and bylines; two queries. Leaves out the body."""
        return (
            self.select_related("section", "lead_picture")
            .prefetch_related(self._bylines(with_portraits=with_portraits))
            .defer("body", "search", "desk_search")
        )

    def with_working_words(self):
        """The working copy beside each, for what readers have not seen yet; in the same query, without the body."""
        return self.select_related("working_copy__lead_picture").defer("working_copy__body")

    def with_desk_row(self):
        """What a row of the desk's list shows: the working copy's headline, who saved it, its bylines; two queries."""
        words = [f"working_copy__{name}" for name in ("headline", "kicker", "kind", "at", "by", "article")]
        shown = ["section__name", *words, "working_copy__by__username", "working_copy__by__first_name"]
        own = ["slug", "status", "published_at", "address_month", "live_revision", "saved_at", "headline"]
        own += ["update_at", "unpublish_at", "embargo_until"]
        bylines = Prefetch("working_copy__bylines", RevisionByline.objects.select_related("author"))
        return (
            self.select_related("section", "working_copy__by")
            .prefetch_related(bylines)
            .only(*own, *shown, "working_copy__by__last_name")
        )

    def with_result(self):
        """What a story found by a search shows: section, the body, `writers`, a list of names; one query."""
        bylines = ArticleByline.objects.filter(article=OuterRef("pk"), role="writer").order_by("position", "pk")
        names = ArraySubquery(bylines.values("author__name"))
        return self.select_related("section").annotate(writers=names).defer("search", "desk_search")

    def with_filing(self):
        """With the section that its page names, and nothing of its body."""
        return self.select_related("section__parent").defer("body", "search", "desk_search")

    def with_headline(self):
        """What a mere headline in a list shows: one query."""
        return self.select_related("section").defer("body", "search", "desk_search")

    def with_card(self):
        """A headline with its picture: one query."""
        return self.with_headline().select_related("lead_picture")

    def with_address(self):
        """The headline and what the address is made of: one query."""
        return self.only("headline", "slug", "address_month")

    def with_topics(self):
        """`topic_names`, a list of mappings with name and slug, in the same query."""
        links = ArticleTopic.objects.filter(content_object=OuterRef("pk")).order_by("tag__name")
        names = links.values_list(JSONObject(name="tag__name", slug="tag__slug"))
        return self.annotate(topic_names=ArraySubquery(names))

    def with_page(self):
        """What a story's own page shows, in three queries: itself with topics, its bylines, its notes."""
        return (
            self.select_related("section__parent", "lead_picture", "series")
            .with_topics()
            .prefetch_related(self._bylines(with_portraits=True), "update_notes")
            .defer("search", "desk_search")
        )

    def _bylines(self, *, with_portraits):
        load = "author__portrait" if with_portraits else "author"
        return Prefetch("bylines", ArticleByline.objects.select_related(load))
