"""A chief editor arranges the front on the page itself: each act is a form that works without JavaScript."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.utils import timezone

from fronts.arrangement import Placed
from fronts.models import Front, FrontVersion, Publication, Slot
from pictures.models import Picture
from tests.fronts.desk import filled, places
from tests.reading.page import Page

PAPER = "/desk/fronts/front/0/"


@pytest.fixture
def desk(sign_in, chief):
    """`desk(act, **entries)`: press a button on the page that was last answered, with entries in its fields."""
    client = sign_in(chief)

    def press(act=None, address=PAPER, **entries):
        if act is None:
            response = client.get(address)
        else:
            sent = filled(press.page) | {name.replace("__", "-"): value for name, value in entries.items()}
            response = client.post(address, sent | {"act": act}, follow=True)
        assert response.status_code == 200
        press.page = Page(response)
        return press.page

    return press


def by_hand(page):
    return {name: what for name, what in places(page).items() if what.startswith("Story") and "by rule" not in what}


def test_the_page_is_dressed_as_readers_see_it(desk, stories, client):
    readers = Page(client.get("/")).attribute("link", "href")
    theirs = [sheet for sheet in readers if sheet.endswith(".css")]

    assert theirs == ["/static/paper.css"]
    assert [sheet for sheet in desk().attribute("link", "href") if sheet.endswith(".css")][:1] == theirs


def test_the_page_itself_is_shown_and_what_the_rule_chose_says_so(desk, stories):
    page = desk()

    assert places(page) == {
        "Lead": "Story 1, by rule",
        **{f"Secondary {n}": f"Story {n + 1}, by rule" for n in range(1, 5)},
        **{f"Topic strip {n}": "empty" for n in range(1, 5)},
        **{f"Opinion {n}": "empty" for n in range(1, 5)},
        "Picture": "empty",
        **{f"River {n}": f"Story {n + 5}, by rule" for n in range(1, 8)},
    }
    assert page.one(".arranging-mark") == "As readers see it"


@pytest.mark.parametrize(
    ("act", "stands", "said"),
    [
        ("put {0} lead:1", {"Lead": "Story 1"}, "Story 1, now Lead."),
        ("put {4} secondary:2", {"Secondary 2": "Story 5"}, "Story 5, now Secondary 2 of 4."),
        ("put {4} river:7 secondary:4", {"River 7": "Story 5"}, "Story 5, now River 7 of 7."),
        ("put {0} secondary:1 lead:1", {"Secondary 1": "Story 1"}, "Story 1, now Secondary 1 of 4."),
    ],
)
def test_what_the_rule_chose_is_kept_or_moved_with_one_press(desk, stories, act, stands, said):
    desk()
    page = desk(act.format(*[story.pk for story in stories]))

    assert by_hand(page) == stands
    assert page.one("#said") == said
    assert page.one(".arranging-mark") == "Not saved"
    assert not FrontVersion.objects.exists()


def test_a_story_changes_places_with_its_neighbour_and_takes_its_headline_along(desk, stories, front, chief, arrange):
    own = Placed("secondary", 2, stories[8].pk, headline="Story 9, our words")
    arrange(front, by=chief, secondary=[stories[4], own], lead=stories[6])
    desk()

    page = desk(f"put {stories[8].pk} secondary:1 secondary:2")
    assert by_hand(page) == {"Lead": "Story 7", "Secondary 1": "Story 9, our words", "Secondary 2": "Story 5"}

    page = desk(f"put {stories[8].pk} lead:1 secondary:1")
    assert by_hand(page) == {"Lead": "Story 9, our words", "Secondary 1": "Story 7", "Secondary 2": "Story 5"}


def test_a_full_area_lets_its_last_story_go_and_says_so(desk, stories, front, chief, arrange):
    arrange(front, by=chief, secondary=stories[:4])
    desk()

    page = desk(f"put {stories[9].pk} secondary:1")

    assert by_hand(page) == {"Secondary 1": "Story 10", "Secondary 2": "Story 1", "Secondary 3": "Story 2"} | {
        "Secondary 4": "Story 3"
    }
    assert page.one("#said") == "Story 10, now Secondary 1 of 4. What stood last in “Secondary” left the page."


def test_a_story_on_the_page_is_moved_and_never_put_there_twice(desk, stories, front, chief, arrange):
    arrange(front, by=chief, lead=stories[5])
    desk()

    page = desk(f"put-there {stories[5].pk}", target="river:3")

    assert by_hand(page) == {"River 3": "Story 6"}


def test_to_a_place_that_is_chosen_beside_it(desk, stories):
    desk()
    page = desk(f"move {stories[1].pk} secondary:1", **{"secondary-1-to": "opinion:2"})
    assert by_hand(page) == {"Opinion 2": "Story 2"}


def test_taken_off_and_everything_left_to_the_rule(desk, stories, front, chief, arrange):
    arrange(front, by=chief, lead=stories[5], river=[stories[7]])
    desk()

    page = desk("off lead:1")
    assert by_hand(page) == {"River 1": "Story 8"}
    assert page.one("#said") == "Lead is free again. The rule fills it."

    assert by_hand(desk("empty")) == {}


def test_a_headline_of_its_own_and_a_pin_are_typed_and_nothing_typed_is_lost_by_another_button(desk, stories, chief):
    desk()
    desk(f"put {stories[3].pk} lead:1")
    page = desk(
        f"put {stories[4].pk} river:1", **{"lead-1-headline": "Our words", "lead-1-pinned_until": "2031-05-03T08:00"}
    )
    assert places(page)["Lead"] == "Our words"

    desk("save", note="For six o'clock")

    version = FrontVersion.objects.get()
    assert (version.by, version.note) == (chief, "For six o'clock")
    slots = version.slots.values_list("area", "position", "article", "headline", "pinned_until__year")
    assert set(slots) == {("lead", 1, stories[3].pk, "Our words", 2031), ("river", 1, stories[4].pk, "", None)}


def test_an_entry_that_cannot_be_read_stays_and_nothing_else_happens(desk, stories):
    desk()
    desk(f"put {stories[3].pk} lead:1")

    page = desk(
        "save", **{"lead-1-pinned_until": "tomorrow", "lead-1-headline": "Our words", "about": "Nothing like it"}
    )

    assert page.all(".arranging-said") == [
        "Pinned until: Enter a valid date/time.",
        "There is no topic “Nothing like it”. Choose one from the list, or leave the field empty.",
    ]
    assert filled(page)["lead-1-pinned_until"] == "tomorrow"
    assert filled(page)["lead-1-headline"] == "Our words"
    assert filled(page)["about"] == "Nothing like it"
    assert not FrontVersion.objects.exists()


def test_a_picture_of_its_own_is_found_and_used_without_javascript(desk, stories, program):
    size = {"width": 1600, "height": 1067, "uploaded_by": program, "alt": "x"}
    quay = Picture.objects.create(digest="7" * 64, title="Quay", **size)
    Picture.objects.create(digest="8" * 64, title="Bridge", **size)
    desk()
    desk(f"put {stories[3].pk} lead:1")

    page = desk("pictures lead:1")
    assert page.all(".finder-list li span") == ["Bridge", "Quay"]
    page = desk("find-picture", words="quay")
    assert page.all(".finder-list li span") == ["Quay"]
    page = desk(f"picture lead:1 {quay.pk}")
    assert page.one("#said") == "Lead has a picture of its own now."
    desk("save")

    assert Slot.objects.get().picture == quay


def test_the_topic_strip_is_named_and_fills_itself(desk, make_story):
    make_story(headline="On ferries", topics=["Ferries"])
    desk()

    page = desk("save", about="ferries")

    assert FrontVersion.objects.get().topic.name == "Ferries"
    assert places(page)["Lead"] == "On ferries, by rule"
    assert page.one(".front-topic h2") == "Ferries"


def test_stories_are_found_by_their_words_whatever_their_state(desk, stories, make_story):
    make_story("draft", headline="The zeppelin lands")
    make_story("scheduled", headline="The zeppelin leaves", at=timezone.now() + timedelta(hours=2))
    make_story("live", headline="No airship")
    desk()

    page = desk("find secondary:3", words="zeppelin")

    assert set(page.all(".finder-headline")) == {"The zeppelin lands", "The zeppelin leaves"}
    assert filled(page)["target"] == "secondary:3"
    assert {text.split(" · ")[1].split(" for ")[0] for text in page.all(".finder-list small")} == {"draft", "scheduled"}


def test_without_words_the_newest_that_have_no_place_are_offered(desk, make_story):
    now = timezone.now()
    for n in range(1, 16):
        make_story(headline=f"Story {n}", at=now - timedelta(hours=n))
    assert desk().all(".finder-headline") == ["Story 13", "Story 14", "Story 15"]


def test_a_section_has_an_editor_of_its_own(desk, stories, world, sport, make_story):
    make_story(headline="A match", section=sport)
    address = f"/desk/fronts/front/{world.pk}/"
    page = desk(address=address)
    assert places(page)["Lead"] == "Story 1, by rule"
    assert "A match" not in str(places(page))

    desk(f"put {stories[7].pk} lead:1", address=address)
    desk("save", address=address)

    assert FrontVersion.objects.get().front == Front.of(world)
    assert desk(address=address).one(".arranging-mark") == "Saved, not live"


@pytest.mark.parametrize(
    "act",
    ["put", "put x lead:1", "put 1 lead:2", "put 1 attic:1", "off", "burn lead:1", "put-there 1 2", "move 1 attic:1"],
)
def test_an_act_that_no_button_sends_changes_nothing(desk, stories, act):
    desk()
    page = desk(act)
    assert page.one("#said") == "The desk did not understand that button. Load the page again."
    assert by_hand(page) == {}


def test_stories_and_pictures_that_are_not_there_are_left_out(desk, stories):
    desk()
    entries = {"lead-1-article": "999999", "secondary-1-article": str(stories[3].pk), "secondary-1-picture": "999999"}
    page = desk("", **entries)
    assert by_hand(page) == {"Secondary 1": "Story 4"}
    desk("save", **entries)
    assert list(Slot.objects.values_list("area", "article", "picture")) == [("secondary", stories[3].pk, None)]


def test_who_may_curate_and_not_read_learns_nothing_of_what_readers_have_not_seen(
    client, make_user, make_story, front, chief, arrange
):
    make_story("draft", headline="Zqsecret")
    arrange(front, by=chief, lead=make_story("scheduled", headline="Zqhidden", at=timezone.now() + timedelta(hours=1)))
    curator = make_user("cleo")
    curator.user_permissions.add(Permission.objects.get(codename="curate_front"))
    client.force_login(curator)

    for response in (client.get(PAPER), client.post(PAPER, {"act": "find", "words": "zqsecret"})):
        assert response.status_code == 200
        assert "Zqhidden" not in response.content.decode()
        assert "Zqsecret" not in response.content.decode()
    assert places(Page(client.get(PAPER)))["Lead"] == "A story that you may not read"


# Two at once


def test_a_save_over_a_colleagues_stops_and_keeps_both(desk, stories, front, chief, make_user, arrange):
    other = make_user("otto", "Chief editor")
    desk()
    desk(f"put {stories[3].pk} lead:1")
    theirs = arrange(front, by=other, lead=stories[9])

    page = desk("save", note="Mine")
    at = f"{timezone.localtime(theirs.at):%H:%M}"
    assert page.all(".arranging-said strong") == [f"otto saved this front at {at}, while you were arranging it."]
    assert by_hand(page) == {"Lead": "Story 4"}
    assert FrontVersion.objects.get() == theirs
    assert Publication.objects.count() == 0


@pytest.mark.parametrize(
    ("act", "leads"), [("save-mine", ["Story 10", "Story 4"]), ("take-theirs", ["Story 10", "Story 4", "Story 10"])]
)
def test_whichever_is_taken_the_other_stays_in_the_history(desk, stories, front, make_user, arrange, act, leads):
    desk()
    desk(f"put {stories[3].pk} lead:1")
    arrange(front, by=make_user("otto", "Chief editor"), lead=stories[9])
    desk("save")

    page = desk(act)

    assert by_hand(page) == {"Lead": leads[-1]}
    assert [slot.article.headline for slot in Slot.objects.order_by("version_id")] == leads


def test_a_double_click_on_save_saves_once(desk, stories):
    desk()
    page = desk(f"put {stories[3].pk} lead:1")
    sent = filled(page)
    desk("save")
    page = desk("save", **sent)
    assert page.all(".arranging-said") == ["Saved. Readers see nothing of it until it is published."]
    assert FrontVersion.objects.count() == 1


# Warnings


def told(page):
    """Each warning beside its place: (place, kind, sentence)."""
    found = set()
    for element in page.elements(".place-caution"):
        place = element.xpath("ancestor::*[@data-place][1]/@data-place")[0]
        found.add((place, element.get("data-kind"), element.text.strip()))
    return found


def test_each_thing_that_is_wrong_is_said_beside_the_place_and_in_the_summary(
    desk, front, chief, arrange, make_story, program
):
    with time_machine.travel("2026-05-03 08:00 +0000", tick=False) as clock:
        now = timezone.now()
        size = {"width": 1600, "height": 1067, "uploaded_by": program}
        mute = Picture.objects.create(digest="1" * 64, title="Quay", **size)
        good = make_story(headline="Good", at=now - timedelta(hours=1), lead_picture=mute)
        old = make_story(headline="Old", at=now - timedelta(days=3))
        draft = make_story("draft", headline="Draft")
        soon = make_story("scheduled", headline="Soon", at=now + timedelta(hours=2))
        gone = make_story("unpublished", headline="Gone")
        long = make_story(headline="Long", at=now - timedelta(hours=2))
        pinned = make_story(headline="Pinned", at=now - timedelta(hours=2))
        arrange(
            front,
            by=chief,
            lead=good,
            secondary=[old, draft, soon, gone],
            opinion=[good, Placed("opinion", 2, long.pk, headline="x" * 91)],
            river=[Placed("river", 1, pinned.pk, pinned_until=now + timedelta(minutes=1))],
            picture=make_story(headline="Bare", at=now - timedelta(hours=3)),
        )
        clock.shift(120)
        page = desk()

    rule = "Until readers can see it, the rule fills this place."
    expected = {
        ("Lead", "alt", "The picture “Quay” has no alternative text."),
        ("Secondary 1", "stale", "Published 3\xa0days ago. That is old for “Secondary”."),
        ("Secondary 2", "hidden", f"A draft. Readers see nothing of it. {rule}"),
        ("Secondary 3", "hidden", f"Goes live by itself on 3 May 2026, 10:00. {rule}"),
        ("Secondary 4", "hidden", f"Unpublished. Its address tells readers that the story is gone. {rule}"),
        ("Opinion 1", "twice", "This story stands on the page already. Readers see it only in the first place."),
        ("Opinion 2", "long", "Its headline here has 91 letters. More than 90 fill the place."),
        ("River 1", "pin", "Its pin ended on 3 May, 08:01. The rule fills this place."),
        ("Picture", "bare", "It has no picture. Choose one of its own, or another story."),
    }
    assert told(page) == expected
    assert page.one(".arranging-cautions summary") == "9 things to look at"
    assert set(page.all(".arranging-cautions li")) == {
        f"{place}: {sentence}".replace("\xa0", " ") for place, _, sentence in expected
    }


def test_where_nothing_is_wrong_nothing_is_said(desk, stories, front, chief, arrange):
    arrange(front, by=chief, lead=stories[1], river=[stories[5]])
    page = desk()
    assert told(page) == set()
    assert page.all(".arranging-cautions") == []


# What it costs


@pytest.mark.parametrize("count", [1, 12])
def test_the_page_costs_the_same_with_one_story_and_with_many(
    sign_in, chief, front, arrange, make_story, ann, program, count, django_assert_num_queries
):
    size = {"width": 1600, "height": 1067, "uploaded_by": program, "alt": "x"}
    ann.portrait = Picture.objects.create(digest="9" * 64, title="Ann", **size)
    ann.save()
    made = [
        make_story(headline=f"Story {n}", kind="opinion" if n < 4 else "news", credits=[(ann.pk, "writer")])
        for n in range(count)
    ]
    arrange(front, by=chief, opinion=made[:4], river=[*made[4:8], make_story("draft")])
    client = sign_in(chief)
    with django_assert_num_queries(11):
        assert client.get(PAPER).status_code == 200
