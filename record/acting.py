"""Telling Postgres who acts, so that what its triggers write down has a name and an address."""

from contextlib import contextmanager

from django.db import connection


@contextmanager
def acting(user, address=""):
    """What is done within is done by `user`, an account or None, from `address`, an IP address or nothing."""
    _say(user.pk if user else "", address)
    try:
        yield
    finally:
        _say("", "")


def _say(by, address):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('newsroom.by', %s, false), set_config('newsroom.address', %s, false)",
            [str(by), address],
        )


class SayWhoActs:
    """Middleware: whatever a request that may write does is done by whoever signed in, from where they sit.

    Readers' pages and reading at the desk ask nothing of the database for it.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method in {"GET", "HEAD", "OPTIONS"}:
            return self.get_response(request)
        user = request.user if request.user.is_authenticated else None
        with acting(user, request.META.get("REMOTE_ADDR", "")):
            return self.get_response(request)
