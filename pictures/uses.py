"""Where pictures of the library stand. What shows them lies above this package and cannot be imported from here, so
`PICTURE_USERS` in the settings names it (docs/decisions/0033).

Each of these packages has a module `picture_uses`, which says
- `kept()`: a condition on pictures, those that anything there holds, however old;
- `shown()`: those that readers can see there, now or at a moment that is set;
- `uses_of(picture, reader)`: each `Use` that `reader` may know of.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, reduce
from importlib import import_module
from operator import or_

from django.conf import settings
from django.db.models import Q
from django.utils.text import get_text_list

IN_A_SENTENCE = 3
NAMED_AT_MOST = 50  # by each module: a column's logo may stand in thousands of stories


class Where(StrEnum):
    """Groups of uses, in the order in which they are told."""

    LIVE = "Live stories"
    WORK = "Drafts and working copies"
    FRONT = "Fronts"
    AUTHOR = "Authors"
    MASTHEAD = "The masthead and standing pages"
    OLD = "Old versions only"


@dataclass(frozen=True)
class Use:
    where: Where
    name: str
    address: str = ""  # where the reader can look at it; empty where they cannot


def uses_of(picture, reader):
    """Group → uses, the groups in order and without the empty ones."""
    found = {}
    for user in _users():
        for use in user.uses_of(picture, reader):
            found.setdefault(use.where, []).append(use)
    return {str(where): found[where] for where in Where if where in found}


def where_it_is_used(picture, reader):
    """“Live stories: “Ferry to run again” and “Quay closed”. Authors: “Ann Weiss”.”"""
    groups = uses_of(picture, reader)
    if not groups:
        return "Where, you may not see: ask an editor or an admin."
    return " ".join(f"{where}: {_named(uses)}." for where, uses in groups.items())


def kept():
    """The condition of pictures that something holds, be it an old version."""
    return reduce(or_, (user.kept() for user in _users()), Q(pk__in=[]))


def shown():
    """The condition of pictures that readers can see, now or at a moment that is set."""
    return reduce(or_, (user.shown() for user in _users()), Q(pk__in=[]))


def _named(uses):
    names = [f"“{use.name}”" for use in uses[:IN_A_SENTENCE]]
    further = len(uses) - IN_A_SENTENCE
    return get_text_list([*names, f"{further} more"] if further > 0 else names, "and")


def _users():
    return _modules(tuple(settings.PICTURE_USERS))


@cache
def _modules(names):
    return [import_module(f"{name}.picture_uses") for name in names]
