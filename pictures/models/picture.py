from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper
from taggit.managers import TaggableManager

from pictures.key import KEY_LENGTH, new_key
from pictures.models.keeping import Keeping
from pictures.models.likeness import BAND_INDEXES
from pictures.models.queryset import PictureQuerySet
from pictures.models.record import Record
from pictures.models.source_type import SourceType
from pictures.models.topic import PictureTopic
from pictures.rendition import CROPS, JPEG_ON_PAGES, ON_PAGES, Rendition, size_of, width_for, widths_of
from pictures.storage import originals


def original_name(picture, filename):
    return f"{picture.digest[:2]}/{picture.digest}"


class Picture(Keeping, Record):
    """An image in the library. The original's bytes are kept as they came, in private storage."""

    original = models.FileField(storage=originals, upload_to=original_name, max_length=200)
    digest = models.CharField(max_length=64, unique=True, editable=False, help_text="SHA-256 of the original")
    key = models.CharField(
        max_length=KEY_LENGTH,
        unique=True,
        default=new_key,
        editable=False,
        help_text="What its public addresses are made of; another when its file is replaced",
    )
    width = models.PositiveIntegerField(editable=False, help_text="Pixels, upright")
    height = models.PositiveIntegerField(editable=False, help_text="Pixels, upright")
    colour = models.CharField(max_length=7, blank=True, editable=False, help_text="On average, as #rrggbb")
    is_opaque = models.BooleanField(null=True, editable=False, help_text="Nothing shows through it")
    perceptual_hash = models.BigIntegerField(
        null=True, editable=False, help_text="Alike for pictures that look alike; none for one without features"
    )
    read_from = models.JSONField(
        default=dict, blank=True, editable=False, help_text="Field → “XMP”, “IIM” or “EXIF”, where the file told it"
    )
    topics = TaggableManager(
        "topics",
        through=PictureTopic,
        blank=True,
        help_text="Words to find it by, with commas between. Readers do not see them.",
    )
    focal_x = models.FloatField(
        default=0.5,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
        help_text="What matters, from the left edge (0) to the right (1).",
    )
    focal_y = models.FloatField(
        default=0.5,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
        help_text="What matters, from the top edge (0) to the bottom (1).",
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, editable=False, related_name="pictures"
    )
    uploaded_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField(auto_now=True, help_text="When somebody last wrote in its record")

    objects = PictureQuerySet.as_manager()

    class Meta:
        ordering = ["-uploaded_at", "-id"]
        indexes = [
            models.Index(fields=["-uploaded_at", "-id"], name="picture_newest"),
            models.Index(fields=["valid_until"], name="picture_rights_end", condition=Q(valid_until__isnull=False)),
            models.Index(
                fields=["-saved_at", "-id"],
                include=["valid_until"],
                name="picture_with_an_end_saved",
                condition=Q(valid_until__isnull=False),
            ),
            models.Index(Upper("creator"), F("uploaded_at").desc(), F("id").desc(), name="picture_newest_by_creator"),
            models.Index(Upper("licence"), F("uploaded_at").desc(), F("id").desc(), name="picture_newest_of_licence"),
            *BAND_INDEXES,
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(focal_x__gte=0, focal_x__lte=1, focal_y__gte=0, focal_y__lte=1),
                name="picture_focal_point_inside",
            ),
            models.CheckConstraint(condition=Q(key__regex=rf"^[a-z0-9]{{{KEY_LENGTH}}}$"), name="picture_key_is_one"),
            models.CheckConstraint(condition=Q(width__gt=0, height__gt=0), name="picture_has_a_size"),
            models.CheckConstraint(condition=Q(colour__regex=r"^(#[0-9a-f]{6})?$"), name="picture_colour_is_one"),
            models.CheckConstraint(
                condition=Q(source_type__in=["", *SourceType.values]), name="picture_source_type_known"
            ),
            models.CheckConstraint(
                condition=Q(licence_url="") | Q(licence_url__regex=r"^https?://"), name="picture_licence_on_the_web"
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def focus(self):
        """The focal point in whole per cent, from the left and from the top."""
        return round(self.focal_x * 100), round(self.focal_y * 100)

    @property
    def ground(self):
        """Its colour in the words of picture.css, “r9 ga b4”, each of 16 steps, to stand where the picture will be.
        Nothing where it would show through the picture.
        """
        if not (self.is_opaque and self.colour):
            return ""
        steps = (round(int(self.colour[place : place + 2], 16) / 17) for place in (1, 3, 5))
        return "r{:x} g{:x} b{:x}".format(*steps)

    def src(self, width=JPEG_ON_PAGES):
        """Address of a JPEG at least `width` pixels wide, or as wide as there is."""
        return Rendition(self.key, width_for(self, width), "jpg").address

    def srcset(self, image_format="jpg"):
        """What stands in `srcset`: each width that the picture is served in, as "jpg", "webp" or "avif"."""
        served = [Rendition(self.key, width, image_format) for width in widths_of(self)]
        folder = served[0].address.removesuffix(served[0].name)
        return ", ".join(f"{folder}{each.name} {min(each.width, self.width)}w" for each in served)

    @property
    def avif_srcset(self):
        return self.srcset("avif")

    @property
    def webp_srcset(self):
        return self.srcset("webp")

    @property
    def square(self):
        """Address of a small square around the focal point, for portraits and thumbnails."""
        return self.crop(ON_PAGES, "avif").address

    def crop(self, name, image_format="jpg"):
        """One of `CROPS`, as a rendition; `size_of_crop` tells how large it is."""
        return Rendition(self.key, CROPS[name][0], image_format, name, self.focus)

    def size_of_crop(self, name):
        return size_of(self, name)
