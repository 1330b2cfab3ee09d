"""What a page asks of a reader's line before anything is pressed, its pictures left out."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from launcher.audit import limits
from launcher.chromium import FLAGS, chromium

PHONE = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75, "is_mobile": True, "has_touch": True}
PICTURES = "/pictures/"


@dataclass(frozen=True)
class FirstView:
    """Bytes are those over the wire: compressed, headers included."""

    bytes: int
    script_bytes: int
    addresses: tuple[str, ...]
    foreign: frozenset[str]


def first_view(page, address):
    """Opens the address in a page of Playwright's whose window has never seen the site."""
    asked = []
    page.on("request", lambda request: asked.append(request))
    page.goto(address, wait_until="networkidle")
    home = urlsplit(page.url).netloc
    counted = [request for request in asked if _counts(request)]
    return FirstView(
        bytes=sum(map(_size, counted)),
        script_bytes=sum(_size(request) for request in counted if request.resource_type == "script"),
        addresses=tuple(request.url for request in counted),
        foreign=frozenset(urlsplit(request.url).netloc for request in counted) - {home},
    )


def _counts(request):
    parts = urlsplit(request.url)
    return parts.scheme in {"http", "https"} and not parts.path.startswith(PICTURES)


def _size(request):
    if request.response() is None:
        return 0
    sizes = request.sizes()
    return sizes["responseHeadersSize"] + sizes["responseBodySize"]


def report(site, _programs, _var):
    """Prints what an article weighs; returns how many limits are broken."""
    path = site.measured()["article"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium("`make audit`"), args=FLAGS)
        page = browser.new_context(base_url=site.home, **PHONE).new_page()
        seen = first_view(page, path)
        browser.close()
    rows = {
        "bytes": (seen.bytes, limits.BYTES),
        "requests": (len(seen.addresses), limits.REQUESTS),
        "bytes of script": (seen.script_bytes, limits.SCRIPT_BYTES),
        "foreign hosts": (len(seen.foreign), limits.FOREIGN_HOSTS),
    }
    print(f"\n  First view of {path}, without its pictures\n")
    for title, (value, limit) in rows.items():
        print(f"  {title:<16}{value:>8}   at most {limit}{'' if value <= limit else '   ✗'}")
    return sum(value > limit for value, limit in rows.values())
