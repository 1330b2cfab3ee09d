"""What stands on every page and is no story: the masthead, the navigation, the standing pages, the imprint."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import F, Q, Value
from django.db.models.functions import JSONObject
from django.utils.functional import SimpleLazyObject

from articles.models import Article
from fronts.models import Banner
from masthead.models import ConnectLink, Masthead, StandingPage
from paper.as_of import present
from pictures.models import Picture
from sections.models import Section

SETTINGS = ["shows_changes"]
WORDS = ["name", "tagline", "description", "imprint"]
PUBLISHER = ["legal_name", "address", "email", "phone", "responsible_editor", "founded", "issn"]

LOGO = ["key", "width", "height", "valid_until"]
BANNER = ["text", "url", "at", "until"]
BANNER_STORY = [f"article__{name}" for name in ("status", "published_at", "unpublish_at", "address_month", "slug")]


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
class Logo:
    """The paper's name as a picture, and as one for dark screens, which may be missing."""

    light: Picture
    dark: Picture | None


@dataclass(frozen=True)
class Furniture:
    """`publisher` maps those names of `PUBLISHER` that are filled in to what they hold; `policies` maps a `Purpose` to
    the path of the page for it. `menu` and `pages` are the standing pages in the masthead's menu and in the foot.
    """

    shows_changes: bool
    name: str
    tagline: str
    description: str
    imprint: str
    publisher: dict
    logo: Logo | None
    connect_links: list
    sections: list
    menu: list
    pages: list
    policies: dict
    banner: Banner | None

    @classmethod
    def read(cls):
        """Everything in one query. A database without a masthead has that of a new `Masthead`."""
        found = {"masthead": [], "link": [], "section": [], "page": [], "banner": []}
        for what, _, _, row in _rows():
            found[what].append(row)
        unsaved = Masthead()
        said = {name: getattr(unsaved, name) for name in SETTINGS + WORDS + PUBLISHER}
        for row in found["masthead"]:
            said |= row
        pages = [page | {"address": StandingPage(**page).get_absolute_url()} for page in found["page"]]
        return cls(
            **{name: said[name] for name in SETTINGS + WORDS},
            publisher={name: said[name] for name in PUBLISHER if said[name]},
            logo=_logo(said),
            connect_links=found["link"],
            sections=_tree(found["section"]),
            menu=[page for page in pages if page["in_menu"]],
            pages=[page for page in pages if page["in_footer"]],
            banner=_standing_banner(found["banner"]),
            policies={page["purpose"]: page["address"] for page in pages if page["purpose"]},
        )

    def beneath(self, section):
        """The navigation's entries for what is beneath `section`."""
        return next((entry.children for entry in self.sections if entry.pk == section.pk), [])


def furniture(request):
    """Context processor: `paper`, read when a template first asks for it."""
    return {"paper": SimpleLazyObject(Furniture.read)}


def _rows():
    sections = _select(Section.objects.all(), "section", "name", ["id", "name", "slug", "colour", "parent_id"])
    links = _select(ConnectLink.objects.all(), "link", "label", ["label", "url"])
    pages = StandingPage.objects.filter(~Q(purpose="") | Q(in_menu=True) | Q(in_footer=True), is_published=True)
    pages = _select(pages, "page", "title", ["title", "path", "purpose", "in_menu", "in_footer"])
    masthead = Masthead.objects.annotate(place=Value(0))
    logos = [f"{logo}__{name}" for logo in ("logo", "dark_logo") for name in LOGO]
    masthead = _select(masthead, "masthead", "name", SETTINGS + WORDS + PUBLISHER + logos, place="place")
    banner = _select(Banner.objects.annotate(place=Value(0)), "banner", "text", BANNER + BANNER_STORY, place="place")
    return masthead.union(links, sections, pages, banner.order_by("-pk")[:1], all=True).order_by("nth", "called")


def _select(rows, what, called, fields, place="position"):
    return (
        rows.order_by()
        .annotate(what=Value(what), nth=F(place), called=F(called), row=JSONObject(**{name: name for name in fields}))
        .values_list("what", "nth", "called", "row")
    )


def _tree(rows):
    entries = {row["id"]: Entry(row["id"], row["name"], row["slug"], row["colour"]) for row in rows}
    for row in rows:
        if row["parent_id"]:
            entries[row["parent_id"]].children.append(entries[row["id"]])
    return [entries[row["id"]] for row in rows if not row["parent_id"]]


def _logo(said):
    light, dark = (_picture({name: said.get(f"{logo}__{name}") for name in LOGO}) for logo in ("logo", "dark_logo"))
    return Logo(light, dark) if light else None


def _picture(row):
    """The picture of which `row` tells, if there is one and it is in rights."""
    if not row["key"]:
        return None
    picture = Picture(**row | {"valid_until": row["valid_until"] and datetime.fromisoformat(row["valid_until"])})
    return picture if picture.is_in_rights(present()) else None


def _standing_banner(rows):
    """The newest banner if it stands now. Its story comes with it, as far as an address needs it."""
    for row in rows:
        moments = {name: row[name] and datetime.fromisoformat(row[name]) for name in ("at", "until")}
        story = {name.removeprefix("article__"): row[name] for name in BANNER_STORY}
        banner = Banner(text=row["text"], url=row["url"], **moments)
        if story["address_month"]:
            story["address_month"] = date.fromisoformat(story["address_month"])
            for name in ("published_at", "unpublish_at"):
                story[name] = story[name] and datetime.fromisoformat(story[name])
            banner.article = Article(**story)
        return banner if banner.stands() else None
    return None
