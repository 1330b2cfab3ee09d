"""What an import did, and what it could not carry over. Nothing is left out in silence."""

from collections import Counter
from functools import partial

from wordpress.plain import cut

EXAMPLES = 3
EVERY = 100  # where each example is a name of its own, and there cannot be many
LONGEST_EXAMPLE = 60


class Report:
    """Counts for one file. Holds a few examples of each remark and no more, whatever the size of the archive."""

    def __init__(self, heading):
        self.heading = heading
        self.made, self.updated, self.unchanged, self.kept = Counter(), Counter(), Counter(), Counter()
        self.remarks = Counter()
        self.failures = []
        self.forwarded = 0  # old addresses that lead to new ones
        self._examples = {}

    def remark(self, what, where="", count=1, examples=EXAMPLES):
        """`what` completes the sentence “12 × …”; `where` is an example: a headline, a name."""
        if not count:
            return
        self.remarks[what] += count
        kept = self._examples.setdefault(what, [])
        where = cut(where, LONGEST_EXAMPLE)
        if where and len(kept) < examples and where not in kept:
            kept.append(where)

    def remarks_on(self, where):
        """`remark` with an example that stands where the call names none."""
        return partial(self.remark, where=where)

    def lines(self):
        yield self.heading
        for label, counts in (
            ("made", self.made),
            ("updated", self.updated),
            ("unchanged since the last import", self.unchanged),
            ("changed or deleted here since, and left so", self.kept),
        ):
            if counts:
                yield f"  {label}: " + ", ".join(f"{count:,} {_plural(kind, count)}" for kind, count in counts.items())
        if not (self.made or self.updated or self.unchanged or self.kept):
            yield "  nothing to import"
        if self.forwarded:
            yield f"  old addresses that lead to the new ones: {self.forwarded:,}"
        if self.remarks:
            yield "  not carried over, or changed on the way:"
        for what, count in self.remarks.most_common():
            yield f"  {count:>7,} × {what}{self._such_as(what)}"
        for failure in self.failures:
            yield f"  FAILED: {failure}"

    def _such_as(self, what):
        quoted = [f"“{example}”" for example in self._examples[what]]
        more = ", …" if len(quoted) == EXAMPLES < self.remarks[what] else ""
        return f" ({', '.join(quoted)}{more})" if quoted else ""


def _plural(noun, count):
    if count == 1:
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
