"""Who made a story, in the words in which readers are told."""

from dataclasses import dataclass

from django.utils.translation import gettext, pgettext, pgettext_lazy

from articles.models.byline import Role
from paper.shown_pictures import portrait_of

PHRASES = {
    Role.WRITER: pgettext_lazy("before names", "By"),
    Role.CONTRIBUTOR: pgettext_lazy("before names", "With reporting by"),
    Role.PHOTOGRAPHER: pgettext_lazy("before names", "Photographs by"),
    Role.REVIEWER: pgettext_lazy("before names", "Reviewed by"),
}


@dataclass(frozen=True)
class Credit:
    """One line of credits: “Photographs by” and the authors, in their order."""

    phrase: str
    authors: list
    role: str

    @property
    def is_of_writers(self):
        return self.role == Role.WRITER


@dataclass(frozen=True)
class Person:
    """An author who had a part in a story, and which; writers need no word for it."""

    author: object
    part: str


def credits_of(story):
    """The story's lines of credits, writers first."""
    lines = []
    for role, phrase in PHRASES.items():
        authors = [byline.author for byline in story.bylines.all() if byline.role == role]
        if authors:
            lines.append(Credit(phrase, authors, role))
    return lines


def people_behind(story):
    """Everyone with a byline, once each, in the order of the bylines."""
    roles = {}
    for byline in story.bylines.all():
        roles.setdefault(byline.author, []).append(byline)
    return [Person(author, _part(bylines)) for author, bylines in roles.items()]


def authors_among(people):
    """The authors of these `Person`s."""
    return [person.author for person in people]


def faces(places):
    """The authors whose portraits stand beside the opinion pieces in these places of a front."""
    lines = (credits_of(place.story)[:1] for place in places if place.story)
    return [line[0].authors[0] for line in lines if line]


def portrait_credits(authors):
    """Whose pictures the portraits of these authors are, each name once; nothing where nobody has a portrait."""
    portraits = filter(None, map(portrait_of, authors))
    names = dict.fromkeys(portrait.credit or gettext("unknown") for portrait in portraits)
    return pgettext("between names", ", ").join(names)


def _part(bylines):
    if any(byline.role == Role.WRITER for byline in bylines):
        return ""
    return bylines[0].get_role_display()
