"""What matches words of which the last is still being typed."""

import re

from django.conf import settings
from django.contrib.postgres.search import SearchVectorField
from django.db.models import F, Func, Value

from articles.search.languages import configuration
from articles.search.letters import UNSPACED, bare, bare_sql, parted
from articles.search.matching import Matches, Query

TOKEN = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")


class Beginning(Value):
    """A tsquery: the words before the last by their stems, the last by its stem or as a beginning."""

    def as_sql(self, compiler, connection):
        *whole, last = TOKEN.findall(bare(parted(self.value))) or [""]
        name = configuration(settings.LANGUAGE_CODE)
        read = f"({bare_sql(f"websearch_to_tsquery('{name}', %s)::text")})::tsquery"
        return f"({read} && ({read} || %s::tsquery))", [" ".join(whole), last, _beginning(last)]


class NameVector(Func):
    """The words of a name, bare."""

    output_field = SearchVectorField()

    def as_sql(self, compiler, connection, **extra):
        name, parameters = compiler.compile(self.source_expressions[0])
        return f"to_tsvector('simple', {bare_sql(f'lower({name})')})", parameters


def name_begins(typed):
    """The condition that each word typed begins a word of the `name`."""
    words = TOKEN.findall(bare(parted(typed)))
    return Matches(NameVector(F("name")), Query(" & ".join(map(_beginning, words))))


def _beginning(word):
    return f"'{word}':*" if word else ""
