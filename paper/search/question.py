"""What a reader asks for, as the address of the search page says it."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.models import Article
from articles.models.words import Kind
from authors.models import Author
from sections.models import Section

LONGEST = 200
NEWEST, BEST = "newest", "best"


@dataclass(frozen=True)
class Question:
    """`troubles` maps the name of a field to a sentence about a value that was not understood, and was left out."""

    text: str = ""
    section: object = None  # an entry of the navigation
    author: Author | None = None
    kind: str = ""
    since: date | None = None
    until: date | None = None
    order: str = NEWEST
    typed: dict = field(default_factory=dict)
    troubles: dict = field(default_factory=dict)

    @classmethod
    def read(cls, parameters, sections):
        """From an address's parameters. `sections` are the navigation's entries. One query if an author is named."""
        typed = {name: parameters.get(name, "").replace("\x00", "")[:LONGEST].strip() for name in FIELDS}
        troubles = {}
        readers = {"kind": _kind, "from": _date, "to": _date, "order": _order, "author": _author}
        read = {name: reader(typed[name], name, troubles) for name, reader in readers.items()}
        if read["from"] and read["to"] and read["from"] > read["to"]:
            troubles["to"] = _("The last day is before the first. Look at both.")
            read["from"] = read["to"] = None
        return cls(
            text=typed["q"],
            section=_section(typed["section"], sections, troubles),
            author=read["author"],
            kind=read["kind"],
            since=read["from"],
            until=read["to"],
            order=read["order"] or NEWEST,
            typed=typed,
            troubles=troubles,
        )

    @property
    def is_narrowed(self):
        return bool(self.filters)

    @property
    def filters(self):
        """The filters in words, each with the address of the same question without it."""
        shown = {
            "section": self.section and self.section.name,
            "author": self.author and self.author.name,
            "kind": self.kind and str(Kind(self.kind).label),
            "from": self.since and _("from %(day)s") % {"day": date_format(self.since, "DATE_FORMAT")},
            "to": self.until and _("to %(day)s") % {"day": date_format(self.until, "DATE_FORMAT")},
        }
        return [
            {"name": name, "words": words, "without": self.address(**{name: ""})}
            for name, words in shown.items()
            if words
        ]

    @property
    def best_first(self):
        return self.order == BEST

    @property
    def best_address(self):
        return self.address(order=BEST)

    @property
    def newest_address(self):
        return self.address(order="")

    @property
    def widest_address(self):
        """That of the same words in the whole paper."""
        return self.address(**dict.fromkeys(("section", "author", "kind", "from", "to"), ""))

    def stories(self):
        """The live stories among which is searched."""
        found = Article.objects.live()
        if self.section:
            found = found.in_section(Section(pk=self.section.pk))
        if self.author:
            found = found.by_author(self.author)
        if self.kind:
            found = found.of_kind(self.kind)
        if self.since:
            found = found.published_from(_midnight(self.since))
        if self.until:
            found = found.published_before(_midnight(self.until + timedelta(days=1)))
        return found

    def asking(self, text):
        """The same question with other words."""
        return replace(self, text=text)

    def address(self, **changes):
        """The address of this question, with some of its parameters changed; an empty one is left out."""
        own = {
            "q": self.text,
            "section": self.section.slug if self.section else "",
            "author": self.author.slug if self.author else "",
            "kind": self.kind,
            "from": self.since.isoformat() if self.since else "",
            "to": self.until.isoformat() if self.until else "",
            "order": self.order if self.order != NEWEST else "",
        }
        told = {name: value for name, value in (own | changes).items() if value}
        return reverse("search") + (f"?{urlencode(told)}" if told else "")


FIELDS = ("q", "section", "author", "kind", "from", "to", "order")


def _midnight(day):
    return timezone.make_aware(datetime.combine(day, time()), timezone.get_default_timezone())


def _kind(value, name, troubles):
    if value in Kind.values:
        return value
    if value:
        troubles[name] = _("There is no kind of piece called “%(value)s”. Choose one from the list.") % {"value": value}
    return ""


def _order(value, name, troubles):
    if value in {NEWEST, BEST}:
        return value
    if value:
        troubles[name] = _("Stories cannot be put in the order “%(value)s”. Here they are, newest first.") % {
            "value": value
        }
    return ""


def _date(value, name, troubles):
    try:
        # The last day of the year 9999 has no day after it.
        return date.fromisoformat(value) if value and date.fromisoformat(value) < date.max else None
    except ValueError:
        troubles[name] = _("“%(value)s” is no date. Write it as 2026-05-03.") % {"value": value}
        return None


def _section(value, sections, troubles):
    for section in [*sections, *(child for top in sections for child in top.children)]:
        if value == section.slug:
            return section
    if value:
        troubles["section"] = _("There is no section called “%(value)s”. Choose one from the list.") % {"value": value}
    return None


def _author(value, name, troubles):
    if not value:
        return None
    found = Author.objects.filter(Q(slug=value) | Q(name__iexact=value)).first()
    if found is None:
        troubles[name] = _("No author is called “%(value)s”. Write the whole name, as it stands on a story.") % {
            "value": value
        }
    return found
