"""What the paper had to put right: corrections, clarifications and retractions, each a dated note on a story."""

from articles.models import UpdateNote

KINDS = (UpdateNote.Kind.CORRECTION, UpdateNote.Kind.CLARIFICATION, UpdateNote.Kind.RETRACTION)


def is_correction(note):
    return note.kind in KINDS
