"""What readers see on a front now, saw at a moment in the past, and will see at one in the future."""

from dataclasses import dataclass

from django.utils import timezone

from fronts.areas import plan_of
from fronts.arrangement import Arrangement
from fronts.candidates import candidates
from fronts.composition import FrontPage, compose
from fronts.models import FrontVersion, Publication
from fronts.then import as_they_stood


@dataclass(frozen=True)
class Showing:
    """A front as it is seen at the moment `at`: the version that an editor arranged, if any, and the page."""

    at: object
    version: FrontVersion | None
    page: FrontPage


def show(section, *, sections=(), at=None, version=None):
    """The front of `section`, or the paper's for None, with the version that is live at the moment `at` or now.

    With `version`, that one instead. A moment in the past is shown with the stories and headlines of that moment.
    `sections` are the navigation's, which have a block each on the paper's front.
    """
    now = timezone.now()
    at = at or now
    version = version or _live_version(section, at)
    slots = list(version.slots.select_related("picture")) if version else []
    arrangement = Arrangement.from_slots(slots, version.topic) if version else Arrangement()
    then = at < now
    found = candidates(section, arrangement, at=at, sections=sections, then=then)
    if then:
        as_they_stood(found.stories, at)
    page = compose(
        plan_of(section),
        arrangement,
        found.stories,
        at=at,
        for_rule=found.for_rule,
        pictures={slot.picture_id: slot.picture for slot in slots},
        sections=sections,
    )
    return Showing(at, version, page)


def _live_version(section, at):
    publications = Publication.objects.of(section).passed(at).newest_first()
    publication = publications.select_related("version__topic", "version__by").first()
    return publication and publication.version
