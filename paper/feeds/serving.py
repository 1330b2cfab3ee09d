from hashlib import sha256

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from paper.absolute import absolute
from paper.feeds.hub import hubs


def serving(source_of, feed_class, ending):
    """A view that serves `source_of(**what the address names)` in one format.

    What a robot has already is answered with 304 after a look at cheap facts; the stories are not read.
    """

    @require_safe
    def view(request, **named):
        source = source_of(**named)
        address = absolute(reverse(source.name + ending, args=source.key))
        facts = source.facts()
        etag, changed = _etag(source, address, facts), max((int(fact[-1].timestamp()) for fact in facts), default=None)
        response = get_conditional_response(request, etag, changed)
        if response is None:
            feed = feed_class.of(source, address)
            response = HttpResponse(feed.written(), content_type=feed.content_type)
        response["ETag"] = etag
        if changed:
            response["Last-Modified"] = http_date(changed)
        links = [f'<{address}>; rel="self"', *(f'<{hub}>; rel="hub"' for hub in hubs())]
        response["Link"] = ", ".join(links)
        return response

    return view


def _etag(source, address, facts):
    """Weak: the same stories in the same words, though an author may be called otherwise by now."""
    told = (address, settings.LANGUAGE_CODE, hubs(), source.title, source.description, facts)
    return f'W/"{sha256(repr(told).encode()).hexdigest()[:32]}"'
