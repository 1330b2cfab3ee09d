"""Where things stood in WordPress, and the slugs and paths that they keep here."""

import unicodedata
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_unicode_slug
from django.utils.text import slugify

from addresses.models import FormerAddress
from articles.address import LONGEST_SLUG
from paper.forwarding import usual_spelling
from sections.reserved import refuse_reserved

LONGEST_PATH = FormerAddress._meta.get_field("path").max_length


def kept_slug(name, longest=LONGEST_SLUG):
    """WordPress' slug as it is, where the desk would accept it; else the nearest that it would. May be empty."""
    slug = unicodedata.normalize("NFC", name).lower()
    try:
        validate_unicode_slug(slug)
    except ValidationError:
        slug = slugify(slug, allow_unicode=True)
    return slug if len(slug) <= longest else slug[:longest].rsplit("-", 1)[0]


def unreserved(slug, suffix):
    """`slug`, with `suffix` where the site itself answers at that address."""
    try:
        refuse_reserved(slug)
    except ValidationError:
        return f"{slug}-{suffix}"
    return slug


def free(slug, is_taken):
    """`slug`, or `slug-2` and so on, whichever is the first that is not taken."""
    candidate, number = slug, 1
    while is_taken(candidate):
        number += 1
        candidate = f"{slug}-{number}"
    return candidate


def path_of(link):
    """The path of an old address in its usual spelling; "" where it has none of its own: “/?p=12”, the front page."""
    parts = urlsplit(link)
    path = unquote(parts.path).replace("\x00", "")
    if parts.query or not path.strip("/"):
        return ""
    return usual_spelling(path)


def remember(path, target):
    """Let what stood at `path` be found at `target`'s address. Returns whether it needs to be and can be."""
    if not path or len(path) > LONGEST_PATH or path == unquote(target.get_absolute_url()):
        return False
    FormerAddress.remember(path, target)
    return True
