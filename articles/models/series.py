from django.db import models
from django.urls import reverse


class Series(models.Model):
    """Stories that belong together and are read in order, with a page and a feed: “The long tide”."""

    name = models.CharField(max_length=120, unique=True)
    slug = models.SlugField(
        max_length=140,
        unique=True,
        allow_unicode=True,
        help_text="Its address: “the-long-tide” gives /series/the-long-tide/. The old address keeps leading here.",
    )
    description = models.CharField(
        max_length=300, blank=True, help_text="One sentence for the top of the series' page and for search engines."
    )

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "series"

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("series", args=[self.slug])
