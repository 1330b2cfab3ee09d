from django.db import models
from django.utils.translation import pgettext_lazy


class Change(models.TextChoices):
    """What a publication was to those who read the story before. A person names the first five; the others follow from
    what happened.
    """

    TYPO = "typo", pgettext_lazy("change", "Typing error")
    CLARIFICATION = "clarification", pgettext_lazy("note", "Clarification")
    CORRECTION = "correction", pgettext_lazy("note", "Correction")
    UPDATE = "update", pgettext_lazy("note", "Update")
    RETRACTION = "retraction", pgettext_lazy("note", "Retraction")
    FIRST = "first", pgettext_lazy("change", "First published")
    AGAIN = "again", pgettext_lazy("change", "Published again")
    UNREAD = "unread", pgettext_lazy("change", "Behind the page")


NAMED = (Change.TYPO, Change.CLARIFICATION, Change.CORRECTION, Change.UPDATE, Change.RETRACTION)
# Those that move “Updated”, and those that readers are told in a note.
MOVING = frozenset(NAMED) - {Change.TYPO}
EXPLAINED = MOVING - {Change.UPDATE}
