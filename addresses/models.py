from urllib.parse import unquote

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class FormerAddress(models.Model):
    """A path at which something once stood in public. It leads to wherever that thing stands now."""

    path = models.CharField(max_length=600, unique=True)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey()
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "former addresses"
        indexes = [models.Index(fields=["content_type", "object_id"], name="former_address_target")]

    def __str__(self):
        return self.path

    @classmethod
    def remember(cls, path, target):
        """Keep `path` alive for `target`; an address that two things had belongs to the one that had it last."""
        path = unquote(path)  # as requests bring it: readable, whatever its script
        content_type = ContentType.objects.get_for_model(target)
        cls.objects.update_or_create(path=path, defaults={"content_type": content_type, "object_id": target.pk})
