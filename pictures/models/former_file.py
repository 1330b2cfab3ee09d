from django.conf import settings
from django.db import models

from pictures.storage import originals


class FormerFile(models.Model):
    """What a picture showed until its file was replaced. The original's bytes stay where they are."""

    picture = models.ForeignKey("pictures.Picture", on_delete=models.CASCADE, related_name="former_files")
    original = models.FileField(storage=originals, max_length=200)
    digest = models.CharField(max_length=64, help_text="SHA-256 of the original")
    width = models.PositiveIntegerField(help_text="Pixels, upright")
    height = models.PositiveIntegerField(help_text="Pixels, upright")
    replaced_at = models.DateTimeField(auto_now_add=True)
    replaced_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        ordering = ["-replaced_at", "-pk"]

    def __str__(self):
        return f"{self.width} × {self.height}, until {self.replaced_at:%Y-%m-%d %H:%M}"
