import json
import logging
from datetime import timedelta
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.tasks import task
from django.utils import timezone

from articles.models import Article
from paper.absolute import absolute
from paper.announcing.feeds_with import feeds_with
from paper.announcing.post import GaveUpError, TryLaterError, post

log = logging.getLogger(__name__)

# What is waited for after each attempt that failed. By the end the next look at the sitemap or feed tells the same.
PAUSES = [timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6)]
LONGEST_PAUSE = timedelta(days=1)
FORM, JSON = "application/x-www-form-urlencoded", "application/json; charset=utf-8"


@task
def announce(story_id):
    """Tell of a story that is live or gone. One that is neither by now has been put off or taken back: tell nothing."""
    story = Article.objects.with_page().get(pk=story_id)
    if not (story.is_live() or story.is_unpublished):
        return
    if settings.WEBSUB_HUB:
        tell_hub.enqueue(feeds_with(story))
    if settings.INDEXNOW_KEY:
        tell_search_engines.enqueue([absolute(story.get_absolute_url())])


@task
def tell_hub(feeds, attempt=0):
    """Ask the hub to fetch these feeds. https://www.w3.org/TR/websub/#publisher-sends-request-to-hub"""
    body = urlencode([("hub.mode", "publish"), *(("hub.url", feed) for feed in feeds)])
    _send(settings.WEBSUB_HUB, body, FORM, again=tell_hub, told=feeds, attempt=attempt)


@task
def tell_search_engines(addresses, attempt=0):
    """https://www.indexnow.org/documentation"""
    key = settings.INDEXNOW_KEY
    told = {
        "host": urlsplit(settings.SITE_URL).netloc,
        "key": key,
        "keyLocation": absolute(f"/{key}.txt"),
        "urlList": addresses,
    }
    body = json.dumps(told)
    _send(settings.INDEXNOW_ENDPOINT, body, JSON, again=tell_search_engines, told=addresses, attempt=attempt)


def _send(address, body, content_type, *, again, told, attempt):
    """Send it. What may work later is enqueued anew, after longer and longer pauses; what never will is logged."""
    if not address:
        return
    try:
        post(address, body.encode(), content_type)
    except GaveUpError as error:
        log.warning("%s will not be told of %s: %s", address, told[0], error)
    except TryLaterError as error:
        if attempt >= len(PAUSES):
            log.warning("%s was not told of %s, in %d attempts: %s", address, told[0], attempt + 1, error)
            return
        pause = min(max(PAUSES[attempt], error.pause or PAUSES[0]), LONGEST_PAUSE)
        again.using(run_after=timezone.now() + pause).enqueue(told, attempt + 1)
