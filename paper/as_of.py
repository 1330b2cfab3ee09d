"""The moment as of which a page is shown: now, unless somebody at the desk looks at another."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone

_moment = ContextVar("moment", default=None)


def present():
    return _moment.get() or timezone.now()


@contextmanager
def as_of(moment):
    """What is rendered inside takes `moment` for the present, in its date line and in “14:20” or “3 May”."""
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)
