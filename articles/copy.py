from dataclasses import dataclass, field, replace

from django.core.exceptions import ValidationError

from articles.models.revision import Revision
from prose.cleaning import clean
from prose.rules import RULES


@dataclass(frozen=True)
class Copy:
    """All that an editor can write about a story, as a form or an import hands it over.

    `words` maps field names of `Words` to values; one that it leaves out has its default. `credits` are
    (author id, role) pairs in the order in which they are to stand. `topics` are names, in any order.
    """

    words: dict
    credits: tuple = ()
    topics: frozenset = field(default_factory=frozenset)

    def __post_init__(self):
        tidy = {name: _tidy(name, value) for name, value in self.words.items()}
        defaults = Revision().words
        object.__setattr__(self, "words", defaults | tidy)
        object.__setattr__(self, "credits", tuple(dict.fromkeys(tuple(credit) for credit in self.credits)))
        object.__setattr__(self, "topics", frozenset(self.topics))

    def with_value(self, field, value):
        """The same with another value in one field, “credits” and “topics” among them."""
        if field in {"credits", "topics"}:
            return replace(self, **{field: value})
        return replace(self, words={**self.words, field: value})

    @classmethod
    def of(cls, revision):
        return cls(revision.words, revision.credits, revision.topics.names())


def _tidy(name, value):
    if name == "body":
        return clean(value or "", RULES["story"])
    if not isinstance(value, str):
        return value
    if "\x00" in value:
        # Postgres keeps any character but this one.
        called = name.replace("_", " ")
        raise ValidationError(f"The {called} has a character in it that cannot be stored (NUL). Type it anew.")
    return value.replace("\r\n", "\n").strip()
