"""A story's address: /2022/07/slug/, where the month is that of its first publication in the paper's time zone."""

from django.utils import timezone
from django.utils.text import slugify

from articles.hold import hold

LONGEST_SLUG = 200
LONGEST_KEPT = 232  # the column has 240; the rest is for “-2”


def month_of(moment):
    """The first day of the month of `moment`, in the paper's own time zone and not in the reader's or editor's."""
    return timezone.localtime(moment, timezone.get_default_timezone()).date().replace(day=1)


def slug_for(headline):
    """A slug in the headline's own script, cut between words; “story” where nothing of it can stand in an address."""
    slug = slugify(headline, allow_unicode=True)
    if len(slug) > LONGEST_SLUG:
        slug = slug[:LONGEST_SLUG].rsplit("-", 1)[0]
    return slug.strip("-_") or "story"


def hold_slugs(month):
    """Until the transaction ends, nobody else takes a slug of that month."""
    hold(f"slugs of {month}")


def free_slug(wanted, month, article):
    """`wanted`, or `wanted-2` and so on where another story of that month has it. Call it inside a transaction."""
    hold_slugs(month)
    wanted = wanted[:LONGEST_KEPT]
    others = type(article).objects.filter(address_month=month, slug__startswith=wanted).other_than(article)
    taken = set(others.values_list("slug", flat=True))
    if wanted not in taken:
        return wanted
    return next(slug for n in range(2, len(taken) + 3) if (slug := f"{wanted}-{n}") not in taken)
