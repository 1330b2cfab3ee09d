"""A save that meets another: what both wrote, together, and what only a person can decide. Pure: no query, no clock."""

from dataclasses import dataclass

from django.utils import timezone

from articles.copy import Copy
from prose.merging import Clash
from prose.merging import merged as merged_texts

MINE, THEIRS, BOTH = "mine", "theirs", "both"


@dataclass(frozen=True)
class Choice:
    """Something that both changed, each in their own way. `name` tells it from the others of the same merge: a field's
    name, or “body 2” for the second such place of the body. `base`, `mine` and `theirs` are values of that field.
    """

    name: str
    field: str
    base: object
    mine: object
    theirs: object

    @property
    def answers(self):
        """What may be chosen. Only the blocks of a text can stand one after the other."""
        return (MINE, THEIRS, BOTH) if self.field == "body" and self.mine and self.theirs else (MINE, THEIRS)


@dataclass(frozen=True)
class Merged:
    """Both sides' changes. `fields` maps field names, “credits” and “topics” among them, to values; where a `Choice`
    stands there, and in the pieces of `body`, somebody has to choose.
    """

    fields: dict
    body: tuple

    @property
    def choices(self):
        return [one for one in [*self.fields.values(), *self.body] if isinstance(one, Choice)]

    def settled(self, answers):
        """The copy that results from `answers`, a mapping of choices' names to what was chosen. Raises `KeyError` for
        a choice without an answer, and `ValueError` for an answer that is none.
        """
        fields = {name: _settled(value, answers) for name, value in self.fields.items()}
        credits, topics = fields.pop("credits"), fields.pop("topics")
        return Copy(fields | {"body": "".join(_settled(piece, answers) for piece in self.body)}, credits, topics)


def merge(base, mine, theirs):
    """What comes of the copies `mine` and `theirs`, both of which began as the copy `base`.

    What one side changed is changed, field by field and in the body block by block. Topics are a set: whatever either
    put in or took out. What both changed differently becomes a `Choice`.
    """
    fields = {
        name: _decided(name, base.words[name], mine.words[name], theirs.words[name])
        for name in base.words
        if name != "body"
    }
    fields["credits"] = _decided("credits", base.credits, mine.credits, theirs.credits)
    kept = base.topics & mine.topics & theirs.topics
    fields["topics"] = kept | (mine.topics - base.topics) | (theirs.topics - base.topics)
    return Merged(fields, tuple(_named(merged_texts(base.words["body"], mine.words["body"], theirs.words["body"]))))


def together_with(newer):
    """The note of a revision that a merge with the revision `newer` made."""
    return f"Together with what {newer.by} saved at {timezone.localtime(newer.at):%H:%M}."


def _decided(name, base, mine, theirs):
    if mine == theirs or theirs == base:
        return mine
    return theirs if mine == base else Choice(name, name, base, mine, theirs)


def _named(pieces):
    """`pieces` with a choice for each clash, in order."""
    number = 0
    for piece in pieces:
        if isinstance(piece, Clash):
            number += 1
            yield Choice(f"body {number}", "body", piece.base, piece.mine, piece.theirs)
        else:
            yield piece


def _settled(value, answers):
    if not isinstance(value, Choice):
        return value
    answer = answers[value.name]
    if answer not in value.answers:
        raise ValueError(f"“{answer}” cannot be chosen for {value.name}: it is {', '.join(value.answers)}.")
    if answer == BOTH:
        return value.mine + value.theirs
    return value.mine if answer == MINE else value.theirs
