"""Which stories answer a question, newest or best first, in a time that does not grow with the archive.

A word that many stories hold is soon met on a walk from the newest story back; a word that few hold is quickly had from
the index. Each way is slow for the other's words. So one statement goes both: it looks at the newest `NEAR` stories of
the list, and only where they do not answer does it ask the index for the rest.

For a phrase the index names every story with all its words, and only the story itself tells whether they stand side by
side. So no more than `PHRASES_READ` are read at a time; what follows is for the next stretch.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

NEAR = 300
PHRASES_READ = 500
BEST_AMONG = 100  # of the newest that match, and as many of the newest whose headline matches
YEARS_TO_FADE = 3  # in which a story loses as much as one that matches 2.7 times as well has before it
SECONDS_TO_FADE = int(YEARS_TO_FADE * 365.25 * 86400)
WEIGHTS = "{0, 0.1, 0.4, 1}"  # of the tsvector's D, C (body), B (kicker and standfirst), A (headline)

NEAR_AND_FAR = """
WITH near(pk, published_at, hit) AS MATERIALIZED ({near}),
enough AS MATERIALIZED (
    SELECT count(*) FILTER (WHERE hit) >= %s OR count(*) < %s AS so, count(*) < %s AS all_seen FROM near
),
far(pk, published_at, hit, total) AS ({far})
SELECT pk, published_at, hit, CASE WHEN all_seen THEN count(*) OVER () END AS total FROM near, enough WHERE hit AND so
UNION ALL
SELECT pk, published_at, hit, total FROM far WHERE NOT (SELECT so FROM enough)
"""
# The last that was read is told too, whether it is a hit or not: the next stretch begins after it.
PHRASE = """
SELECT pk, published_at, hit, CASE WHEN read < {most} THEN count(*) FILTER (WHERE hit) OVER () END
FROM (SELECT *, count(*) OVER () AS read, row_number() OVER () AS place FROM ({loose}) l(pk, published_at, hit)) r
WHERE hit OR place = {most}
"""
BEST = """
WITH read AS MATERIALIZED ({found}),
found AS (SELECT pk, total FROM read WHERE hit ORDER BY published_at DESC, pk DESC LIMIT {most}),
candidates AS (SELECT pk FROM found UNION SELECT * FROM ({headlines}) headlines)
SELECT id, published_at, (
    1e6 * (
        ln(greatest(ts_rank('{weights}', search, %s::tsquery, 1), 1e-6))
        + extract(epoch FROM published_at) / {seconds}
    )
)::bigint AS score, (SELECT max(total) FROM found)
FROM articles_article WHERE id IN (SELECT pk FROM candidates)
UNION ALL SELECT pk, published_at, NULL, NULL FROM read WHERE NOT hit
"""


@dataclass(frozen=True)
class Place:
    """Where in a result a story stands; `score` only where the best stand first."""

    pk: int
    published_at: datetime
    score: int | None = None

    @property
    def order(self):
        return (self.score or 0, self.published_at, self.pk)


@dataclass(frozen=True)
class Found:
    """Places in order, and the one after which the rest is to be looked for, or None if there is no rest.

    `total` is the number of all stories that match, or None where counting would cost too much.
    """

    places: list
    rest: Place | None
    total: int | None


def find_newest(stories, query, *, count, loose="", before=None, headline=False):
    """The newest `count` of `stories` that match `query`, the text of a tsquery, or of those after the place `before`.

    `loose` is the query without regard to phrases, if it has any. With `headline`, all words must stand there.
    """
    sql, parameters = _near_and_far(stories, query, loose, count + 1, before, headline=headline)
    rows = _rows(sql, parameters)
    places = _in_order(Place(pk, moment) for pk, moment, hit, _ in rows if hit)
    rest = places[count - 1] if len(places) > count else None
    if rest is None:
        rest = next((Place(pk, moment) for pk, moment, hit, total in rows if not hit), None)
    return Found(places[:count], rest, rows[0][3] if rows else 0)


def find_best(stories, query, *, count, loose="", before=None):
    """As `find_newest`, the best first: of the newest 100 that match, and the newest 100 that match in the headline.

    What matches well in the headline stands before what matches in the body, and the new before the old: a story fades
    with its age, at a pace that does not depend on when one asks, so that a place in the order stays the same place.
    """
    found, parameters = _near_and_far(stories, query, loose, count + 1, None, headline=False, most=BEST_AMONG)
    headlines = stories.with_headline_matching(query).newest_by_sorting().values_list("pk")[:BEST_AMONG]
    headlines, more = headlines.query.sql_with_params()
    sql = BEST.format(found=found, headlines=headlines, weights=WEIGHTS, seconds=SECONDS_TO_FADE, most=BEST_AMONG)
    rows = _rows(sql, [*parameters, *more, query])
    places = _in_order(Place(pk, moment, score) for pk, moment, score, _ in rows if score is not None)
    if before:
        places = [place for place in places if place.order < before.order]
    total = max((total for *_, total in rows if total is not None), default=None if rows else 0)
    return Found(places[:count], places[count - 1] if len(places) > count else None, total)


def _near_and_far(stories, query, loose, enough, before, *, headline, most=None):
    mark = before and (before.published_at, before.pk)
    near = stories.newest(NEAR, mark).with_match(query, headline=headline).values_list("pk", "published_at", "hit")
    far = stories.with_headline_matching(query) if headline else stories.matching(loose or query)
    far = (far.older_than(*mark) if mark else far).newest_by_sorting()
    if loose:
        # Within, so that only those are read that are left after sorting.
        far = stories.among(far.values("pk")[:PHRASES_READ]).newest_first().with_match(query)
        sql, far_parameters = far.values_list("pk", "published_at", "hit").query.sql_with_params()
        far_sql = PHRASE.format(loose=sql, most=PHRASES_READ)
    else:
        far = far.as_matching().counted().values_list("pk", "published_at", "hit", "total")[: most or enough]
        far_sql, far_parameters = far.query.sql_with_params()
    near_sql, near_parameters = near.query.sql_with_params()
    sql = NEAR_AND_FAR.format(near=near_sql, far=far_sql)
    return sql, [*near_parameters, enough, NEAR, NEAR, *far_parameters]


def _in_order(places):
    return sorted(places, key=lambda place: place.order, reverse=True)


def _rows(sql, parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()
