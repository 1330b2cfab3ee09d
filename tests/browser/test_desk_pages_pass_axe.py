"""axe-core on every kind of page at the desk, as the role that uses it."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from fronts.arrangement import Arrangement, Placed
from fronts.models import Banner, Front
from masthead.models import Masthead
from pictures.arrival import arrive
from record.models import Entry
from tests.pictures.conftest import drawn
from versions.content import content_of
from versions.models import Version

PAGES = {
    "chief": [
        "/desk/",
        "/desk/articles/article/",
        "/desk/articles/article/add/",
        "/desk/articles/article/{story}/change/",
        "/desk/articles/article/{story}/history/",
        "/desk/articles/article/{story}/history/compare/?old={live_revision}&new={revision}",
        "/desk/articles/article/{story}/act/publish/",
        "/desk/articles/article/{story}/act/unpublish/",
        "/desk/articles/article/{story}/act/note/",
        "/desk/preview/{story}/{revision}/",
        "/desk/articles/topic/",
        "/desk/pictures/picture/",
        "/desk/pictures/picture/?missing=credit&q=p",
        "/desk/pictures/picture/?q=nothing",
        "/desk/pictures/picture/add/",
        "/desk/pictures/picture/{picture}/change/",
        "/desk/pictures/picture/{picture}/delete/",
        "/desk/pictures/picture/bulk/?picture={picture}",
        "/desk/pictures/picture/describe/?picture={picture}",
        "/desk/addresses/formeraddress/",
        "/desk/fronts/front/",
        "/desk/fronts/front/0/",
        "/desk/fronts/front/{section}/",
        "/desk/fronts/front/0/look/?at=2026-05-03T08:00",
        "/desk/fronts/front/0/history/",
        "/desk/fronts/front/0/publish/{front_version}/",
        "/desk/fronts/banner/",
    ],
    "people_admin": [
        "/desk/",
        "/desk/authors/author/",
        "/desk/authors/author/{author}/change/",
        "/desk/authors/author/{author}/history/",
        "/desk/authors/author/{author}/history/{version}/",
        "/desk/record/entry/",
        "/desk/record/entry/{entry}/change/",
        "/desk/accounts/user/",
        "/desk/accounts/user/add/",
        "/desk/sections/section/",
        "/desk/sections/section/add/",
        "/desk/masthead/masthead/{masthead}/change/",
        "/desk/masthead/standingpage/",
        "/desk/masthead/standingpage/add/",
    ],
}
# What others make and we do not write: CKEditor's own toolbar and its hidden helpers, select2's list box.
# Every rule of WCAG 2.2 A and AA. (The readers' pages also pass axe's own "best practices"; Django's admin does not.)
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
NOT_OURS = [[".cke"], [".select2-container"]]


@pytest.fixture
def story(make_story, ann, bo):
    return make_story("updating", credits=[(ann.pk, "writer"), (bo.pk, "photographer")], topics=["Ferries"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("role", PAGES)
def test_no_violations(at_the_desk, request, role, scheme, story, ann, people_admin, chief):
    page = at_the_desk(request.getfixturevalue(role), scheme=scheme, inspected=True)
    before = Version.keep(ann, content_of(ann, ["links"]) | {"bio": "<p>Before.</p>"}, by=people_admin)
    masthead = Masthead.objects.create(name="The Courier")
    names = {"story": story.pk, "revision": story.working_copy_id, "live_revision": story.live_revision_id}
    front = Front.of(None)
    fallen = Placed("secondary", 1, story.pk, pinned_until=timezone.now() - timedelta(days=1))
    arranged = Arrangement((Placed("lead", 1, story.pk, headline="x" * 100), fallen))
    names |= {"section": story.section_id, "front_version": front.save_version(arranged, by=chief, began_from=None).pk}
    front.publish(front.newest, by=chief)
    front.publish(front.newest, by=chief, at=timezone.now() + timedelta(hours=1))
    Banner.put_up("The bridge is closed", by=chief)
    names |= {"picture": arrive(drawn(), by=people_admin, title="Pier", valid_until=timezone.now()).pk}
    names |= {"author": ann.pk, "version": before.pk, "masthead": masthead.pk}
    names["entry"] = Entry.objects.filter(kind="author").first().pk
    found = {}
    for address in (address.format(**names) for address in PAGES[role]):
        answer = page.goto(address)
        assert answer.status == 200, address
        result = Axe().run(page, context={"exclude": NOT_OURS}, options=WCAG)
        for violation in result.response["violations"]:
            found.setdefault(violation["id"], []).append((address, violation["nodes"][0]["html"][:160]))
    assert found == {}


def test_the_way_in_passes_too(open_browser):
    page = open_browser(inspected=True)
    page.goto("/desk/login/")
    assert Axe().run(page, options=WCAG).response["violations"] == []
