"""Headings on a page: none deeper than one below the last, and each with an anchor of its own."""

from itertools import count

from django.utils.text import slugify

HEADINGS = frozenset({"h2", "h3", "h4"})
ANCHORED = frozenset({"h2", "h3"})


class Headings:
    """What headings a text has had so far. The headline above it is the page's one h1."""

    def __init__(self):
        self.level, self.anchors = 1, set()

    def name(self, written):
        """“h3” for an h4 that comes after an h2: who listens to a page goes down one step at a time."""
        self.level = min(int(written[1]), self.level + 1)
        return f"h{self.level}"

    def anchor(self, words):
        base = f"part-{slugify(words, allow_unicode=True)}".rstrip("-")
        anchor = next(name for n in count(1) if (name := base if n == 1 else f"{base}-{n}") not in self.anchors)
        self.anchors.add(anchor)
        return anchor
