from django.shortcuts import get_object_or_404, redirect, render

from masthead.models import Purpose, StandingPage
from paper.frames import allowing_frames
from paper.shown_pictures import pictures_in
from prose.rendering import frame_origins, holds_a_gallery, plain_text
from prose.rendering import render as render_prose


def standing_page(request, path):
    page = get_object_or_404(StandingPage, path=path, is_published=True)
    if page.purpose == Purpose.STAFF:
        return redirect(page, permanent=True)
    return allowing_frames(render, frame_origins(page.body))(request, "standing_page.html", words_of(page))


def words_of(page):
    """What a standing page shows, for the page itself and for the list of authors, above which one may stand."""
    return {
        "page": page,
        "body": render_prose(page.body, pictures_in(page.body)),
        "holds_a_gallery": holds_a_gallery(page.body),
        "description": plain_text(page.body),
    }
