"""Pages in fewer bytes: as brotli where the browser takes it and the page holds no secret, as gzip elsewhere."""

import re

import brotli
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

TAKES_BROTLI = re.compile(r"\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))")
COMPRESSIBLE = re.compile(
    r"text/|image/svg|application/(\S+\+)?(json|xml|javascript)\b"
)  # pictures are compressed already
SHORTEST = 200  # bytes; less is not worth the header
QUALITY = 5  # the last at which a page is compressed faster than it is rendered


class CompressedPages(GZipMiddleware):
    """What a browser with cookies gets may hold its CSRF token, which the length of a compressed page can give away
    (the BREACH attack). Django's gzip hides the length; so those pages are left to it.
    """

    def process_response(self, request, response):
        if not COMPRESSIBLE.match(response.headers.get("Content-Type", "")):
            return response
        if not self._may_be_brotli(request, response):
            return super().process_response(request, response)
        patch_vary_headers(response, ("Accept-Encoding",))
        compressed = brotli.compress(response.content, quality=QUALITY)
        response.content = compressed
        response.headers["Content-Length"] = str(len(compressed))
        response.headers["Content-Encoding"] = "br"
        if response.headers.get("ETag", "").startswith('"'):
            response.headers["ETag"] = f"W/{response.headers['ETag']}"
        return response

    @staticmethod
    def _may_be_brotli(request, response):
        if request.COOKIES or response.cookies or response.streaming or response.has_header("Content-Encoding"):
            return False
        return len(response.content) >= SHORTEST and TAKES_BROTLI.search(request.headers.get("accept-encoding", ""))
