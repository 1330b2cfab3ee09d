from django.conf import settings
from django.views.decorators.csp import csp_override


def allowing_frames(view, origins):
    """`view` with a Content-Security-Policy that lets its page hold frames from `origins`, and from nowhere else.

    Without any, the strict policy stands as it is.
    """
    return csp_override(settings.SECURE_CSP | {"frame-src": origins})(view) if origins else view
