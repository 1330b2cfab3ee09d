from datetime import timedelta
from http import HTTPStatus
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

SECONDS = 10
WORTH_ANOTHER_TRY = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS}


class GaveUpError(Exception):
    """The answer says that it will never work: no such hub (404, 410), a wrong key (403), another address (301)."""


class TryLaterError(Exception):
    """Nobody answered, or too busy. `pause` is how long the other side asks to wait, if it says so."""

    def __init__(self, message, pause=None):
        super().__init__(message)
        self.pause = pause


class _NoRedirects(HTTPRedirectHandler):
    """A redirect would turn the POST into a GET, which tells nobody anything; the operator should know instead."""

    def redirect_request(self, *args, **kwargs):
        return None


_opener = build_opener(_NoRedirects)


def post(address, body, content_type):
    """Send bytes to an address that the operator has set (the settings hold it to http and https). Raises the above."""
    request = Request(address, body, {"Content-Type": content_type, "User-Agent": "newsroom"}, method="POST")  # noqa: S310
    try:
        with _opener.open(request, timeout=SECONDS):
            return
    except HTTPError as error:
        with error:
            message = f"it answered {error.code} {error.reason}."
            if error.code in WORTH_ANOTHER_TRY or error.code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                raise TryLaterError(message, _pause(error.headers.get("Retry-After", ""))) from None
            raise GaveUpError(message) from None
    except (OSError, HTTPException) as error:  # no such host, no answer in time, an answer that is no HTTP
        raise TryLaterError(f"it could not be reached ({error}).") from error


def _pause(retry_after):
    """Seconds, as nearly everybody writes it; a date is not worth reading here."""
    is_number = retry_after.isascii() and retry_after.isdecimal() and len(retry_after) < 8
    return timedelta(seconds=int(retry_after)) if is_number else None
