"""How a picture comes into the library: from the desk, the editor, an import or the demo edition."""

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePath

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from pictures import rights
from pictures.background import prepare
from pictures.decoding import BYTES_AT_MOST, UnreadableError
from pictures.examination import examine
from pictures.files import hold_bytes
from pictures.filling import TOPICS, fillings
from pictures.models import Picture, Record

TEXTS = tuple(field.name for field in Record._meta.fields if field.name != "is_decorative")


@dataclass(frozen=True)
class Measured:
    digest: str
    width: int
    height: int
    colour: str = ""
    is_opaque: bool | None = None
    perceptual_hash: int | None = None
    told: dict = field(default_factory=dict)  # by the file itself: field of Picture → (value, “XMP”, “IIM” or “EXIF”)

    @property
    def known(self):
        """The picture that has these bytes, if it is here."""
        return Picture.objects.filter(digest=self.digest).first()

    @property
    def alike(self):
        """Pictures here that look like it, those nearest to it first."""
        if self.perceptual_hash is None:
            return []
        return list(Picture.objects.alike(self.perceptual_hash).exclude(digest=self.digest)[:3])


def measure(file):
    """Decode a file, apart and under limits. Where that fails, raises a `ValidationError` whose one sentence names the
    file, what it is and the way out.
    """
    name = filename_of(file)
    if file.size > BYTES_AT_MOST:
        megabytes = BYTES_AT_MOST // 1_000_000
        raise ValidationError(f"“{name}” is larger than {megabytes} MB. Make it smaller and send it again.")
    file.seek(0)
    digest = sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    try:
        found = examine(file)
    except UnreadableError as error:
        raise ValidationError(f"“{name}” {error}") from error
    return Measured(digest.hexdigest(), **found | {"told": fillings(found["told"])})


def filename_of(file):
    """What a sentence about a file calls it."""
    return PurePath(file.name or "The file").name


def arrive(file, *, by, renditions="soon", measured=None, keep_empty=(), topics=(), **texts):
    """Take a file into the library and return its picture. The same bytes twice are one picture.

    `file` is a Django file with a name (`ContentFile(data, name="pier.jpg")`). `texts` are fields of Picture, `topics`
    are names. What is empty among them is filled from what the file tells, but for the names in `keep_empty`. Without a
    title, the file's name becomes one. Of a picture that is here already, empty texts are filled.
    With `renditions="soon"` the worker makes them next; with "later" each is made when it is first asked for.
    `measured` is what `measure(file)` gave, if the caller has asked already. Raises `ValidationError`.
    """
    if not (by.is_machine or by.has_perm("pictures.add_picture")):
        raise PermissionDenied(f"{by} may not add pictures. Ask an admin for the role of contributor.")
    if renditions not in {"soon", "later"}:
        raise ValueError(f"Renditions can be made “soon” or “later”, not “{renditions}”.")
    measured = measured or measure(file)
    if known := measured.known:
        return _filled(known, texts, topics, by)
    try:
        with transaction.atomic():
            hold_bytes(measured.digest)
            picture = _kept(file, measured, by, *_with_told(measured.told, texts, topics, keep_empty))
            if renditions == "soon":
                prepare.enqueue(picture.pk)
            return picture
    except IntegrityError:  # someone else brought the same bytes at the same moment
        return _filled(measured.known, texts, topics, by)


def _with_told(told, texts, topics, keep_empty):
    """The texts and topics, what is empty among them filled, and where each came from that is as the file has it."""
    given = {**texts, TOPICS: list(topics)}
    given |= {name: value for name, (value, _) in told.items() if not given.get(name) and name not in keep_empty}
    read_from = {name: origin for name, (value, origin) in told.items() if given.get(name) == value}
    topics = given.pop(TOPICS)
    return {**given, "read_from": read_from}, topics


def _kept(file, measured, by, texts, topics):
    texts = {**texts, "title": texts.get("title") or title_from(file.name)}
    picture = Picture(
        digest=measured.digest,
        width=measured.width,
        height=measured.height,
        colour=measured.colour,
        is_opaque=measured.is_opaque,
        perceptual_hash=measured.perceptual_hash,
        uploaded_by=by,
        **texts,
    )
    picture.clean_fields(exclude=["original"])
    file.seek(0)
    picture.original.save(measured.digest, file, save=False)
    picture.save(force_insert=True)
    picture.topics.add(*topics)
    return picture


def _filled(picture, texts, topics, by):
    """A picture's texts stand on live pages, so only those who may change them fill what is empty."""
    if not rights.may_change(by, picture):
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
