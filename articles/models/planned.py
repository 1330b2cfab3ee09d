from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from articles import rights
from articles.models.act import Act
from articles.models.change import Change
from articles.models.plan import NOTICE, Plan, in_words
from articles.models.status import Status
from articles.publication import apply, record

FURTHEST = timedelta(days=3653)
What, Verb = Plan.What, Act.Verb


class Planned(models.Model):
    """What happens to a story by itself. The columns say what the standing plans say, so that a list and a lock need
    not look there; nothing else writes them.
    """

    update_at = models.DateTimeField(null=True, editable=False, help_text="When the planned update goes live")
    unpublish_at = models.DateTimeField(null=True, editable=False, help_text="From then on it is gone")
    due_at = models.DateTimeField(null=True, editable=False, help_text="The next of its planned moments")

    class Meta:
        abstract = True

    @transaction.atomic
    def settle(self):
        """Do what is due and not done yet, as of its own moment. Where two do that at once, it is done once."""
        self._lock()

    @transaction.atomic
    def call_off(self, what, *, by, note=""):
        """Let the planned update or unpublication not happen. A publication that is called off leaves a draft."""
        self._lock()
        rights.demand(rights.may_publish(by, self), by, "call off what is planned for", self)
        plan = self.plans.standing().filter(what=what).first()
        if plan is None:
            return
        if what == What.PUBLISH:
            self.unpublish(by=by, note=note)
            return
        said = f"{plan}. {note}".strip()
        self._end_plans(record(self, Verb.CALL_OFF, by=by, before=self.status, note=said), what)

    def _settle_what_is_due(self):
        now = timezone.now()
        if self.due_at is None or self.due_at > now:
            return
        for plan in self.plans.standing().passed(now).select_related("by", "revision"):
            self._end_plans(self._let_happen(plan), plan.what)

    def _let_happen(self, plan):
        """The act of a plan whose moment has come. Words change here and nowhere else without a person who looks on."""
        before, note = self.status, plan.note
        verb = {What.PUBLISH: Verb.PUBLISH, What.UPDATE: Verb.UPDATE, What.UNPUBLISH: Verb.UNPUBLISH}[plan.what]
        if plan.what == What.UNPUBLISH:
            self.status = Status.UNPUBLISHED
            self.save(update_fields=["status"])
        else:
            change = Change(plan.change or Change.FIRST)  # planned before there were kinds
            note = self._in_short(change, plan.told)
            self._give_account(plan.revision, change, plan.told, by=plan.by, at=plan.at)
        if plan.what == What.UPDATE:
            apply(plan.revision, self)
        return record(self, verb, by=plan.by, at=plan.at, before=before, note=note, revision=plan.revision)

    def _plan(self, what, at, *, by, act, revision=None, **said):
        """Write down what is planned, in the place of what was planned before. `act` is the act of planning."""
        self.plans.standing().filter(what=what).update(ending=act)
        revision = revision or self.working_copy
        self.plans.create(what=what, revision=revision, at=at, by=by, made_at=act.at, **said)
        self._say_what_is_planned()

    def _end_plans(self, act, *kinds):
        if self.due_at and self.plans.standing().filter(what__in=kinds or What.values).update(ending=act):
            self._say_what_is_planned()

    def _say_what_is_planned(self):
        moments = dict(self.plans.standing().values_list("what", "at"))
        self.update_at, self.unpublish_at = moments.get(What.UPDATE), moments.get(What.UNPUBLISH)
        self.due_at = min(moments.values(), default=None)
        self.save(update_fields=["update_at", "unpublish_at", "due_at"])

    def _plan_update(self, revision, at, *, by, change, told):
        if revision.pk == self.live_revision_id:
            raise ValidationError("Readers see this version already, so there is no update to plan.")
        change, told = self._named(revision, change, told, by=by, seen=True)
        if self.plans.standing().updates().filter(revision=revision, at=at, change=change, told=told).exists():
            return
        if at < timezone.now() + NOTICE:
            raise ValidationError("That is less than a minute ahead. Leave the time empty to publish now.")
        if self.unpublish_at and at >= self.unpublish_at:
            raise ValidationError(f"The story is unpublished on {in_words(self.unpublish_at)}, before that.")
        note = f"For {in_words(at)}. {self._in_short(change, told)}".strip()
        act = record(self, Verb.PLAN, by=by, before=self.status, revision=revision, note=note)
        self._plan(What.UPDATE, at, by=by, act=act, revision=revision, change=change, told=told)

    def _plan_unpublication(self, at, *, by, note):
        if self.status != Status.PUBLISHED:
            stands = self.get_status_display().lower()
            raise ValidationError(f"“{self}” is {stands}, so there is nothing to take away from readers then.")
        if self.plans.standing().filter(what=What.UNPUBLISH, at=at, note=note).exists():
            return
        if at <= self.published_at:
            raise ValidationError(f"The story goes live on {in_words(self.published_at)}, so it cannot be gone before.")
        if self.update_at and at <= self.update_at:
            planned = in_words(self.update_at)
            raise ValidationError(
                f"An update is planned for {planned}, after that. Call it off, or choose a later time."
            )
        said = f"For {in_words(at)}. {note}".strip()
        act = record(self, Verb.PLAN_END, by=by, before=self.status, note=said, revision=self.working_copy)
        self._plan(What.UNPUBLISH, at, by=by, act=act, note=note)

    @staticmethod
    def _check_ahead(at, now, *, instead):
        """A moment that a person names: not past, and not in the wrong century. `instead` is what no time would do."""
        if at > now + FURTHEST:
            raise ValidationError("That is more than ten years ahead. Look at the year.")
        if at <= now:
            raise ValidationError(f"That moment has passed. Leave the time empty to {instead} now.")
