"""What of a story can be searched, as the expression of a stored generated column."""

from django.contrib.postgres.search import SearchVectorField
from django.db.models import Func

from articles.search.languages import CONFIGURATIONS, PLAIN
from articles.search.letters import bare_sql, parted_sql

# A tsvector holds one megabyte at most; 60,000 characters stay below it, in four bytes each, hyphenated and accented.
SEARCHED_CHARACTERS = 60_000
BEYOND_ASCII = "[^\\u0001-\\u007f]"
# Before a configuration's name: a word that no text holds, because the sign is punctuation (letters.PUNCTUATION)
MARK = "§"


class StoryVector(Func):
    """A tsvector of (language, headline, kicker, standfirst, body): weights A, B, B and C, and a mark of the language.

    The words are read in the story's language. Each stands there twice where it has an accent, as a stem whose accents
    were taken off and as the stem of the word without them, so that “comunicacion” and “comunicaciones” both find
    “comunicación”. Tags are no words: the parser knows them, quoted attributes and all.

    Postgres recomputes a stored column only when its row is written. So a change here is a new `version`, which makes
    a migration, and that migration rewrites the table.
    """

    output_field = SearchVectorField()

    def __init__(self, *fields, version=1, **extra):
        super().__init__(*fields, **extra)
        self.version = version

    def as_sql(self, compiler, connection, **extra):
        language, headline, kicker, standfirst, body = (
            compiler.compile(source)[0] for source in self.source_expressions
        )
        # The cast stands within the CASE: one around it would read the catalogue, and be no constant.
        configuration = _by_language(language, "'{}'::regconfig")
        parts = {
            "A": headline,
            "B": f"({kicker} || ' ' || {standfirst})",
            "C": f"left({body}, {SEARCHED_CHARACTERS})",
        }
        weighed = [f"setweight({_words(configuration, text)}, '{weight}')" for weight, text in parts.items()]
        mark = _by_language(language, f"'{MARK}{{}}:1A'::tsvector")
        return f"({' || '.join([*weighed, mark])})", []


class HeadlineVector(Func):
    """The part of a stored vector that stands in the headline."""

    function = "ts_filter"
    template = "%(function)s(%(expressions)s, '{a}')"
    output_field = SearchVectorField()


def _by_language(tag, form):
    cases = " ".join(f"WHEN '{primary}' THEN {form.format(name)}" for primary, name in CONFIGURATIONS.items())
    return f"CASE split_part(lower({tag}), '-', 1) {cases} ELSE {form.format(PLAIN)} END"


def _words(configuration, text):
    text = parted_sql(text)
    vector, bare = (
        f"to_tsvector({configuration}, {text})",
        f"to_tsvector({configuration}, {bare_sql(f'lower({text})')})",
    )
    both = f"({bare_sql(f'{vector}::text')} || ' ' || {bare}::text)::tsvector"
    return f"CASE WHEN {text} ~ '{BEYOND_ASCII}' THEN {both} ELSE {vector} END"
