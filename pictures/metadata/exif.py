"""EXIF: what the camera writes, and of it only who, what and when. Its satellite position is not looked at."""

import re

from PIL.ExifTags import IFD, Base

from pictures.metadata.text import clean, line, moment

# Cameras fill the description with their own name, programs with their working.
_NO_CAPTION = re.compile(
    r"[\W_]*$|.*\bdigital camera\b|sony dsc|default|untitled|created with|.*\bversion \d|{", re.IGNORECASE
)
OFFSET_TIME_ORIGINAL = 0x9011


def read(image):
    exif = image.getexif()
    shooting = exif.get_ifd(IFD.Exif)
    caption = clean(_text(exif.get(Base.ImageDescription)))
    photographer, _, editor = _text(exif.get(Base.Copyright)).partition("\0")
    date, _, time = _text(shooting.get(Base.DateTimeOriginal)).partition(" ")
    return {
        "caption": "" if _NO_CAPTION.match(caption) else caption,
        "creator": line(_text(exif.get(Base.Artist)).replace(";", ", ")),
        "copyright_notice": line(f"{photographer} {editor}"),
        "taken_at": moment(date, time, _text(shooting.get(OFFSET_TIME_ORIGINAL)).rstrip("\0 ")),
    }


def _text(value):
    """The standard says ASCII; cameras write UTF-8, of which Pillow makes Latin-1."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if not isinstance(value, str):
        return ""
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value
