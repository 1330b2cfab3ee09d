"""How files leave that came from outside, or were made from such: as what they are, and without any power."""

from django.http import FileResponse, HttpResponse

A_YEAR_UNCHANGED = "public, max-age=31536000, immutable"
HARMLESS = {
    "X-Content-Type-Options": "nosniff",
    # Opened by itself, a file is a page of our origin: it runs nothing, loads nothing, sends nothing. The styles are
    # those of the page that the browser makes around a picture.
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
}


def served_for_ever(data, media_type):
    """Bytes for everyone, under a name that means them alone. Readers' apps show them in pages of theirs."""
    lasting = {"Cache-Control": A_YEAR_UNCHANGED, "Cross-Origin-Resource-Policy": "cross-origin"}
    return HttpResponse(data, content_type=media_type, headers=HARMLESS | lasting)


def given_away(file, filename):
    """A file for the one who asked, to be kept and not to be shown."""
    private = {"Cache-Control": "private, no-store", "Cross-Origin-Resource-Policy": "same-origin"}
    kind = "application/octet-stream"
    return FileResponse(file, as_attachment=True, filename=filename, content_type=kind, headers=HARMLESS | private)
