from django.shortcuts import get_object_or_404, render

from masthead.models import StandingPage
from pictures.models import Picture
from prose.rendering import picture_ids, plain_text
from prose.rendering import render as render_prose


def standing_page(request, path):
    page = get_object_or_404(StandingPage, path=path, is_published=True)
    shown = {
        "page": page,
        "body": render_prose(page.body, Picture.objects.in_bulk(picture_ids(page.body))),
        "description": plain_text(page.body),
    }
    return render(request, "standing_page.html", shown)
