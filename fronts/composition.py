"""How a front is laid out: first what editors put there, then the rule for every gap. No story stands twice."""

from copy import copy
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial

from articles.models.words import Kind
from fronts.areas import Area

BLOCK = 5
LEAD_AMONG = 6  # a story with a picture leads before one without, if it is among the newest few


class Fallen(StrEnum):
    """Why a story does not stand where an editor put it: its pin ended, it stands higher up, readers cannot see it, or
    it should show a picture large whose rights have ended.
    """

    PIN = "pin"
    TWICE = "twice"
    HIDDEN = "hidden"
    RIGHTS = "rights"


@dataclass
class Place:
    """One place of the page. `placed` is what an editor put there; `fallen` says why readers do not see that now.
    `own_picture` is the picture that an editor gave the place, and `has_own_picture` whether readers see that one.
    """

    area: str
    position: int
    story: object = None
    placed: object = None
    fallen: str = ""
    shows_picture: bool = False
    own_picture: object = None
    has_own_picture: bool = False

    @property
    def name(self):
        return f"{Area(self.area).label} {self.position}"

    @property
    def spot(self):
        return f"{self.area}:{self.position}"

    @property
    def is_bare(self):
        return not self.shows_picture


@dataclass(frozen=True)
class Block:
    """A section's part of the paper's front."""

    section: object
    stories: list


@dataclass
class FrontPage:
    """`areas` maps each area to its places. `rest` are the candidates that found no place, newest first."""

    areas: dict
    topic: object = None
    blocks: list = field(default_factory=list)
    opinion_section: object = None
    pictured: set = field(default_factory=set)
    rest: list = field(default_factory=list)

    @property
    def lead(self):
        return next(iter(self.areas[Area.LEAD]), None)

    @property
    def secondary(self):
        return self.areas[Area.SECONDARY]

    @property
    def strip(self):
        return self.areas[Area.TOPIC]

    @property
    def opinion(self):
        return self.areas[Area.OPINION]

    @property
    def picture(self):
        return next(iter(self.areas[Area.PICTURE]), None)

    @property
    def river(self):
        return self.areas[Area.RIVER]

    @property
    def is_empty(self):
        return not any(place.story for places in self.areas.values() for place in places)


def compose(plan, arrangement, stories, *, at, for_rule=None, pictures=None, sections=(), hidden=None):
    """Lay `stories`, which are live at the moment `at` and come newest first, over the places of `plan`.

    `for_rule` are the keys of those that the rule may choose, all where it is left out; the others stand only where
    they were put, or in the topic strip.
    `pictures` maps the keys of pictures that places have of their own. `sections` are the navigation's, for the blocks.
    `hidden` is for the editor's screen: stories that were put there and that readers do not see, by key. They are then
    shown where they were put, and empty places too.
    """
    left = {story.pk: story for story in stories}
    composer = _Composer(plan, arrangement, left, pictures or {}, at, hidden)
    composer.seat()
    composer.fill(left.keys() if for_rule is None else for_rule)
    page = FrontPage(composer.areas, arrangement.topic)
    _add_blocks(page, left, sections)
    page.rest = [story for story in left.values() if for_rule is None or story.pk in for_rule]
    _choose_pictures(page, plan, at)
    if hidden is None:
        page.areas = {area: [place for place in places if place.story] for area, places in page.areas.items()}
    return page


class _Composer:
    def __init__(self, plan, arrangement, left, pictures, at, hidden):
        self.plan, self.arrangement, self.left, self.pictures, self.at = plan, arrangement, left, pictures, at
        self.hidden, self.seated = hidden, set()
        self.areas = {
            area: [Place(area, position) for position in range(1, count + 1)] for area, count in plan.places.items()
        }

    def seat(self):
        """What editors put there and what may stand. The first place that wants a story has it."""
        for placed in self.arrangement.placed:
            if placed.position > self.plan.places[placed.area]:
                continue
            place = self.areas[placed.area][placed.position - 1]
            reason = self._why_not(placed)
            if not reason:
                self.seated.add(placed.article)
                self._put(place, self.left.pop(placed.article), placed)
            elif self.hidden is not None and placed.article in self.hidden:
                place.fallen = reason
                self._put(place, self.hidden[placed.article], placed)
        if self.hidden is not None:
            for placed in self.arrangement.placed:
                self.left.pop(placed.article, None)

    def fill(self, for_rule):
        """By rule: the newest that suit, area by area."""
        used = self.plan.always | {placed.area for placed in self.arrangement.placed}
        if self.arrangement.topic:
            used |= {Area.TOPIC}
        for area in Area:
            for place in self.areas[area]:
                if area in used and place.story is None:
                    place.story = self._next(area, for_rule)

    def _next(self, area, for_rule):
        if area == Area.TOPIC:
            return next(iter(_take(self.left, 1, self._is_about_the_topic)), None)
        suits = {
            Area.SECONDARY: _may_lead,
            Area.OPINION: _is_opinion,
            Area.PICTURE: self._makes_a_picture,
        }
        if area == Area.LEAD:
            return _take_lead(self.left, for_rule, self.at)
        suit = suits.get(area, lambda story: True)
        return next(iter(_take(self.left, 1, lambda story: story.pk in for_rule and suit(story))), None)

    def _is_about_the_topic(self, story):
        topic = self.arrangement.topic
        return topic is not None and any(each["slug"] == topic.slug for each in story.topic_names)

    def _why_not(self, placed):
        if placed.pinned_until and placed.pinned_until <= self.at:
            return Fallen.PIN
        if placed.article in self.seated:
            return Fallen.TWICE
        if placed.article not in self.left:
            return Fallen.HIDDEN
        return Fallen.RIGHTS if placed.area == Area.PICTURE and self._has_lost_its_picture(placed) else ""

    def _has_lost_its_picture(self, placed):
        story, own = self.left[placed.article], self.pictures.get(placed.picture)
        has_one = bool(own or story.lead_picture_id)
        return has_one and not (own and own.is_in_rights(self.at)) and not story.shown_picture(self.at)

    def _put(self, place, story, placed):
        """The story as this place shows it: with the place's own headline, and its picture while its rights last."""
        place.placed, place.own_picture = placed, self.pictures.get(placed.picture)
        place.story = story = copy(story)
        story.headline = placed.headline or story.headline
        if place.own_picture and place.own_picture.is_in_rights(self.at):
            story.lead_picture = place.own_picture
            story.lead_caption = story.lead_credit = story.lead_alt = ""
            place.has_own_picture = not place.fallen

    def _makes_a_picture(self, story):
        shown = story.shown_picture(self.at)
        return _may_lead(story) and shown is not None and shown.picture.width > shown.picture.height


