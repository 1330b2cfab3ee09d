import re

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse

from prose.fields import ProseField
from sections.models import Section
from sections.reserved import refuse_reserved


class Purpose(models.TextChoices):
    """What a standing page is for, so that links, menus and search engines know which is which."""

    ABOUT = "about", "About the paper"
    STAFF = "staff", "Who works here"
    CONTACT = "contact", "Contact"
    ETHICS = "ethics", "Ethics policy"
    CORRECTIONS = "corrections", "Corrections policy"
    PRIVACY = "privacy", "Privacy"
    IMPRINT = "imprint", "Imprint"


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
        help_text="Its address without the slashes around it: “about” or “about/team”. The old address keeps leading "
        "here.",
    )
    title = models.CharField(max_length=200)
    body = ProseField(blank=True)
    purpose = models.CharField(
        max_length=12,
        choices=Purpose,
        blank=True,
        help_text="What the page is for, if it is one of these; search engines are told, and other pages link to it. "
        "“Who works here” stands at /authors/, above the list of everyone, which fills itself.",
    )
    is_published = models.BooleanField(
        "published",
        default=False,
        help_text="Until this is ticked and saved, only the desk can see the page.",
    )
    in_menu = models.BooleanField("linked in the masthead's menu", default=False)
    in_footer = models.BooleanField("linked in the foot of every page", default=True)
    position = models.PositiveSmallIntegerField(default=0, help_text="Its place in the menu and foot, lowest first.")

    class Meta:
        ordering = ["position", "title"]
        constraints = [
            models.CheckConstraint(condition=Q(purpose__in=["", *Purpose.values]), name="standing_page_purpose_known"),
            models.UniqueConstraint(
                fields=["purpose"],
                condition=~Q(purpose=""),
                name="one_standing_page_for_a_purpose",
                violation_error_message="Another page has this purpose already. Take it away there first.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("authors") if self.purpose == Purpose.STAFF else reverse("standing_page", args=[self.path])
