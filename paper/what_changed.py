"""The versions of a story that readers were shown, each with what it has otherwise than the one before, for readers.

Pictures stand in no comparison: they are named by their captions, and those that readers may not be shown are left out
on both sides.
"""

from dataclasses import dataclass

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy, pgettext, pgettext_lazy

from articles.models import Change, PublishedVersion
from articles.models.byline import Role
from articles.models.words import Kind
from articles.what_readers_read import what_reads_otherwise
from authors.models import Author
from paper.shown_pictures import picture_of, pictures_in
from prose.marking import Block, compared, marked_words
from prose.parting import caption_and_rest, end_of
from prose.tokens import Token, text, tokens, written
from prose.words import plain_text

LENGTH = 10
OURS = ("kind", "language", "credits")  # said in the paper's language
LABELS = {
    "kicker": gettext_lazy("Line above the headline"),
    "headline": gettext_lazy("Headline"),
    "standfirst": gettext_lazy("Summary"),
    "body": pgettext_lazy("part of a story", "Text"),
    "kind": gettext_lazy("Kind of piece"),
    "language": gettext_lazy("Language"),
    "series": pgettext_lazy("part of a story", "Series"),
    "credits": gettext_lazy("Bylines"),
}
OF_THE_PICTURE = {
    "caption": gettext_lazy("Caption of the picture"),
    "credit": gettext_lazy("Credit of the picture"),
    "alt": gettext_lazy("Description of the picture"),
}


@dataclass(frozen=True)
class Part:
    """A part of the story that reads otherwise than before. `in_story` says whether it is in the story's language."""

    label: str
    blocks: list[Block]
    in_story: bool


@dataclass(frozen=True)
class Shown:
    """A version that readers were shown. `parts` is empty for the first, and where nothing may be shown of a change."""

    version: PublishedVersion
    parts: list[Part]

    @property
    def is_first(self):
        return self.version.change == Change.FIRST

    @property
    def reads_as_before(self):
        return self.version.change in {Change.AGAIN, Change.UNREAD}


def versions_of(story, before=None):
    """The newest `LENGTH` versions of `story`, of those older than the key `before` where it is given, and the key at
    which older ones begin, or None. The same few queries for any number of them.
    """
    versions = story.versions.select_related("revision__series", "revision__lead_picture", "note").prefetch_related(
        "revision__bylines"
    )
    if before:
        versions = versions.filter(pk__lt=before)
    rows = list(versions.order_by("-pk")[: LENGTH + 1])
    reading = _Reading.of([row.revision for row in rows])
    following = [*rows, None][1:]
    shown = [Shown(row, reading.parts(old, row)) for row, old in zip(rows, following, strict=True)][:LENGTH]
    return shown, rows[LENGTH - 1].pk if len(rows) > LENGTH else None


@dataclass(frozen=True)
class _Reading:
    """What the names and pictures in some revisions stand for."""

    pictures: dict
    authors: dict

    @classmethod
    def of(cls, revisions):
        authors = {author for revision in revisions for author, _ in revision.credits}
        return cls(pictures_in(*(revision.body for revision in revisions)), Author.objects.in_bulk(authors))

    def parts(self, old, new):
        if old is None:
            return []
        changed = set(what_reads_otherwise(old.revision, new.revision))
        found = [(name, self._blocks(name, old.revision, new.revision)) for name in LABELS if name in changed]
        parts = [Part(LABELS[name], blocks, name not in OURS) for name, blocks in found if blocks]
        return parts + list(_of_the_picture(picture_of(old.revision), picture_of(new.revision)))

    def _blocks(self, name, old, new):
        """What changed in a part, marked; nothing where readers may not be shown any of it."""
        if name == "body":
            blocks = compared(self.without_pictures(old.words["body"]), self.without_pictures(new.words["body"]))
            return [block for block in blocks if block.kind != "same"]
        was, is_now = self._said(name, old), self._said(name, new)
        if was == is_now:
            return []
        return [Block("changed", _replaced(was, is_now) if name in OURS else marked_words(was, is_now))]

    def _said(self, name, revision):
        """What a part says, as text on one line; empty for nothing, and for what may not be shown."""
        if name == "credits":
            names = (_byline(self.authors.get(author), role) for author, role in revision.credits)
            return ", ".join(filter(None, names))
        if name == "kind":
            return str(Kind(revision.kind).label)
        return str(getattr(revision, name) or "")

    def without_pictures(self, html):
        """Clean `html` in which every picture that may be shown is a paragraph with its caption, and headings are bold
        paragraphs, so that the page keeps an outline of its own.
        """
        found, pieces, place = tokens(html), [], 0
        while place < len(found):
            token = found[place]
            if token.kind == "start" and (token.get("data-picture") or token.get("data-embed")):
                end = end_of(found, place)
                pieces += self._captioned(token, found[place + 1 : end])
                place = end
            elif token.name == "img":
                pieces.append(text(_picture(token.get("alt"))))
            elif token.name not in {"figure", "figcaption", "aside"}:
                pieces += _bold(token)
            elif token.name == "figcaption":
                pieces.append(Token(token.kind, "p"))
            place += 1
        return written(pieces)

    def _captioned(self, figure, inside):
        caption, _ = caption_and_rest(inside)
        said = plain_text(written(caption))
        if number := figure.get("data-picture"):
            picture = self.pictures.get(int(number))
            if picture is None:
                return []
            said = _picture(said or picture.caption or picture.alt)
        else:
            said = gettext("From elsewhere: %(title)s") % {"title": said or figure.get("data-embed")}
        return [Token("start", "p"), text(said), Token("end", "p")]


def _of_the_picture(old, new):
    """What became of the picture at the head, of two that are None where readers may not be shown them."""
    if (old and old.picture) != (new and new.picture):
        said = escape(gettext("The picture at the head of the story was changed."))
        yield Part(pgettext("part of a story", "Picture"), [Block("changed", said)], in_story=False)
    for name, label in OF_THE_PICTURE.items():
        was, is_now = (getattr(shown, name) if shown else "" for shown in (old, new))
        if was != is_now:
            yield Part(label, [Block("changed", marked_words(was, is_now))], in_story=True)


def _byline(author, role):
    if author is None:
        return ""
    return author.name if role == Role.WRITER else f"{author.name} ({Role(role).label})"


def _picture(title):
    return gettext("Picture: %(title)s") % {"title": title or gettext("without a title")}


def _bold(token):
    if token.name not in {"h2", "h3", "h4"}:
        return [token]
    paragraph, strong = Token(token.kind, "p"), Token(token.kind, "strong")
    return [paragraph, strong] if token.kind == "start" else [strong, paragraph]


def _replaced(old, new):
    gone = format_html("<del>{}</del> ", old) if old else SafeString("")
    return gone + format_html("<ins>{}</ins>", new) if new else gone