def _add_blocks(page, left, sections):
    for section in sections:
        block = _take(left, BLOCK, lambda story, keys=section.keys: story.section_id in keys)
        if block and _is_home_of_opinion(page, section, block):
            page.opinion_section = section
        elif block:
            page.blocks.append(Block(section, block))


def _is_home_of_opinion(page, section, block):
    """Whether the strip shows this section already: most of the strip is the section's, and most of it opinion."""
    strip = [place.story for place in page.opinion if place.story]
    shown = [story for story in strip if story.section_id in section.keys]
    views = [story for story in block if _is_opinion(story)]
    return len(shown) > len(strip) / 2 and len(views) > len(block) / 2


def _choose_pictures(page, plan, at):
    """Which stories show theirs. No picture is seen twice, though several stories may share one."""
    seen, unseen = set(), partial(_unseen, at=at)
    everywhere = plan.places[Area.RIVER]
    counts = {Area.LEAD: 1, Area.PICTURE: 1, Area.SECONDARY: 1, Area.RIVER: everywhere * plan.river_has_pictures}
    for area, count in counts.items():
        places = [place for place in page.areas[area] if place.story]
        chosen = [place for place in places if place.has_own_picture]
        if len(chosen) < count:
            chosen += unseen(places, seen | {place.story.lead_picture_id for place in chosen})[: count - len(chosen)]
        for place in chosen:
            place.shows_picture = True
            seen.add(place.story.lead_picture_id)
        if area == Area.SECONDARY and not any(place.placed for place in places):
            _lead_with(page.areas[area], chosen)
    for block in page.blocks:
        chosen = unseen([Place("", 0, story) for story in block.stories], seen)[:2]
        stories = [place.story for place in chosen]
        seen |= {story.lead_picture_id for story in stories}
        page.pictured |= {story.pk for story in stories}
        block.stories.sort(key=lambda story: story not in stories)
    if plan.river_has_pictures:
        page.pictured |= {place.story.pk for place in unseen([Place("", 0, story) for story in page.rest], seen)}


def _unseen(places, seen, *, at):
    """Those with a picture to show that is not in `seen`, and of several with the same picture the first."""
    first = {}
    for place in places:
        shown = place.story.shown_picture(at)
        if shown and shown.picture.pk not in seen:
            first.setdefault(shown.picture.pk, place)
    return list(first.values())


def _lead_with(places, chosen):
    """Let the story with the picture come first, where nobody said otherwise; the places keep their numbers."""
    ordered = sorted(places, key=lambda place: place not in chosen)
    stories = [(place.story, place.shows_picture) for place in ordered]
    for place, (story, shows_picture) in zip(places, stories, strict=True):
        place.story, place.shows_picture = story, shows_picture


def _may_lead(story):
    return story.kind not in {Kind.OPINION, Kind.SPONSORED}


def _is_opinion(story):
    return story.kind == Kind.OPINION


def _take_lead(left, for_rule, at):
    candidates = [story for story in left.values() if story.pk in for_rule]
    candidates = [story for story in candidates if _may_lead(story)] or candidates
    if not candidates:
        return None
    pictured = (story for story in candidates[:LEAD_AMONG] if story.shown_picture(at))
    return left.pop(next(pictured, candidates[0]).pk)


def _take(left, count, where):
    taken = [story for story in left.values() if where(story)][:count]
    for story in taken:
        del left[story.pk]
    return taken
