"""What of other sites may stand in a story: one table of providers, and all that the project knows of each.

An embed is stored as provider and id, `data-embed="youtube:dQw4w9WgXcQ"`, and never as foreign markup. Patterns are
written in what Python and JavaScript have in common, because the editor recognises addresses by the same ones. A
provider that closes stays in the table, without a frame: an embed of one that is not there is cleaned away.
"""

import math
import re
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Provider:
    """One site. Its addresses are made with `{id}`, or with `{0}`, `{1}` for what stands between the id's slashes."""

    name: str
    id: str  # the pattern of a whole id
    addresses: tuple[str, ...]  # patterns of what people paste, without scheme and "www."; their groups make the id
    page: str  # where readers may go
    frame: str = ""  # what may be loaded into our page; empty where that has no one host
    shape: str = "wide"  # of the frame: wide (16 : 9), square, tall (a post), low (a sound)


PROVIDERS = {
    "youtube": Provider(
        "YouTube",
        r"[A-Za-z0-9_-]{11}",
        (
            r"(?:m\.)?youtube\.com/watch\?(?:[^#]*&)?v=([A-Za-z0-9_-]{11})(?:[&#].*)?",
            r"(?:m\.)?youtube\.com/(?:shorts|live|embed|v)/([A-Za-z0-9_-]{11})(?:[/?#].*)?",
            r"youtube-nocookie\.com/embed/([A-Za-z0-9_-]{11})(?:[/?#].*)?",
            r"youtu\.be/([A-Za-z0-9_-]{11})(?:[/?#].*)?",
        ),
        "https://www.youtube.com/watch?v={id}",
        "https://www.youtube-nocookie.com/embed/{id}",
    ),
    "vimeo": Provider(
        "Vimeo",
        r"[0-9]{1,12}",
        (
            r"vimeo\.com/(?:[a-z]+/[^/?#]+/)?([0-9]{1,12})(?:[/?#].*)?",
            r"player\.vimeo\.com/video/([0-9]{1,12})(?:[/?#].*)?",
        ),
        "https://vimeo.com/{id}",
        "https://player.vimeo.com/video/{id}?dnt=1",
    ),
    "soundcloud": Provider(
        "SoundCloud",
        r"[A-Za-z0-9_-]{1,60}/(?:sets/)?[A-Za-z0-9_-]{1,200}",
        (r"(?:m\.)?soundcloud\.com/([A-Za-z0-9_-]{1,60}/(?:sets/)?[A-Za-z0-9_-]{1,200})/?(?:[?#].*)?",),
        "https://soundcloud.com/{id}",
        "https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/{id}",
        "low",
    ),
    "spotify": Provider(
        "Spotify",
        r"(?:track|album|playlist|episode|show|artist)/[A-Za-z0-9]{22}",
        (
            r"open\.spotify\.com/(?:intl-[a-z]{2}/)?(?:embed/)?"
            r"((?:track|album|playlist|episode|show|artist)/[A-Za-z0-9]{22})/?(?:[?#].*)?",
        ),
        "https://open.spotify.com/{id}",
        "https://open.spotify.com/embed/{id}",
        "low",
    ),
    "datawrapper": Provider(
        "Datawrapper",
        r"[A-Za-z0-9]{5}",
        (r"datawrapper\.dwcdn\.net/([A-Za-z0-9]{5})(?:[/?#].*)?", r"datawrapper\.de/_/([A-Za-z0-9]{5})(?:[/?#].*)?"),
        "https://datawrapper.dwcdn.net/{id}/",
        "https://datawrapper.dwcdn.net/{id}/",
        "square",
    ),
    "openstreetmap": Provider(
        "OpenStreetMap",
        r"[0-9]{1,2}/-?[0-9]{1,2}(?:\.[0-9]{1,7})?/-?[0-9]{1,3}(?:\.[0-9]{1,7})?",
        (
            r"openstreetmap\.org/(?:[^#]*)#map=([0-9]{1,2})(?:\.[0-9]+)?/(-?[0-9]{1,2}(?:\.[0-9]{1,7})?)"
            r"/(-?[0-9]{1,3}(?:\.[0-9]{1,7})?)(?:&.*)?",
        ),
        "https://www.openstreetmap.org/#map={id}",
        "https://www.openstreetmap.org/export/embed.html?bbox={box}&marker={1}%2C{2}",
    ),
    "bluesky": Provider(
        "Bluesky",
        r"[A-Za-z0-9.:-]{3,253}/[A-Za-z0-9]{5,20}",
        (r"bsky\.app/profile/([A-Za-z0-9.:-]{3,253})/post/([A-Za-z0-9]{5,20})/?(?:[?#].*)?",),
        "https://bsky.app/profile/{0}/post/{1}",
        "https://embed.bsky.app/embed/{0}/app.bsky.feed.post/{1}",
        "tall",
    ),
    "x": Provider(
        "X",
        r"[A-Za-z0-9_]{1,15}/[0-9]{1,20}",
        (r"(?:mobile\.)?(?:x|twitter)\.com/([A-Za-z0-9_]{1,15})/status/([0-9]{1,20})(?:[/?#].*)?",),
        "https://x.com/{0}/status/{1}",
        "https://platform.twitter.com/embed/Tweet.html?dnt=true&id={1}",
        "tall",
    ),
    "instagram": Provider(
        "Instagram",
        r"(?:p|reel)/[A-Za-z0-9_-]{5,40}",
        (r"instagram\.com/(?:[A-Za-z0-9_.]{1,30}/)?((?:p|reel)/[A-Za-z0-9_-]{5,40})(?:[/?#].*)?",),
        "https://www.instagram.com/{id}/",
        "https://www.instagram.com/{id}/embed/",
        "tall",
    ),
    "tiktok": Provider(
        "TikTok",
        r"@[A-Za-z0-9_.]{1,30}/[0-9]{5,25}",
        (r"tiktok\.com/(@[A-Za-z0-9_.]{1,30})/video/([0-9]{5,25})(?:[/?#].*)?",),
        "https://www.tiktok.com/{0}/video/{1}",
        "https://www.tiktok.com/embed/v2/{1}",
        "tall",
    ),
    # Each of its thousands of servers is a host of its own, so it is linked and never loaded.
    "mastodon": Provider(
        "Mastodon",
        r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/@[A-Za-z0-9_]{1,30}/[0-9]{5,25}",
        (r"([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/@[A-Za-z0-9_]{1,30}/[0-9]{5,25})/?(?:[?#].*)?",),
        "https://{id}",
    ),
}

