"""The readers' own page as it was at a moment, as it is, or as it will be; seen by nobody but the desk."""

from dataclasses import replace

from django import forms
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from curation.composing import blocks_of, readers_page
from curation.sheet import Sheet, number
from fronts.models import Banner
from fronts.showing import show
from moments.field import MomentField
from paper.as_of import as_of
from paper.furniture import Furniture
from sections.models import Section


class MomentForm(forms.Form):
    """`at` left empty is now."""

    at = MomentField(required=False, label="The front at")


def look_page(admin, request, front, newest):
    """A GET shows `version`, or what is live, at the moment `at`. A POST shows what lies on the editor, unsaved."""
    given = request.POST if request.method == "POST" else request.GET
    form = MomentForm(given)
    at = form.cleaned_data["at"] if form.is_valid() else None
    paper = Furniture.read()
    if front.section:
        front.section = Section.objects.select_related("parent").prefetch_related("children").get(pk=front.section_id)
    shown = {"sections": blocks_of(front, paper), "at": at}
    if request.method == "POST":
        shown["arrangement"] = Sheet.read(front.plan, request.POST).arrangement
    elif version := request.GET.get("version"):
        shown["version"] = _version(front, version)
    showing = show(front.section, **shown)
    template, context = readers_page(front, showing)
    looking = {
        "front": front,
        "version": showing.version,
        "at": showing.at,
        "is_another_moment": at is not None,
        "is_past": showing.at < timezone.now(),
        "is_unsaved": request.method == "POST",
        "is_live": "version" not in shown and "arrangement" not in shown,
        "zone": timezone.get_current_timezone_name(),
        "unread": not form.is_valid(),
    }
    context |= {"paper": replace(paper, banner=Banner.standing(showing.at)), "looking": looking}
    with as_of(showing.at):
        response = render(request, template, context)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _version(front, key):
    if front.pk and (wanted := number(key)):
        found = front.versions.select_related("by", "topic").filter(pk=wanted).first()
        if found:
            return found
    raise Http404(f"{front} has no version {key}.")
