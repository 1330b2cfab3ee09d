import re

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from pictures.shown import Shown
from prose.fields import ProseField

COMMA = re.compile("[,،、，]")  # as Latin, Arabic, Chinese and Japanese write it


class AuthorQuerySet(models.QuerySet):
    def in_the_staff_s_order(self):
        """By name, and those who left after those who are with us."""
        return self.order_by("-is_active", "name", "pk")

    def following(self, author):
        """Whom `author` precedes in that order. The first condition of each is for the index, and bounds the second."""
        after = Q(name__gte=author.name) & (Q(name__gt=author.name) | Q(pk__gt=author.pk))
        after &= Q(is_active=author.is_active)
        return self.filter(after | Q(is_active=False) if author.is_active else after)


class Author(models.Model):
    """A person whose name can stand on a byline. May or may not have an account."""

    name = models.CharField(max_length=120, help_text="As it stands on a byline.")
    slug = models.SlugField(
        max_length=140,
        unique=True,
        allow_unicode=True,
        help_text="The author's address: “anna-weiss” gives /authors/anna-weiss/. The old address keeps leading here.",
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="author",
        verbose_name="account",
        help_text="The account with which this author signs in, if any. They may then edit their own bio.",
    )
    job_title = models.CharField(max_length=120, blank=True, help_text="Beneath the name: “Harbour correspondent”.")
    bio = ProseField(
        rules="bio", blank=True, help_text="Two to five sentences, in the third person. Stands under every story."
    )
    portrait = models.ForeignKey(
        "pictures.Picture", on_delete=models.PROTECT, null=True, blank=True, related_name="portrait_of"
    )
    location = models.CharField(max_length=120, blank=True, help_text="Where the author works: “Brussels”.")
    languages = models.CharField(max_length=200, blank=True, help_text="Separated by commas: “English, Dutch”.")
    expertise = models.CharField(
        "areas of expertise", max_length=300, blank=True, help_text="Separated by commas: “Ports, shipping law”."
    )
    public_email = models.EmailField(blank=True, help_text="Shown to every reader. Leave empty to show none.")
    public_phone = models.CharField(max_length=60, blank=True, help_text="Shown to every reader.")
    is_active = models.BooleanField(
        "still with us", default=True, help_text="Untick when the author leaves; the page and the bylines stay."
    )

    objects = AuthorQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        indexes = [
            models.Index(fields=["name"], name="author_name"),
            models.Index(F("is_active").desc(), "name", "id", name="author_staff_order"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("author", args=[self.slug])

    def shown_portrait(self, at=None):
        """The portrait as a `Shown`, or None once its rights have ended; at the moment `at`, or now."""
        shown = self.portrait_id and self.portrait.is_in_rights(at)
        return Shown.of(self.portrait) if shown else None

    @property
    def areas_of_expertise(self):
        """“Ports, shipping law” as a list."""
        return _listed(self.expertise)

    @property
    def spoken_languages(self):
        return _listed(self.languages)


def _listed(text):
    return [part.strip() for part in COMMA.split(text) if part.strip()]


class AuthorLink(models.Model):
    """Where else an author can be found: a site, a social profile."""

    author = models.ForeignKey(Author, on_delete=models.CASCADE, related_name="links")
    label = models.CharField(max_length=60, help_text="What readers click: “Mastodon”.")
    url = models.URLField("address", max_length=400)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self):
        return self.label