# Of a whole `data-embed`.
STORED = re.compile("|".join(f"{key}:{provider.id}" for key, provider in PROVIDERS.items()))


@dataclass(frozen=True)
class Embed:
    """Something at a provider, as `data-embed` names it."""

    provider: Provider
    id: str

    @classmethod
    def stored(cls, value):
        """What `data-embed="value"` stands for; None if it is no such value."""
        key, _, within = (value or "").partition(":")
        return cls(PROVIDERS[key], within) if STORED.fullmatch(value or "") else None

    @property
    def page(self):
        return self._at(self.provider.page)

    @property
    def frame(self):
        """The address of what may be loaded into our page, or empty."""
        return self._at(self.provider.frame)

    @property
    def frame_origin(self):
        """The scheme and host of the frame, as a Content-Security-Policy has it."""
        parts = urlsplit(self.frame)
        return f"{parts.scheme}://{parts.netloc}"

    def _at(self, address):
        parts = self.id.split("/")
        return address.format(*parts, id=self.id, box=_box(*parts) if "{box}" in address else "")


def stored_for(address):
    """The `data-embed` for an address that somebody pasted; None where it is of no provider."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"}:
        return None
    bare = host + parts._replace(scheme="", netloc="").geturl()
    for key, provider in PROVIDERS.items():
        for pattern in provider.addresses:
            if found := re.fullmatch(pattern, bare):
                value = f"{key}:{'/'.join(found.groups())}"
                return value if STORED.fullmatch(value) else None
    return None


def _box(zoom, latitude, longitude):
    """West, south, east, north of a map of 640 × 360 pixels around a place, in degrees, for OpenStreetMap's frame."""
    pixel = 360 / 256 / 2 ** int(zoom)
    across, up = 320 * pixel, 180 * pixel * math.cos(math.radians(float(latitude)))
    x, y = float(longitude), float(latitude)
    return "%2C".join(f"{side:.5f}" for side in (x - across, y - up, x + across, y + up))
