"""Which of a story's fields readers read on its page, and whether two versions of it read the same."""

from prose.blocks import squeezed

# What search engines, shared links and lists of topics make of a story. Nobody has read anything else before.
UNREAD = frozenset(
    {"search_title", "search_description", "social_title", "social_description", "canonical_url", "topics"}
)


def reads_the_same(old, new):
    """Whether readers of one `Copy` would find nothing changed in the other."""
    return old.credits == new.credits and _read(old) == _read(new)


def _read(copy):
    words = {name: value for name, value in copy.words.items() if name not in UNREAD}
    return words | {"body": squeezed(words["body"])}
