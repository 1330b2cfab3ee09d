"""Stories of an archive as the rows of its tables, each story the same whenever it is made."""

import random
from datetime import datetime, timedelta

from articles.models.words import Kind

LENGTHS = (350, 850)  # words in a body; 600 on average
PARAGRAPH = 60
KINDS = [Kind.NEWS] * 80 + [Kind.OPINION] * 8 + [Kind.ANALYSIS] * 6 + [Kind.INTERVIEW] * 5 + [Kind.OBITUARY]


class Row:
    """One story. `number` counts from the oldest; everything about it follows from the number."""

    def __init__(self, number, words, *, newest: datetime, total, every: timedelta):
        chance = random.Random(number)  # noqa: S311 (chance that repeats itself, and guards nothing)
        self.number = number
        self.published_at = newest - every * (total - number)
        headline = words.some(chance, chance.randint(6, 11))
        self.headline = " ".join([*headline[:3], f"No {number}", *headline[3:]]).capitalize()
        self.standfirst = " ".join(words.some(chance, 24)).capitalize() + "."
        told = words.some(chance, chance.randint(*LENGTHS))
        paragraphs = (" ".join(told[start : start + PARAGRAPH]) for start in range(0, len(told), PARAGRAPH))
        self.body = "".join(f"<p>{paragraph.capitalize()}.</p>" for paragraph in paragraphs)
        self.kind = chance.choice(KINDS)
        self.chance = chance

    def among(self, keys):
        """One of `keys`, the first ones more often."""
        return keys[int(len(keys) * self.chance.random() ** 2)]
