"""What stands on every page and is no story: the masthead, the navigation, the standing pages, the imprint."""

from dataclasses import dataclass, field

from django.db.models import F, Value
from django.db.models.functions import JSONObject
from django.utils.functional import SimpleLazyObject

from masthead.models import ConnectLink, Masthead, StandingPage
from sections.models import Section


@dataclass(frozen=True)
class Entry:
    """A section as the navigation shows it."""

    pk: int
    name: str
    slug: str
    colour: str
    children: list = field(default_factory=list)

    @property
    def keys(self):
        """The primary keys of the section and of those beneath it."""
        return {self.pk, *(child.pk for child in self.children)}


@dataclass(frozen=True)
class Furniture:
    name: str
    tagline: str
    description: str
    imprint: str
    connect_links: list
    sections: list
    pages: list

    @classmethod
    def read(cls):
        """Everything in one query. A database without a masthead has that of a new `Masthead`."""
        found = {"masthead": [], "link": [], "section": [], "page": []}
        for what, _, _, row in _rows():
            found[what].append(row)
        unsaved = Masthead()
        words = {name: getattr(unsaved, name) for name in ("name", "tagline", "description", "imprint")}
        for row in found["masthead"]:
            words |= row
        return cls(**words, connect_links=found["link"], sections=_tree(found["section"]), pages=found["page"])


def furniture(request):
    """Context processor: `paper`, read when a template first asks for it."""
    return {"paper": SimpleLazyObject(Furniture.read)}


def _rows():
    sections = _select(Section.objects.all(), "section", "name", ["id", "name", "slug", "colour", "parent_id"])
    links = _select(ConnectLink.objects.all(), "link", "label", ["label", "url"])
    pages = StandingPage.objects.filter(is_published=True, in_footer=True)
    pages = _select(pages, "page", "title", ["title", "path"])
    masthead = Masthead.objects.annotate(place=Value(0))
    masthead = _select(masthead, "masthead", "name", ["name", "tagline", "description", "imprint"], place="place")
    return masthead.union(links, sections, pages, all=True).order_by("at", "called")


def _select(rows, what, called, fields, place="position"):
    return (
        rows.order_by()
        .annotate(what=Value(what), at=F(place), called=F(called), row=JSONObject(**{name: name for name in fields}))
        .values_list("what", "at", "called", "row")
    )


def _tree(rows):
    entries = {row["id"]: Entry(row["id"], row["name"], row["slug"], row["colour"]) for row in rows}
    for row in rows:
        if row["parent_id"]:
            entries[row["parent_id"]].children.append(entries[row["id"]])
    return [entries[row["id"]] for row in rows if not row["parent_id"]]
