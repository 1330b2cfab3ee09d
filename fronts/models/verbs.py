from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from fronts import rights
from fronts.models.publication import Cancellation, Publication
from fronts.models.version import FrontVersion, Slot

FURTHEST = timedelta(days=366)


class Verbs(models.Model):
    """What is done with a front. Each verb checks who acts, locks the front, and leaves a row that never changes.

    Every verb raises `PermissionDenied` when `by` may not, and `ValidationError`, with a sentence for the person, when
    the move is not possible.
    """

    class Meta:
        abstract = True

    @transaction.atomic
    def save_version(self, arrangement, *, by, began_from, note=""):
        """Keep `arrangement` as the newest version; readers see nothing of it. Returns the version.

        `began_from` is the version that the editor had on the screen, or None. If somebody else saved since, this
        raises `ValidationError` with code "overtaken" and writes nothing, so that the caller can offer both.
        """
        rights.demand(rights.may_curate(by), by, "arrange fronts")
        self._lock()
        newest = self.newest
        if newest and arrangement == type(arrangement).of(newest):
            return newest  # a double click, or two people who agree
        if newest != began_from:
            raise ValidationError(
                f"{newest.by} saved this front at {timezone.localtime(newest.at):%H:%M} while you were arranging it.",
                code="overtaken",
            )
        arrangement.check(self.plan)
        version = FrontVersion.objects.create(
            front=self, began_from=began_from, topic=arrangement.topic, by=by, at=timezone.now(), note=note
        )
        Slot.objects.bulk_create(Slot(version=version, **placed.fields) for placed in arrangement.placed)
        return version

    @transaction.atomic
    def publish(self, version, *, by, at=None, note=""):
        """Let readers see `version` from the moment `at` or now on. An older version again is a roll-back.

        Only a machine may name a moment in the past. Publishing what is live already, now, changes nothing.
        """
        rights.demand(rights.may_curate(by), by, "publish fronts")
        self._lock()
        now = timezone.now()
        if version.front_id != self.pk:
            raise ValidationError("That version belongs to another front. Choose one from this front's history.")
        self._check_moment(at, by=by, now=now)
        live = self.live_publication(at or now)
        if at is None and live and live.version_id == version.pk:
            return live
        if not note and live and version.pk < live.version_id:
            note = f"Rolled back to {version}."
        return Publication.objects.create(front=self, version=version, at=at or now, by=by, note=note)

    @transaction.atomic
    def cancel(self, publication, *, by):
        """Take back a publication that is still ahead. Taken back twice is taken back once."""
        rights.demand(rights.may_curate(by), by, "take back a publication")
        self._lock()
        if publication.front_id != self.pk:
            raise ValidationError("That publication belongs to another front.")
        if publication.at <= timezone.now():
            raise ValidationError("That version is live already. To undo it, publish an older one from the history.")
        Cancellation.objects.get_or_create(publication=publication, defaults={"by": by})

    def _lock(self):
        """Nobody else changes the front until the transaction ends; the row is made where there is none yet."""
        if self.pk is None:
            self.pk = type(self).objects.get_or_create(section=self.section)[0].pk
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update(of=("self",), no_key=True))

    def _check_moment(self, at, *, by, now):
        if at is None or by.is_machine:
            return
        if at <= now:
            raise ValidationError("That moment has passed. Leave the time empty to publish now.")
        if at > now + FURTHEST:
            raise ValidationError("That is more than a year ahead. Look at the year.")
