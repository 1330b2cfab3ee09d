"""The stories that may stand on a front at a moment: one query, and one for bylines, however large the archive."""

from dataclasses import dataclass, field

from articles.models import Article
from fronts.composition import BLOCK
from sections.models import Section

NEWEST, ABOUT = 24, 12
SECTION_NEWEST = 29  # what the head of a section and the first stretch of its river take at most, and one more


@dataclass(frozen=True)
class Candidates:
    """`stories` newest first; `for_rule` are the keys of those that the rule may choose, or None for all. `placed` maps
    the keys of what was put somewhere to the stories, those that readers cannot see too.
    """

    stories: list
    for_rule: frozenset | None = None
    placed: dict = field(default_factory=dict)


def candidates(section, arrangement, *, at, sections=(), then=False, hidden=False):
    """Enough to fill every place of the front and the river beneath, and what was put there by hand.

    `sections` are those that have a block on the paper's front. With `then`, what readers saw at a moment in the past.
    With `hidden`, what was put there and readers cannot see comes too, in `placed` alone.
    """
    sources = [Article.objects.live(at)]
    if then:
        sources = [stories.standing_then(at) for stories in (Article.objects.live(at), Article.objects.unpublished())]
    chosen = [selection for source in sources for selection in _selections(source, section, arrangement, sections)]
    stories = Article.objects.all()
    if hidden:
        chosen.append(Article.objects.among(arrangement.articles))
        stories = stories.with_working_words()
    stories = stories.any_of(*chosen).with_teaser(with_portraits=True)
    if arrangement.topic:
        stories = stories.with_topics()
    if section:
        stories = stories.telling_whether_in(section)
    found = list(stories)
    placed = {story.pk: story for story in found if story.pk in arrangement.articles} if hidden else {}
    if hidden:
        found = [story for story in found if story.is_live(at)]
    ordered = sorted(found, key=lambda story: (story.published_at, story.pk), reverse=True)
    if section is None:
        return Candidates(ordered, placed=placed)
    here = [story.pk for story in ordered if story.is_here]
    return Candidates(ordered, frozenset(here[:SECTION_NEWEST]), placed)


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
        yield stories.among(arrangement.articles)
    if arrangement.topic:
        yield stories.about(arrangement.topic).newest(ABOUT)
