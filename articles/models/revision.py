from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from taggit.managers import TaggableManager

from articles.models.topic import RevisionTopic
from articles.models.words import Words
from pictures.models.in_prose import pictures_in


class Revision(Words):
    """An immutable snapshot of all that editors can write about an article. A database trigger forbids changing one."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="revisions")
    began_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="+", help_text="The revision on the writer's screen."
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="revisions")
    at = models.DateTimeField()
    note = models.CharField(max_length=300, blank=True)
    topics = TaggableManager(through=RevisionTopic, blank=True)
    body_pictures = pictures_in("body")

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["article", "-id"], name="revision_newest"),
            GinIndex(fields=["body_pictures"], name="revision_body_pictures", fastupdate=False),
        ]

    def __str__(self):
        return self.headline or "Untitled story"

    @property
    def credits(self):
        """The bylines as (author id, role) pairs, in order."""
        return [(byline.author_id, byline.role) for byline in self.bylines.all()]
