"""What readers see on a front now, saw at a moment in the past, and will see at one in the future."""

from dataclasses import dataclass

from django.utils import timezone

from fronts.areas import plan_of
from fronts.arrangement import Arrangement
from fronts.candidates import candidates
from fronts.composition import FrontPage, compose
from fronts.models import FrontVersion, Publication
from fronts.then import as_it_will_be, as_they_are_planned, as_they_stood
from pictures.models import Picture


@dataclass(frozen=True)
class Showing:
    """A front as it is seen at the moment `at`: the version that an editor arranged, if any, and the page."""

    at: object
    version: FrontVersion | None
    page: FrontPage


def show(section, *, sections=(), at=None, version=None, arrangement=None):
    """The front of `section`, or the paper's for None, with the version that is live at the moment `at` or now.

    With `version`, that one instead, or an `arrangement` that nobody saved. A moment in the past is shown with the
    stories and headlines of that moment, one in the future with those that are planned for it.
    `sections` are the navigation's, which have a block each on the paper's front.
    """
    now = timezone.now()
    at = at or now
    if arrangement is None:
        version = version or _live_version(section, at)
        arrangement, pictures = arranged(version)
    else:
        pictures = Picture.objects.in_bulk(arrangement.pictures)
    then = at < now
    found = candidates(section, arrangement, at=at, sections=sections, then=then)
    if then:
        as_they_stood(found.stories, at)
    elif at > now:
        as_they_are_planned(found.stories, at)
    page = compose(
        plan_of(section),
        arrangement,
        found.stories,
        at=at,
        for_rule=found.for_rule,
        pictures=pictures,
        sections=sections,
    )
    return Showing(at, version, page)


def show_to_editor(section, arrangement, *, pictures, reader, sections=(), at=None):
    """The page as it would be now, for arranging it: every place of the plan, with what readers cannot see.

    `pictures` maps the keys of pictures to them, as `arranged` gives them. Words that readers have not seen are shown
    as far as the user `reader` may read them. Returns the page, and the keys of the stories in the arrangement that
    there really are.
    """
    at = at or timezone.now()
    found = candidates(section, arrangement, at=at, sections=sections, hidden=True)
    for story in found.placed.values():
        if not story.is_live(at):
            as_it_will_be(story, at, reader=reader)
    page = compose(
        plan_of(section),
        arrangement,
        found.stories,
        at=at,
        for_rule=found.for_rule,
        pictures=pictures,
        sections=sections,
        hidden=found.placed,
    )
    return page, found.placed.keys()


def arranged(version):
    """The arrangement that was saved as `version`, and its pictures by key; one query, and nothing for None."""
    slots = list(version.slots.select_related("picture")) if version else []
    arrangement = Arrangement.from_slots(slots, version.topic) if version else Arrangement()
    return arrangement, {slot.picture_id: slot.picture for slot in slots if slot.picture_id}


def _live_version(section, at):
    publications = Publication.objects.of(section).passed(at).newest_first()
    publication = publications.select_related("version__topic", "version__by").first()
    return publication and publication.version
