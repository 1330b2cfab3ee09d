from datetime import timedelta

from django.db import models
from django.utils import timezone

EVERY = timedelta(seconds=5)
LATE = timedelta(minutes=2)  # longer than the longest task may take


class Heartbeat(models.Model):
    """When the worker last ran: one row, or none where it never did."""

    at = models.DateTimeField()

    class Meta:
        default_permissions = []
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="heartbeat_is_one_row")]

    def __str__(self):
        return f"The worker ran on {timezone.localtime(self.at):%-d %B %Y, %H:%M:%S}"

    @classmethod
    def beat(cls):
        cls.objects.bulk_create(
            [cls(pk=1, at=timezone.now())], update_conflicts=True, unique_fields=["id"], update_fields=["at"]
        )

    @classmethod
    def last(cls):
        return cls.objects.values_list("at", flat=True).first()
