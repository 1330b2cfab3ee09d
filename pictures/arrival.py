"""How a picture comes into the library: from the desk, the editor, an import or the demo edition."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from pictures.background import prepare
from pictures.decoding import BYTES_AT_MOST, UnreadableError, opened, upright_size
from pictures.models import Picture, Record

TEXTS = tuple(field.name for field in Record._meta.fields if field.name != "is_decorative")


@dataclass(frozen=True)
class Measured:
    digest: str
    width: int
    height: int


def measure(file):
    """Decode a file. Where that fails, raises a `ValidationError` whose one sentence names the file."""
    name = PurePath(file.name or "The file").name
    if file.size > BYTES_AT_MOST:
        megabytes = BYTES_AT_MOST // 1_000_000
        raise ValidationError(f"“{name}” is larger than {megabytes} MB. Make it smaller and send it again.")
    file.seek(0)
    digest = sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    try:
        file.seek(0)
        with opened(file) as image:
            width, height = upright_size(image)
    except UnreadableError as error:
        raise ValidationError(f"“{name}” {error}") from error
    return Measured(digest.hexdigest(), width, height)


def arrive(file, *, by, renditions="soon", measured=None, topics=(), **texts):
    """Take a file into the library and return its picture. The same bytes twice are one picture.

    `file` is a Django file with a name (`ContentFile(data, name="pier.jpg")`). `texts` are fields of Picture, `topics`
    are names; without a title, the file's name becomes one. Of a picture that is here already, empty texts are filled.
    With `renditions="soon"` the worker makes them next; with "later" each is made when it is first asked for.
    `measured` is what `measure(file)` gave, if the caller has asked already. Raises `ValidationError`.
    """
    if not (by.is_machine or by.has_perm("pictures.add_picture")):
        raise PermissionDenied(f"{by} may not add pictures. Ask an admin for the role of contributor.")
    if renditions not in {"soon", "later"}:
        raise ValueError(f"Renditions can be made “soon” or “later”, not “{renditions}”.")
    measured = measured or measure(file)
    known = Picture.objects.filter(digest=measured.digest).first()
    if known:
        return _filled(known, texts, topics, by)
    try:
        with transaction.atomic():
            picture = _kept(file, measured, by, texts)
            picture.topics.add(*topics)
            if renditions == "soon":
                prepare.enqueue(picture.pk)
            return picture
    except IntegrityError:  # someone else brought the same bytes at the same moment
        return _filled(Picture.objects.get(digest=measured.digest), texts, topics, by)


def _kept(file, measured, by, texts):
    texts = {**texts, "title": texts.get("title") or title_from(file.name)}
    picture = Picture(digest=measured.digest, width=measured.width, height=measured.height, uploaded_by=by, **texts)
    picture.clean_fields(exclude=["original"])
    file.seek(0)
    picture.original.save(measured.digest, file, save=False)
    picture.save(force_insert=True)
    return picture


def _filled(picture, texts, topics, by):
    """A picture's texts stand on live pages, so only those who may change them fill what is empty."""
    if not (by.is_machine or by.has_perm("pictures.change_picture")):
        return picture
    empty = [name for name in TEXTS if texts.get(name) and not getattr(picture, name)]
    for name in empty:
        setattr(picture, name, texts[name])
    if empty:
        picture.clean_fields(exclude=["original"])
        picture.save(update_fields=empty)
    if topics and not picture.topics.exists():
        picture.topics.add(*topics)
    return picture


def title_from(filename):
    """“/tmp/pier_at-dawn.jpg” → “pier at dawn”."""
    stem = PurePath(filename or "").stem.replace("_", " ").replace("-", " ")
    printable = "".join(letter for letter in stem if letter.isprintable())
    return " ".join(printable.split())[:200] or "Untitled"
