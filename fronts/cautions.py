"""What an editor is told before readers notice: of one place, in sentences."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.timesince import timesince

from articles.picture_rights import NOTICE, end_of_rights
from articles.state_words import state_sentence
from fronts.areas import Area
from fronts.composition import Fallen

LONGEST_HEADLINE = 90  # in the narrow places more would be five lines


@dataclass(frozen=True)
class Caution:
    """`kind` is "twice", "hidden", "pin", "rights", "stale", "alt", "bare" or "long"."""

    kind: str
    sentence: str


def cautions_of(place, plan, *, at):
    """What to look at in a `Place` that was composed for an editor, the gravest first."""
    if not place.story:
        return []
    found = [
        _fallen(place),
        _rights(place, plan, at),
        _stale(place, plan, at),
        _picture(place, plan, at),
        _headline(place),
    ]
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


def _rights(place, plan, at):
    """Of the picture that the place should show, if its rights have ended or end soon."""
    picture = place.own_picture or place.story.lead_picture
    if not (picture and place.area in plan.pictured) or picture.is_in_rights(at + NOTICE):
        return None
    if not picture.is_in_rights(at):
        return Caution("rights", f"{_end(picture, at)} {_instead(place, at)}")
    is_seen = place.shows_picture or place.fallen
    return Caution("rights", f"{_end(picture, at)} It leaves the page by itself then.") if is_seen else None


def _end(picture, at):
    return f"The rights to its picture “{picture.title}” {end_of_rights(picture.valid_until, at)}."


def _instead(place, at):
    if place.fallen == Fallen.RIGHTS:
        return "The rule fills this place. Choose another picture of its own, or another story."
    if place.story.shown_picture(at):
        return "The story's own stands in its place."
    return "Readers see none here. Choose one of its own."


def _stale(place, plan, at):
    """Only what an editor put there: the rule takes the newest that there is."""
    if not place.placed or place.fallen or at - place.story.published_at <= plan.stale_after[place.area]:
        return None
    age = timesince(place.story.published_at, at, depth=1)
    return Caution("stale", f"Published {age} ago. That is old for “{Area(place.area).label}”.")


def _picture(place, plan, at):
    shown = place.story.shown_picture(at) if place.area in plan.pictured else None
    if place.area == Area.PICTURE and not shown and place.fallen != Fallen.RIGHTS:
        return Caution("bare", "It has no picture. Choose one of its own, or another story.")
    if (place.shows_picture or place.fallen) and shown and not shown.alt and not shown.picture.is_decorative:
        return Caution("alt", f"The picture “{shown.picture.title}” has no alternative text.")
    return None


def _headline(place):
    letters = len(place.placed.headline) if place.placed else 0
    if letters <= LONGEST_HEADLINE:
        return None
    return Caution("long", f"Its headline here has {letters} letters. More than {LONGEST_HEADLINE} fill the place.")
