"""What a search shows: the stories, with the words that were found marked, and where the next stretch begins."""

import re
from dataclasses import dataclass, field
from datetime import timedelta

from django.http import Http404

from articles.models import Article
from articles.search.finding import Place, find_best, find_newest
from paper.search.excerpts import mark_all
from paper.stretch import EPOCH, LENGTH

MARK = re.compile(r"(?:(-?[0-9]{1,18})_)?([0-9]{1,17})-([0-9]{1,18})")


@dataclass(frozen=True)
class Result:
    """Some stories that answer a question. `older` is the mark at which the next stretch begins, or empty.

    `total` is how many stories answer in all, or None where that would take long to count.
    """

    stories: list = field(default_factory=list)
    is_first: bool = True
    older: str = ""
    total: int | None = 0

    @property
    def is_unsure(self):
        """Whether nothing was found, and more would have to be read to know that there is nothing."""
        return self.is_first and not self.stories and self.total is None

    @classmethod
    def of(cls, question, asked, mark=""):
        """The stories after `mark`; `Http404` if that is no mark. Three queries, and one if nothing is found."""
        if asked.is_empty or asked.only_excludes:
            return cls(is_first=not mark)
        find = find_best if question.best_first else find_newest
        before = _read(mark) if mark else None
        found = find(question.stories(), asked.query, loose=asked.loose, count=LENGTH, before=before)
        keys = [place.pk for place in found.places]
        loaded = Article.objects.live().with_result().in_bulk(keys) if keys else {}
        stories = [loaded[key] for key in keys if key in loaded]
        if stories:
            mark_all(stories, asked)
        return cls(stories, not mark, _mark(found.rest) if found.rest else "", found.total)


def _mark(place):
    """Microseconds since 1970 and the story's key; before them the score, where the best stand first."""
    moment = f"{(place.published_at - EPOCH) // timedelta(microseconds=1)}-{place.pk}"
    return moment if place.score is None else f"{place.score}_{moment}"


def _read(mark):
    found = MARK.fullmatch(mark)
    if not found:
        raise Http404(f"“{mark}” is no place in a list.")
    score, moment, pk = found.groups()
    return Place(int(pk), EPOCH + timedelta(microseconds=int(moment)), int(score) if score else None)
