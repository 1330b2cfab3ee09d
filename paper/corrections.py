"""What the paper had to put right: corrections, clarifications and retractions, each a dated note on a live story."""

from django.db.models import Q

from articles.models import Article, UpdateNote

KINDS = (UpdateNote.Kind.CORRECTION, UpdateNote.Kind.CLARIFICATION, UpdateNote.Kind.RETRACTION)


def is_correction(note):
    return note.kind in KINDS


def newest_corrections(count, before=None):
    """The newest `count` notes with their stories, without the bodies; of those that follow `before`, a pair of moment
    and key, where it is given. Walks the index of each kind, so that years of notes cost nothing.
    """
    live = UpdateNote.objects.filter(article__in=Article.objects.live())
    if before:
        moment, pk = before
        live = live.filter(Q(at__lt=moment) | Q(at=moment, pk__lt=pk))
    first, *rest = (live.filter(kind=kind).order_by("-at", "-pk").values("pk")[:count] for kind in KINDS)
    notes = UpdateNote.objects.filter(pk__in=first.union(*rest, all=True)).select_related("article__section")
    return list(notes.defer("article__body", "article__search", "article__desk_search").order_by("-at", "-pk")[:count])
