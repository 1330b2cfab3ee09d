"""What the desk should know of a picture before it is used, in words."""

from datetime import timedelta
from itertools import chain

from django.utils import timezone
from django.utils.formats import date_format

SOON = timedelta(days=30)  # in which the end of rights is said


def cautions(picture):
    """(tone, words) of each: “bad” is to be mended, “wait” to be heeded, and “neutral” is so."""
    return list(chain(_rights(picture), _texts(picture), _heed(picture)))


def _rights(picture):
    if picture.valid_until is None:
        return
    day = date_format(timezone.localtime(picture.valid_until), "j F Y")
    if not picture.is_in_rights():
        yield "bad", f"Rights ended on {day}"
    elif not picture.is_in_rights(timezone.now() + SOON):
        yield "wait", f"Rights end on {day}"


def _texts(picture):
    if not picture.alt and not picture.is_decorative:
        yield "bad", "No alternative text"
    if not picture.credit:
        yield "bad", "No credit"


def _heed(picture):
    if picture.restrictions:
        yield "wait", " ".join(picture.restrictions.split())
    if picture.is_labelled:
        yield "neutral", picture.label
