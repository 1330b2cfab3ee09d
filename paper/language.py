"""Which language a story is in, where that is not the paper's own."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from articles.models.words import paper_language

# By primary subtag; tags that name a script (“az-Arab”) are read from it.
RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he ks nqo ps sd syr ug ur yi".split())
RIGHT_TO_LEFT_SCRIPTS = frozenset({"arab", "hebr", "nkoo", "syrc", "thaa"})


def direction(tag):
    """“rtl” or “ltr”, for a BCP 47 tag."""
    primary, *rest = tag.lower().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), None)
    if script:
        return "rtl" if script in RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if primary in RIGHT_TO_LEFT else "ltr"


def differs(tag):
    return bool(tag) and tag.lower() != paper_language().lower()


def marks_of_the_page(story):
    """` lang="…" dir="…"` for what the page itself says amid a story in another language, else nothing."""
    if not differs(story.language):
        return SafeString("")
    return format_html(' lang="{}" dir="{}"', get_language(), direction(get_language()))


def is_slanted(tag):
    """Whether words that stand out are set in an italic: static/css/languages.css says which scripts have none."""
    return direction(tag) == "ltr" and tag.lower().partition("-")[0] not in {"ja", "ko", "zh"}
