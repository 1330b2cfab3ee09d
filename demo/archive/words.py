"""Words for an archive that nobody wrote: as many common and as many rare ones as a newspaper has."""

import random
import re
from itertools import accumulate, islice, product

from demo.stories import story_files
from prose.rendering import plain_text

WORD = re.compile(r"[^\W\d_]{2,}")
KNOWN, MADE = 8_000, 40_000
SYLLABLES = "bar cor del fen gal har kel lor mar nor pel quin ros sel tor ven wick yar zel"
EXPONENT = 1.05  # Zipf's: the n-th word stands n^-1.05 times as often as the first


class Words:
    """Words by their rank. `some(chance, n)` are n of them, as often as Zipf's law has it."""

    def __init__(self):
        self.all = list(dict.fromkeys([*_known(), *_made()]))
        self.weights = list(accumulate((rank + 2.7) ** -EXPONENT for rank in range(len(self.all))))

    def some(self, chance: random.Random, count: int):
        return chance.choices(self.all, cum_weights=self.weights, k=count)


def _known():
    """Those of the demo edition, the most frequent first."""
    counts = {}
    for story in story_files():
        for word in WORD.findall(plain_text(story.body).lower()):
            counts[word] = counts.get(word, 0) + 1
    return sorted(counts, key=lambda word: (-counts[word], word))[:KNOWN]


def _made():
    syllables = SYLLABLES.split()
    return islice(("".join(parts) for parts in product(syllables, repeat=4)), MADE)
