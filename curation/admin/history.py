from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from curation.admin.look import MomentForm
from curation.sheet import number
from fronts.models import FrontVersion, Publication

AT_ONCE = 50


def history_page(admin, request, front, newest):
    """Every version of a front and every publication, newest first, in stretches."""
    versions, older_versions = _stretch(
        FrontVersion.objects.filter(front=front.pk).select_related("by"), request.GET.get("versions_before", "")
    )
    publications, older_publications = _stretch(
        Publication.objects.filter(front=front.pk).select_related("version__by", "by", "cancellation__by"),
        request.GET.get("publications_before", ""),
    )
    context = {
        **admin.admin_site.each_context(request),
        "title": f"History of {front}",
        "opts": admin.opts,
        "front": front,
        "newest": newest,
        "versions": versions,
        "older_versions": older_versions,
        "publications": publications,
        "older_publications": older_publications,
        "live": front.live_publication() if front.pk else None,
        "now": timezone.now(),
        "moment": MomentForm(),
        "zone": timezone.get_current_timezone_name(),
    }
    return render(request, "admin/fronts/front/history.html", context)


def take_back(admin, request, front, newest, publication):
    """Take back a publication that is still ahead."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    publication = get_object_or_404(Publication.objects.select_related("version"), pk=publication, front=front.pk)
    try:
        front.cancel(publication, by=request.user)
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        messages.success(request, "Taken back. It will not go live; the version stays in the history.")
    return redirect("admin:fronts_front_record", front.key)


def _stretch(rows, before):
    """The newest rows made before the one with the key `before`, and the key where the next stretch begins, or None."""
    if key := number(before):
        rows = rows.filter(pk__lt=key)
    found = list(rows.order_by("-pk")[: AT_ONCE + 1])
    return found[:AT_ONCE], found[AT_ONCE - 1].pk if len(found) > AT_ONCE else None
