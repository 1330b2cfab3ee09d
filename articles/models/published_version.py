from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models.change import EXPLAINED, Change


class PublishedVersion(models.Model):
    """That readers saw a revision from a moment on, and what kind of change it was to them. Triggers forbid changing
    one, and forbid that words which readers have seen change without one.
    """

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="versions")
    revision = models.ForeignKey("articles.Revision", on_delete=models.PROTECT, related_name="+")
    change = models.CharField(max_length=13, choices=Change)
    at = models.DateTimeField("when")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="person")
    note = models.OneToOneField(
        "articles.UpdateNote",
        on_delete=models.PROTECT,
        null=True,
        related_name="version",
        help_text="What readers read",
    )

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["article", "-id"], name="published_version_newest"),
            models.Index(fields=["-at", "-id"], name="published_version_silent", condition=Q(change=Change.TYPO)),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(change__in=Change.values), name="published_version_change_known"),
            models.CheckConstraint(
                condition=~Q(change__in=sorted(EXPLAINED)) | Q(note__isnull=False),
                name="published_version_is_explained",
            ),
            models.CheckConstraint(
                condition=Q(change__in=[*sorted(EXPLAINED), Change.UPDATE]) | Q(note__isnull=True),
                name="published_version_note_fits",
            ),
            models.UniqueConstraint(
                fields=["article"], condition=Q(change=Change.FIRST), name="published_version_first_once"
            ),
        ]

    def __str__(self):
        return f"{self.get_change_display()}: {self.revision}"


class SilentChange(PublishedVersion):
    """A published version under which readers were told nothing, for the desk's list of these."""

    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name = "silent change"

    def __str__(self):
        return str(self.revision)
