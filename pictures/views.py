from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import condition, require_safe

from pictures.decoding import UnreadableError
from pictures.models import Picture
from pictures.rendition import rendition_named, renditions_of
from pictures.renditions import make_rendition
from pictures.serving import served_for_ever
from pictures.storage import renditions as storage

LATER = 60  # seconds


def _etag(request, key, name):
    """The name says all that the bytes depend on."""
    return f'"{key}/{name}"' if rendition_named(key, name) else None


@require_safe
@condition(etag_func=_etag)
def rendition(request, key, name):
    """A picture's file. Its name means the same bytes for ever."""
    wanted = rendition_named(key, name)
    if wanted is None:
        raise Http404("No picture is served at this size.")
    try:
        return served_for_ever(_bytes_of(wanted), wanted.media_type)
    except UnreadableError:
        # It was decoded within the limits once, so the machine is too busy now.
        return HttpResponse(status=503, headers={"Retry-After": LATER, "Cache-Control": "no-store"})


def _bytes_of(wanted):
    """Read a rendition. Only one that is not there yet costs a look into the database, and is made."""
    try:
        return _read(wanted)
    except FileNotFoundError:
        picture = get_object_or_404(Picture, key=wanted.key)
        if wanted not in renditions_of(picture):
            raise Http404("The picture is not served at this size.") from None
        make_rendition(picture, wanted)
        return _read_now(wanted)


def _read_now(wanted):
    try:
        return _read(wanted)
    except FileNotFoundError:
        raise Http404("The picture has another file by now.") from None


def _read(wanted):
    with storage().open(wanted.place) as file:
        return file.read()
