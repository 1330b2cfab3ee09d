from datetime import timedelta

from django.conf import settings

from articles.models import Act
from paper.announcing.tasks import announce

Verb = Act.Verb
TOLD = {Verb.PUBLISH, Verb.UPDATE, Verb.UNPUBLISH, Verb.NOTE, Verb.FILE}
OLD = timedelta(days=2)


def follow(act):
    """Enqueue the announcement of an act that readers can see. What was planned is an act once its moment has come.

    What an import brings is old to the world, so it is not announced.
    """
    if not (settings.WEBSUB_HUB or settings.INDEXNOW_KEY):
        return
    story = act.article
    if act.verb in TOLD and story.has_been_live(act.at) and not _is_imported(act):
        announce.enqueue(story.pk)


def _is_imported(act):
    return act.by.is_machine and act.article.published_at < act.at - OLD
