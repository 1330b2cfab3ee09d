"""The files of a picture that is deleted, and of one that comes back at the same moment."""

from contextlib import suppress
from pathlib import PurePath

from django.db import connection, transaction

from pictures.rendition import renditions_of
from pictures.storage import originals, renditions


def hold_bytes(digest):
    """Until the transaction ends, whoever brings the same bytes, or takes their files away, waits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 1))", [digest])


@transaction.atomic
def forget_files(picture):
    """Delete the original and the renditions of a picture whose row is gone, unless its bytes have come again."""
    hold_bytes(picture.digest)
    if type(picture).objects.filter(digest=picture.digest).exists():
        return
    originals().delete(picture.original.name)
    folder = PurePath(renditions_of(picture)[0].place).parent
    with suppress(FileNotFoundError):  # none was made yet
        for name in renditions().listdir(str(folder))[1]:
            renditions().delete(str(folder / name))
