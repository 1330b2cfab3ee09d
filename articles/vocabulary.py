"""The words of what is published: taken in by the verb that publishes, rebuilt by a command."""

import re
from itertools import batched

from articles.models.vocabulary import LONGEST, VocabularyWord
from articles.search.languages import configuration
from articles.search.letters import UNSPACED, bare, parted
from prose.rendering import plain_text

SHORTEST = 3
WORD = re.compile(rf"\b(?!\w*[\d_{UNSPACED}])\w{{{SHORTEST},{LONGEST}}}\b")
BATCH = 5_000
VOWELS = frozenset("aeiouy")


def take_in(story):
    """Add the words of a story or a revision that the vocabulary does not have yet. Call it inside a transaction."""
    add(configuration(story.language), _words_of(story))


def rebuild():
    """Begin the vocabulary anew from all stories that are published. Returns the number of words."""
    from articles.models import Article  # which publishes by what imports this

    VocabularyWord.objects.all().delete()
    found = {}
    fields = ("language", "headline", "kicker", "standfirst", "body")
    for story in Article.objects.published().only(*fields).iterator(chunk_size=500):
        found.setdefault(configuration(story.language), set()).update(_words_of(story))
    for name, words in found.items():
        add(name, words)
    return sum(map(len, found.values()))


def near(word):
    """The keys under which `word` is found: itself, bare; what is left of it without any one letter; and, behind “=”,
    its consonants in the order of the alphabet, each once, for which it does not matter how many letters were swapped.
    """
    word = bare(word)
    consonants = "".join(sorted(set(word) - VOWELS))
    keys = {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}
    return sorted(keys | {f"={consonants}"} if len(consonants) >= SHORTEST else keys)


def _words_of(story):
    text = " ".join([story.headline, story.kicker, story.standfirst, plain_text(story.body)])
    return set(WORD.findall(parted(text).lower()))


def add(name, words):
    """Add what is new of `words`, a set in lower case, to the configuration `name`."""
    known = VocabularyWord.objects.filter(configuration=name, word__in=words).values_list("word", flat=True)
    # Sorted, so that two transactions that add the same words wait for one another in the same order.
    fresh = sorted(words - set(known))
    for some in batched(fresh, BATCH):
        rows = [VocabularyWord(configuration=name, word=word, near=near(word)) for word in some]
        VocabularyWord.objects.bulk_create(rows, ignore_conflicts=True)
