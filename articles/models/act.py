from django.conf import settings
from django.db import models

from articles.models.status import Status


class Act(models.Model):
    """Something that somebody did with a story: who, when, from which status to which, and why."""

    class Verb(models.TextChoices):
        DRAFT = "draft", "began"
        SUBMIT = "submit", "sent for review"
        SEND_BACK = "send_back", "sent back"
        PUBLISH = "publish", "published"
        SCHEDULE = "schedule", "scheduled"
        UPDATE = "update", "published an update to"
        UNPUBLISH = "unpublish", "unpublished"
        FILE = "file", "filed"
        NOTE = "note", "added a note to"
        PLAN = "plan", "planned an update to"
        PLAN_END = "plan_end", "planned to unpublish"
        CALL_OFF = "call_off", "called off what was planned for"
        EMBARGO = "embargo", "put an embargo on"
        LIFT = "lift", "lifted the embargo on"

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="acts")
    verb = models.CharField(max_length=10, choices=Verb)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="acts")
    at = models.DateTimeField()
    from_status = models.CharField(max_length=12, choices=Status, blank=True)
    to_status = models.CharField(max_length=12, choices=Status)
    note = models.TextField(blank=True)
    revision = models.ForeignKey("articles.Revision", on_delete=models.PROTECT, null=True, related_name="acts")

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["article", "-id"], name="act_newest")]

    def __str__(self):
        return f"{self.by} {self.get_verb_display()} “{self.article}”"
