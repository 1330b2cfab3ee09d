"""Published, scheduled, taken back, rolled back and looked at, from the desk's own pages."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from articles.copy import Copy
from fronts.models import Banner, Cancellation, Front, FrontVersion, Publication
from sections.models import Section
from tests.reading.page import Page

FRONTS = "/desk/fronts/front/"


@pytest.fixture
def desk(sign_in, chief):
    client = sign_in(chief)

    def page(address, data=None, status=200):
        response = client.get(address) if data is None else client.post(address, data, follow=True)
        assert response.status_code == status
        return Page(response)

    return page


def headlines(page):
    return page.all("article h2") + page.all("article h3")


def form_time(moment):
    return f"{timezone.localtime(moment):%Y-%m-%dT%H:%M}"


def lead(read):
    return read("/").one(".front-lead h2")


def test_published_now(desk, read, stories, front, chief, arrange):
    version = arrange(front, by=chief, lead=stories[5])

    asked = desk(f"{FRONTS}0/publish/{version.pk}/")
    assert asked.one("h1") == "Publish this front?"
    assert asked.one(".act__headline") == "Story 6"
    assert lead(read) == "Story 1"

    done = desk(f"{FRONTS}0/publish/{version.pk}/", {"at": "", "note": "For the morning"})

    assert done.one(".success") == "Published. Readers see this front now."
    assert lead(read) == "Story 6"
    assert (Publication.objects.get().by, Publication.objects.get().note) == (chief, "For the morning")


def test_the_editors_publish_button_saves_first_and_asks(desk, stories, front):
    asked = desk(f"{FRONTS}0/", {"act": "publish", "lead-1-article": stories[5].pk})

    assert asked.one("h1") == "Publish this front?"
    assert FrontVersion.objects.get().slots.get().article == stories[5]
    assert not Publication.objects.exists()


def test_what_is_wrong_is_said_before_it_goes_live(desk, stories, front, chief, arrange, make_story):
    version = arrange(front, by=chief, lead=make_story("draft", headline="Not yet"))
    asked = desk(f"{FRONTS}0/publish/{version.pk}/")
    assert asked.all(".overtaken li") == [
        "Lead, “Not yet”: A draft. Readers see nothing of it. Until readers can see it, the rule fills this place."
    ]


def test_scheduled_and_taken_back(desk, read, stories, front, chief, arrange):
    version = arrange(front, by=chief, lead=stories[5])
    at = timezone.now().replace(second=0, microsecond=0) + timedelta(hours=3)

    done = desk(f"{FRONTS}0/publish/{version.pk}/", {"at": form_time(at), "note": ""})
    assert done.one(".success") == f"Scheduled. It goes live by itself on {timezone.localtime(at):%-d %B, %H:%M}."
    assert done.all(".state-badge") == [f"{timezone.localtime(at):%-d %B, %H:%M}"]
    with time_machine.travel(at, tick=False):
        assert lead(read) == "Story 6"

    publication = Publication.objects.get()
    back = desk(f"{FRONTS}0/publications/{publication.pk}/take-back/", {})
    assert back.one(".success") == "Taken back. It will not go live; the version stays in the history."
    assert f"Taken back by {chief}" in " ".join(back.all("td"))
    with time_machine.travel(at, tick=False):
        assert lead(read) == "Story 1"


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        (timedelta(hours=-1), "That moment has passed. Leave the time empty to publish now."),
        (timedelta(days=400), "That is more than a year ahead. Look at the year."),
    ],
)
def test_a_moment_that_makes_no_sense_is_refused_in_a_sentence(desk, stories, front, chief, arrange, at, sentence):
    version = arrange(front, by=chief, lead=stories[5])
    moment = form_time(timezone.now() + at)
    page = desk(f"{FRONTS}0/publish/{version.pk}/", {"at": moment, "note": "Kept"})
    assert page.all(".errorlist") == [sentence]
    assert page.attribute("#id_note", "value") == ["Kept"]
    assert not Publication.objects.exists()


def test_rolled_back_from_the_history(desk, read, stories, front, chief, curate):
    old = curate(front, by=chief, lead=stories[4])
    curate(front, by=chief, lead=stories[5])
    history = desk(f"{FRONTS}0/history/")
    assert f"{FRONTS}0/publish/{old.pk}/" in history.attribute("a", "href")

    asked = desk(f"{FRONTS}0/publish/{old.pk}/")
    assert asked.one("h1") == "Roll back to this front?"
    desk(f"{FRONTS}0/publish/{old.pk}/", {"at": "", "note": ""})

    assert lead(read) == "Story 5"
    assert Publication.objects.newest_first().first().note.startswith("Rolled back to the version that chris saved")


def test_each_publication_in_the_history_is_shown_as_from_its_first_moment(desk, stories, front, chief, curate):
    curate(front, by=chief, lead=stories[4])
    curate(front, by=chief, lead=stories[5])

    history = desk(f"{FRONTS}0/history/")

    looks = [address for address in history.attribute("a", "href") if "/look/?at=" in address]
    assert [desk(address).one(".front-lead h2") for address in looks] == ["Story 6", "Story 5"]


def test_arranged_anew_from_an_older_version(desk, stories, front, chief, arrange):
    old = arrange(front, by=chief, lead=stories[4])
    newest = arrange(front, by=chief, lead=stories[5])

    page = desk(f"{FRONTS}0/?from={old.pk}")

    assert page.attribute("#lead-1", "aria-label") == ["Lead: Story 5"]
    assert page.one(".arranging-mark") == "Not saved"
    assert page.tree.xpath("//input[@name='began_from']/@value") == [str(newest.pk)]


def test_the_history_names_every_version_and_publication(desk, stories, front, chief, arrange, make_user):
    other = make_user("otto", "Chief editor")
    one = arrange(front, by=other, lead=stories[4], note="For six o'clock")
    two = arrange(front, by=chief, lead=stories[5])
    front.publish(one, by=chief, note="Early")
    front.publish(two, by=other, at=timezone.now() + timedelta(hours=1))

    page = desk(f"{FRONTS}0/history/")

    rows = [[" ".join(cell.text_content().split()) for cell in row.findall("td")] for row in page.elements("tbody tr")]
    assert [row[0].split(" ")[-1] for row in rows] == [
        "Scheduled",
        "Live",
        *(row[0].split(" ")[-1] for row in rows[2:]),
    ]
    assert [(row[2].split(",")[0], row[3]) for row in rows[:2]] == [("otto", ""), ("chris", "Early")]
    assert [(row[1], row[2]) for row in rows[2:]] == [("chris", "Newest"), ("otto", "Live For six o'clock")]


# Looking


def test_the_front_at_eight_on_the_third_of_may(desk, make_story, front, chief, program, curate):
    berlin = ZoneInfo("Europe/Berlin")
    seven = datetime(2026, 5, 3, 7, 0, tzinfo=berlin)
    with timezone.override(berlin), time_machine.travel(seven, tick=False) as clock:
        ferry = make_story(headline="The ferry sails", at=timezone.now() - timedelta(minutes=20))
        curate(front, by=chief, lead=ferry)
        Banner.put_up("The bridge is closed", by=chief, until=timezone.now() + timedelta(hours=2))
        clock.shift(timedelta(hours=2))
        newer = Copy({"headline": "The ferry sank", "body": "<p>It sank.</p>"}, (), frozenset())
        ferry.save_revision(newer, by=program, began_from=ferry.working_copy)
        ferry.publish(ferry.working_copy, by=program)
        curate(front, by=chief, lead=make_story(headline="Another", at=timezone.now()))
        clock.shift(timedelta(days=30))
        page = desk(f"{FRONTS}0/look/?at=2026-05-03T08:00")

    assert page.one(".front-lead h2") == "The ferry sails"
    assert page.one(".front-lead time") == "06:40"
    assert page.one(".nameplate-line span") == "Sunday 3 May 2026"
    assert "The bridge is closed" in page.one(".breaking")
    line = page.one(".preview-line p")
    assert line.startswith("What readers saw, at 08:00 on 3 May 2026 (Europe/Berlin). The version that chris saved on")
    assert page.meta("robots") == "noindex, nofollow"
    assert page.response["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in page.response["Cache-Control"]


def test_a_past_from_before_there_was_a_record_is_shown_with_the_stories_that_came_from_elsewhere(desk, make_story):
    make_story(headline="From the old system", at=timezone.now() - timedelta(days=9))
    make_story(headline="Newer", at=timezone.now() - timedelta(days=1))
    page = desk(f"{FRONTS}0/look/?at={form_time(timezone.now() - timedelta(days=5))}")
    assert page.all("article h2") == ["From the old system"]


def test_a_moment_ahead_has_the_words_that_are_planned_for_it_and_not_what_will_be_gone(desk, make_story, chief):
    now = timezone.now()
    story, going = make_story(headline="As it stands", at=now), make_story(headline="Going")
    planned = Copy.of(story.working_copy).with_value("headline", "As it will stand")
    newer = story.save_revision(planned, by=chief, began_from=story.working_copy)
    story.publish(newer, by=chief, at=now + timedelta(hours=2), change="update")
    going.unpublish(by=chief, at=now + timedelta(hours=2))

    before, after = (desk(f"{FRONTS}0/look/?at={form_time(now + timedelta(hours=hours))}") for hours in (1, 3))

    assert {"As it stands", "Going"} & set(headlines(before)) == {"As it stands", "Going"}
    assert headlines(after) == ["As it will stand"]


def test_a_moment_to_come_is_shown_with_what_is_scheduled_until_then(desk, stories, front, chief, curate, make_story):
    now = timezone.now().replace(second=0, microsecond=0)
    soon = make_story("scheduled", headline="Soon", at=now + timedelta(hours=2))
    curate(front, by=chief, lead=soon)

    assert desk(f"{FRONTS}0/look/").one(".front-lead h2") == "Story 1"
    ahead = desk(f"{FRONTS}0/look/?at={form_time(now + timedelta(hours=3))}")
    assert ahead.one(".front-lead h2") == "Soon"
    assert ahead.one(".preview-line p").startswith("What readers will see, as things stand, at")


def test_what_is_not_saved_is_shown_too_and_nothing_is_kept(desk, stories, front):
    page = desk(f"{FRONTS}0/look/", {"lead-1-article": stories[6].pk, "lead-1-headline": "Our words", "at": ""})

    assert page.one(".front-lead h2") == "Our words"
    assert page.one(".preview-line p").startswith("Not saved yet, and seen by nobody but the desk")
    assert not FrontVersion.objects.exists()


def test_one_version_is_shown_as_it_would_be_now(desk, stories, front, chief, arrange):
    version = arrange(front, by=chief, lead=stories[6])
    page = desk(f"{FRONTS}0/look/?version={version.pk}")
    assert page.one(".front-lead h2") == "Story 7"
    assert page.one(".preview-line p").startswith(
        "A preview, seen by nobody but the desk. The version that chris saved"
    )


def test_a_sections_front_is_shown_on_the_sections_page(desk, stories, world, chief, arrange):
    version = arrange(Front.of(world), by=chief, lead=stories[6])
    page = desk(f"{FRONTS}{world.pk}/look/?version={version.pk}")
    assert page.one(".list-head h1") == "World"
    assert page.one(".front-lead h2") == "Story 7"


@pytest.mark.parametrize(
    "address", ["0/look/?version=999", "0/look/?version=x", "999/", "0/publish/999/", "0/publications/999/take-back/"]
)
def test_what_is_not_there_is_not_found(desk, db, address):
    if "take-back" in address:
        desk(FRONTS + address, {}, status=404)
    else:
        desk(FRONTS + address, status=404)


def test_a_version_of_another_front_is_not_found(desk, stories, front, world, chief, arrange):
    version = arrange(Front.of(world), by=chief, lead=stories[6])
    arrange(front, by=chief, lead=stories[5])
    desk(f"{FRONTS}0/look/?version={version.pk}", status=404)
    desk(f"{FRONTS}0/publish/{version.pk}/", {"at": ""}, status=404)


# The list


def test_the_list_says_what_is_live_ahead_and_scheduled(desk, stories, front, world, sport, chief, arrange, make_user):
    live = arrange(front, by=chief, lead=stories[4])
    front.publish(live, by=chief)
    arrange(front, by=make_user("otto", "Chief editor"), lead=stories[5])
    of_world = Front.of(world)
    of_world.publish(arrange(of_world, by=chief, lead=stories[6]), by=chief, at=timezone.now() + timedelta(hours=1))

    page = desk(FRONTS)

    rows = {
        " ".join(row.find("th").text_content().split()): [
            " ".join(cell.text_content().split()) for cell in row.findall("td")
        ]
        for row in page.elements("tbody tr")
    }
    assert list(rows) == ["The front of the paper", "Sport", "World"]
    assert rows["The front of the paper"][0].startswith("Live since")
    assert rows["The front of the paper"][1].startswith("Not live")
    assert rows["The front of the paper"][1].endswith("by otto")
    assert rows["Sport"][:3] == ["By rule", "", ""]
    assert rows["World"][0:2] == ["By rule", ""]
    assert rows["World"][2].endswith("by chris")


@pytest.mark.parametrize("count", [1, 5])
def test_the_list_costs_the_same_with_one_front_and_with_many(
    sign_in, chief, make_story, arrange, count, django_assert_num_queries
):
    story = make_story()
    for number in range(count):
        front = Front.of(Section.objects.create(name=f"S{number}", slug=f"s{number}"))
        front.publish(arrange(front, by=chief, lead=story), by=chief)
        arrange(front, by=chief)
    client = sign_in(chief)
    with django_assert_num_queries(9):
        assert client.get(FRONTS).status_code == 200


# Who may


ADDRESSES = [
    "",
    "0/",
    "{world}/",
    "0/look/",
    "0/look/?at=2026-05-03T08:00",
    "0/history/",
    "0/publish/{version}/",
    "0/publications/{publication}/take-back/",
]


@pytest.mark.parametrize("role", ["contributor", "editor", "people_admin", None])
@pytest.mark.parametrize("method", ["get", "post"])
def test_others_may_see_and_change_nothing(client, request, stories, front, world, chief, arrange, role, method):
    version = arrange(front, by=chief, lead=stories[4])
    publication = front.publish(version, by=chief, at=timezone.now() + timedelta(hours=1))
    names = {"world": world.pk, "version": version.pk, "publication": publication.pk}
    if role:
        client.force_login(request.getfixturevalue(role))
    sent = {"lead-1-article": stories[5].pk, "act": "save", "at": "", "note": "Mine", "began_from": version.pk}

    for address in (FRONTS + address.format(**names) for address in ADDRESSES):
        for act in ("save", "publish", "save-mine", "take-theirs") if method == "post" else ("",):
            response = client.get(address) if method == "get" else client.post(address, sent | {"act": act})
            if role:
                assert response.status_code == 403, address
            else:
                assert response.status_code == 302, address
                assert response["Location"].startswith("/desk/login/"), address
            assert b"Story 5" not in response.content

    assert (FrontVersion.objects.count(), Publication.objects.count(), Cancellation.objects.count()) == (1, 1, 0)


def test_others_find_no_way_there(client, editor, chief):
    client.force_login(editor)
    assert "/desk/fronts/" not in client.get("/desk/").content.decode()
    client.force_login(chief)
    page = Page(client.get("/desk/"))
    assert {"/desk/fronts/front/", "/desk/fronts/banner/"} <= set(page.attribute(".desk-nav a", "href"))


def test_nothing_is_taken_back_by_following_a_link(sign_in, stories, front, chief, arrange):
    version = arrange(front, by=chief, lead=stories[4])
    publication = front.publish(version, by=chief, at=timezone.now() + timedelta(hours=1))
    response = sign_in(chief).get(f"{FRONTS}0/publications/{publication.pk}/take-back/")
    assert response.status_code == 405
    assert not Cancellation.objects.exists()
