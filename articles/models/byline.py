from django.db import models
from django.utils.translation import pgettext_lazy


class Role(models.TextChoices):
    WRITER = "writer", pgettext_lazy("role", "Writer")
    CONTRIBUTOR = "contributor", pgettext_lazy("role", "Contributor")
    PHOTOGRAPHER = "photographer", pgettext_lazy("role", "Photographer")
    REVIEWER = "reviewer", pgettext_lazy("role", "Reviewer")


class Byline(models.Model):
    """An author's place on a story: in which order, and in which role."""

    author = models.ForeignKey("authors.Author", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=12, choices=Role, default=Role.WRITER)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["position", "id"]

    def __str__(self):
        return f"{self.author}, {self.get_role_display().lower()}"


class ArticleByline(Byline):
    """A byline that readers see."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="bylines")
    author = models.ForeignKey("authors.Author", on_delete=models.PROTECT, related_name="bylines")
    published_at = models.DateTimeField(null=True, editable=False, help_text="The story's; a list is in its order")

    class Meta(Byline.Meta):
        constraints = [
            models.UniqueConstraint(fields=["article", "author", "role"], name="article_byline_once_per_role")
        ]
        indexes = [models.Index(fields=["author", "-published_at", "-article"], name="article_byline_newest")]


class RevisionByline(Byline):
    """A byline as an editor saved it."""

    revision = models.ForeignKey("articles.Revision", on_delete=models.CASCADE, related_name="bylines")

    class Meta(Byline.Meta):
        constraints = [
            models.UniqueConstraint(fields=["revision", "author", "role"], name="revision_byline_once_per_role")
        ]
