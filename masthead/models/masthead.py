from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q

from prose.fields import ProseField

NAME_IN_TYPE = "Without one the name is set in type."


class Masthead(models.Model):
    """The publication's identity, and who publishes it. There is one row."""

    name = models.CharField(max_length=80, default="The Newsroom", help_text="The paper's name.")
    tagline = models.CharField(max_length=160, blank=True, help_text="The line beneath the name.")
    description = models.CharField(
        max_length=300, blank=True, help_text="One or two sentences for search engines and feeds."
    )
    logo = models.ForeignKey(
        "pictures.Picture",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The name as a picture from the library: a PNG or WebP that one can see through, cut close, at least "
        "1,280 pixels wide. Readers who cannot see it are told the paper's name. " + NAME_IN_TYPE,
    )
    dark_logo = models.ForeignKey(
        "pictures.Picture",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="logo in the dark",
        help_text="The same in light colours, for readers whose screens are dark. Without one the logo above stands on "
        "a light ground there.",
    )
    legal_name = models.CharField(
        "publisher", max_length=160, blank=True, help_text="Who publishes the paper, by its full legal name."
    )
    address = models.TextField(
        "postal address", max_length=400, blank=True, help_text="Street, town and country, a line for each."
    )
    email = models.EmailField("e-mail", blank=True, help_text="Shown to every reader.")
    phone = models.CharField("telephone", max_length=60, blank=True, help_text="Shown to every reader.")
    responsible_editor = models.CharField(
        max_length=120, blank=True, help_text="Who answers for what the paper prints, where the law wants a name."
    )
    founded = models.PositiveSmallIntegerField(
        "founded in",
        null=True,
        blank=True,
        validators=[MinValueValidator(1605, "No newspaper is older than 1605."), MaxValueValidator(2200)],
        help_text="The year of the first issue.",
    )
    issn = models.CharField(
        "ISSN",
        max_length=9,
        blank=True,
        validators=[RegexValidator(r"^\d{4}-\d{3}[\dX]\Z", "Write it as “1234-567X”.")],
        help_text="If the paper has one: “1234-567X”.",
    )
    imprint = ProseField(
        rules="bio", blank=True, help_text="What else the law or courtesy asks for. Stands in the foot of every page."
    )
    shows_changes = models.BooleanField(
        "readers see what changed",
        default=False,
        help_text="Every published story gets a page that shows each version that readers were shown, when, of which "
        "kind the change was, and what was put in and taken out.",
    )
    only = models.BooleanField(default=True, unique=True, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "masthead"
        constraints = [
            models.CheckConstraint(condition=Q(only=True), name="one_masthead"),
            models.CheckConstraint(
                condition=Q(dark_logo__isnull=True) | Q(logo__isnull=False),
                name="dark_logo_beside_a_logo",
                violation_error_message="A logo for the dark needs one for the light beside it. Choose that too.",
            ),
        ]

    def __str__(self):
        return self.name
