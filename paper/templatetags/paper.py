from functools import cache
from pathlib import Path
from urllib.parse import quote

from django import template
from django.contrib.staticfiles import finders
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext

from paper import absolute as addresses
from paper import credits as story_credits
from paper.as_of import present
from paper.feeds.entry import writable
from paper.feeds.paths import NAMES
from paper.labelled import labelled
from paper.language import differs, direction
from paper.share_picture import share_picture_of, share_picture_of_paper
from paper.shown_pictures import picture_of, portrait_of
from paper.structured_data import graph_of, written
from prose.rendering import plain_text, render

register = template.Library()

# In the order of paper.feeds.NAMES
FEED_FORMATS = (("application/rss+xml", "RSS"), ("application/atom+xml", "Atom"), ("application/feed+json", "JSON"))

register.filter("absolute", addresses.absolute)
register.filter("credits", story_credits.credits_of)
register.filter("labelled", labelled)
register.filter("writable", writable)
register.filter("people", story_credits.people_behind)
register.filter("authors", story_credits.authors_among)
register.filter("faces", story_credits.faces)
register.filter("portrait_credits", story_credits.portrait_credits)
register.filter("plain_text", plain_text)
register.filter("picture", picture_of)
register.filter("portrait", portrait_of)


@register.filter
def prose(html):
    """Cleaned HTML without pictures (a bio, an imprint), ready to stand on a page."""
    return render(html, {})


@register.filter
def dialled(phone):
    """A telephone number as `tel:` has it (RFC 3966): digits, with the plus sign that may lead them."""
    return ("+" if phone.strip().startswith("+") else "") + "".join(sign for sign in phone if sign.isdecimal())


@register.simple_tag
@cache
def icon():
    """The paper's icon as an address that holds it: 200 bytes in a page, where a file takes a connection of its own."""
    return "data:image/svg+xml," + quote(Path(finders.find("icon.svg")).read_text().strip(), safe=" ='/:")


@register.filter
def sections_beneath(paper, section):
    return paper.beneath(section)


@register.filter
def src(picture, width):
    return picture.src(width)


@register.filter
def kicker(story):
    """The kicker, unless it only says once more what kind of piece it is."""
    return "" if story.kicker.casefold() == story.get_kind_display().casefold() else story.kicker


@register.filter
def focus(picture):
    """Where in the picture to look, in words for the style sheet: “left top”, or nothing for the middle."""
    across = "left" if picture.focal_x < 1 / 3 else "right" if picture.focal_x > 2 / 3 else ""
    down = "top" if picture.focal_y < 1 / 3 else "bottom" if picture.focal_y > 2 / 3 else ""
    return f"{across} {down}".strip()


@register.filter
def in_its_language(story):
    """` lang="…" dir="…"` for a story that is not in the paper's language, else nothing."""
    if not differs(story.language):
        return SafeString("")
    return format_html(' lang="{}" dir="{}"', story.language, direction(story.language))


@register.filter
def moment(at):
    """“3 July 2022, 06:20” in the paper's time zone, as machines can read it too."""
    return _time(at, "DATETIME_FORMAT")


@register.filter
def day(at):
    """“3 July 2022”, as machines can read it too."""
    return _time(at, "DATE_FORMAT")


def _time(at, form):
    at = timezone.localtime(at)
    return format_html('<time datetime="{}">{}</time>', at.isoformat(timespec="seconds"), date_format(at, form))


@register.filter
def stand_at_foot(notes):
    return [note for note in notes if not note.stands_at_head]


@register.filter
def what_was_done(note):
    """“Corrected 3 July 2022”, for a note that stands at the head of its story."""
    said = gettext("Retracted {day}") if note.kind == note.Kind.RETRACTION else gettext("Corrected {day}")
    return format_html(said, day=day(note.at))


@register.filter
def day_or_hour(moment):
    """“14:20” today, “3 May” this year, “3 May 2019” before; in the paper's time zone."""
    moment, now = timezone.localtime(moment), timezone.localtime(present())
    if moment.date() == now.date():
        return date_format(moment, "TIME_FORMAT")
    return date_format(moment, "MONTH_DAY_FORMAT" if moment.year == now.year else "DATE_FORMAT")


@register.simple_tag
def today():
    """“Friday 3 July 2026”, in the paper's time zone."""
    now = timezone.localtime(present())
    parts = {"weekday": date_format(now, "l"), "date": date_format(now, "DATE_FORMAT")}
    return capfirst(pgettext("a day", "%(weekday)s %(date)s") % parts)


@register.filter
def news_language(tag):
    """A language as Google News knows it: two or three letters, but for the two ways of writing Chinese."""
    primary, *rest = tag.lower().split("-")
    if primary == "zh":
        return "zh-tw" if {"tw", "hk", "mo", "hant"} & set(rest) else "zh-cn"
    return primary


@register.simple_tag(takes_context=True)
def structured_data(context, thing):
    """What a page about `thing` tells search engines. A script element of this type is data, which no policy blocks."""
    told = graph_of(thing, context["paper"], context.get("words", 0), context.get("pictures", {}))
    if not told:
        return ""
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(written(told)))  # noqa: S308


@register.simple_tag(takes_context=True)
def share_picture(context, story=None):
    """The picture for where a page is shared: the story's, or the paper's own card."""
    paper = context["paper"]
    return share_picture_of(story, paper) if story else share_picture_of_paper(paper)


@register.inclusion_tag("parts/feeds.html")
def feeds(title, name, *key):
    """Links to the feed `name` (as the URLconf calls it) in every format, for a page's head."""
    addresses = [reverse(name + ending, args=key) for ending in NAMES]
    return {"title": title, "feeds": zip(addresses, FEED_FORMATS, strict=True)}
