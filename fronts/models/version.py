from django.conf import settings
from django.db import models
from django.utils import timezone

from fronts.areas import Area


class FrontVersion(models.Model):
    """An immutable snapshot of a front: every save makes one. A database trigger forbids changing it or its slots."""

    front = models.ForeignKey("fronts.Front", on_delete=models.PROTECT, related_name="versions")
    began_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="+", help_text="The version on the editor's screen."
    )
    topic = models.ForeignKey(
        "articles.Topic", on_delete=models.PROTECT, null=True, related_name="+", help_text="What the strip is about."
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["front", "-id"], name="front_version_newest")]

    def __str__(self):
        return f"the version that {self.by} saved on {timezone.localtime(self.at):%-d %B %Y, %H:%M}"


class Slot(models.Model):
    """A story that an editor put into a place, with a headline and a picture of the place's own."""

    version = models.ForeignKey(FrontVersion, on_delete=models.PROTECT, related_name="slots")
    area = models.CharField(max_length=10, choices=Area)
    position = models.PositiveSmallIntegerField(help_text="In its area, from 1")
    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="slots")
    headline = models.CharField(max_length=300, blank=True, help_text="Left empty, the story's own.")
    picture = models.ForeignKey(
        "pictures.Picture", on_delete=models.PROTECT, null=True, related_name="+", help_text="Left empty, the story's."
    )
    pinned_until = models.DateTimeField(null=True, help_text="When it falls out. Left empty, it stays.")

    class Meta:
        ordering = ["version", "area", "position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "area", "position"], name="slot_holds_one_story"),
            models.CheckConstraint(condition=models.Q(area__in=Area.values), name="slot_area_known"),
            models.CheckConstraint(condition=models.Q(position__gte=1), name="slot_position_from_one"),
        ]

    def __str__(self):
        return f"{self.get_area_display()} {self.position}: {self.article}"
