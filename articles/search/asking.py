"""What a reader typed, as Postgres reads it in each language that stories are written in."""

import re
from dataclasses import dataclass

from django.conf import settings
from django.db import connection

from articles.search.languages import CONFIGURATIONS, PLAIN, configuration
from articles.search.letters import PICTURES, UNSPACED, bare_sql, parted
from articles.search.vector import MARK

QUOTATION_MARKS = str.maketrans(dict.fromkeys("“”„‟«»「」『』＂", '"') | dict.fromkeys("−–﹣－", "-"))
UNSPACED_RUN = re.compile(rf"(-?)([{UNSPACED}]+)")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
SIDE_BY_SIDE = re.compile(r"<(?:-|\d+)>")
WORD_CHARACTER = re.compile(r"[^\W_]")
LEXEME = re.compile(r"'((?:[^']|'')*)'")

READ = f"""
SELECT name, query::text, querytree(query)
FROM (
    SELECT name, ({bare_sql("websearch_to_tsquery(name::regconfig, %s)::text")})::tsquery AS query
    FROM unnest(%s) name
    -- The next name in the index, so that the index is used: where most words are of one language Postgres takes all
    -- languages to be that frequent, and would read the table from its start.
    WHERE name = %s OR name = (
        SELECT configuration FROM articles_vocabularyword WHERE configuration >= name ORDER BY configuration LIMIT 1
    )
) read ORDER BY name
"""  # noqa: S608, of constants of ours


@dataclass(frozen=True)
class Asked:
    """`queries` maps configurations to texts of tsqueries, `trees` to the same without what must not occur."""

    text: str
    queries: dict
    trees: dict

    @property
    def query(self):
        """The text of the one tsquery that finds stories in every language, each by the stems of its own.

        A stem of one language would else find, or with a minus hide, a story in another.
        """
        return _together(self.queries)

    @property
    def loose(self):
        """The same without regard to phrases and minus words, or "" where there is no phrase."""
        if not any(SIDE_BY_SIDE.search(query) for query in self.queries.values()):
            return ""
        return _together({name: SIDE_BY_SIDE.sub("&", tree) for name, tree in self.trees.items()})

    @property
    def sought(self):
        """The stems that must be or may be there, by configuration."""
        return {
            name: frozenset(stem.replace("''", "'") for stem in LEXEME.findall(tree))
            for name, tree in self.trees.items()
        }

    @property
    def has_no_words(self):
        """Whether only signs and pictures were typed."""
        return not WORD_CHARACTER.search(self.text)

    @property
    def is_empty(self):
        """Whether nothing is left to search for: only words as common as “the” were typed."""
        return not any(self.queries.values())

    @property
    def only_excludes(self):
        """Whether there are only words that must not occur."""
        return not self.is_empty and not any(self.trees.values())


def ask(text):
    """Read `text` in the syntax of a web search: "a phrase", -without, either or other. One query."""
    names = sorted({*CONFIGURATIONS.values(), PLAIN})
    with connection.cursor() as cursor:
        cursor.execute(READ, [_written(text), names, configuration(settings.LANGUAGE_CODE)])
        rows = cursor.fetchall()
    # A tree of which nothing is left reads “T”.
    return Asked(
        text, {name: query for name, query, _ in rows}, {name: "" if tree == "T" else tree for name, _, tree in rows}
    )


def _together(queries):
    if len(queries) == 1:
        return next(iter(queries.values()))
    return " | ".join(f"({query}) & '{MARK}{name}'" for name, query in queries.items() if query)


def _written(text):
    """`text` as websearch_to_tsquery takes it. Characters that make up words without spaces become a phrase."""
    text = PICTURES.sub(" ", TAG.sub(" ", text.translate(QUOTATION_MARKS)))
    pieces = parted(text).split('"')
    pieces[::2] = (UNSPACED_RUN.sub(_as_phrase, piece) for piece in pieces[::2])
    pieces[1::2] = (UNSPACED_RUN.sub(lambda run: f" {' '.join(run[2])} ", piece) for piece in pieces[1::2])
    return '"'.join(pieces)


def _as_phrase(run):
    return f' {run[1]}"{" ".join(run[2])}" '
