"""The contact sheet: the library's first page, and what it is narrowed to."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.shortcuts import render

from pictures.admin.question import AFTER, CHIPS, Question, place_of
from pictures.models import Picture, PictureTopic
from pictures.state_words import cautions

AT_ONCE = 48  # fills two, three, four and six columns
LOOKED_AT = 1_000  # of the newest, for the names that a field offers


@dataclass(frozen=True)
class Card:
    picture: Picture
    cautions: list


@dataclass(frozen=True)
class Chip:
    """A filter that is put on or taken off. `address` is the library with that change."""

    words: str
    address: str
    is_on: bool


def sheet_page(admin, request):
    question = Question.read(request)
    found = list(question.pictures()[: AT_ONCE + 1])
    shown = found[:AT_ONCE]
    context = admin.admin_site.each_context(request) | {
        "title": "Pictures",
        "opts": admin.opts,
        "question": question,
        "cards": [Card(picture, cautions(picture)) for picture in shown],
        "chips": list(_chips(question)),
        "taken_off": list(_fields_to_take_off(question)),
        "suggestions": _suggestions(),
        "is_narrowed": bool(question.given),
        "newest": _address(question.given) if question.place else "",
        "older": _address(question.given | {AFTER: place_of(shown[-1])}) if len(found) > AT_ONCE else "",
        "may_add": admin.has_add_permission(request),
    }
    return render(request, "admin/pictures/picture/sheet.html", context)


def _chips(question):
    for name, choices in CHIPS.items():
        for value, (words, _) in choices.items():
            is_on = question.chips.get(name) == value
            others = {each: asked for each, asked in question.given.items() if each != name}
            yield Chip(words, _address(others if is_on else others | {name: value}), is_on)


def _fields_to_take_off(question):
    for name, value in question.given.items():
        if name in question.fields_given:
            others = {each: asked for each, asked in question.given.items() if each != name}
            yield Chip(f"{question.fields[name].label or name.capitalize()}: {value}", _address(others), is_on=True)


def _suggestions():
    """Field → names for it, from the pictures that came last; others are typed."""
    latest = Picture.objects.newest_first()[:LOOKED_AT]
    rows = Picture.objects.filter(pk__in=latest.values("pk")).order_by()
    links = PictureTopic.objects.order_by("-pk")[:LOOKED_AT]
    return {
        "photographer": sorted(rows.exclude(creator="").values_list("creator", flat=True).distinct()),
        "licence": sorted(rows.exclude(licence="").values_list("licence", flat=True).distinct()),
        "topic": sorted({link.tag.name for link in links.select_related("tag")}),
    }


def _address(asked):
    return f"?{urlencode(asked)}" if asked else "?"
