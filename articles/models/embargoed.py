from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from articles import rights
from articles.models.act import Act
from articles.models.plan import as_utc, in_words
from articles.publication import record

Verb = Act.Verb


class Embargoed(models.Model):
    """A lock on a story that readers have not seen. Until it opens, nothing publishes the story: the verb refuses, and
    beneath it a constraint of the table.
    """

    embargo_until = models.DateTimeField(null=True, editable=False)
    embargo_reason = models.CharField(max_length=300, blank=True, editable=False, help_text="Who asked for it, and why")

    class Meta:
        abstract = True

    @transaction.atomic
    def embargo(self, until, *, by, reason):
        """Lock the story until a moment, or until a later one. `reason` says who asked for it: an agency, a court."""
        self._lock()
        rights.demand(rights.may_write(by, self), by, "lock", self)
        now, until, reason = timezone.now(), as_utc(until), reason.strip()
        if not reason:
            raise ValidationError("Write who asked for the embargo, so that a colleague knows whom to ask.")
        if self.has_been_live(now):
            raise ValidationError(f"Readers have seen “{self}”, so it cannot be embargoed any more.")
        if (until, reason) == (self.embargo_until, self.embargo_reason):
            return
        self._check_ahead(until, now, instead="leave the story as it is")
        if self.is_embargoed(now) and until < self.embargo_until:
            locked = in_words(self.embargo_until)
            raise ValidationError(f"It is embargoed until {locked}. A chief editor can lift that, with a reason.")
        if self.published_at and self.published_at < until:
            planned = in_words(self.published_at)
            raise ValidationError(f"The story is to go live on {planned}, before the embargo ends. Move it first.")
        self.embargo_until, self.embargo_reason = until, reason
        self.save(update_fields=["embargo_until", "embargo_reason"])
        record(self, Verb.EMBARGO, by=by, before=self.status, note=f"Until {in_words(until)}. {reason}")

    @transaction.atomic
    def lift_embargo(self, *, by, reason):
        """Open the lock before its time. That alone publishes nothing."""
        self._lock()
        rights.demand(rights.may_lift_embargo(by, self), by, "lift the embargo on", self)
        if not reason.strip():
            raise ValidationError("Write why the embargo ends early. It stays on the record.")
        if not self.is_embargoed():
            return
        note = f"It would have ended on {in_words(self.embargo_until)}. {reason.strip()}"
        self.embargo_until, self.embargo_reason = None, ""
        self.save(update_fields=["embargo_until", "embargo_reason"])
        record(self, Verb.LIFT, by=by, before=self.status, note=note)

    def _check_embargo(self, moment):
        if self.embargo_until and moment < self.embargo_until:
            raise ValidationError(
                f"The story is embargoed until {in_words(self.embargo_until)} ({self.embargo_reason}). "
                f"Publish it for then or later; a chief editor can lift the embargo.",
                code="embargoed",
            )

    # Twin of the queryset's adjective

    def is_embargoed(self, at=None):
        return self.embargo_until is not None and self.embargo_until > (at or timezone.now())
