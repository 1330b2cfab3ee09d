"""Links within the old site lead within this one."""

import re
from urllib.parse import urlsplit, urlunsplit

_UPWARDS = re.compile(r"(?:\.\./)+")


def relative(root, site, remark):
    """Take the scheme and host off links to the old site's own pages. Links to its files stay as they were."""
    for anchor in root.iter("a"):
        if upwards := _UPWARDS.match(anchor.get("href", "")):
            # The classic editor wrote links relative to its own address, one step below the site's.
            anchor.set("href", "/" + anchor.get("href")[upwards.end() :])
            remark("link written as “../…” now starts at the site's root")
        parts = _parts(anchor.get("href", ""))
        if parts is None or parts.netloc.lower() not in site.hosts or not parts.netloc:
            continue
        if "/wp-content/" in parts.path:
            remark("link to a file of the old site left as it was")
        elif parts.query and not parts.path.strip("/"):
            remark("link to a page of the old site by its number (“/?p=12”) left as it was")
        else:
            anchor.set("href", urlunsplit(("", "", parts.path or "/", parts.query, parts.fragment)))


def _parts(address):
    try:
        return urlsplit(address.strip())
    except ValueError:  # “http://[half”: not our business to mend
        return None
