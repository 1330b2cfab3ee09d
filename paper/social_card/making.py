from django.core.files.base import ContentFile
from django.db import transaction

from articles.hold import hold
from paper.social_card.drawing import drawn
from pictures.storage import renditions as storage


def bytes_of(card):
    """The card's PNG, drawn when it is first asked for. Who asks meanwhile waits, rather than draw it twice."""
    if not storage().exists(card.place):
        with transaction.atomic():
            hold(f"card {card.digest}")
            if not storage().exists(card.place):
                storage().save(card.place, ContentFile(drawn(card)))
    with storage().open(card.place) as file:
        return file.read()
