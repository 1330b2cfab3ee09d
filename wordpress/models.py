from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class ImportedItem(models.Model):
    """What became of something in a WordPress export. It is why an import can be run again, and stopped at any time.

    Written in the same transaction as what it points to, so that the one never stands without the other.
    """

    class Kind(models.TextChoices):
        AUTHOR = "author"
        CATEGORY = "category"
        TAG = "tag"
        POST = "post"
        PAGE = "page"

    source = models.CharField(max_length=300, help_text="The site that it came from: “example.org/blog”.")
    kind = models.CharField(max_length=10, choices=Kind)
    foreign_id = models.CharField(max_length=250, help_text="A login, a slug or a number, as WordPress has it.")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey()
    digest = models.CharField(max_length=64, blank=True, help_text="Of what the export said when we last read it.")
    left_as = models.CharField(max_length=64, blank=True, help_text="Of what we made of it, to see whether it changed.")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "kind", "foreign_id"], name="imported_once_from_each_site")
        ]

    def __str__(self):
        return f"{self.kind} {self.foreign_id} of {self.source}"

    @classmethod
    def remember(cls, source, kind, foreign_id, target, *, digest="", left_as=""):
        """Keep what became of it; what was said before of the same thing is brought up to date."""
        item = cls.find(source, kind, foreign_id) or cls(source=source, kind=kind, foreign_id=foreign_id[:250])
        item.content_type = ContentType.objects.get_for_model(target)
        item.object_id, item.digest, item.left_as = target.pk, digest, left_as
        item.save()

    @classmethod
    def known(cls, source, kind, model):
        """What was imported of one kind before: foreign id → object id, None where it was deleted here since."""
        known = dict(cls.objects.filter(source=source, kind=kind).values_list("foreign_id", "object_id"))
        alive = set(model.objects.filter(pk__in=known.values()).values_list("pk", flat=True))
        return {foreign_id: pk if pk in alive else None for foreign_id, pk in known.items()}

    @classmethod
    def find(cls, source, kind, foreign_id):
        return cls.objects.filter(source=source, kind=kind, foreign_id=foreign_id[:250]).first()
