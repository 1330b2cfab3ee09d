"""The words of a text alone: for search, for counting, for whoever shows no markup."""

from html import unescape

from prose.tokens import tokens

BLOCKS = frozenset("p h2 h3 h4 li blockquote figcaption caption td th pre br figure aside ul ol table hr".split())


def plain_text(html):
    """The words, with single spaces, one where a block ends; without pull quotes, which repeat what the text says."""
    parts = (" " if token.name in BLOCKS else token.text for token in _without_pull_quotes(tokens(html)))
    return " ".join(unescape("".join(parts)).split())


def word_count(html):
    return len(plain_text(html).split())


def _without_pull_quotes(found):
    depth = 0  # of figures, within a pull quote
    for token in found:
        if token.name == "figure" and (depth or token.get("data-quote")):
            depth += 1 if token.kind == "start" else -1
        elif not depth:
            yield token
