from django.db import models

from masthead.models.masthead import Masthead


class ConnectLink(models.Model):
    """One of the “Connect with us” links."""

    masthead = models.ForeignKey(Masthead, on_delete=models.CASCADE, related_name="connect_links")
    label = models.CharField(max_length=60, help_text="What readers click: “Mastodon”.")
    url = models.URLField("address", max_length=400)
    position = models.PositiveSmallIntegerField(default=0, help_text="Its place in the row, lowest first.")

    class Meta:
        ordering = ["position", "id"]

    def __str__(self):
        return self.label
