"""One page for the texts of all pictures that have just come: each its own, and what they have in common."""

from copy import copy
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render

from pictures.admin.bulk import Bulk, chosen_keys
from pictures.admin.topics_field import TopicNamesField
from pictures.models import Picture
from pictures.state_words import cautions
from pictures.told import told_in_words

TEXTS = ["title", "alt", "is_decorative", "caption", "credit"]
AT_MOST = 60


class CommonForm(forms.Form):
    credit = forms.CharField(
        label="Credit for all that have none", required=False, max_length=200, help_text="“Anna Weiss / The Courier”"
    )
    creator = forms.CharField(label="Photographer of all that have none", required=False, max_length=200)
    topics = TopicNamesField(label="Topics for all", required=False, help_text="With commas between.")


class TextsForm(forms.ModelForm):
    class Meta:
        model = Picture
        fields = TEXTS
        widgets = {"alt": forms.Textarea(attrs={"rows": 2}), "caption": forms.Textarea(attrs={"rows": 2})}


@dataclass(frozen=True)
class Row:
    picture: Picture
    form: TextsForm

    @property
    def told(self):
        return told_in_words(self.picture.read_from)

    @property
    def cautions(self):
        return cautions(self.picture)


def describe_page(admin, request):
    data = request.POST if request.method == "POST" else None
    bulk = Bulk(chosen_keys(request.POST if data else request.GET)[:AT_MOST], request.user)
    common = CommonForm(data, prefix="common", label_suffix="")
    # Forms write on copies, so that `describe` can tell what changed.
    rows = [
        Row(picture, TextsForm(data, instance=copy(picture), prefix=str(picture.pk), label_suffix=""))
        for picture in bulk.changeable
    ]
    if data and all([common.is_valid(), *(row.form.is_valid() for row in rows)]):
        count = _save(admin, request, rows, common.cleaned_data)
        messages.success(request, f"Described {count} picture{'' if count == 1 else 's'}.")
        return redirect("admin:pictures_picture_changelist")
    context = admin.admin_site.each_context(request) | {
        "title": "Describe what has come",
        "opts": admin.opts,
        "bulk": bulk,
        "rows": rows,
        "common": common,
    }
    return render(request, "admin/pictures/picture/describe.html", context)


@transaction.atomic
def _save(admin, request, rows, common):
    count = 0
    for row in sorted(rows, key=lambda row: row.picture.pk):
        texts = {name: row.form.cleaned_data[name] for name in TEXTS}
        texts["credit"] = texts["credit"] or common["credit"]
        if common["creator"] and not row.picture.creator:
            texts["creator"] = common["creator"]
        if changed := row.picture.describe(by=request.user, add_topics=common["topics"], **texts):
            admin.log_described(request, row.picture, changed)
            count += 1
    return count
