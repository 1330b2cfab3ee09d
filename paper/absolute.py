from django.conf import settings


def absolute(path):
    """`path` with the scheme and host under which readers see the site, whatever host this request came by."""
    return f"{settings.SITE_URL}{path}"
