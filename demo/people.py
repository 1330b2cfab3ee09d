import tomllib

from django.contrib.auth import get_user_model

from authors.models import Author, AuthorLink
from demo.pictures import EDITION
from masthead.models import ConnectLink, Masthead, StandingPage
from sections.models import Section

# The demo's sign-ins that are somebody: username → author
ACCOUNTS = {"contributor": "dov-harrow", "editor": "ines-calder"}


def load_authors(pictures):
    """Returns slug → Author."""
    authors = {}
    for slug, entry in _read("authors").items():
        links = entry.pop("links")
        authors[slug], made = Author.objects.get_or_create(
            slug=slug, defaults={**entry, "portrait": pictures.get(slug)}
        )
        if made:
            AuthorLink.objects.bulk_create(
                AuthorLink(author=authors[slug], label=label, url=url, position=position)
                for position, (label, url) in enumerate(links)
            )
    for username, slug in ACCOUNTS.items():
        account = get_user_model().objects.filter(username=username, author__isnull=True).first()
        if account and authors[slug].user is None:
            authors[slug].user = account
            authors[slug].save()
    return authors


def load_sections():
    """Returns slug → Section."""
    sections = {}
    for position, (slug, entry) in enumerate(_read("sections").items()):
        parent = sections.get(entry.pop("parent", None))
        sections[slug], _ = Section.objects.get_or_create(
            slug=slug, defaults={**entry, "parent": parent, "position": position}
        )
    return sections


def load_masthead():
    edition = _read("masthead")
    connect, pages = edition.pop("connect"), edition.pop("pages")
    masthead, made = Masthead.objects.get_or_create(defaults=edition)
    if made:
        ConnectLink.objects.bulk_create(
            ConnectLink(masthead=masthead, position=position, **link) for position, link in enumerate(connect)
        )
    for position, page in enumerate(pages):
        StandingPage.objects.get_or_create(
            path=page["path"], defaults={**page, "is_published": True, "position": position}
        )


def _read(name):
    return tomllib.loads((EDITION / f"{name}.toml").read_text(encoding="utf-8"))
