from django.core.exceptions import ValidationError

# First parts of addresses that the site itself answers. Four digits are a year's archive.
RESERVED = frozenset(
    "admin api archive authors cards corrections desk feed feeds health media news-sitemap pictures search series "
    "sitemap static tag topics".split()
)


def refuse_reserved(slug):
    """Validator for whatever stands directly beneath the site's root."""
    if slug.lower() in RESERVED or (slug.isdigit() and len(slug) == 4):
        raise ValidationError(f"The site itself uses the address “/{slug}/”. Choose another slug.")
