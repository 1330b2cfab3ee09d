"""What the environment says, read strictly: a value that cannot be understood stops the start with its
name.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import global_settings
from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

ROOT = Path(__file__).resolve().parent.parent
LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
LANGUAGES = dict(global_settings.LANGUAGES)
HOST = re.compile(r"\*|\.?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*|\[[0-9A-Fa-f:]+\]")

env = Env()
env.read_env(ROOT / ".env", recurse=False)


def read(kind, name, default):
    """The value of `name` as `kind` ("bool", "int", "list", "str"); `ImproperlyConfigured` if it is not
    one.
    """
    try:
        return getattr(env, kind)(name, default)
    except EnvError as error:
        raise ImproperlyConfigured(f"{name} in the environment cannot be read: {str(error).rstrip('.')}.") from error


def folder(name, default):
    """The folder that `name` names, which need not exist yet; a relative one is meant from the checkout."""
    return ROOT / Path(read("str", name, "") or default).expanduser()


def required_in_production(name, debug, *, stand_in):
    """The text of `name`; without it what `stand_in()` says where DEBUG is on, a refusal to start where it
    is off.
    """
    value = read("str", name, "")
    if value:
        return value
    if debug:
        return stand_in()
    raise ImproperlyConfigured(
        f"{name} is not set, and in production (DEBUG off) the newsroom does not start without it. "
        f"Set {name} in the environment or in .env; .env.example shows how."
    )


def hosts(debug):
    """Allowed hosts, from ALLOWED_HOSTS; this machine alone where DEBUG is on and nothing is set."""
    names = required_in_production("ALLOWED_HOSTS", debug, stand_in=lambda: "localhost,127.0.0.1,[::1]").split(",")
    names = [name.strip() for name in names if name.strip()]
    for name in names:
        if not HOST.fullmatch(name):
            raise ImproperlyConfigured(
                f"ALLOWED_HOSTS has “{name}”, which is no host name. Write names without http:// and without a port."
            )
    return names


def site_url(default):
    """Scheme and host under which readers see the site, without a slash at its end."""
    address = read("str", "SITE_URL", default).rstrip("/")
    parts = urlsplit(address)
    try:
        understood = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:  # from .port
        understood = False
    if not understood or parts.path or parts.query:
        raise ImproperlyConfigured(f"SITE_URL is “{address}”; write it as https://www.example.org, without a path.")
    return address


def time_zone(default):
    """The name of a time zone that this machine knows."""
    name = read("str", "TIME_ZONE", default)
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ImproperlyConfigured(
            f"TIME_ZONE is “{name}”, which is no time zone; write it as Europe/Berlin."
        ) from error
    return name


def web_address(name, default=""):
    """An address that this program calls, or the default."""
    address = read("str", name, default)
    if address and not re.fullmatch(r"https?://[^\s/]+(/\S*)?", address):
        raise ImproperlyConfigured(f"{name} is “{address}”; write it as https://hub.example.org/, or leave it out.")
    return address


def indexnow_key(name):
    """Eight to 128 letters, digits and hyphens, as IndexNow asks; it becomes the name of a file."""
    key = read("str", name, "")
    if key and not re.fullmatch(r"[A-Za-z0-9-]{8,128}", key):
        raise ImproperlyConfigured(f"{name} is “{key}”; write 8 to 128 letters, digits and hyphens, or leave it out.")
    return key


def language(default):
    """The tag of a language that Django knows, or of a variant of one (“de-at”), in small letters."""
    tag = read("str", "LANGUAGE_CODE", default).strip().lower()
    if not LANGUAGE.fullmatch(tag) or not {tag, tag.partition("-")[0]} & LANGUAGES.keys():
        raise ImproperlyConfigured(
            f"LANGUAGE_CODE is “{tag}”, which is no language that Django knows; write it as en-gb, de, fr, es or ar."
        )
    return tag


def languages(paper):
    """Django's languages, and the paper's own where it is a variant that they do not name."""
    return list((LANGUAGES | {paper: LANGUAGES.get(paper, paper)}).items())
