from django.db import models
from taggit.models import TaggedItemBase


class PictureTopic(TaggedItemBase):
    """A word to find a picture by. Stories have topics of their own, which readers see; these are for the desk."""

    content_object = models.ForeignKey("pictures.Picture", on_delete=models.CASCADE, related_name="topic_links")

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="picture_topic_once")]
