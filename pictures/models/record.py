from django.core.validators import URLValidator
from django.db import models
from django.utils import timezone

from pictures.models.source_type import SourceType


class Record(models.Model):
    """All that people write about a picture. What of it came with the file is noted in `read_from`."""

    # What readers are told
    title = models.CharField(max_length=200, help_text="What you would search for to find it again.")
    alt = models.CharField(
        "alternative text",
        max_length=500,
        blank=True,
        help_text="What a reader who cannot see the picture needs to know. One or two sentences.",
    )
    is_decorative = models.BooleanField(
        "decorative",
        default=False,
        help_text="Says nothing that the text does not say; screen readers skip it.",
    )
    extended_description = models.TextField(
        blank=True,
        help_text="For a chart, a map or a document: all that can be seen in it, for readers to whom the alternative "
        "text is not enough.",
    )
    caption = models.TextField(blank=True, help_text="Each story may use a caption of its own instead.")
    credit = models.CharField(
        max_length=200, blank=True, help_text="As it stands under the picture: “Anna Weiss / The Courier”."
    )
    source_type = models.CharField(
        "how it was made",
        max_length=40,
        choices=SourceType,
        blank=True,
        help_text="Readers are told where a picture is a composite, or was made or changed with AI.",
    )

    # What it shows
    people = models.TextField("people shown", blank=True, help_text="One name a line, as they should be searched for.")
    place = models.CharField(
        max_length=200, blank=True, help_text="From the small to the large: “Pier, Merrow, Norland”."
    )
    taken_at = models.DateTimeField(
        "taken",
        null=True,
        blank=True,
        help_text="When it was taken. If only the day is known, write midnight.",
    )

    # Whose it is, and what we may do with it
    creator = models.CharField(
        "photographer", max_length=200, blank=True, help_text="Who took or drew it: “Anna Weiss”."
    )
    copyright_notice = models.CharField(
        max_length=300, blank=True, help_text="Whose property it is: “© 2026 Anna Weiss”. Not shown under the picture."
    )
    source = models.CharField(max_length=200, blank=True, help_text="Where it came from: agency, archive, person.")
    licence = models.CharField(
        max_length=200, blank=True, help_text="On what terms we use it: “Own work”, “Agency contract”, “CC BY 4.0”."
    )
    licence_url = models.URLField(
        "address of the licence",
        max_length=500,
        blank=True,
        validators=[URLValidator(schemes=["http", "https"])],
        help_text="The page where its terms stand, beginning with https://.",
    )
    usage_terms = models.TextField(
        blank=True, help_text="What the licence demands of us: a link, a phrase in the credit, a fee for each use."
    )
    valid_until = models.DateTimeField(
        null=True,
        blank=True,
        help_text="When the rights end. No reader sees it from that moment on. Leave it empty if there is no end.",
    )
    restrictions = models.TextField(
        blank=True,
        help_text="What it must not be used for: “Not on the front”, “Not in Austria”. Shown to whoever picks it.",
    )
    notes = models.TextField(blank=True, help_text="For the desk. Readers never see this.")

    class Meta:
        abstract = True

    def is_in_rights(self, at=None):
        """Whether it may be shown at the moment `at`, which is now when left out. The last moment is the one before
        `valid_until`.
        """
        return self.valid_until is None or self.valid_until > (at or timezone.now())

    @property
    def is_labelled(self):
        return bool(self.label)

    @property
    def label(self):
        """What readers must be told of how it was made, in their language; else nothing."""
        return SourceType(self.source_type).said_to_readers if self.source_type else ""

    @property
    def people_shown(self):
        """The names, in order."""
        return [name for line in self.people.splitlines() if (name := line.strip())]
