from django.conf import settings
from django.db import models
from django.utils import timezone


class PublicationQuerySet(models.QuerySet):
    """What is live is read from the clock: the newest publication whose moment has passed. No process is needed."""

    def of(self, section):
        """Those of the section's front, or of the paper's where `section` is None."""
        return self.filter(front__section=section)

    def standing(self):
        return self.filter(cancellation=None)

    def passed(self, at=None):
        return self.standing().filter(at__lte=at or timezone.now())

    def coming(self, at=None):
        return self.standing().filter(at__gt=at or timezone.now())

    def live_and_coming(self, at=None):
        """The one that readers see and all that are ahead, the last of them first; one query."""
        live = self.passed(at).newest_first().values("pk")[:1]
        return self.standing().filter(models.Q(pk__in=live) | models.Q(at__gt=at or timezone.now())).newest_first()

    def live_in_each(self, at=None):
        """What readers see of each front that was ever published, with who made it live; one query."""
        return self.passed(at).select_related("version__by", "by").order_by("front", "-at", "-pk").distinct("front")

    def newest_first(self):
        return self.order_by("-at", "-pk")


class Publication(models.Model):
    """That a version is to be what readers see, from a moment on. Rolling back is one more, of an older version."""

    front = models.ForeignKey("fronts.Front", on_delete=models.PROTECT, related_name="publications")
    version = models.ForeignKey("fronts.FrontVersion", on_delete=models.PROTECT, related_name="publications")
    at = models.DateTimeField(help_text="From when on")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    note = models.CharField(max_length=300, blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["front", "-at", "-id"], name="front_publication_newest")]

    def __str__(self):
        return f"{self.version}, from {timezone.localtime(self.at):%-d %B %Y, %H:%M}"


class Cancellation(models.Model):
    """That a publication which was still ahead will not happen. Who took it back, and when, stays on record."""

    publication = models.OneToOneField(Publication, on_delete=models.PROTECT, related_name="cancellation")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return f"{self.by} took back {self.publication}"
