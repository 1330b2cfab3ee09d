"""What may stand between the slashes of an address.

Any script, and whatever else the database may hold: an address that could be stored but not written would take down
every page that links to it. Only NUL is left out, which Postgres refuses.
"""


class Word:
    """One part of an address: a slug in any script, vowel signs and all."""

    regex = r"[^/\x00]+"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class Words(Word):
    """Several parts with slashes between them: the path of a standing page."""

    regex = r"[^\x00]+"


class Year:
    regex = r"[1-9][0-9]{3}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return f"{value:04d}"


class Month:
    regex = r"0[1-9]|1[0-2]"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return f"{value:02d}"


class Digest(Word):
    """The beginning of a SHA-256, as a social card's name has it."""

    regex = r"[0-9a-f]{16}"


class Key(Word):
    """A key of IndexNow's."""

    regex = r"[A-Za-z0-9-]{8,128}"
