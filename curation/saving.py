"""Saving what lies on the sheet: as the newest version, on top of a colleague's, or aside in favour of theirs."""

from curation.sheet import number
from fronts.arrangement import Arrangement
from fronts.models import FrontVersion

SAVES = {"save", "publish", "save-mine", "take-theirs"}


def save(front, sheet, name, *, by, data):
    """Returns the version that is the newest afterwards. Raises `ValidationError`, "overtaken" among them."""
    note = " ".join(data.get("note", "").replace("\0", "").split())[:300]
    if name in {"save-mine", "take-theirs"}:
        theirs = _version(front, number(data.get("theirs")))
        mine = front.save_version(sheet.arrangement, by=by, began_from=theirs, note=note)
        if name == "save-mine" or theirs is None:
            return mine
        # Both stay: mine in the history, theirs as the newest.
        return front.save_version(
            Arrangement.of(theirs), by=by, began_from=mine, note=f"{theirs.by}'s again, saved beside {by}'s."
        )
    return front.save_version(sheet.arrangement, by=by, began_from=_version(front, sheet.began_from), note=note)


def _version(front, key):
    if not front.pk or key is None:
        return None
    return FrontVersion.objects.select_related("by", "topic").filter(front=front, pk=key).first()
