from django.conf import settings
from django.db import models
from django.utils.translation import pgettext_lazy


class UpdateNote(models.Model):
    """A dated, public note on an article. Never changed once readers have seen it; a further note corrects it."""

    class Kind(models.TextChoices):
        UPDATE = "update", pgettext_lazy("note", "Update")
        CORRECTION = "correction", pgettext_lazy("note", "Correction")
        CLARIFICATION = "clarification", pgettext_lazy("note", "Clarification")
        EDITORS_NOTE = "editors-note", pgettext_lazy("note", "Editor's note")
        RETRACTION = "retraction", pgettext_lazy("note", "Retraction")

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="update_notes")
    kind = models.CharField(max_length=14, choices=Kind, default=Kind.UPDATE)
    text = models.TextField(max_length=2000, help_text="What changed, in plain words. Readers see it with the date.")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["kind", "-at", "-id"], name="update_note_newest")]
        constraints = [models.CheckConstraint(condition=~models.Q(text=""), name="update_note_says_something")]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.text[:60]}"

    @property
    def stands_at_head(self):
        """Corrections and retractions are seen before the story is read; the rest stand at its foot."""
        return self.kind in {self.Kind.CORRECTION, self.Kind.RETRACTION}
