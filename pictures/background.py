"""What the worker does for the library."""

from django.tasks import task

from pictures.models import Picture
from pictures.renditions import make_renditions


@task
def prepare(picture_id):
    """Make a picture's renditions before a reader asks for them."""
    make_renditions(Picture.objects.get(pk=picture_id))


@task(priority=-50)
def prepare_all():
    """The same for every picture, the newest first: after an import, or when renditions were thrown away."""
    for picture in Picture.objects.newest_first().iterator(chunk_size=100):
        make_renditions(picture)
