"""One change for many pictures: what to write, then what that changes in how many, then the change."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import get_text_list

from pictures.admin.topics_field import TopicNamesField
from pictures.models import Picture

AT_MOST = 200
TEXTS = ("credit", "creator", "source", "licence")
REPLACED_NAMED = 3


class BulkForm(forms.Form):
    """What is left empty stays as it is in each picture."""

    credit = forms.CharField(required=False, max_length=200, help_text=Picture._meta.get_field("credit").help_text)
    creator = forms.CharField(label="Photographer", required=False, max_length=200)
    source = forms.CharField(required=False, max_length=200, help_text=Picture._meta.get_field("source").help_text)
    licence = forms.CharField(required=False, max_length=200, help_text=Picture._meta.get_field("licence").help_text)
    valid_until = forms.DateTimeField(
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text="When the rights end; no reader sees the pictures from then on.",
    )
    for_ever = forms.BooleanField(label="We may use them for ever", required=False, help_text="Takes the end away.")
    add_topics = TopicNamesField(required=False, help_text="With commas between: “Ferry strike, Islands”.")
    remove_topics = TopicNamesField(label="Take topics away", required=False, help_text="With commas between.")

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("for_ever") and cleaned.get("valid_until"):
            self.add_error("for_ever", "The rights end at a moment, or they do not. Empty one of the two.")
        if not self.errors and not any(cleaned.values()):
            raise forms.ValidationError("Nothing is written here, so nothing would change.")
        return cleaned

    @property
    def texts(self):
        """Field of Picture → what to write there."""
        texts = {name: self.cleaned_data[name] for name in TEXTS if self.cleaned_data[name]}
        if self.cleaned_data["valid_until"] or self.cleaned_data["for_ever"]:
            texts["valid_until"] = self.cleaned_data["valid_until"]
        return texts

    @property
    def topics(self):
        return {name: self.cleaned_data[name] for name in ("add_topics", "remove_topics")}


@dataclass(frozen=True)
class Change:
    """What becomes of one field: in how many pictures, and what stands there now that will be gone."""

    words: str
    count: int
    replaced: str = ""


class Bulk:
    """The pictures that were chosen, told apart by whether `user` may change them."""

    def __init__(self, keys, user):
        chosen = Picture.objects.filter(pk__in=keys).newest_first().with_topics()
        self.changeable = list(chosen.changeable_by(user))
        left = {picture.pk for picture in self.changeable}
        self.refused = [picture for picture in chosen if picture.pk not in left]

    def changes(self, form):
        """A `Change` for each thing that was written."""
        for name, new in form.texts.items():
            field = Picture._meta.get_field(name)
            old = [getattr(picture, name) for picture in self.changeable if getattr(picture, name) != new]
            label = field.verbose_name[0].upper() + field.verbose_name[1:]
            yield Change(f"{label} becomes {_said(new)}", len(old), _replaced(old))
        here = [{topic.name.casefold() for topic in picture.topics.all()} for picture in self.changeable]
        for name in form.topics["add_topics"]:
            yield Change(f"Topic “{name}” is added", sum(name.casefold() not in topics for topics in here))
        for name in form.topics["remove_topics"]:
            yield Change(f"Topic “{name}” is taken away", sum(name.casefold() in topics for topics in here))

    @transaction.atomic
    def carry_out(self, form, admin, request):
        """Returns how many changed. Each is logged with what changed in it."""
        count = 0
        for picture in sorted(
            self.changeable, key=lambda picture: picture.pk
        ):  # so that two of these never wait in a ring
            if changed := picture.describe(by=request.user, **form.texts, **form.topics):
                admin.log_described(request, picture, changed)
                count += 1
        return count


def bulk_page(admin, request):
    keys = chosen_keys(request.POST if request.method == "POST" else request.GET)
    bulk = Bulk(keys[:AT_MOST], request.user)
    form = BulkForm(request.POST if request.method == "POST" else None, label_suffix="")
    is_read = request.method == "POST" and form.is_valid()
    if is_read and bulk.changeable and "change" in request.POST:
        count = bulk.carry_out(form, admin, request)
        changed = f"Changed {count} picture{'' if count == 1 else 's'}." if count else "All of them had that already."
        messages.success(request, changed)
        return redirect("admin:pictures_picture_changelist")
    context = admin.admin_site.each_context(request) | {
        "title": "Change the chosen pictures",
        "opts": admin.opts,
        "bulk": bulk,
        "form": form,
        "changes": list(bulk.changes(form)) if is_read and bulk.changeable else None,
        "is_too_many": len(keys) > AT_MOST,
        "at_most": AT_MOST,
    }
    return render(request, "admin/pictures/picture/bulk.html", context)


def chosen_keys(data):
    """The pictures that were chosen, each once; what is no number is none."""
    texts = dict.fromkeys(data.getlist("picture"))
    return [int(text) for text in texts if text.isdecimal() and text.isascii() and len(text) < 10]


def _said(value):
    if value is None:
        return "empty: for ever"
    return f"“{value}”" if isinstance(value, str) else _moment(value)


def _replaced(values):
    """“instead of “A”, “B” and 2 more”, of what is not empty."""
    texts = [_said(value) for value in dict.fromkeys(values) if value]
    if not texts:
        return ""
    further = len(texts) - REPLACED_NAMED
    return "instead of " + get_text_list([*texts[:REPLACED_NAMED], f"{further} more"] if further > 0 else texts, "and")


def _moment(value):
    return date_format(timezone.localtime(value), "j F Y, H:i")
