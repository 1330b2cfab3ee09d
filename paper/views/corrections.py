from django.shortcuts import render

from paper.corrections import newest_corrections
from paper.stretch import mark_of, read_mark

LENGTH = 30


def corrections(request):
    """Everything that was put right, newest first; each leads to its story."""
    mark = request.GET.get("before", "")
    notes = newest_corrections(LENGTH + 1, read_mark(mark) if mark else None)
    shown = notes[:LENGTH]
    older = mark_of(shown[-1].at, shown[-1].pk) if len(notes) > LENGTH else ""
    return render(request, "corrections.html", {"notes": shown, "older": older, "is_first": not mark})
