from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from taggit.models import ItemBase, TagBase

from articles.search.beginning import NameVector

LONGEST_SLUG = 90  # the column has 100; the rest is for a number


class Topic(TagBase):
    """What stories are about, with a page and a feed. Made by being typed on a story."""

    description = models.CharField(
        max_length=300, blank=True, help_text="One sentence for the top of the topic's page and for search engines."
    )

    class Meta:
        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=~models.Q(slug=""), name="topic_has_a_slug")]
        indexes = [GinIndex(NameVector("name"), name="topic_name_words")]

    def slugify(self, tag, i=None):
        """In the name's own script; “topic” where nothing of it can stand in an address (“🎉”)."""
        slug = slugify(tag, allow_unicode=True)[:LONGEST_SLUG].strip("-_") or "topic"
        return slug if i is None else f"{slug}-{i}"

    def get_absolute_url(self):
        return reverse("topic", args=[self.slug])


class ArticleTopic(ItemBase):
    """A topic that readers see on an article."""

    tag = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="on_articles")
    content_object = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="topic_links")
    published_at = models.DateTimeField(null=True, editable=False, help_text="The story's; a list is in its order")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="article_topic_once")]
        indexes = [models.Index(fields=["tag", "-published_at", "-content_object"], name="article_topic_newest")]


class RevisionTopic(ItemBase):
    """A topic as an editor saved it."""

    tag = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="on_revisions")
    content_object = models.ForeignKey("articles.Revision", on_delete=models.CASCADE, related_name="topic_links")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="revision_topic_once")]
