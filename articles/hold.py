from zlib import crc32

from django.db import connection


def hold(name):
    """Until this transaction ends, whoever else holds `name` waits. For what two people must not take at once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [crc32(name.encode())])
