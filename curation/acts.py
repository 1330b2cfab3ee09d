"""What is done on the front's editor: each act changes the arrangement and says in words what happened.

An act is sent as its name and what it is done to, “put 12 secondary:2”. A place is its area and position.
"""

from dataclasses import replace

from django.core.exceptions import ValidationError

from fronts.areas import Area
from fronts.arrangement import Placed

NONSENSE = "The desk did not understand that button. Load the page again."


def do(sheet, act, data):
    """Do `act` on the sheet. Returns a sentence in which “{story}” stands for a headline, and that story's key or None.

    Raises `ValidationError` where it cannot be done.
    """
    name, *words = act.split()
    if name not in ACTS:
        raise ValidationError(NONSENSE)
    try:
        return ACTS[name](sheet, data, *words)
    except (TypeError, ValueError, KeyError) as error:
        raise ValidationError(NONSENSE) from error


def name_of(plan, spot):
    """“Secondary 2 of 4”; an area with one place needs no number."""
    area, position = spot
    count = plan.places[area]
    label = Area(area).label
    return label if count == 1 else f"{label} {position} of {count}"


def spot_in(plan, text):
    area, _, position = text.partition(":")
    spot = Area(area), int(position)
    if spot not in plan.spots():
        raise ValueError(text)
    return spot


def _put(sheet, data, article, target, source=""):
    """Also where it stands already by the rule: then it stays there until somebody takes it off."""
    article, target = int(article), spot_in(sheet.plan, target)
    before = sheet.arrangement
    source = spot_in(sheet.plan, source) if source else before.spot_of(article)
    if source not in before.by_spot or before.by_spot[source].article != article:
        source = before.spot_of(article)
    if source == target:
        return f"{{story}} is {name_of(sheet.plan, target)} already.", article
    if source:
        after = before.put(article, *target, plan=sheet.plan, source=source)
    else:
        after = before.put(article, *target, plan=sheet.plan)
    sheet.arrangement = after
    said = f"{{story}}, now {name_of(sheet.plan, target)}."
    if before.articles - after.articles:
        said += f" What stood last in “{target[0].label}” left the page."
    return said, article


def _put_there(sheet, data, article):
    """At the place that is chosen above the list of stories that were found."""
    return _put(sheet, data, article, data["target"])


def _move(sheet, data, article, source):
    """To the place that is chosen beside it."""
    return _put(sheet, data, article, data[f"{source.replace(':', '-')}-to"], source)


def _off(sheet, data, place):
    spot = spot_in(sheet.plan, place)
    sheet.arrangement = sheet.arrangement.without(spot)
    return f"{name_of(sheet.plan, spot)} is free again. The rule fills it.", None


def _picture(sheet, data, place, picture="", article=""):
    """Give a place a picture of its own, or none. A story that the rule put there then stays."""
    spot = spot_in(sheet.plan, place)
    if article and spot not in sheet.arrangement.by_spot:
        placed = Placed(*spot, int(article))
        sheet.arrangement = replace(sheet.arrangement, placed=(*sheet.arrangement.placed, placed))
    sheet.arrangement = sheet.arrangement.dressed(spot, picture=int(picture or 0) or None)
    has = "has a picture of its own now" if int(picture or 0) else "shows its story's picture again"
    return f"{name_of(sheet.plan, spot)} {has}.", None


def _empty(sheet, data):
    sheet.arrangement, sheet.about = type(sheet.arrangement)(), ""
    return "The rule fills the whole page.", None


ACTS = {"put": _put, "put-there": _put_there, "move": _move, "off": _off, "picture": _picture, "empty": _empty}
