"""What the page of an update asks: of which kind the change is, and what readers are told of it."""

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property

from articles.admin.act_form import ActForm
from articles.admin.comparison import differences
from articles.copy import Copy
from articles.drafting_notes import drafted
from articles.models import Change
from articles.models.change import EXPLAINED, MOVING, NAMED
from articles.what_readers_read import what_reads_otherwise

EXPLANATIONS = {
    Change.TYPO: "A slip of the pen that changes no meaning. “Updated” stays, readers are told nothing, and the change "
    "is listed under “Silent changes”.",
    Change.CLARIFICATION: "What stood there was not wrong, but could be misread. The note stands beneath the story.",
    Change.CORRECTION: "What stood there was wrong. The note stands above the story and on the page of corrections.",
    Change.UPDATE: "There is news, and what stood there was right when it was written. A note is up to you: empty the "
    "box for none.",
    Change.RETRACTION: "The paper no longer stands by the story. The note stands above it and on the page of "
    "corrections.",
}


class ChangeQuestion(ActForm):
    """The part of a form that is asked only where readers have read something else. Each kind has a note of its own,
    drafted for it, so that choosing another kind costs nothing that was typed.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.asks_for_the_change:
            return
        self.fields["change"] = forms.ChoiceField(
            label="What is this change?",
            required=False,
            choices=[(kind, kind.label) for kind in NAMED],
            widget=forms.RadioSelect,
        )
        for kind in NAMED:
            if kind in MOVING:
                self.fields[f"told_{kind}"] = forms.CharField(
                    label=f"{kind.label}: the note for readers",
                    required=False,
                    max_length=2000,
                    widget=forms.Textarea(attrs={"rows": 4}),
                    initial=drafted(*self.between, kind),
                )
        self._begin_with_what_is_planned()

    @cached_property
    def between(self):
        """The copy that readers see, and the one that they would."""
        return Copy.of(self.article.live_revision), Copy.of(self.article.working_copy)

    @cached_property
    def asks_for_the_change(self):
        return self.article.has_been_live(timezone.now()) and bool(what_reads_otherwise(*self.between))

    @cached_property
    def differences(self):
        """What the newest version has otherwise than the one that readers see or saw last, marked."""
        if not self.article.has_been_live(timezone.now()):
            return []
        return differences(self.article.live_revision, self.article.working_copy)

    @property
    def kinds(self):
        """Each kind with its radio button, what it means, and the field of its note."""
        for radio, kind in zip(self["change"], NAMED, strict=True):
            note = self[f"told_{kind}"] if kind in MOVING else None
            yield {"radio": radio, "explanation": EXPLANATIONS[kind], "note": note}

    @property
    def asked_apart(self):
        """The names of the fields that belong to the question, and so do not stand among the others."""
        return ["change", *(f"told_{kind}" for kind in MOVING)]

    def clean(self):
        cleaned = super().clean()
        if not self.asks_for_the_change:
            return cleaned
        kind = cleaned.get("change")
        if not kind and "change" not in self.errors:
            self.add_error("change", "Say what the change is. Readers have seen the story in other words.")
        if kind in EXPLAINED and not cleaned.get(f"told_{kind}", "").strip() and f"told_{kind}" not in self.errors:
            named = Change(kind).label.lower()
            self.add_error(f"told_{kind}", f"A {named} is told to readers. Write the note, in plain words.")
        return cleaned

    @property
    def account(self):
        """The kind and the note, as the verb takes them."""
        kind = self.cleaned_data.get("change") or None
        return {"change": kind, "told": self.cleaned_data.get(f"told_{kind}", "")}

    def _begin_with_what_is_planned(self):
        """An update that waits for its moment has been given its account; moving it asks for no other."""
        plan = self.article.plans.standing().updates().first()
        if plan and plan.revision_id == self.article.working_copy_id:
            self.initial |= {"change": plan.change, f"told_{plan.change}": plan.told}
