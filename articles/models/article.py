from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, GeneratedField, Q
from django.urls import reverse
from django.utils import timezone
from taggit.managers import TaggableManager

from articles.models.queryset import ArticleQuerySet
from articles.models.status import Status
from articles.models.topic import ArticleTopic
from articles.models.words import Words
from articles.models.workflow import Workflow
from articles.search.vector import HeadlineVector, StoryVector
from pictures.models import Picture
from pictures.models.in_prose import pictures_in


class Article(Workflow, Words):
    """One story: what readers see. Until it is first published it holds no words; those are in its working copy."""

    section = models.ForeignKey(
        "sections.Section", on_delete=models.PROTECT, null=True, blank=True, related_name="articles"
    )
    further_sections = models.ManyToManyField("sections.Section", blank=True, related_name="further_articles")
    slug = models.SlugField(max_length=240, allow_unicode=True, blank=True)
    status = models.CharField(max_length=12, choices=Status, default=Status.DRAFT, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    updated_at = models.DateTimeField(null=True, editable=False, help_text="Shown as “Updated”")
    address_month = models.DateField(null=True, editable=False, help_text="First of the month in the address")
    working_copy = models.ForeignKey("Revision", on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    live_revision = models.ForeignKey("Revision", on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, editable=False, related_name="articles"
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    saved_at = models.DateTimeField(default=timezone.now, editable=False, help_text="When the working copy was saved")
    topics = TaggableManager(through=ArticleTopic, blank=True)
    search = GeneratedField(
        expression=StoryVector("language", "headline", "kicker", "standfirst", "body"),
        output_field=SearchVectorField(),
        db_persist=True,
    )
    body_pictures = pictures_in("body")
    desk_search = SearchVectorField(null=True, editable=False, help_text="Of the working copy's words and bylines")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = "story"
        verbose_name_plural = "stories"
        default_permissions = ["add", "change", "view"]
        permissions = [
            ("edit_any_article", "Can write in stories of others"),
            ("edit_every_section", "Can write and publish in every section"),
            ("publish_article", "Can publish, update and unpublish"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Status.values), name="article_status_known"),
            models.CheckConstraint(
                condition=Q(status__in=[Status.DRAFT, Status.IN_REVIEW])
                | Q(
                    published_at__isnull=False,
                    address_month__isnull=False,
                    section__isnull=False,
                    live_revision__isnull=False,
                )
                & ~Q(slug="")
                & ~Q(headline=""),
                name="article_published_is_complete",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[Status.DRAFT, Status.IN_REVIEW]) | Q(headline="", standfirst="", body=""),
                name="article_unpublished_words_are_elsewhere",
            ),
            models.UniqueConstraint(fields=["address_month", "slug"], name="article_address_once"),
            models.CheckConstraint(
                condition=Q(embargo_until=None) | ~Q(status=Status.PUBLISHED) | Q(published_at__gte=F("embargo_until")),
                name="article_embargo_holds",
            ),
        ]
        indexes = [
            models.Index(
                F("published_at").desc(), F("id").desc(), name="article_newest", condition=Q(status=Status.PUBLISHED)
            ),
            models.Index(
                F("section"),
                F("published_at").desc(),
                F("id").desc(),
                name="article_newest_in_section",
                condition=Q(status=Status.PUBLISHED),
            ),
            models.Index(
                F("series"),
                F("published_at").desc(),
                F("id").desc(),
                name="article_newest_in_series",
                condition=Q(status=Status.PUBLISHED, series__isnull=False),
            ),
            models.Index(F("saved_at").desc(), F("id").desc(), name="article_saved"),
            models.Index(F("status"), F("saved_at").desc(), F("id").desc(), name="article_saved_by_status"),
            models.Index(
                F("saved_at").desc(),
                F("id").desc(),
                name="article_being_updated",
                condition=Q(status=Status.PUBLISHED) & ~Q(working_copy=F("live_revision")),
            ),
            models.Index(
                F("kind"),
                F("published_at").desc(),
                F("id").desc(),
                name="article_newest_of_kind",
                condition=Q(status=Status.PUBLISHED),
            ),
            models.Index(
                F("address_month"),
                F("published_at").desc(),
                F("id").desc(),
                name="article_newest_in_month",
                condition=Q(status=Status.PUBLISHED),
            ),
            models.Index(fields=["due_at"], name="article_due", condition=Q(due_at__isnull=False)),
            GinIndex(fields=["search"], name="article_search", fastupdate=False),
            GinIndex(HeadlineVector("search"), name="article_headline_search", fastupdate=False),
            GinIndex(fields=["desk_search"], name="article_desk_search"),
            GinIndex(fields=["body_pictures"], name="article_body_pictures", fastupdate=False),
        ]

    def __str__(self):
        return self.headline or str(self.working_copy or "Untitled story")

    def get_absolute_url(self):
        return reverse("article", args=[self.address_month.year, self.address_month.month, self.slug])

    # Twins of the queryset's adjectives

    def is_live(self, at=None):
        at = at or timezone.now()
        return self.status == Status.PUBLISHED and self.published_at <= at and not self._is_gone(at)

    def is_scheduled(self, at=None):
        return self.status == Status.PUBLISHED and self.published_at > (at or timezone.now())

    @property
    def is_drafted(self):
        return self.status == Status.DRAFT

    @property
    def is_in_review(self):
        return self.status == Status.IN_REVIEW

    @property
    def is_unpublished(self):
        return self.status == Status.UNPUBLISHED or self._is_gone(timezone.now())

    @property
    def is_awaiting_update(self):
        return self.update_at is not None

    def is_awaiting_unpublication(self, at=None):
        at = at or timezone.now()
        return self.status == Status.PUBLISHED and self.unpublish_at is not None and self.unpublish_at > at

    @property
    def is_being_updated(self):
        return self.status == Status.PUBLISHED and self.working_copy_id != self.live_revision_id

    def loses_its_picture_by(self, moment):
        own = {self.lead_picture_id, *self.body_pictures}
        return self.status == Status.PUBLISHED and Picture.objects.out_of_rights(moment).filter(pk__in=own).exists()

    def _is_gone(self, at):
        return self.status == Status.PUBLISHED and self.unpublish_at is not None and self.unpublish_at <= at
