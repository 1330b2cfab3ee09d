from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from fronts import rights

USUAL, LONGEST = timedelta(hours=2), timedelta(hours=24)


class Banner(models.Model):
    """The breaking-news banner: each row is one act, and the newest decides. A row without text took it down.

    It ends on the second, because whoever shows it compares `until` with the clock; no process is needed.
    """

    text = models.CharField(
        max_length=160, blank=True, help_text="One sentence, up to about 90 characters, without “Breaking” before it."
    )
    article = models.ForeignKey(
        "articles.Article", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="story"
    )
    url = models.URLField("other address", max_length=600, blank=True, help_text="If it leads to no story of ours.")
    until = models.DateTimeField("ends at", null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, editable=False, related_name="+")
    at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ["-id"]
        default_permissions = []
        permissions = [("raise_banner", "Can raise and take down the breaking-news banner")]
        constraints = [
            models.CheckConstraint(
                condition=Q(text="", until=None) | (~Q(text="") & Q(until__isnull=False)), name="banner_has_an_end"
            )
        ]

    def __str__(self):
        return self.text or "Taken down"

    def stands(self, at=None):
        at = at or timezone.now()
        return bool(self.text) and self.at <= at < self.until

    @property
    def address(self):
        """Where it leads: to its story while readers can see that, or to its other address, or nowhere."""
        if self.article and self.article.is_live():
            return self.article.get_absolute_url()
        return self.url

    @classmethod
    def standing(cls, at=None):
        """The banner that readers see at the moment `at`, or None."""
        at = at or timezone.now()
        newest = cls.objects.filter(at__lte=at).select_related("article", "by").first()
        return newest if newest and newest.stands(at) else None

    @classmethod
    @transaction.atomic
    def put_up(cls, text, *, by, until=None, article=None, url=""):
        """Show `text` in the masthead of every page, until `until` or for two hours. It takes the place of the last."""
        rights.demand(rights.may_raise_banner(by), by, "raise the banner")
        now = timezone.now()
        text, until = " ".join(text.split()), until or now + USUAL
        if not text:
            raise ValidationError("Write the sentence that readers are to see.")
        if article and url:
            raise ValidationError("A banner leads to one place. Choose a story or give an address, not both.")
        if until <= now:
            raise ValidationError("That moment has passed. A banner ends later than now.")
        if until > now + LONGEST:
            raise ValidationError("A banner stands for a day at most. Choose an earlier end.")
        return cls.objects.create(text=text, article=article, url=url, until=until, by=by, at=now)

    @classmethod
    @transaction.atomic
    def take_down(cls, *, by):
        """Take the banner away before its end. Where none stands, nothing happens."""
        rights.demand(rights.may_raise_banner(by), by, "take down the banner")
        if cls.standing():
            cls.objects.create(by=by, at=timezone.now())
