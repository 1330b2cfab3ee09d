from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from sections.reserved import refuse_reserved


class Colour(models.TextChoices):
    """Named, so that the style sheet can give each a light and a dark value that pass contrast."""

    RED = "red"
    ORANGE = "orange"
    OCHRE = "ochre"
    GREEN = "green"
    TEAL = "teal"
    BLUE = "blue"
    INDIGO = "indigo"
    PLUM = "plum"
    SLATE = "slate"


class Section(models.Model):
    """A part of the paper, with a page and a feed. May stand under one other section."""

    name = models.CharField(max_length=60, unique=True)
    slug = models.SlugField(
        max_length=80,
        unique=True,
        allow_unicode=True,
        validators=[refuse_reserved],
        help_text="The section's address: “world” gives /world/. The old address keeps leading here.",
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        help_text="The section to which this one belongs. The parent's page shows its stories too.",
    )
    position = models.PositiveSmallIntegerField(default=0, help_text="Its place in the navigation, lowest first.")
    description = models.CharField(
        max_length=300, blank=True, help_text="One sentence for the top of the section's page and for search engines."
    )
    colour = models.CharField(max_length=10, choices=Colour, default=Colour.SLATE)

    class Meta:
        ordering = ["position", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="section_is_not_its_own_parent"
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("section", args=[self.slug])

    def clean(self):
        if self.parent is None:
            return
        if self.parent_id == self.pk or self.parent.parent_id:
            raise ValidationError(
                {"parent": f"“{self.parent}” cannot be the parent: sections go two levels deep. Choose a top section."}
            )
        if self.pk and self.children.exists():
            raise ValidationError(
                {"parent": f"“{self}” has sections beneath it, so it must stay a top section. Move those first."}
            )
