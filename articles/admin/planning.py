"""The pages on which an editor takes a story away now or later, calls off what is planned, and locks or unlocks it."""

from django import forms
from django.utils import timezone

from articles.admin.act_form import ActForm
from articles.models import Plan
from articles.models.plan import in_words
from articles.state_words import plan_sentence
from moments.field import MomentField


def zone_help(before):
    return f"{before} Times are in {timezone.get_current_timezone_name()}."


class UnpublishForm(ActForm):
    at = MomentField(label="Take it away at", required=False)
    note = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}), help_text="Why, for the record. Readers do not see it."
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["at"].help_text = zone_help("Leave empty to take it away now.")
        if self.article.unpublish_at:
            self.initial["at"] = self.article.unpublish_at
            self.fields["at"].help_text = zone_help(
                "It waits for this moment. Change it to move that; empty, it is taken away now."
            )

    def do(self):
        at = self.cleaned_data["at"]
        self.article.unpublish(by=self.user, at=at, note=self.cleaned_data["note"])
        if self.article.is_drafted:
            return "No longer scheduled. It is a draft again."
        if at:
            return f"Planned. It is taken away by itself on {in_words(self.article.unpublish_at)}."
        return "Unpublished. Its address now tells readers that the story is gone."


class CallOffForm(ActForm):
    what = forms.ChoiceField(label="Call off", widget=forms.RadioSelect)
    note = forms.CharField(label="Note", required=False, help_text="Why, for the record. Readers do not see it.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        plans = [plan for plan in self.article.plans.standing() if plan.what != Plan.What.PUBLISH]
        self.fields["what"].choices = [(plan.what, plan_sentence(plan.what, plan.at)) for plan in plans]
        self.initial.setdefault("what", plans[0].what if plans else "")

    def do(self):
        self.article.call_off(self.cleaned_data["what"], by=self.user, note=self.cleaned_data["note"])
        return "Called off. Readers go on seeing the story as it is."


class EmbargoForm(ActForm):
    until = MomentField(label="Embargoed until")
    reason = forms.CharField(
        label="Who asked for it", max_length=300, help_text="The agency, the journal or the court, and why."
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["until"].help_text = zone_help("Nothing can publish the story before then.")
        if self.article.is_embargoed():
            self.initial |= {"until": self.article.embargo_until, "reason": self.article.embargo_reason}

    def do(self):
        self.article.embargo(self.cleaned_data["until"], by=self.user, reason=self.cleaned_data["reason"])
        return f"Embargoed until {in_words(self.article.embargo_until)}. Nothing publishes it before."


class LiftForm(ActForm):
    reason = forms.CharField(
        label="Why it ends early", widget=forms.Textarea(attrs={"rows": 3}), help_text="It stays on the record."
    )

    def do(self):
        self.article.lift_embargo(by=self.user, reason=self.cleaned_data["reason"])
        return "The embargo is lifted. The story can be published now; nothing has published it yet."
