from types import MappingProxyType

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import pgettext_lazy

from pictures.shown import Shown
from prose.fields import ProseField
from prose.rendering import uses_of_pictures


class Kind(models.TextChoices):
    """What kind of piece it is. Readers are told, everywhere it is shown."""

    NEWS = "news", pgettext_lazy("kind of piece", "News")
    ANALYSIS = "analysis", pgettext_lazy("kind of piece", "Analysis")
    OPINION = "opinion", pgettext_lazy("kind of piece", "Opinion")
    INTERVIEW = "interview", pgettext_lazy("kind of piece", "Interview")
    EXPLAINER = "explainer", pgettext_lazy("kind of piece", "Explainer")
    REVIEW = "review", pgettext_lazy("kind of piece", "Review")
    LIVE = "live", pgettext_lazy("kind of piece", "Live")
    SPONSORED = "sponsored", pgettext_lazy("kind of piece", "Sponsored")
    OBITUARY = "obituary", pgettext_lazy("kind of piece", "Obituary")


def paper_language():
    """The language that most of this paper is written in, as a BCP 47 tag."""
    return settings.LANGUAGE_CODE


class Words(models.Model):
    """What editors write. An article holds the words that readers see, a revision those that an editor saved."""

    kicker = models.CharField(
        max_length=80, blank=True, help_text="One to three words above the headline: “Ferry strike”."
    )
    headline = models.CharField(
        max_length=300, blank=True, help_text="Up to about 90 characters. Say what happened; no full stop."
    )
    standfirst = models.TextField(
        max_length=600, blank=True, help_text="One or two sentences beneath the headline, also shown in lists."
    )
    body = ProseField(blank=True)
    kind = models.CharField(
        "kind of piece", max_length=12, choices=Kind, default=Kind.NEWS, help_text="Readers see it above the headline."
    )
    language = models.CharField(
        max_length=35,
        default=paper_language,
        validators=[
            RegexValidator(r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", "Write a language tag such as “en-gb” or “ar”.")
        ],
        help_text="Of this story, as a language tag: “en-gb”, “de”, “ar”.",
    )
    series = models.ForeignKey(
        "articles.Series",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
        help_text="If it is a part of one. Readers are led from part to part, in the order of publication.",
    )
    lead_picture = models.ForeignKey(
        "pictures.Picture", on_delete=models.PROTECT, null=True, blank=True, related_name="lead_of_%(class)s"
    )
    lead_caption = models.TextField(
        "caption here", blank=True, help_text="For this story only. Left empty, the picture's own caption stands."
    )
    lead_credit = models.CharField(
        "credit here", max_length=200, blank=True, help_text="Left empty, the picture's own credit stands."
    )
    lead_alt = models.CharField(
        "alternative text here",
        max_length=500,
        blank=True,
        help_text="What the picture says in this story to a reader who cannot see it. Left empty, the picture's own "
        "alternative text stands.",
    )
    search_title = models.CharField(
        max_length=120, blank=True, help_text="For search engines, up to 60 characters. Left empty, the headline."
    )
    search_description = models.CharField(
        max_length=320, blank=True, help_text="For search engines, up to 160 characters. Left empty, the standfirst."
    )
    social_title = models.CharField(max_length=200, blank=True, help_text="When shared. Left empty, the headline.")
    social_description = models.CharField(
        max_length=320, blank=True, help_text="When shared. Left empty, the standfirst."
    )
    canonical_url = models.URLField(
        "canonical address",
        max_length=600,
        blank=True,
        help_text="Only when the story first stood elsewhere: its address there.",
    )

    # The pictures of the body by id, laid on by whoever shows the body; None for one that readers are not shown.
    pictures_in_body = MappingProxyType({})

    class Meta:
        abstract = True

    def shown_picture(self, at=None):
        """The picture that readers are shown with this story at the moment `at`, or now: a `Shown`, or None.

        Once the rights to the lead picture have ended, the first picture of the body that is in rights stands in its
        place, wherever the body is shown too (`pictures_in_body`). Nothing else tells readers which picture to see.
        """
        if self.lead_picture_id is None:
            return None
        if self.lead_picture.is_in_rights(at):
            own = {"caption": self.lead_caption, "credit": self.lead_credit, "alt": self.lead_alt}
            return Shown.of(self.lead_picture, **own)
        return self._next_best(at) if self.pictures_in_body else None

    def _next_best(self, at):
        for use in uses_of_pictures(self.body):
            picture = self.pictures_in_body.get(use.picture)
            if picture and picture.is_in_rights(at):
                return Shown.of(picture, caption=use.caption, credit=use.credit, alt=use.alt)
        return None

    @property
    def words(self):
        """Every field that editors write, by name; what publishing copies and saving compares."""
        return {field.name: getattr(self, field.name) for field in Words._meta.get_fields()}
