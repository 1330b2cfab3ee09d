from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from addresses.models import FormerAddress
from articles import rights
from articles.address import free_slug, hold_slugs, month_of, slug_for
from articles.copy import Copy
from articles.merging import merge, together_with
from articles.models.accounted import Accounted
from articles.models.act import Act
from articles.models.embargoed import Embargoed
from articles.models.plan import Plan, as_utc, in_words
from articles.models.planned import Planned
from articles.models.status import Status
from articles.models.update_note import UpdateNote
from articles.publication import apply, record, save_copy

What, Verb = Plan.What, Act.Verb


class Workflow(Planned, Embargoed, Accounted):
    """What is done with a story. Each verb checks who acts, locks the row, may be repeated, and records what happened.

    Every verb raises `PermissionDenied` when `by` may not, and `ValidationError`, with a sentence for the person,
    when the move is not possible from where the story stands.
    """

    class Meta:
        abstract = True

    @classmethod
    @transaction.atomic
    def draft(cls, copy, *, by, section=None, further_sections=(), slug="", note=""):
        """Begin a story: a row that readers do not see, and its first revision."""
        article = cls(created_by=by, section=section, slug=slug)
        rights.demand(rights.may_draft(by), by, "begin")
        article.save()
        article.further_sections.set(further_sections)
        save_copy(article, copy, by=by)
        record(article, Verb.DRAFT, by=by, before="", revision=article.working_copy, note=note)
        return article

    @transaction.atomic
    def save_revision(self, copy, *, by, began_from, note=""):
        """Keep `copy` as the new working copy; readers see nothing of it. Returns the revision.

        `began_from` is the revision that the writer had on the screen. What somebody else saved since is merged with
        it (`articles.merging`). Where both changed the same thing, this writes nothing and raises `ValidationError`
        with code "overtaken", whose `params["merged"]` holds the choices, so that the caller can offer both.
        """
        self._lock()
        rights.demand(rights.may_write(by, self), by, "write in", self)
        if self.working_copy_id != (began_from and began_from.pk):
            newer, met = self.working_copy, merge(Copy.of(began_from), copy, Copy.of(self.working_copy))
            if met.choices:
                raise ValidationError(
                    f"{newer.by} saved this story at {timezone.localtime(newer.at):%H:%M} while you were writing.",
                    code="overtaken",
                    params={"merged": met},
                )
            copy, note = met.settled({}), note or together_with(newer)
        if copy == Copy.of(self.working_copy):
            return self.working_copy
        return save_copy(self, copy, by=by, note=note)

    @transaction.atomic
    def submit(self, *, by, note=""):
        """Hand the draft to the editors."""
        self._lock()
        rights.demand(rights.may_write(by, self), by, "submit", self)
        if self.is_in_review:
            return
        self._move({Status.DRAFT}, Status.IN_REVIEW, Verb.SUBMIT, by=by, note=note)

    @transaction.atomic
    def send_back(self, *, by, note):
        """Return a story in review to its writer, with a note that says what is missing."""
        self._lock()
        rights.demand(rights.may_publish(by, self), by, "send back", self)
        if not note.strip():
            raise ValidationError("Write a note, so that the writer knows what to do.")
        self._move({Status.IN_REVIEW}, Status.DRAFT, Verb.SEND_BACK, by=by, note=note)

    @transaction.atomic
    def publish(self, revision, *, by, at=None, month=None, change=None, told=""):
        """Make `revision`, which must be the working copy, what readers see, from the moment `at` or now on.

        A story that was live before keeps its publication moment and its address. Where it reads otherwise now, a
        person names the `change`: one of `NAMED`. That decides whether “Updated” moves, and whether readers need to be
        `told` the text of a note (docs/decisions/0036). For a live one, a moment ahead plans an update: until then
        nothing changes, and then this revision and its note go live, whatever was saved since. Publishing before that
        takes its place. Only a machine may name a moment in the past, or the address's `month`.
        """
        self._lock()
        rights.demand(rights.may_publish(by, self), by, "publish", self)
        now, at = timezone.now(), as_utc(at)
        self._check_publishable(revision, by=by, at=at, now=now)
        before, was_live = self.status, self.has_been_live(now)
        if self.is_live(now) and at and at > now:
            self._plan_update(revision, at, by=by, change=change, told=told)
            return
        if self.is_scheduled(now) and (revision.pk, at) == (self.live_revision_id, self.published_at):
            return
        if was_live and before == Status.PUBLISHED and self.live_revision_id == revision.pk:
            return
        change, told = self._named(revision, change, told, by=by, seen=was_live)
        if not was_live:
            self.published_at = at or now
            self.address_month = month or month_of(self.published_at)
        self.slug = free_slug(self.slug or slug_for(revision.headline), self.address_month, self)
        self.status = Status.PUBLISHED
        verb = Verb.UPDATE if was_live and before == Status.PUBLISHED else Verb.PUBLISH
        if self.is_scheduled(now):
            verb, note = Verb.SCHEDULE, f"For {in_words(self.published_at)}."
        else:
            note = self._in_short(change, told)
            self._give_account(revision, change, told, by=by, at=at or now)
        apply(revision, self)
        act = record(self, verb, by=by, before=before, revision=revision, note=note)
        self._end_plans(act, What.UPDATE, What.PUBLISH)
        if verb == Verb.SCHEDULE:
            self._plan(What.PUBLISH, self.published_at, by=by, act=act, revision=revision, change=change, told=told)

    @transaction.atomic
    def unpublish(self, *, by, at=None, note=""):
        """Take the story away from readers, now or from the moment `at` on. One that was only scheduled becomes a draft
        again, and whatever else was planned for it is called off.
        """
        self._lock()
        rights.demand(rights.may_publish(by, self), by, "unpublish", self)
        if self.is_unpublished:
            return
        now, at = timezone.now(), as_utc(at)
        if at is not None and not by.is_machine:
            self._check_ahead(at, now, instead="unpublish")
        if at is not None and at > now:
            self._plan_unpublication(at, by=by, note=note)
            return
        was_live = self.has_been_live(now)
        if not was_live:
            self._forget_words()
        to = Status.UNPUBLISHED if was_live else Status.DRAFT
        self._end_plans(self._move({Status.PUBLISHED}, to, Verb.UNPUBLISH, by=by, note=note))

    @transaction.atomic
    def file(self, *, by, section, further_sections=(), slug):
        """Put the story into its sections and at its address, at once. A former public address keeps leading to it."""
        self._lock()
        further = [other for other in further_sections if other != section]
        slug = slug.strip()
        if (section, slug, set(further)) == (self.section, self.slug, set(self.further_sections.all())):
            return
        self.check_filing(by=by, section=section, slug=slug)
        if slug != self.slug and self.address_month and self.has_been_live(timezone.now()):
            FormerAddress.remember(self.get_absolute_url(), self)
        note = f"{self.section or 'No section'} → {section or 'no section'}; “{self.slug}” → “{slug}”."
        self.section, self.slug = section, slug
        self.save(update_fields=["section", "slug"])
        self.further_sections.set(further)
        record(self, Verb.FILE, by=by, before=self.status, note=note)

    @transaction.atomic
    def add_note(self, kind, text, *, by, at=None):
        """Put a dated note beneath (or, for a correction, above) the published story. Returns the note."""
        self._lock()
        rights.demand(rights.may_publish(by, self), by, "add a note to", self)
        if self.status != Status.PUBLISHED:
            raise ValidationError(f"“{self}” is not published, so there is nothing yet to add a note to.")
        text, at = text.strip(), at or timezone.now()
        if same := self.update_notes.filter(kind=kind, text=text).first():
            return same
        note = UpdateNote.objects.create(article=self, kind=kind, text=text, at=at, by=by)
        self.updated_at = max(at, self.updated_at or at)
        self.save(update_fields=["updated_at"])
        record(self, Verb.NOTE, by=by, before=self.status, note=str(note))
        return note

    def check_filing(self, *, by, section, slug):
        """Raise what `file` would raise, so that a form can say it before anything is written."""
        rights.demand(rights.may_write(by, self), by, "file", self)
        if self.status not in {Status.PUBLISHED, Status.UNPUBLISHED}:
            return
        allowed = rights.may_publish(by, self) and rights.may_publish_in(by, section)
        rights.demand(allowed, by, "file what is published,", self)
        self._check_address(section, slug)

    def has_been_live(self, at):
        """Whether readers could ever see the story: its publication moment is past."""
        return self.published_at is not None and self.published_at <= at

    def _lock(self):
        """Nobody else acts on the story until the transaction ends. What was due by now has happened before."""
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update(of=("self",), no_key=True))
        self._settle_what_is_due()

    def _move(self, allowed, to, verb, *, by, note):
        if self.status not in allowed:
            raise ValidationError(f"“{self}” is {self.get_status_display().lower()}, so it cannot be {verb.label} now.")
        before, self.status = self.status, to
        self.save()
        return record(self, verb, by=by, before=before, note=note, revision=self.working_copy)

    def _check_publishable(self, revision, *, by, at, now):
        if revision.article_id != self.pk:
            raise ValidationError(f"Version {revision.pk} belongs to another story.")
        if revision.pk != self.working_copy_id:
            newer = self.working_copy
            raise ValidationError(
                f"{newer.by} saved a newer version at {timezone.localtime(newer.at):%H:%M}. Look at it, then publish.",
                code="overtaken",
            )
        if not revision.headline.strip():
            raise ValidationError("The story has no headline. Write one, save, then publish.")
        if self.section is None:
            raise ValidationError("The story is in no section. Choose one, save, then publish.")
        if not self.has_been_live(now):
            self._check_embargo(at or now)
        if at and self.unpublish_at and at >= self.unpublish_at and self.is_scheduled(now):
            raise ValidationError(f"The story is unpublished on {in_words(self.unpublish_at)}, before that.")
        if at and at > now and self.is_unpublished:
            raise ValidationError("A story that was taken away is published again at once. Leave the time empty.")
        if at is None or by.is_machine:
            return
        self._check_ahead(at, now, instead="publish")

    def _check_address(self, section, slug):
        if section is None or not slug:
            raise ValidationError(f"“{self}” is published, so it needs a section and a slug.")
        hold_slugs(self.address_month)
        same = type(self).objects.filter(address_month=self.address_month, slug=slug).other_than(self).first()
        if same:
            raise ValidationError(f"“{same}” already has the address “{slug}” in that month. Choose another slug.")

    def _forget_words(self):
        blank = type(self)()
        for name, value in blank.words.items():
            setattr(self, name, value)
        self.published_at = self.updated_at = self.address_month = self.live_revision = None
        self.bylines.all().delete()
        self.topics.clear()
