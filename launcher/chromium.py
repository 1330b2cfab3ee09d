"""The browser that tests and measurements drive, which no package of ours brings."""

import os
import shutil

from launcher.failure import Failure

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium(what):
    """Where it is: what CHROMIUM names, or else what PATH has. Raises Failure; `what` says who needs it."""
    said = os.environ.get("CHROMIUM")
    found = next(filter(None, map(shutil.which, [said] if said else NAMES)), None)
    if not found:
        raise Failure(
            f"{what} needs Chromium, and {f'CHROMIUM={said} is no program' if said else 'this machine has none'}: "
            "install it (on Debian: apt-get install chromium), or name one with CHROMIUM=/path/to/chromium."
        )
    return found
