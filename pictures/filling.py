"""What a file tells (`pictures.metadata`), as a picture's record can hold it."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone

from pictures.models import Picture, SourceType

TOPICS = "topics"
LONGEST_TOPIC = 100


def fillings(told):
    """Field of Picture → (value, origin), of what `told` says and a picture can hold.

    A text that is too long is cut and ends in “…”. An address, a code or a moment that cannot be one is left out, and
    so is a moment that is yet to come: the camera's clock is wrong.
    """
    found = {}
    for name, (value, origin) in told.items():
        fitted = _topics(value) if name == TOPICS else _FITTED.get(name, _text)(Picture._meta.get_field(name), value)
        if fitted:
            found[name] = fitted, origin
    return found


def _text(field, value):
    longest = field.max_length
    return value if not longest or len(value) <= longest else f"{value[: longest - 1].rstrip()}…"


def _address(field, value):
    try:
        return field.clean(value, None)
    except ValidationError:
        return ""


def _source_type(field, value):
    return SourceType.coded(value)


def _moment(field, value):
    """Without a zone, cameras and agencies mean the time of the place; we take it for the paper's."""
    try:
        moment = datetime.fromisoformat(value)
        moment = moment if timezone.is_aware(moment) else timezone.make_aware(moment, timezone.get_default_timezone())
        return moment if moment <= timezone.now() + timedelta(days=1) else None
    except (ValueError, OverflowError):
        return None


def _topics(names):
    """Each once, whatever its capitals."""
    return list({name.casefold(): name for name in reversed(names) if len(name) <= LONGEST_TOPIC}.values())[::-1]


_FITTED = {"licence_url": _address, "source_type": _source_type, "taken_at": _moment}
