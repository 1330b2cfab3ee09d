"""The stories that may stand on a front at a moment: one query, and one for bylines, however large the archive."""

from dataclasses import dataclass

from articles.models import Article
from fronts.composition import BLOCK
from sections.models import Section

NEWEST, ABOUT = 24, 12
SECTION_NEWEST = 29  # what the head of a section and the first stretch of its river take at most, and one more


@dataclass(frozen=True)
class Candidates:
    """`stories` newest first; `for_rule` are the keys of those that the rule may choose, or None for all."""

    stories: list
    for_rule: frozenset | None = None


def candidates(section, arrangement, *, at, sections=(), then=False):
    """Enough to fill every place of the front and the river beneath, and what was put there by hand.

    `sections` are those that have a block on the paper's front. With `then`, what readers saw at a moment in the past.
    """
    sources = [Article.objects.live(at)]
    if then:
        sources = [stories.standing_then(at) for stories in (Article.objects.live(at), Article.objects.unpublished())]
    chosen = [selection for source in sources for selection in _selections(source, section, arrangement, sections)]
    stories = Article.objects.any_of(*chosen).with_teaser(with_portraits=True)
    if arrangement.topic:
        stories = stories.with_topics()
    if section:
        stories = stories.telling_whether_in(section)
    ordered = sorted(stories, key=lambda story: (story.published_at, story.pk), reverse=True)
    if section is None:
        return Candidates(ordered)
    here = [story.pk for story in ordered if story.is_here]
    return Candidates(ordered, frozenset(here[:SECTION_NEWEST]))


def _selections(stories, section, arrangement, sections):
    if section:
        yield stories.in_section(section).newest(SECTION_NEWEST)
    else:
        yield stories.newest(NEWEST)
    if sections:
        keys = set().union(*(entry.keys for entry in sections))
        # More than a block holds, because some of a section's newest will stand higher up on the page.
        yield stories.newest_in_each(Section.objects.filter(pk__in=keys), 2 * BLOCK)
    if arrangement.placed:
        yield stories.among({placed.article for placed in arrangement.placed})
    if arrangement.topic:
        yield stories.about(arrangement.topic).newest(ABOUT)
