"""What a WordPress export (WXR 1.0 to 1.2) says, as it says it: texts as they stand there, nothing interpreted."""

from dataclasses import dataclass, field
from hashlib import sha256

# The custom fields that become part of a story. A change in another (who has it open in the editor) is no change.
CARRIED_META = (
    "_yoast_wpseo_title",
    "_yoast_wpseo_metadesc",
    "_yoast_wpseo_opengraph-title",
    "_yoast_wpseo_opengraph-description",
    "_yoast_wpseo_canonical",
    "_yoast_wpseo_primary_category",
)


@dataclass(frozen=True)
class Site:
    """The blog that the export was made of. `source` names it whatever its scheme: “example.org/blog”."""

    source: str
    title: str = ""
    language: str = ""
    hosts: frozenset = frozenset()
    base_path: str = ""
    exported: str = ""


@dataclass(frozen=True)
class Person:
    login: str
    name: str
    was_listed: bool = True  # False where only a story names them


@dataclass(frozen=True)
class Term:
    """A category or tag: `slug` is WordPress' nicename, decoded; `parent` the slug of the one above it."""

    slug: str
    name: str
    id: str = ""
    parent: str = ""
    description: str = ""
    was_listed: bool = True  # False where only a story names it


@dataclass(frozen=True)
class Item:
    """A post, a page, an attachment, a menu entry, or whatever else a plugin keeps among the posts."""

    id: str
    type: str
    status: str
    title: str = ""
    link: str = ""
    name: str = ""
    creator: str = ""
    date: str = ""
    date_gmt: str = ""
    modified_gmt: str = ""
    pub_date: str = ""
    parent: str = ""
    password: str = ""
    body: str = ""
    excerpt: str = ""
    attachment_url: str = ""
    is_sticky: bool = False
    terms: tuple = ()  # of (domain, slug, name)
    meta: dict = field(default_factory=dict)
    comments: int = 0
    pingbacks: int = 0

    @property
    def digest(self):
        """The same for two items exactly when all that we carry over of them is the same."""
        words = (self.type, self.status, self.title, self.link, self.name, self.creator, self.date, self.date_gmt)
        rest = (self.pub_date, self.parent, self.password, self.body, self.excerpt, self.terms)
        meta = tuple(self.meta.get(key, "") for key in CARRIED_META)
        return sha256(repr((words, rest, meta)).encode("utf-8", "surrogatepass")).hexdigest()

    def slugs(self, *domains):
        """The (slug, name) pairs of the item's terms in these taxonomies, each once, in the file's order."""
        return list(dict.fromkeys((slug, name) for domain, slug, name in self.terms if domain in domains))
