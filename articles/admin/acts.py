"""What can be done with a story from its screen: each act is a page that says what will happen, and one verb."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles import rights
from articles.admin.act_form import ActForm
from articles.admin.change_question import ChangeQuestion
from articles.admin.planning import CallOffForm, EmbargoForm, LiftForm, UnpublishForm, zone_help
from articles.admin.saying import FIELDS, label_of, value_of
from articles.copy import Copy
from articles.models import Revision, UpdateNote
from articles.models.plan import in_words
from articles.models.status import Status
from moments.field import MomentField


class SubmitForm(ActForm):
    note = forms.CharField(
        required=False, widget=forms.Textarea(attrs={"rows": 3}), help_text="Anything the editors should look at."
    )

    def do(self):
        self.article.submit(by=self.user, note=self.cleaned_data["note"])
        return "Sent for review. You can go on writing; an editor publishes it."


class SendBackForm(ActForm):
    note = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), help_text="What is missing, for the writer.")

    def do(self):
        self.article.send_back(by=self.user, note=self.cleaned_data["note"])
        return "Sent back to the writer with your note."


class PublishForm(ChangeQuestion):
    revision = forms.IntegerField(widget=forms.HiddenInput)
    at = MomentField(label="Go live at", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["revision"] = self.article.working_copy_id
        if self.article.has_been_live(timezone.now()):
            self._ask_when_to_update()
        else:
            self._ask_when()

    def _ask_when(self):
        """A story that waits for its moment keeps it unless the editor says otherwise, in so many words."""
        self.fields["at"].help_text = zone_help("Leave empty to publish now.")
        if self.article.embargo_until and self.article.is_embargoed():
            self.initial["at"] = self.article.embargo_until
            locked = in_words(self.article.embargo_until)
            self.fields["at"].help_text = zone_help(f"Embargoed until {locked}. Choose that moment or a later one.")
        if self.article.is_scheduled():
            self.initial["at"] = self.article.published_at
            self.fields["at"].help_text = zone_help("It waits for this moment. Change it to move the story.")
            self.fields["now"] = forms.BooleanField(label="Do not wait: publish it now", required=False)

    def _ask_when_to_update(self):
        """One that was taken away is published again at once."""
        if self.article.is_unpublished:
            del self.fields["at"]
            return
        self.fields["at"].help_text = zone_help("Leave empty to publish the update now.")
        if self.article.is_awaiting_update:
            planned = in_words(self.article.update_at)
            said = f"An update goes live on {planned}. What you publish here, now or then, takes its place."
            self.fields["at"].help_text = zone_help(said)

    def clean(self):
        cleaned = super().clean()
        if self.article.is_scheduled() and not cleaned.get("now") and not cleaned.get("at") and "at" not in self.errors:
            raise ValidationError("The story waits for its moment. Give a time, or tick “publish it now”.")
        return cleaned

    def do(self):
        revision = Revision.objects.filter(pk=self.cleaned_data["revision"], article=self.article).first()
        if revision is None:
            raise ValidationError("That version is not one of this story. Open the story again and publish from there.")
        at = None if self.cleaned_data.get("now") else self.cleaned_data.get("at")
        self.article.publish(revision, by=self.user, at=at, **self.account)
        if self.article.is_scheduled():
            return f"Scheduled. It goes live by itself on {in_words(self.article.published_at)}."
        if at and self.article.is_awaiting_update:
            return f"Planned. This version goes live by itself on {in_words(self.article.update_at)}."
        return "Published. Readers see this version now."


class NoteForm(ActForm):
    kind = forms.ChoiceField(choices=UpdateNote.Kind.choices)
    text = forms.CharField(
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="What changed, in plain words. Readers see it with the date; it cannot be changed afterwards.",
    )

    def do(self):
        self.article.add_note(self.cleaned_data["kind"], self.cleaned_data["text"], by=self.user)
        return "The note stands on the story."


class RestoreForm(ActForm):
    revision = forms.IntegerField(widget=forms.HiddenInput)
    field = forms.ChoiceField(
        required=False, widget=forms.HiddenInput, choices=[("", "all of it"), *((name, name) for name in FIELDS)]
    )

    def do(self):
        old = Revision.objects.filter(pk=self.cleaned_data["revision"], article=self.article).first()
        if old is None:
            raise ValidationError("That version is not one of this story. Choose one from its history.")
        then, field = f"the version of {timezone.localtime(old.at):%-d %B %Y, %H:%M}", self.cleaned_data["field"]
        copy = Copy.of(old)
        note = f"Restored from {then}."
        if field:
            copy = Copy.of(self.article.working_copy).with_value(field, value_of(copy, field))
            note = f"{label_of(field)} restored from {then}."
        self.article.save_revision(copy, by=self.user, began_from=self.article.working_copy, note=note)
        return f"{note} Readers see it once it is published."


@dataclass(frozen=True)
class StoryAct:
    """`allowed(user, article)` is a right, `fits(article)` whether it makes sense now; the verb checks both again."""

    name: str
    label: str
    heading: str
    explanation: str
    form: type
    allowed: callable
    fits: callable

    @property
    def verb_label(self):
        """The label of the button that really does it."""
        return self.label.rstrip("…")

    def offered(self, user, article):
        return self.fits(article) and self.allowed(user, article)


def _has_something_to_publish(article):
    newer = article.live_revision_id != article.working_copy_id
    return newer or article.is_scheduled() or article.is_unpublished


ACTS = {
    act.name: act
    for act in (
        StoryAct(
            "submit",
            "Send for review",
            "Send for review?",
            "The editors see it in their list. You can go on writing.",
            SubmitForm,
            rights.may_write,
            lambda article: article.is_drafted,
        ),
        StoryAct(
            "send-back",
            "Send back",
            "Send back to the writer?",
            "It becomes a draft again, with your note in its history.",
            SendBackForm,
            rights.may_publish,
            lambda article: article.is_in_review,
        ),
        StoryAct(
            "publish",
            "Publish…",
            "Publish this version?",
            "Readers will see the newest saved version, below.",
            PublishForm,
            rights.may_publish,
            _has_something_to_publish,
        ),
        StoryAct(
            "note",
            "Add a note…",
            "Add a note for readers",
            "It stands on the published story from now on.",
            NoteForm,
            rights.may_publish,
            lambda article: article.is_live(),
        ),
        StoryAct(
            "unpublish",
            "Unpublish…",
            "Take this story away from readers?",
            "Its words stay here and can be published again. Its address tells readers that it is gone.",
            UnpublishForm,
            rights.may_publish,
            lambda article: article.status == Status.PUBLISHED,
        ),
        StoryAct(
            "call-off",
            "Call off…",
            "Call off what is planned?",
            "It will not happen by itself. Readers go on seeing the story as it is.",
            CallOffForm,
            rights.may_publish,
            lambda article: article.is_awaiting_update or article.is_awaiting_unpublication(),
        ),
        StoryAct(
            "embargo",
            "Embargo…",
            "Lock this story until a moment?",
            "Until then nobody can publish it, and no plan, import or program can. Writing goes on as before.",
            EmbargoForm,
            rights.may_write,
            lambda article: not article.has_been_live(timezone.now()),
        ),
        StoryAct(
            "lift",
            "Lift the embargo…",
            "Lift the embargo before its time?",
            "Your name and your reason are kept. That alone publishes nothing.",
            LiftForm,
            rights.may_lift_embargo,
            lambda article: article.is_embargoed(),
        ),
        StoryAct(
            "restore",
            "Restore",
            "Make this the newest version again?",
            "What stands there now stays in the history. Readers see nothing of it until it is published.",
            RestoreForm,
            rights.may_write,
            lambda article: True,
        ),
    )
}


def offered_acts(user, article):
    """The acts that this person can do with this story now, in the order of the buttons.

    Publishing is always among them: the button saves first, and the screen may be ahead of what is live.
    """
    buttons = [act for act in ACTS.values() if act.name != "restore" and act.allowed(user, article)]
    return [act for act in buttons if act.name == "publish" or act.fits(article)]
