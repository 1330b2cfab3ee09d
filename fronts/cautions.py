"""What an editor is told before readers notice: of one place, in sentences."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.timesince import timesince

from articles.state_words import state_sentence
from fronts.areas import Area
from fronts.composition import Fallen

LONGEST_HEADLINE = 90  # in the narrow places more would be five lines


@dataclass(frozen=True)
class Caution:
    """`kind` is "twice", "hidden", "pin", "stale", "alt", "bare" or "long"."""

    kind: str
    sentence: str


def cautions_of(place, plan, *, at):
    """What to look at in a `Place` that was composed for an editor, the gravest first."""
    if not place.story:
        return []
    found = [_fallen(place), _stale(place, plan, at), _picture(place, plan), _headline(place)]
    return [caution for caution in found if caution]


def _fallen(place):
    if place.fallen == Fallen.TWICE:
        return Caution("twice", "This story stands on the page already. Readers see it only in the first place.")
    if place.fallen == Fallen.HIDDEN:
        return Caution("hidden", f"{state_sentence(place.story)} Until readers can see it, the rule fills this place.")
    if place.fallen == Fallen.PIN:
        ended = f"{timezone.localtime(place.placed.pinned_until):%-d %B, %H:%M}"
        return Caution("pin", f"Its pin ended on {ended}. The rule fills this place.")
    return None


def _stale(place, plan, at):
    """Only what an editor put there: the rule takes the newest that there is."""
    if not place.placed or place.fallen or at - place.story.published_at <= plan.stale_after[place.area]:
        return None
    age = timesince(place.story.published_at, at, depth=1)
    return Caution("stale", f"Published {age} ago. That is old for “{Area(place.area).label}”.")


def _picture(place, plan):
    picture = place.story.lead_picture if place.area in plan.pictured else None
    if place.area == Area.PICTURE and not picture:
        return Caution("bare", "It has no picture. Choose one of its own, or another story.")
    if (place.shows_picture or place.fallen) and picture and not picture.alt and not picture.is_decorative:
        return Caution("alt", f"The picture “{picture.title}” has no alternative text.")
    return None


def _headline(place):
    letters = len(place.placed.headline) if place.placed else 0
    if letters <= LONGEST_HEADLINE:
        return None
    return Caution("long", f"Its headline here has {letters} letters. More than {LONGEST_HEADLINE} fill the place.")
