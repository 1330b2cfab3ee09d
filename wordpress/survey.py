"""The first of two readings of a file: that it is whole, and all that must be there before its first story."""

from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.utils.text import slugify

from wordpress.plain import plain
from wordpress.records import Person, Site, Term
from wordpress.unreadable import Unreadable
from wordpress.wxr import channel_children, decoded, item_of, name_of, text_of, texts_of

CATEGORY, TAG, AUTHOR = ("category",), ("post_tag", "tag"), ("author",)


@dataclass
class Survey:
    """What is in an export. Holds every person, term and page, but no story, so it stays small."""

    site: Site
    people: dict = field(default_factory=dict)  # login → Person
    categories: dict = field(default_factory=dict)  # slug → Term
    tags: dict = field(default_factory=dict)
    others: Counter = field(default_factory=Counter)  # taxonomy → how many terms
    pages: dict = field(default_factory=dict)  # id → (slug, parent id)
    emails: int = 0
    items: int = 0

    def categories_of(self, item):
        return [slug for slug, _ in _known_as(self.categories, item.slugs(*CATEGORY))]

    def tags_of(self, item):
        return [slug for slug, _ in _known_as(self.tags, item.slugs(*TAG))]


def survey(path):
    """Read the whole file once. Raises `Unreadable`, so that a file is imported wholly or not at all."""
    found = Survey(site=None)
    header, is_wordpress = {}, False
    for element in channel_children(path):
        name = name_of(element)
        is_wordpress = is_wordpress or name.startswith("wp:")
        if name == "wp:author":
            _note_person(found, texts_of(element))
        elif name in {"wp:category", "wp:tag", "wp:term"}:
            _note_term(found, name, texts_of(element))
        elif name == "item":
            is_wordpress = is_wordpress or any(name_of(child).startswith("wp:") for child in element)
            _note_item(found, item_of(element))
        else:
            header.setdefault(name, text_of(element).strip())
    if not is_wordpress:
        raise Unreadable(
            f"{path} is a feed, but has none of the elements that WordPress' export adds. Give the file that Tools → "
            "Export downloads, not the site's feed."
        )
    found.site = _site(path, header)
    return found


def _site(path, header):
    base = header.get("wp:base_blog_url") or header.get("link") or header.get("wp:base_site_url") or ""
    hosts = {urlsplit(url).netloc.lower() for url in (base, header.get("link", "")) if url}
    hosts |= {host.removeprefix("www.") for host in hosts} | {f"www.{host}" for host in hosts if host}
    parts = urlsplit(base)
    source = f"{parts.netloc}{parts.path}".lower().strip("/").removeprefix("www.")
    return Site(
        source=(source or f"{path.name} {header.get('title', '')}".strip())[:300],
        title=plain(header.get("title", "")),
        language=header.get("language", ""),
        hosts=frozenset(hosts - {""}),
        base_path=decoded(parts.path).strip("/"),
        exported=header.get("pubDate", ""),
    )


def _note_person(found, texts):
    login = texts.get("wp:author_login", "").strip()
    parts = (texts.get("wp:author_first_name", ""), texts.get("wp:author_last_name", ""))
    name = plain(texts.get("wp:author_display_name", "")) or plain(" ".join(parts)) or login
    found.emails += bool(texts.get("wp:author_email", "").strip())
    if login or name:
        found.people[login or name] = Person(login or name, name)


def _note_term(found, kind, texts):
    texts = {name: text.strip() for name, text in texts.items()}
    taxonomy = texts.get("wp:term_taxonomy", "")
    if kind == "wp:term" and taxonomy not in {*CATEGORY, *TAG}:
        found.others[taxonomy or "without a name"] += 1
        return
    is_tag = kind == "wp:tag" or taxonomy in TAG
    prefix = "wp:term_" if kind == "wp:term" else "wp:tag_" if is_tag else "wp:category_"
    name = plain(texts.get("wp:cat_name") or texts.get(f"{prefix}name", ""))
    slug = decoded(texts.get(f"{prefix}slug") or texts.get(f"{prefix}nicename", "")) or slug_of(name)
    if not slug:
        return
    terms = found.tags if is_tag else found.categories
    terms[slug] = Term(
        slug=slug,
        name=name or slug,
        id=texts.get("wp:term_id", ""),
        parent=decoded(texts.get(f"{prefix}parent", "")),
        description=plain(texts.get(f"{prefix}description", "")),
    )


def _note_item(found, item):
    found.items += 1
    if item.type == "page":
        found.pages[item.id] = (item.name, item.parent)
    if item.type not in {"post", "page"}:
        return
    for domains, terms in ((CATEGORY, found.categories), (TAG, found.tags)):
        for slug, name in _known_as(terms, item.slugs(*domains)):
            terms.setdefault(slug, Term(slug, name or slug, was_listed=False))
    for login, name in coauthors(item):
        person = Person(login or name, name, was_listed=False)
        found.people.setdefault(person_called(found.people, login, name), person)
    if item.creator and not coauthors(item):
        found.people.setdefault(item.creator, Person(item.creator, item.creator, was_listed=False))


def coauthors(item):
    """The (login, name) pairs of Co-Authors Plus. It marks people without an account with “cap-” before the login."""
    return [(slug.removeprefix("cap-"), plain(name) or slug) for slug, name in item.slugs(*AUTHOR) if slug or name]


def person_called(people, login, name):
    """The key in `people` of the co-author, who is named by the slug of a login, and where that fails by name."""
    if login in people:
        return login
    same = (key for key, person in people.items() if slug_of(person.login) == login or person.name == name)
    return next(same, login or name)


def _known_as(terms, pairs):
    """An item's terms as (slug, name), each once, by the slugs under which `terms` has them.

    WXR 1.0 lists each twice, once without a slug. A term with a slug that the export does not list is the listed one
    of the same name, if there is one.
    """
    with_slug = {name for slug, name in pairs if slug}
    by_name = {term.name: term.slug for term in terms.values() if term.was_listed}
    known = {}
    for slug, name in pairs:
        if not slug and name in with_slug:
            continue
        found = slug if slug in terms else by_name.get(plain(name)) or slug or slug_of(name)
        if found:
            known.setdefault(found, plain(name))
    return list(known.items())


def slug_of(name):
    return slugify(name, allow_unicode=True)
