"""What the worker does for the library."""

from django.tasks import task

from pictures.decoding import UnreadableError
from pictures.examination import examine
from pictures.models import Picture
from pictures.renditions import make_renditions


@task
def prepare(picture_id):
    """Make a picture's renditions before a reader asks for them."""
    if picture := Picture.objects.filter(pk=picture_id).first():  # it may have been deleted meanwhile
        make_renditions(picture)


@task(priority=-50)
def prepare_all():
    """The same for every picture, the newest first: after an import, or when renditions were thrown away."""
    for picture in Picture.objects.newest_first().iterator(chunk_size=100):
        make_renditions(picture)


@task(priority=-50)
def measure_all():
    """Find out colour and likeness of pictures that came before we kept them, the newest first."""
    for picture in Picture.objects.unmeasured().newest_first().iterator(chunk_size=100):
        try:
            with picture.original.open("rb") as file:
                found = examine(file)
        except (UnreadableError, OSError):
            continue  # what was taken in long ago may be more than is taken in today
        looks = {name: found[name] for name in ("colour", "is_opaque", "perceptual_hash")}
        Picture.objects.filter(digest=picture.digest).update(**looks)
