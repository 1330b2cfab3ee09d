"""The front by rule: what leads, what follows, which sections have a block. No story stands twice."""

from dataclasses import dataclass, field

from articles.models.words import Kind

SECONDARY, LATEST, OPINION, BLOCK = 4, 7, 4, 5
LEAD_AMONG = 6  # a story with a picture leads before one without, if it is among the newest few


@dataclass(frozen=True)
class Block:
    """A section's part of the front."""

    section: object
    stories: list


@dataclass
class FrontPage:
    lead: object = None
    secondary: list = field(default_factory=list)
    latest: list = field(default_factory=list)
    opinion: list = field(default_factory=list)
    opinion_section: object = None
    blocks: list = field(default_factory=list)
    pictured: set = field(default_factory=set)

    @classmethod
    def compose(cls, stories, sections):
        """Lay out `stories`, newest first, over the page; `sections` are the navigation's, in its order."""
        left = {story.pk: story for story in stories}
        page = cls()
        page.lead = _take_lead(left)
        page.secondary = _take(left, SECONDARY, _may_lead)
        page.opinion = _take(left, OPINION, _is_opinion)
        page.latest = _take(left, LATEST, lambda story: True)
        for section in sections:
            block = _take(left, BLOCK, lambda story, keys=section.keys: story.section_id in keys)
            if block and page._is_home_of_opinion(section, block):
                page.opinion_section = section
            elif block:
                page.blocks.append(Block(section, block))
        page._choose_pictures()
        return page

    def _is_home_of_opinion(self, section, block):
        """Whether the strip shows this section already: most of the strip is the section's, and most of it opinion."""
        shown = [story for story in self.opinion if story.section_id in section.keys]
        views = [story for story in block if _is_opinion(story)]
        return len(shown) > len(self.opinion) / 2 and len(views) > len(block) / 2

    def _choose_pictures(self):
        """`pictured`: the stories that show theirs. No picture is seen twice, though several stories may share one."""
        seen = set()
        for stories, count in (([self.lead], 1), (self.secondary, 1), *((block.stories, 2) for block in self.blocks)):
            shown = [story for story in stories if story and story.lead_picture_id not in {None, *seen}]
            first = {story.lead_picture_id: story for story in reversed(shown)}
            chosen = [story for story in shown if first[story.lead_picture_id] is story][:count]
            seen |= {story.lead_picture_id for story in chosen}
            self.pictured |= {story.pk for story in chosen}
            stories.sort(key=lambda story: story not in chosen)


def _may_lead(story):
    return story.kind not in {Kind.OPINION, Kind.SPONSORED}


def _is_opinion(story):
    return story.kind == Kind.OPINION


def _take_lead(left):
    candidates = [story for story in left.values() if _may_lead(story)] or list(left.values())
    if not candidates:
        return None
    pictured = (story for story in candidates[:LEAD_AMONG] if story.lead_picture)
    return left.pop(next(pictured, candidates[0]).pk)


def _take(left, count, where):
    taken = [story for story in left.values() if where(story)][:count]
    for story in taken:
        del left[story.pk]
    return taken
