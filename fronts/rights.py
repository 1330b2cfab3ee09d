"""Who may arrange fronts and raise the banner. Each rule stands here once; verbs and pages call it."""

from django.core.exceptions import PermissionDenied


def may_curate(user):
    """Save, publish, schedule and roll back fronts, and look at what they were and will be."""
    return user.is_machine or user.has_perm("fronts.curate_front")


def may_raise_banner(user):
    return user.is_machine or user.has_perm("fronts.raise_banner")


def demand(allowed, user, act):
    """Raise `PermissionDenied` with a sentence unless `allowed`."""
    if not allowed:
        raise PermissionDenied(f"{user} may not {act}. Ask a chief editor.")
