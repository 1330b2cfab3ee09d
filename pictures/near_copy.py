"""What is said of a picture that looks like one which is here."""

from django.utils import timezone
from django.utils.formats import date_format


def question_about(picture):
    """“This looks like “Pier at dawn”, here since 3 May 2026, credited to Ann Weiss. …”, with the two ways on."""
    return f"{statement_about(picture)} Use that one, or choose the file again and tick “Save this one too”."


def known_as(picture):
    """What is said where the very file is here: “This is “Pier at dawn”, here since …”."""
    return statement_about(picture).replace("This looks like", "This is", 1)


def statement_about(picture):
    since = date_format(timezone.localtime(picture.uploaded_at), "j F Y")
    credited = f"credited to {picture.credit}" if picture.credit else "without a credit"
    ended = "" if picture.is_in_rights() else " Its rights have ended."
    return f"This looks like “{picture.title}”, here since {since}, {credited}.{ended}"
