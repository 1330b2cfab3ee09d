"""Whether the record is what was written: the chain from its first entry on, and the words that it vouches for."""

from dataclasses import dataclass

from django.db import connection

# Each link against what it ought to be, by the link before. Whatever is wrong comes out, the first hundred of it.
BROKEN = """
SELECT e.id, l.number, CASE
    WHEN l.entry_id IS NULL OR l.digest IS NULL THEN 'is in no chain: it was put in past the triggers'
    WHEN l.number <> l.place THEN 'comes after a gap: what stood before it was taken out'
    ELSE 'is not what was written, or what stood before it was changed or taken out'
END
FROM record_entry e
LEFT JOIN (
    SELECT *, row_number() OVER (ORDER BY number) AS place, lag(digest, 1, '') OVER (ORDER BY number) AS previous
    FROM record_link WHERE number IS NOT NULL
) l ON l.entry_id = e.id
WHERE l.entry_id IS NULL OR l.digest IS NULL OR l.number <> l.place OR l.digest <> record_digest(l.previous, e)
ORDER BY l.number NULLS LAST, e.id LIMIT 100
"""
WITHOUT_ENTRY = "SELECT count(*) FROM record_link l LEFT JOIN record_entry e ON e.id = l.entry_id WHERE e.id IS NULL"
CHANGED_WORDS = """
SELECT e.id, r.id, e.name FROM record_entry e
LEFT JOIN articles_revision r ON r.id = (e.after ->> 'version')::bigint
WHERE e.kind = 'story' AND e.verb = 'saved'
    AND (r.id IS NULL OR e.after ->> 'words' <> record_words(r.kicker, r.headline, r.standfirst, r.body))
ORDER BY e.id LIMIT 100
"""
UNRECORDED_WORDS = """
SELECT r.id, r.headline FROM articles_revision r
WHERE NOT EXISTS (
    SELECT 1 FROM record_entry e
    WHERE e.kind = 'story' AND e.verb = 'saved' AND e.object_id = r.article_id
        AND e.after @> jsonb_build_object('version', r.id)
)
ORDER BY r.id LIMIT 100
"""
NEWEST = "SELECT number, digest FROM record_link WHERE number IS NOT NULL ORDER BY number DESC LIMIT 1"


@dataclass(frozen=True)
class Verified:
    """`faults` are sentences, at most a hundred of each sort. `newest` is the last digest of the chain."""

    entries: int
    newest: str
    faults: list[str]


def verify(expected=""):
    """Walk through all of the record. `expected` is a digest that was noted earlier: it has to be in the chain, which
    shows whether its end was cut off.
    """
    with connection.cursor() as cursor:
        faults = [f"Entry {entry} {fault}." for entry, _, fault in _rows(cursor, BROKEN)]
        ((loose,),) = _rows(cursor, WITHOUT_ENTRY)
        faults += [f"{loose} entries were taken out of the record and left their links."] if loose else []
        for entry, version, name in _rows(cursor, CHANGED_WORDS):
            said = "are not what was saved" if version else "are gone"
            faults.append(f"The words of “{name}” that entry {entry} vouches for {said}.")
        for version, name in _rows(cursor, UNRECORDED_WORDS):
            faults.append(f"Version {version} of “{name}” was put in past the record.")
        newest = _rows(cursor, NEWEST)
        if expected and not _rows(cursor, "SELECT 1 FROM record_link WHERE digest = %s", [expected]):
            faults.append(f"The digest {expected} is not in the chain: its end was cut off, or it is of another one.")
        number, digest = newest[0] if newest else (0, "")
    return Verified(number, digest, faults)


def _rows(cursor, sql, params=()):
    cursor.execute(sql, params)
    return cursor.fetchall()
