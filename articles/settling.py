"""Making true what the clock has decided, before anybody reads: planned updates, and what any planned moment brings.

Almost always this costs no query. Nobody can plan an update for less than a minute ahead (`NOTICE`), so whoever has
looked at what is due within half a minute knows all of it until then, whatever is planned meanwhile and by whichever
process (docs/decisions/0032).
"""

import logging
from dataclasses import dataclass
from datetime import datetime

from django.db import DatabaseError
from django.utils import timezone

from articles.models import Article
from articles.models.plan import NOTICE

KNOWN_FOR = NOTICE / 2  # the other half is for clocks that differ and for transactions that take their time

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Knowledge:
    """That nothing is due from one moment until another."""

    since: datetime
    until: datetime

    def holds(self, at):
        return self.since <= at < self.until


class _Settler:
    knowledge = None

    def settle_due(self):
        """Settle every story that is due, unless it is known that none is. Returns how many there were."""
        now = timezone.now()
        if self.knowledge and self.knowledge.holds(now):
            return 0
        return self.look(now)

    def look(self, now=None):
        """The same without relying on what is known. A story that cannot be settled is tried again at the next look."""
        now = now or timezone.now()
        horizon = now + KNOWN_FOR
        soon = list(Article.objects.due_by(horizon).values_list("pk", "due_at"))
        due = [pk for pk, moment in soon if moment <= now]
        for pk in due:
            _settle(pk)
        self.knowledge = Knowledge(now, next((moment for _, moment in soon if moment > now), horizon))
        return len(due)


def _settle(pk):
    try:
        Article.objects.get(pk=pk).settle()
    except Exception:  # one story that is broken must not take the whole paper with it
        log.exception("Story %s was due and could not be settled. It is tried again within half a minute.", pk)


_settler = _Settler()
settle_due, look = _settler.settle_due, _settler.look


class SettleFirst:
    """Middleware: whoever asks for a page, reader or editor, gets it as of now, with no process having to run."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        try:
            settle_due()
        except DatabaseError:
            log.exception("What is due could not be looked at.")  # a page that needs the database will say so itself
        return self.get_response(request)
