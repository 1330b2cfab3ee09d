"""The fields of a story in words that a person reads, for whoever compares versions or chooses between them."""

from django.utils.text import capfirst

from articles.models import ArticleByline, Revision
from authors.models import Author

BESIDES = {"credits": "Bylines", "topics": "Topics"}
# What can be compared and restored, in the order of the screen.
FIELDS = ["kicker", "headline", "standfirst", "body", "credits", "topics"]
FIELDS += [name for name in Revision().words if name not in FIELDS]


def label_of(field):
    return BESIDES.get(field) or capfirst(Revision._meta.get_field(field).verbose_name)


def value_of(copy, field):
    """What the `Copy` holds in a field, bylines and topics among them."""
    return getattr(copy, field) if field in BESIDES else copy.words[field]


def in_words(field, value):
    """A value as text on one line; empty for nothing. For the body see `prose.marking`."""
    if not value:
        return ""
    if field == "credits":
        names = Author.objects.in_bulk([author for author, _ in value])
        roles = dict(ArticleByline._meta.get_field("role").choices)
        return ", ".join(f"{names[author]} ({roles[role].lower()})" for author, role in value)
    if field == "topics":
        return ", ".join(sorted(value))
    choices = Revision._meta.get_field(field).choices
    return str(dict(choices)[value] if choices else value)
