import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, linebreaks
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from articles.models.byline import Role
from paper.absolute import absolute
from paper.feeds.full_text import full_text
from paper.labelled import labelled
from paper.shown_pictures import picture_of, pictures_beneath

# XML 1.0 has no way to write these, and one of them in a headline would take the whole feed away.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Writer:
    name: str
    address: str


@dataclass(frozen=True)
class Image:
    """A picture that stands beside an entry; `address` is absolute, the size is in pixels."""

    address: str
    width: int
    height: int
    alt: str
    credit: str


@dataclass(frozen=True)
class Entry:
    """One thing in a feed. `id` stays the same whatever becomes of its words and its address; `html` is all of it."""

    id: str
    address: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    language: str
    writers: tuple = ()
    tags: tuple = ()
    image: Image | None = None

    def __post_init__(self):
        for name in ("title", "summary", "html"):
            object.__setattr__(self, name, writable(getattr(self, name)))
        tidy = tuple(replace(writer, name=writable(writer.name)) for writer in self.writers)
        object.__setattr__(self, "writers", tidy)
        object.__setattr__(self, "tags", tuple(writable(tag) for tag in self.tags))


def entry_of_story(story, pictures):
    """`pictures` are those of the library that the bodies show, by id, as `pictures_in` gives them."""
    shown = pictures_beneath(story, pictures)
    writers = [byline.author for byline in story.bylines.all() if byline.role == Role.WRITER]
    return Entry(
        id=_tag("story", story.pk, story.published_at),
        address=absolute(story.get_absolute_url()),
        title=labelled(story),
        summary=story.standfirst,
        html=full_text(story, shown),
        published=story.published_at,
        updated=story.updated_at or story.published_at,
        language=story.language,
        writers=tuple(Writer(writer.name, absolute(writer.get_absolute_url())) for writer in writers),
        tags=tuple(dict.fromkeys([story.section.name, *(topic["name"] for topic in story.topic_names)])),
        image=_image(story),
    )


def entry_of_note(note):
    """A correction as an entry: what was put right, and in which story."""
    story, address = note.article, absolute(note.article.get_absolute_url())
    told = {"kind": note.get_kind_display(), "title": labelled(story)}
    day = date_format(timezone.localtime(story.published_at), "DATE_FORMAT")
    where = gettext("In “{headline}”, published on {day}.")
    said = mark_safe(linebreaks(note.text, autoescape=True))  # noqa: S308 (it has just been escaped)
    link = format_html('<a href="{}">{}</a>', address, story.headline)
    return Entry(
        id=_tag("note", note.pk, note.at),
        address=address,
        title=gettext("%(kind)s: %(title)s") % told,
        summary=note.text,
        html=format_html("{}<p>{}</p>", said, format_html(where, headline=link, day=day)),
        published=note.at,
        updated=note.at,
        language=story.language,
        tags=(story.section.name,),
    )


def writable(text):
    """Without what XML cannot write."""
    return NOT_IN_XML.sub("", str(text))


def _tag(kind, pk, moment):
    """A name that never changes, as a tag URI (RFC 4151)."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},{moment.astimezone(UTC):%Y-%m-%d}:{kind}/{pk}"


def _image(story):
    shown = picture_of(story)
    if shown is None:
        return None
    width, height = shown.picture.size_of_crop("16x9")
    return Image(absolute(shown.picture.crop("16x9").address), width, height, shown.alt, shown.credit)
