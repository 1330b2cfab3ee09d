"""When a story was published. WordPress says it three times over, and any of the three may be zero."""

import re
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from email.utils import parsedate_to_datetime

from django.utils import timezone

FORMAT = "%Y-%m-%d %H:%M:%S"
_FEED_DATE = re.compile(r"\b[0-9]{1,2} [A-Za-z]{3} [0-9]{4} [0-9]{2}:[0-9]{2}")
# What PHP makes of a date of zeros when it writes it for the feed.
ZEROS_IN_FEED = {datetime(1970, 1, 1, tzinfo=UTC), datetime(1999, 11, 30, tzinfo=UTC)}


def publication(item):
    """The moment in UTC: the GMT date, else the local one read in the paper's zone, else the feed's; or None."""
    if gmt := read_date(item.date_gmt):
        return gmt.replace(tzinfo=UTC)
    if local := read_date(item.date):
        return local.replace(tzinfo=timezone.get_default_timezone()).astimezone(UTC)
    return read_feed_date(item.pub_date)


def address_month(item):
    """The first day of the month in WordPress' address, which follows the site's own clock; or None."""
    local = read_date(item.date)
    return local and local.date().replace(day=1)


def modified(item):
    gmt = read_date(item.modified_gmt)
    return gmt and gmt.replace(tzinfo=UTC)


def read_date(text):
    """A naive datetime, or None for zeros, for nothing, and for what is no date."""
    try:
        date = datetime.strptime(text.strip(), FORMAT)  # noqa: DTZ007, the zone is the caller's to know
    except ValueError:
        return None
    return date if MINYEAR < date.year < MAXYEAR else None


def read_feed_date(text):
    if not _FEED_DATE.search(text):
        return None  # the parser would make something of “30 Nov -0001”, which is how PHP writes zeros
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return None
    date = date.replace(tzinfo=UTC) if date.tzinfo is None else date.astimezone(UTC)
    return None if date in ZEROS_IN_FEED else date
