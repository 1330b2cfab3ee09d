import re

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse

from prose.fields import ProseField
from sections.models import Section
from sections.reserved import refuse_reserved


class Masthead(models.Model):
    """The publication's identity. There is one row."""

    name = models.CharField(max_length=80, default="The Newsroom", help_text="The paper's name.")
    tagline = models.CharField(max_length=160, blank=True, help_text="The line beneath the name.")
    description = models.CharField(
        max_length=300, blank=True, help_text="One or two sentences for search engines and feeds."
    )
    imprint = ProseField(
        rules="bio", blank=True, help_text="The foot of every page: who publishes this, and how to reach them."
    )
    only = models.BooleanField(default=True, unique=True, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "masthead"
        constraints = [models.CheckConstraint(condition=Q(only=True), name="one_masthead")]

    def __str__(self):
        return self.name


class ConnectLink(models.Model):
    """One of the “Connect with us” links."""

    masthead = models.ForeignKey(Masthead, on_delete=models.CASCADE, related_name="connect_links")
    label = models.CharField(max_length=60, help_text="What readers click: “Mastodon”.")
    url = models.URLField("address", max_length=400)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self):
        return self.label


def refuse_reserved_path(path):
    if not re.fullmatch(r"[\w-]+(/[\w-]+)*", path):
        raise ValidationError("Write words and hyphens, without slashes at the ends: “about” or “about/our-team”.")
    refuse_reserved(path.split("/")[0])
    if section := Section.objects.filter(slug=path.split("/")[0]).first():
        raise ValidationError(f"The section “{section}” stands at /{section.slug}/. Choose another address.")


class StandingPage(models.Model):
    """A page that is no story: About, Contact, Privacy. Stands at its own path, which may have several parts."""

    path = models.CharField(
        "address",
        max_length=300,
        unique=True,
        validators=[refuse_reserved_path],
        help_text="Its address without the slashes around it: “about” or “about/team”.",
    )
    title = models.CharField(max_length=200)
    body = ProseField(blank=True)
    is_published = models.BooleanField("published", default=False)
    in_footer = models.BooleanField("linked in the footer", default=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "title"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("standing_page", args=[self.path])
