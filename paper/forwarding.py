import unicodedata
from urllib.parse import quote

from django.http import HttpResponsePermanentRedirect

from addresses.models import FormerAddress
from articles.models import Article, Series, Topic
from masthead.models import StandingPage

FEEDS = ("feed/", "feed/atom/", "feed/json/")


class ForwardToPresentAddress:
    """Middleware: where nothing stands, see whether something once did, or does in the usual spelling.

    A former address leads to where its thing stands now. Wrong capitals, a letter composed in another way and a missing
    slash lead to the usual spelling, whether or not anything stands there, so that nobody learns what will.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in {"GET", "HEAD"}:
            return response
        if destination := present_address(request.path_info):
            return HttpResponsePermanentRedirect(_with_query(destination, request))
        return response


def present_address(path):
    """Where what once stood at `path` stands now, else the usual spelling of `path`; None if there is neither."""
    if "\x00" in path:
        return None
    usual = usual_spelling(path)
    former = _former({path, path + "/", usual})
    feed = next((feed for feed in FEEDS if usual.endswith("/" + feed)), None)
    if former is None and feed:
        former = _former({usual.removesuffix(feed)})
        former = former and former + feed
    if former and former != path:
        return former
    return quote(usual) if usual != path else None


def usual_spelling(path):
    """Lower case, composed letters, one slash between parts and, unless it looks like a file, one at the end."""
    parts = [part for part in unicodedata.normalize("NFC", path).lower().split("/") if part]
    if not parts:
        return "/"
    looks_like_a_file = not path.endswith("/") and "." in parts[-1]
    return "/" + "/".join(parts) + ("" if looks_like_a_file else "/")


def _former(paths):
    for former in FormerAddress.objects.filter(path__in=paths).prefetch_related("target"):
        if former.target is not None and _is_public(former.target):
            return former.target.get_absolute_url()
    return None


def _is_public(thing):
    """Whether its present address may be told. An unpublished story's may: it says that the story is gone."""
    if isinstance(thing, Article):
        return thing.is_live() or thing.is_unpublished
    if isinstance(thing, StandingPage):
        return thing.is_published
    if isinstance(thing, Topic):
        return Article.objects.live().about(thing).exists()
    if isinstance(thing, Series):
        return Article.objects.live().in_series(thing).exists()
    return True


def _with_query(address, request):
    query = request.META.get("QUERY_STRING", "")
    return f"{address}?{query}" if query else address
