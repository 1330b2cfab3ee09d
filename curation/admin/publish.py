from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from curation.composing import blocks_of
from curation.seat import seat
from curation.sheet import Sheet
from fronts.models import FrontVersion
from fronts.showing import arranged, show_to_editor
from moments.field import MomentField
from paper.furniture import Furniture


class PublishForm(forms.Form):
    at = MomentField(label="Go live at", required=False)
    note = forms.CharField(
        label="Note", required=False, max_length=300, help_text="For the record, if there is something to say."
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        zone = timezone.get_current_timezone_name()
        self.fields["at"].help_text = f"Leave empty to publish now. Times are in {zone}."


def publish_page(admin, request, front, newest, version):
    """Ask before a version goes live, now or at a moment: the newest, or an older one, which is to roll back."""
    version = get_object_or_404(FrontVersion.objects.select_related("by", "topic"), pk=version, front=front.pk)
    form = PublishForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, _publish(front, version, form.cleaned_data, by=request.user))
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return redirect("admin:fronts_front_changelist")
    seats = _seats(front, version, request.user)
    context = {
        **admin.admin_site.each_context(request),
        "title": "Publish this front?" if version == newest else "Roll back to this front?",
        "opts": admin.opts,
        "front": front,
        "version": version,
        "form": form,
        "is_newest": version == newest,
        "seats": [each for each in seats if each.cautions],
        "lead": next((each.story for each in seats if each.story), None),
    }
    return render(request, "admin/fronts/front/publish.html", context)


def _publish(front, version, said, *, by):
    publication = front.publish(version, by=by, at=said["at"], note=said["note"])
    if publication.at > timezone.now():
        return f"Scheduled. It goes live by itself on {timezone.localtime(publication.at):%-d %B, %H:%M}."
    return "Published. Readers see this front now."


def _seats(front, version, user):
    now = timezone.now()
    arrangement, pictures = arranged(version)
    sections = blocks_of(front, Furniture.read())
    page, _ = show_to_editor(front.section, arrangement, pictures=pictures, sections=sections, at=now, reader=user)
    return seat(page, Sheet.of(front.plan, arrangement, version), at=now)
