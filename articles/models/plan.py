from datetime import UTC, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from articles.models.act import Act
from articles.models.change import Change

# Whoever has looked at what is planned knows all that can happen to words in half of this (articles/settling.py).
NOTICE = timedelta(minutes=1)


class PlanQuerySet(models.QuerySet):
    def standing(self):
        """Neither happened nor called off."""
        return self.filter(ending=None)

    def passed(self, at):
        return self.filter(at__lte=at)

    def updates(self):
        return self.filter(what=Plan.What.UPDATE)


class Plan(models.Model):
    """That something happens to a story by itself at a moment. It ends once, by the act that `ending` names: it
    happened, was moved, or was called off. A trigger forbids every other change.
    """

    class What(models.TextChoices):
        PUBLISH = "publish", "Publication"
        UPDATE = "update", "Update"
        UNPUBLISH = "unpublish", "Unpublication"

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="plans")
    what = models.CharField(max_length=10, choices=What)
    revision = models.ForeignKey("articles.Revision", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    note = models.TextField(blank=True)
    change = models.CharField(max_length=13, choices=Change, blank=True, help_text="Of an update: its kind")
    told = models.TextField(blank=True, help_text="Of an update: what its note will tell readers")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ending = models.ForeignKey(Act, on_delete=models.PROTECT, null=True, related_name="ended_plans")

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "what"], condition=Q(ending=None), name="plan_stands_once"),
            models.CheckConstraint(condition=Q(at__gt=models.F("made_at")), name="plan_lies_ahead"),
        ]

    def __str__(self):
        return f"{self.get_what_display()} on {in_words(self.at)}"


def as_utc(moment):
    """The same moment, or None as None. Two of one zone would be compared by what clocks show, which may come twice."""
    if moment is not None and timezone.is_naive(moment):
        raise ValueError(f"{moment} is in no time zone, so nobody can say when that is.")
    return moment and moment.astimezone(UTC)


def in_words(moment):
    """“3 May 2027, 09:00 CEST”: with its zone, because what is planned may lie on the other side of summer time."""
    return f"{timezone.localtime(moment):%-d %B %Y, %H:%M %Z}"
