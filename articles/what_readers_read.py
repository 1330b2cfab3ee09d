"""Which of a story's fields readers read on its page, and which of them two versions have otherwise."""

from prose.blocks import squeezed

# What search engines, shared links and lists of topics make of a story. Nobody has read anything else before.
UNREAD = frozenset(
    {"search_title", "search_description", "social_title", "social_description", "canonical_url", "topics"}
)


def what_reads_otherwise(old, new):
    """The fields in which readers of one `Copy` would find the other changed, “credits” last."""
    fields = [name for name in old.words if name not in UNREAD and _read(old, name) != _read(new, name)]
    return fields + (["credits"] if old.credits != new.credits else [])


def _read(copy, name):
    value = copy.words[name]
    return squeezed(value) if name == "body" else value
