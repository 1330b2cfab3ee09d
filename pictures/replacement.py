"""How another file comes to stand for a picture, wherever it is used."""

from functools import partial

from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.formats import date_format

from pictures.arrival import filename_of, measure
from pictures.background import prepare
from pictures.filling import TOPICS
from pictures.key import new_key
from pictures.models import Picture
from pictures.renditions import forget_renditions

OF_THE_FILE = ["original", "digest", "key", "width", "height", "colour", "is_opaque", "perceptual_hash", "read_from"]


def replace_file(picture, file, *, by, measured=None, take=()):
    """Put another file in the place of a picture's own, and return the picture as it is now.

    What the new file tells fills the fields that are empty, and those that are named in `take`. The former original is
    kept (`picture.former_files`); what readers had of it is not: the picture gets other addresses, and nothing stands
    at the old ones. The file that it has already changes nothing. Raises `ValidationError`, as `arrive` does, also
    where another picture has this file.
    """
    demand_right_to_replace(by)
    measured = measured or measure(file)
    refuse_file_of_another(picture, file, measured)
    try:
        with transaction.atomic():
            picture = Picture.objects.select_for_update().get(pk=picture.pk)
            if measured.digest != picture.digest:
                _replace(picture, file, measured, by, take)
    except IntegrityError:  # someone brought the same file as a new picture at the same moment
        refuse_file_of_another(picture, file, measured)
        raise
    return picture


def demand_right_to_replace(by):
    if not (by.is_machine or by.has_perm("pictures.change_picture")):
        raise PermissionDenied(f"{by} may not replace the files of pictures. Ask an editor to do it.")


def refuse_file_of_another(picture, file, measured):
    known = measured.known
    if known and known.pk != picture.pk:
        since = date_format(timezone.localtime(known.uploaded_at), "j F Y")
        raise ValidationError(
            f"“{filename_of(file)}” is here already as another picture, “{known.title}”, since {since}. "
            "Use that one in the stories, or choose another file."
        )


def _replace(picture, file, measured, by, take):
    former = picture.former_files.create(
        original=picture.original.name,
        digest=picture.digest,
        width=picture.width,
        height=picture.height,
        replaced_by=by,
    )
    old_key, picture.key = picture.key, new_key()
    for name in ("digest", "width", "height", "colour", "is_opaque", "perceptual_hash"):
        setattr(picture, name, getattr(measured, name))
    told = _wanted(picture, measured.told, take)
    picture.read_from |= {name: origin for name, (_, origin) in told.items()}
    topics, _ = told.pop(TOPICS, ([], ""))
    for name, (value, _) in told.items():
        setattr(picture, name, value)
    picture.clean_fields(exclude=["original"])
    file.seek(0)
    picture.original.save(measured.digest, file, save=False)
    picture.save(update_fields=[*OF_THE_FILE, *told, "saved_at"])
    picture.topics.add(*topics)
    said = f"Replaced the file: {former.width} × {former.height} before, {picture.width} × {picture.height} now."
    LogEntry.objects.log_actions(by.pk, [picture], CHANGE, said)
    prepare.enqueue(picture.pk)
    transaction.on_commit(partial(forget_renditions, old_key), robust=True)


def _wanted(picture, told, take):
    """What of it goes into the record."""
    return {name: filling for name, filling in told.items() if name in take or not _stands(picture, name)}


def _stands(picture, name):
    return picture.topics.exists() if name == TOPICS else getattr(picture, name)
