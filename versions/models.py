from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone


class VersionQuerySet(models.QuerySet):
    def of(self, thing):
        content_type = ContentType.objects.get_for_model(thing)
        return self.filter(content_type=content_type, object_id=thing.pk)

    def older_than(self, version):
        return self.filter(pk__lt=version.pk)


class Version(models.Model):
    """What a thing of the desk that is no story held after a save. A database trigger forbids changing one.

    Stories have revisions of their own, in typed columns. What is kept here is small, seldom saved and of many shapes,
    so it is kept as JSON, as `versions.content.content_of` reads it from the thing.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    content = models.JSONField(encoder=DjangoJSONEncoder)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="Nobody where the change was made outside of the desk",
    )
    at = models.DateTimeField(default=timezone.now)
    sent = models.CharField(max_length=64, blank=True, help_text="Digest of the form, to know one that is sent twice")

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        default_permissions = ()
        indexes = [models.Index(fields=["content_type", "object_id", "-id"], name="version_newest")]

    def __str__(self):
        return f"{self.content_type} {self.object_id}, {self.when}"

    @property
    def when(self):
        return f"{timezone.localtime(self.at):%-d %B %Y, %H:%M}"

    @property
    def who(self):
        return str(self.by) if self.by else "Somebody outside of the desk"

    @classmethod
    def keep(cls, thing, content, *, by, sent=""):
        """Keep what `thing` holds, unless that is what its newest version holds already. Returns the newest."""
        newest = cls.objects.of(thing).first()
        if newest is None or newest.content != content:
            content_type = ContentType.objects.get_for_model(thing)
            newest = cls.objects.create(
                content_type=content_type, object_id=thing.pk, content=content, by=by, sent=sent
            )
        return newest
