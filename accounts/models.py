from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q


class User(AbstractUser):
    """Someone who can sign in to the desk; or a machine (an import, the worker) that acts and cannot sign in."""

    sections = models.ManyToManyField(
        "sections.Section",
        blank=True,
        related_name="editors",
        help_text="The sections in which this person edits and publishes. None chosen means all of them.",
    )
    is_machine = models.BooleanField(default=False, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(is_machine=False) | Q(is_active=False, is_superuser=False, is_staff=False),
                name="machine_cannot_sign_in",
            )
        ]

    def __str__(self):
        return self.get_full_name() or self.username
