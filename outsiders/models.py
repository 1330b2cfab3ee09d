from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone

from articles import rights

SIGNED_AS = "outsiders.invitation"
LONGEST = timedelta(days=90)
REMARKS_AT_MOST = 200


class InvitationQuerySet(models.QuerySet):
    def open(self, at=None):
        return self.filter(withdrawn_at=None, until__gt=at or timezone.now())

    def for_whom_may_read(self, user):
        """Those to stories that `user` may see at the desk."""
        readable = self.model._meta.get_field("article").related_model.objects.readable_by(user)
        return self.filter(article__in=readable.values("pk"))


class Invitation(models.Model):
    """A preview link: one version of a story, for one person without an account, until a moment."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="invitations")
    revision = models.ForeignKey(
        "articles.Revision",
        on_delete=models.PROTECT,
        related_name="invitations",
        help_text="What it shows, and no other",
    )
    recipient = models.CharField(
        max_length=120, help_text="Whom you send it to: “Nils Harker, lawyer”. They see this name."
    )
    until = models.DateTimeField("open until")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, editable=False, related_name="+")
    at = models.DateTimeField("made", default=timezone.now, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = "preview link"
        ordering = ["-pk"]
        default_permissions = ()

    def __str__(self):
        return f"{self.recipient}: {self.revision}"

    def get_absolute_url(self):
        return reverse("invited", args=[signing.dumps(self.pk, salt=SIGNED_AS)])

    @classmethod
    def invite(cls, revision, recipient, *, by, until):
        """Make a link to `revision` for `recipient`. Raises `PermissionDenied` and `ValidationError` with sentences."""
        article = revision.article
        rights.demand(rights.may_publish(by, article), by, "invite outsiders to", article)
        now, recipient = timezone.now(), " ".join(recipient.split())
        if not recipient:
            raise ValidationError("Say whom the link is for: the page names them, and so does the record.")
        if not now < until <= now + LONGEST:
            raise ValidationError("A link is open for 90 days at most, and ends in the future.")
        return cls.objects.create(article=article, revision=revision, recipient=recipient, until=until, by=by, at=now)

    @classmethod
    def at_address(cls, token):
        """The invitation that `token` was signed for. Raises `DoesNotExist` for what nobody signed."""
        try:
            number = signing.loads(token, salt=SIGNED_AS)
        except signing.BadSignature:
            raise cls.DoesNotExist from None
        return cls.objects.select_related("article__section__parent", "by").get(pk=number)

    @transaction.atomic
    def withdraw(self, *, by):
        """Close the link at once. May be repeated."""
        rights.demand(rights.may_publish(by, self.article), by, "withdraw previews of", self.article)
        if self.withdrawn_at is None:
            self.withdrawn_at = timezone.now()
            self.save(update_fields=["withdrawn_at"])

    def is_open(self, at=None):
        """Whether the recipient sees it. An embargo closes every link to the story until it is over."""
        at = at or timezone.now()
        return self.withdrawn_at is None and self.until > at and not self.article.is_embargoed(at)

    @property
    def is_of_the_newest(self):
        return self.revision_id == self.article.working_copy_id

    @transaction.atomic
    def remark(self, text, place=None, quoted=""):
        """Keep what the recipient says of a block of the body, counted from 0, or of the whole. Returns the remark."""
        self._demand_open()
        text = text.strip()
        if not text:
            raise ValidationError("Write your remark first.")
        if self.remarks.count() >= REMARKS_AT_MOST:
            raise ValidationError("There are 200 remarks already. Please write to whoever sent you the link.")
        return Remark.objects.create(invitation=self, place=place, quoted=quoted[:200], text=text)

    @transaction.atomic
    def approve(self):
        """Keep that the recipient agrees with this version. May be repeated."""
        self._demand_open()
        return Approval.objects.get_or_create(invitation=self)[0]

    def _demand_open(self):
        if not self.is_open():
            raise PermissionDenied("This link is no longer open.")


class Remark(models.Model):
    """What an outsider said of a paragraph, or of the whole."""

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="remarks")
    place = models.PositiveIntegerField(null=True, help_text="Of the block in the body, from 0; none for the whole")
    quoted = models.CharField(max_length=200, blank=True, help_text="How the block begins")
    text = models.TextField(max_length=4000)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["place", "pk"]
        default_permissions = ()

    def __str__(self):
        return self.text[:60]


class Approval(models.Model):
    """That an outsider agreed with the version that their link shows."""

    invitation = models.OneToOneField(Invitation, on_delete=models.CASCADE, related_name="approval")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.invitation.recipient} agreed"
