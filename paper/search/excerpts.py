"""The words that a search found, marked in a story's headline and in the part of its text where they stand closest.

Postgres' own ts_headline would read each body anew, and knows neither words without accents nor the C locale's words.
Here the few words that could be meant are stemmed, all at once, and compared with the stems that were asked for.
"""

import re
from typing import NamedTuple

from django.db import connection

from articles.search.languages import configuration
from articles.search.letters import UNSPACED, bare
from prose.rendering import plain_text

LENGTH = 240  # characters of an excerpt
BEFORE = 70  # of them at most before the first word that was found
READ = 20_000  # characters of a body in which an excerpt is looked for
TOKEN = re.compile(rf"[^\W_{UNSPACED}\u00ad]+(?:\u00ad[^\W_]+)*")
RUN = re.compile(f"[{UNSPACED}]+")
SENTENCE = re.compile(r"[.!?…。！？]['”’»)]*\s")
# Which take letters off the beginning of a word too
BEHEADING = frozenset({"arabic", "indonesian", "irish", "nepali"})

STEMS = """
SELECT name, word, tsvector_to_array(to_tsvector(name::regconfig, word)),
       tsvector_to_array(to_tsvector(name::regconfig, plain))
FROM unnest(%s::text[], %s::text[], %s::text[]) AS words(name, word, plain)
"""


class Piece(NamedTuple):
    """A part of a text that was found, or of what stands between."""

    text: str
    is_found: bool


def mark_all(stories, asked):
    """Give each of `stories` the `marked_headline` and the `excerpt`, lists of pieces. One query for all."""
    told = {story: (story.headline, plain_text(story.body)[:READ], story.standfirst) for story in stories}
    words = {configuration(story.language): set() for story in stories}
    for story, texts in told.items():
        words[configuration(story.language)].update(word.lower() for text in texts for word in TOKEN.findall(text))
    found = _found(words, asked)
    runs = RUN.findall(asked.text)
    for story, (headline, body, standfirst) in told.items():
        mine = found[configuration(story.language)]
        story.marked_headline = _pieces(headline, _spans(headline, mine, runs))
        story.excerpt = _excerpt(body, standfirst, mine, runs)


def _found(words, asked):
    """Of `words`, sets by configuration, those that have a stem in common with what was asked."""
    likely = []
    for name, spoken in words.items():
        initials = {stem[:1] for stem in asked.sought.get(name, ())}
        plain = ((word, bare(word)) for word in spoken)
        likely += ((name, word, bared) for word, bared in plain if name in BEHEADING or bared[:1] in initials)
    found = {name: set() for name in words}
    if not likely:
        return found
    with connection.cursor() as cursor:
        cursor.execute(STEMS, [list(column) for column in zip(*likely, strict=True)])
        for name, word, stems, bare_stems in cursor.fetchall():
            if {*map(bare, stems), *bare_stems} & asked.sought[name]:
                found[name].add(word)
    return found


def _spans(text, words, runs):
    """Where in `text` something was found: (start, end), in order."""
    spans = [found.span() for found in TOKEN.finditer(text) if found[0].lower() in words]
    for run in runs:
        spans += (found.span() for found in re.finditer(re.escape(run), text))
    return sorted(spans)


def _pieces(text, spans, start=0, end=None):
    """`text` from `start` to `end`, parted at the `spans` within."""
    end, pieces = len(text) if end is None else end, []
    for first, last in spans:
        if start <= first and last <= end:
            pieces += [Piece(text[start:first], is_found=False), Piece(text[first:last], is_found=True)]
            start = last
    pieces.append(Piece(text[start:end], is_found=False))
    return [piece for piece in pieces if piece.text]


def _excerpt(body, standfirst, words, runs):
    spans = _spans(body, words, runs)
    if not spans and standfirst:
        return _pieces(standfirst, _spans(standfirst, words, runs))
    start = _beginning(body, _densest(body, spans)) if spans else 0
    end = _end(body, start + LENGTH)
    pieces = _pieces(body, spans, start, end)
    if start:
        pieces.insert(0, Piece("… ", is_found=False))
    if end < len(body):
        pieces.append(Piece(" …", is_found=False))
    return pieces


def _densest(body, spans):
    """The start of the span after which the most different words are found within the length of an excerpt."""

    def different(place):
        first = spans[place][0]
        near = [span for span in spans[place : place + 20] if span[1] <= first + LENGTH - BEFORE]
        return len({body[start:end].lower() for start, end in near}), -place

    return spans[max(range(len(spans)), key=different)][0]


def _beginning(body, found):
    """Where the sentence of the place `found` begins; if that is too far off, a word not too far before it."""
    if found <= BEFORE:
        return 0
    before = body[found - BEFORE : found]
    ends = [sentence.end() for sentence in SENTENCE.finditer(before)]
    if ends:
        return found - BEFORE + ends[-1]
    return found - BEFORE + before.find(" ") + 1


def _end(body, wanted):
    """The end of the last whole word before `wanted`."""
    if wanted >= len(body):
        return len(body)
    space = body.rfind(" ", wanted - LENGTH // 2, wanted)
    return space if space > 0 else wanted
