"""The files of a picture that is deleted, and of one that comes back at the same moment."""

from django.apps import apps
from django.db import connection, transaction

from pictures.renditions import forget_renditions
from pictures.storage import originals


def hold_bytes(digest):
    """Until the transaction ends, whoever brings the same bytes, or takes their files away, waits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 1))", [digest])


def forget_files(picture, former_files=()):
    """Delete the renditions of a picture whose row is gone, its original, and those of the files that it had before."""
    forget_renditions(picture.key)
    for one in (picture, *former_files):
        _forget_original(one)


@transaction.atomic
def _forget_original(kept):
    """Unless its bytes have come again, or are what another picture once showed."""
    hold_bytes(kept.digest)
    holders = (apps.get_model("pictures", name) for name in ("Picture", "FormerFile"))
    if not any(model.objects.filter(digest=kept.digest).exists() for model in holders):
        originals().delete(kept.original.name)
