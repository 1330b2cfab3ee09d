from django.db import models


class Status(models.TextChoices):
    """Where a story stands. Being scheduled and being updated are read from times and revisions, not stored."""

    DRAFT = "draft", "Draft"
    IN_REVIEW = "in_review", "In review"
    PUBLISHED = "published", "Published"
    UNPUBLISHED = "unpublished", "Unpublished"
