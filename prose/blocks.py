"""A text as a row of blocks, and how two such rows belong together: for whoever compares or merges texts."""

import re
from collections import Counter
from difflib import SequenceMatcher

from prose.tokens import VOID, tokens, written
from prose.words import BLOCKS, plain_text

_AROUND_A_BLOCK = re.compile(rf"\s*(</?(?:{'|'.join(sorted(BLOCKS))})\b[^>]*>)\s*")
ALIKE = 0.5  # so much of their words two blocks share, at least, to be one block that was changed
PAIRED_AT_MOST = 40_000  # comparisons within one stretch; a longer one is paired by place


def blocks(html):
    """The outermost elements of clean `html`, each with all that it holds; joined again they are the same text."""
    found, start, depth = [], 0, 0
    pieces = tokens(html)
    for place, token in enumerate(pieces):
        if token.opens:
            depth += 1
        elif token.kind == "end":
            depth -= 1
        begins_next = place + 1 == len(pieces) or pieces[place + 1].kind == "start"
        if depth == 0 and (token.kind == "end" or token.name in VOID or begins_next):
            found.append(written(pieces[start : place + 1]))
            start = place + 1
    return [block for block in found if block.strip()]


def paired(old, new):
    """Which block of the list `old` became which of `new`: pairs of places in reading order, None where there is none.

    Blocks that are the same are paired; between those, blocks that share half of their words are.
    """
    pairs = []
    keys = [squeezed(block) for block in old], [squeezed(block) for block in new]
    for kind, start, end, new_start, new_end in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if kind == "equal":
            pairs += zip(range(start, end), range(new_start, new_end), strict=True)
        else:
            changed = _alike(old[start:end], new[new_start:new_end])
            pairs += _in_order(changed, start, end, new_start, new_end)
    return pairs


def squeezed(html):
    """The same without the blank space around blocks, which an editor puts in and no reader sees."""
    return _AROUND_A_BLOCK.sub(r"\1", html).strip()


def _in_order(changed, start, end, new_start, new_end):
    """The pairs of `changed`, with what stands alone on either side before, between and after them."""
    for one, other in [*((start + a, new_start + b) for a, b in changed), (end, new_end)]:
        yield from ((place, None) for place in range(start, one))
        yield from ((None, place) for place in range(new_start, other))
        if (one, other) != (end, new_end):
            yield one, other
        start, new_start = one + 1, other + 1


def _alike(old, new):
    """The pairs of places, both rising, whose blocks are most alike altogether."""
    if not old or not new:
        return []
    if len(old) * len(new) > PAIRED_AT_MOST:
        return [(place, place) for place in range(min(len(old), len(new)))]
    ours, theirs = [_words(block) for block in old], [_words(block) for block in new]
    # best[i][j] is the most that old[i:] and new[j:] can share.
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    shared = [[_shared(one, other) for other in theirs] for one in ours]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], shared[i][j] + best[i + 1][j + 1] if shared[i][j] else 0)
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if shared[i][j] and best[i][j] == shared[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _words(block):
    return Counter(plain_text(block).split()) or Counter([block])


def _shared(one, other):
    """What part of their words both have, or 0 where that is too little."""
    part = 2 * (one & other).total() / (one.total() + other.total())
    return part if part >= ALIKE else 0
