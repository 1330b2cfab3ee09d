"""What a reader may have meant: the nearest words that stand in stories which readers can see."""

import re
from itertools import combinations

from django.db import connection
from django.utils import timezone

from articles.models.status import Status
from articles.search.letters import bare, bare_sql
from articles.vocabulary import WORD, near

CANDIDATES = 8  # for each word
COUNTED = 20  # stories in which a candidate is found at most
READ = 60  # stories with its stem in which it is looked for: a form that only a hidden story has is soon given up
TWO_OFF = 7  # letters that a word has at least if two of them may be wrong
SHORT, LONG = 4, 8
MOST_WORDS = 6
ADDRESS = re.compile(r"\S+(?:@|://)\S+")

NEAREST = f"""
WITH candidates AS (
    SELECT typed.word AS typed, near.word, near.configuration
    FROM unnest(%s::text[], %s::text[]) AS typed(word, keys)
    CROSS JOIN LATERAL (
        SELECT word, configuration FROM articles_vocabularyword
        WHERE near && string_to_array(typed.keys, ' ')::varchar[]
        ORDER BY cardinality(ARRAY(
                     SELECT unnest(near::text[]) INTERSECT SELECT unnest(string_to_array(typed.keys, ' '))
                 )) DESC,
                 abs(length(word) - length(typed.word)), word
        LIMIT {CANDIDATES}
    ) near
)
SELECT typed, word, (
    SELECT count(*) FROM (
        SELECT FROM (
            SELECT headline, kicker, standfirst, body FROM articles_article
            WHERE search @@ ({bare_sql("websearch_to_tsquery(configuration::regconfig, word)::text")})::tsquery
            AND status = %s AND published_at <= %s
            LIMIT {READ}
        ) with_stem
        -- The stem may be a live story's and this form of it only another's.
        WHERE typed = word OR position(word IN lower(concat_ws(' ', headline, kicker, standfirst, body))) > 0
        LIMIT {COUNTED}
    ) live
) FROM (
    SELECT typed, word, configuration FROM candidates
    UNION SELECT typed, typed, configuration FROM candidates
) considered
"""  # noqa: S608, of constants of ours


def correct(text):
    """`text` with each word that no live story holds replaced by the nearest that one does; "" if there is none nearer.

    One query, or none. Words after a minus are left alone.
    """
    typed = list(dict.fromkeys(found[0].lower() for found in _words(text)))[:MOST_WORDS]
    if not typed:
        return ""
    with connection.cursor() as cursor:
        cursor.execute(NEAREST, [typed, [" ".join(_keys(word)) for word in typed], Status.PUBLISHED, timezone.now()])
        rows = [row for row in cursor.fetchall() if row[2]]
    better = {}
    for word in typed:
        found = {candidate: count for about, candidate, count in rows if about == word}
        if word in found:
            continue
        found = {one: count for one, count in found.items() if distance(bare(word), bare(one)) <= _most_off(word)}
        if found:
            better[word] = min(found, key=lambda one: (distance(bare(word), bare(one)), -found[one], one))
    return _replaced(text, better) if better else ""


def distance(one, other):
    """How many letters must be put in, left out, changed, or swapped with the next (Damerau and Levenshtein)."""
    before, row = [], list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        last, before, row = before, row, [place]
        for at, against in enumerate(other, 1):
            cost = min(row[-1] + 1, before[at] + 1, before[at - 1] + (letter != against))
            if place > 1 and at > 1 and letter == other[at - 2] and one[place - 2] == against:
                cost = min(cost, last[at - 2] + 1)
            row.append(cost)
    return row[-1]


def _most_off(word):
    """How many letters of `word` may be wrong for anyone to know what was meant."""
    return 1 if len(word) <= SHORT else 2 if len(word) <= LONG else 3


def _words(text):
    """The words of `text` that must or may occur, as matches of a regular expression. Those of an address are none."""
    addresses = [found.span() for found in ADDRESS.finditer(text)]
    for found in WORD.finditer(text):
        in_address = any(start <= found.start() < end for start, end in addresses)
        if not in_address and not re.search(r"(?:^|\s)-\"?$", text[: found.start()]):
            yield found


def _replaced(text, better):
    pieces, end = [], 0
    for found in _words(text):
        pieces += [text[end : found.start()], better.get(found[0].lower(), found[0])]
        end = found.end()
    return "".join([*pieces, text[end:]])


def _keys(word):
    """Under which the vocabulary may have what was meant by `word`."""
    keys, plain = near(word), bare(word)
    if len(plain) >= TWO_OFF:
        letters = range(len(plain))
        keys += ("".join(plain[at] for at in letters if at not in pair) for pair in combinations(letters, 2))
    return list(dict.fromkeys(keys))
