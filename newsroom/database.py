"""The one database: the Postgres that DATABASE_URL names, or the embedded one."""

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from newsroom.embedded_postgres.cluster import Cluster

CONNECT_TIMEOUT = 10  # seconds


def database(url, *, var, testing):
    """An entry for DATABASES. Tests have an embedded server of their own, which trades safety for speed."""
    if not url:
        return Cluster(var / ("postgres-for-tests" if testing else "postgres"), durable=not testing).django_settings()
    try:
        entry = dj_database_url.parse(url)
    except ValueError as error:
        raise ImproperlyConfigured(
            "DATABASE_URL cannot be read; write it as postgres://user:password@host:5432/name."
        ) from error
    if entry["ENGINE"] != "django.db.backends.postgresql":
        raise ImproperlyConfigured(
            "DATABASE_URL must name a Postgres database (postgres://…); the newsroom runs on no other."
        )
    if not entry["NAME"]:
        raise ImproperlyConfigured(
            "DATABASE_URL names a server and no database on it; write it as postgres://user:password@host:5432/name."
        )
    entry["OPTIONS"] = {"connect_timeout": CONNECT_TIMEOUT} | entry.get("OPTIONS", {})
    return entry
