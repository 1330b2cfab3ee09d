"""The newsroom that is measured, seen from within: its archive, its addresses, and what a page costs in which part.

Import it once the server is up, and see that the environment names the folder first: Django reads it but once.
"""

import contextlib
import os
import statistics
import time
from typing import NamedTuple

from launcher.failure import Failure

TIMES = 15
OUT_OF_DEBUG = {"DEBUG": "off", "DEV_TOOLBAR": "off", "DATABASE_URL": "", "ALLOWED_HOSTS": "127.0.0.1"}


class Cost(NamedTuple):
    """Of one page: how many queries, the milliseconds waited for Postgres, and those of processor time in Python."""

    queries: int
    postgres: float
    python: float


class Newsroom:
    @classmethod
    @contextlib.contextmanager
    def within(cls, var):
        """The one whose data lies in the folder `var`, given back at the end."""
        from newsroom.secret_key import secret_key_in

        settings = "newsroom.settings"
        os.environ |= OUT_OF_DEBUG | {"NEWSROOM_VAR": str(var), "DJANGO_SETTINGS_MODULE": settings}
        os.environ["SECRET_KEY"] = secret_key_in(var)
        import django

        django.setup()
        from django.db import connection

        from newsroom.embedded_postgres.use import stop_using

        try:
            yield cls(connection)
        finally:
            connection.close()
            stop_using(connection.settings_dict["CLUSTER"])

    def __init__(self, connection):
        self.connection = connection

    @property
    def size(self):
        from articles.models import Article

        return Article.objects.live().count()

    def grow(self, size, say):
        """Let the archive have `size` stories, those of the demo edition included."""
        from demo.archive.making import make_archive

        here, made = self.size, 0
        if size < here:
            raise Failure(f"The demo edition alone has {here} stories: name a size above that.")

        def count(some):
            nonlocal made
            made += some
            say(f"{here + made:,}")

        if size > here:
            make_archive(size - here, progress=count)

    def pages(self, only):
        """Name → address; of those whose names begin as one of `only` does, if that is not empty."""
        from launcher.bench.pages import pages

        found = pages()
        return {name: path for name, path in found.items() if not only or name.startswith(tuple(only))}

    def look_inside(self, path):
        """What the page at `path` costs, the median of `TIMES` answers, without a server."""
        from django.test import Client

        reader, costs = Client(), []
        for _ in range(TIMES + 1):
            waits, began = [], time.process_time()
            with self.connection.execute_wrapper(_timing(waits)):
                reader.get(path, headers={"host": "127.0.0.1"})
            costs.append(Cost(len(waits), sum(waits) * 1000, (time.process_time() - began) * 1000))
        return Cost(*(statistics.median_low(column) for column in zip(*costs[1:], strict=True)))


def _timing(waits):
    def execute(run, *query):
        started = time.perf_counter()
        try:
            return run(*query)
        finally:
            waits.append(time.perf_counter() - started)

    return execute
