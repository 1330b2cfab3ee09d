from django.core.exceptions import ValidationError
from django.db import models

from articles.copy import Copy
from articles.models.change import EXPLAINED, MOVING, NAMED, Change
from articles.models.status import Status
from articles.what_readers_read import what_reads_otherwise


class Accounted(models.Model):
    """What readers have seen does not change without an account: what kind of change it is, and what they are told."""

    class Meta:
        abstract = True

    def _named(self, revision, change, told, *, by, seen):
        """Of which kind the publication of `revision` is, and the text of its note. A program that names none updates.

        Raises `ValidationError` with code "change_unnamed" where a person has to say it, "change_unexplained" where a
        note is missing, and "note_unfounded" where there is nothing that a note could tell.
        """
        told = told.strip()
        if not seen:
            return Change.FIRST, ""
        if not what_reads_otherwise(Copy.of(self.live_revision), Copy.of(revision)):
            if told:
                raise ValidationError(
                    "Nothing that readers read has changed, so this note has nothing to tell. Add it on its own.",
                    code="note_unfounded",
                )
            return Change.AGAIN if self.status == Status.UNPUBLISHED else Change.UNREAD, ""
        if not change and by.is_machine:
            change = Change.UPDATE
        if change not in NAMED:
            raise ValidationError(
                f"Readers have seen “{self}” in other words. Say what the change is: a typing error, a clarification, "
                "a correction, an update or a retraction.",
                code="change_unnamed",
            )
        change = Change(change)
        if change in EXPLAINED and not told:
            raise ValidationError(
                f"A {change.label.lower()} is told to readers. Write the note, in plain words.",
                code="change_unexplained",
            )
        if change == Change.TYPO and told:
            raise ValidationError(
                "A typing error is put right without a note. Leave the note out, or choose another kind of change.",
                code="note_unfounded",
            )
        return change, told

    def _give_account(self, revision, change, told, *, by, at):
        """Write down that readers see `revision` from `at` on, and why; its words are put in place after that."""
        note = self.update_notes.create(kind=change, text=told, at=at, by=by) if told else None
        self.versions.create(revision=revision, change=change, at=at, by=by, note=note)
        if change in MOVING:
            self.updated_at = at

    @staticmethod
    def _in_short(change, told):
        """The same on one line, for the history."""
        return f"{change.label}. {told}".strip() if change in NAMED else ""
