from functools import partial

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from articles.preview import as_readers_would_see
from outsiders.models import Invitation
from paper.frames import allowing_frames
from paper.views.article import page_of
from prose.blocks import blocks
from prose.rendering import frame_origins, plain_text
from prose.rendering import render as render_prose


class RemarkForm(forms.Form):
    place = forms.CharField(required=False)
    text = forms.CharField(max_length=4000, error_messages={"required": gettext_lazy("Write your remark first.")})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invited(request, token):
    """One version of a story for somebody without an account, who may say something about each paragraph, and agree."""
    try:
        invitation = Invitation.at_address(token)
    except Invitation.DoesNotExist as error:
        raise Http404 from error
    if not invitation.is_open():
        return _kept_out_of_caches(render(request, "outsiders/closed.html", {"invitation": invitation}, status=410))
    if request.method == "POST":
        return _answered(request, invitation, token)
    return _kept_out_of_caches(_page(request, invitation))


def _answered(request, invitation, token):
    said = "agreed" if "agree" in request.POST else "remark"
    if said == "agreed":
        invitation.approve()
    else:
        form = RemarkForm(request.POST)
        if not form.is_valid():
            return _kept_out_of_caches(_page(request, invitation, form, status=400))
        body, place = blocks(invitation.revision.body), form.cleaned_data["place"]
        # What belongs to no block is about the whole, and is kept.
        place = int(place) if place.isdecimal() and len(place) < 6 and int(place) < len(body) else None
        try:
            invitation.remark(form.cleaned_data["text"], place, plain_text(body[place]) if place is not None else "")
        except ValidationError as error:
            form.add_error(None, error)
            return _kept_out_of_caches(_page(request, invitation, form, status=400))
    return redirect(f"{request.path}?kept={said}#answer")


def _page(request, invitation, form=None, status=200):
    story = invitation.article
    revision = as_readers_would_see(story, invitation.revision_id)
    frames = frame_origins(story.body)
    remarks = {}
    for remark in invitation.remarks.all():
        remarks.setdefault(remark.place, []).append(remark)
    told = page_of(story, partial(_with_remarks, request, remarks, form)) | {
        "frames": frames,
        "preview": revision,
        "invitation": invitation,
        "remarks_on_the_whole": remarks.get(None, []),
        "approval": getattr(invitation, "approval", None),
        "kept": request.GET.get("kept"),
        "form": form,
    }
    return allowing_frames(render, frames)(request, "outsiders/invited.html", told, status=status)


def _with_remarks(request, remarks, form, html, pictures, ours):
    """The body with a place to write beneath each block, and what was written there."""
    wrong = form.data.get("place") if form else None
    pieces = []
    for place, block in enumerate(blocks(html)):
        told = {
            "place": place,
            "remarks": remarks.get(place, []),
            "ours": ours,
            "form": form if wrong == str(place) else None,
            "beginning": " ".join(plain_text(block).split()[:6]),
        }
        pieces.append(render_prose(block, pictures, ours))
        pieces.append(render_to_string("outsiders/remark.html", told, request))
    return mark_safe("".join(pieces))  # noqa: S308 (each piece is)


def _kept_out_of_caches(response):
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = "no-referrer"
    return response
