"""The page that asks before a picture is deleted, or says where it is used."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import redirect, render

from pictures.models import Picture
from pictures.uses import uses_of


def delete_page(admin, request, picture):
    if request.method == "POST":
        try:
            _delete(admin, request, picture)
        except ValidationError:
            pass  # somebody began to use it; the page below says where
        else:
            messages.success(request, f"Deleted “{picture}”, its file and all its copies.")
            return redirect("admin:pictures_picture_changelist")
    context = admin.admin_site.each_context(request) | {
        "title": f"Delete “{picture}”?",
        "opts": admin.opts,
        "picture": picture,
        "is_used": Picture.objects.used().filter(pk=picture.pk).exists(),
        "uses": uses_of(picture, request.user),
    }
    return render(request, "admin/pictures/picture/delete.html", context)


@transaction.atomic
def _delete(admin, request, picture):
    admin.log_deletions(request, [picture])
    picture.discard(by=request.user)
