"""The conditions under which a story matches a question."""

from django.contrib.postgres.search import SearchVectorField
from django.db.models import BooleanField, F, Func, Value
from django.db.models.functions import Coalesce

from articles.search.vector import HeadlineVector


class Query(Value):
    """The text of a tsquery as one."""

    def as_sql(self, compiler, connection):
        return "%s::tsquery", [self.value]


def as_query(query):
    """The text of a tsquery as one; what is one already, as it is."""
    return Query(query) if isinstance(query, str) else query


class Matches(Func):
    template, arg_joiner = "(%(expressions)s)", " @@ "
    output_field = BooleanField()


def matches(query):
    """By the index article_search."""
    return Matches(F("search"), as_query(query))


def headline_matches(query):
    """By the index article_headline_search."""
    return Matches(HeadlineVector("search"), as_query(query))


def matches_by_itself(query, *, headline=False):
    """As `matches`, in a form that no index serves: for stories that were found in another way already."""
    vector = Coalesce(F("search"), Value("", output_field=SearchVectorField()), output_field=SearchVectorField())
    return Matches(HeadlineVector(vector) if headline else vector, as_query(query))
