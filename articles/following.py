from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string


def tell_followers(act):
    """Let what stands above this package hear of an act. It cannot be imported from here, so `ACT_FOLLOWERS` in the
    settings names it (docs/decisions/0018).

    A follower is called with the act inside the act's own transaction. It may enqueue tasks, which are kept or dropped
    with the act, and must do nothing that can fail or take time.
    """
    for follower in _followers(tuple(settings.ACT_FOLLOWERS)):
        follower(act)


@cache
def _followers(paths):
    return [import_string(path) for path in paths]
