"""What editors put there stands; the rule fills the rest; no story stands twice; the clock decides."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Topic
from fronts.arrangement import Arrangement, Placed
from fronts.models import Cancellation, Front, FrontVersion, Publication, Slot
from pictures.models import Picture


@pytest.fixture
def stories(make_story):
    """Twelve live stories, “Story 1” the newest."""
    now = timezone.now()
    return [make_story(headline=f"Story {n}", slug=f"story-{n}", at=now - timedelta(hours=n)) for n in range(1, 13)]


def shown(page):
    return {
        "lead": page.all(".front-lead h2"),
        "secondary": page.all(".front-secondary h2"),
        "river": page.all(".latest h3"),
    }


def test_what_an_editor_put_there_stands_and_the_rule_fills_the_gaps(read, stories, front, chief, curate):
    curate(front, by=chief, lead=stories[8], secondary=[None, stories[10]], river=[None, None, stories[0]])

    assert shown(read("/")) == {
        "lead": ["Story 9"],
        "secondary": ["Story 2", "Story 11", "Story 3", "Story 4"],
        "river": ["Story 5", "Story 6", "Story 1", "Story 7", "Story 8", "Story 10", "Story 12"],
    }


def test_readers_see_nothing_of_a_front_that_is_only_saved(read, stories, front, chief, arrange):
    arrange(front, by=chief, lead=stories[8])

    assert shown(read("/"))["lead"] == ["Story 1"]


def test_a_place_has_a_headline_and_a_picture_of_its_own(read, stories, front, chief, curate, program):
    size = {"width": 1600, "height": 1067, "uploaded_by": program}
    quay = Picture.objects.create(digest="7" * 64, title="Quay", alt="The quay at dawn", credit="Anna Weiss", **size)
    curate(front, by=chief, lead=Placed("lead", 1, stories[3].pk, headline="Our own words", picture=quay.pk))

    page = read("/")

    assert page.one(".front-lead h2") == "Our own words"
    assert page.attribute(".front-lead img", "alt") == ["The quay at dawn"]
    assert page.one(".front-lead .credit") == "Anna Weiss"
    assert read(stories[3].get_absolute_url()).one("h1") == "Story 4"


def test_a_story_that_stands_twice_is_shown_in_the_first_place_only(read, stories, front, chief, curate):
    curate(front, by=chief, lead=stories[5], secondary=[stories[5]], river=[stories[5]])

    page = shown(read("/"))

    everything = [*page["lead"], *page["secondary"], *page["river"]]
    assert page["lead"] == ["Story 6"]
    assert sorted(everything) == sorted(f"Story {n}" for n in range(1, 13))


def test_a_pin_falls_out_on_the_second(read, stories, front, chief, curate):
    until = timezone.now() + timedelta(hours=1)
    curate(front, by=chief, lead=Placed("lead", 1, stories[11].pk, pinned_until=until))

    with time_machine.travel(until - timedelta(seconds=1), tick=False):
        assert shown(read("/"))["lead"] == ["Story 12"]
    with time_machine.travel(until, tick=False):
        assert shown(read("/"))["lead"] == ["Story 1"]


def test_a_story_that_readers_cannot_see_leaves_its_place_to_the_rule(read, stories, front, chief, curate, make_story):
    soon = make_story("scheduled", headline="Zqsoon", at=timezone.now() + timedelta(hours=1))
    curate(front, by=chief, lead=soon, secondary=[stories[4]])
    stories[4].unpublish(by=chief)

    page = read("/")
    assert shown(page)["lead"] == ["Story 1"]
    assert shown(page)["secondary"] == ["Story 2", "Story 3", "Story 4", "Story 6"]
    assert "zqsoon" not in page.response.content.decode().lower()

    with time_machine.travel(soon.published_at, tick=False):
        assert shown(read("/"))["lead"] == ["Zqsoon"]


def test_the_topic_strip_stands_while_a_topic_is_named(read, make_story, front, chief, curate):
    now = timezone.now()
    for n in range(40):
        topics = ["Ferries"] if n > 30 else []
        make_story(headline=f"Story {n}", topics=topics, at=now - timedelta(hours=n + 1))
    assert read("/").all(".front-topic") == []

    curate(front, by=chief, topic=Topic.objects.get(name="Ferries"))

    page = read("/")
    assert page.one(".front-topic h2") == "Ferries"
    assert page.attribute(".front-topic h2 a", "href") == ["/topics/ferries/"]
    assert page.all(".front-topic h3") == ["Story 31", "Story 32", "Story 33", "Story 34"]


def test_the_picture_stands_once_somebody_used_it_and_the_rule_keeps_it_filled(
    read, stories, front, chief, curate, make_story, program
):
    size = {"width": 1600, "height": 1067, "uploaded_by": program, "alt": "x"}
    one, two = (Picture.objects.create(digest=str(n) * 64, title=str(n), **size) for n in (1, 2))
    first = make_story(headline="First", lead_picture=one, at=timezone.now() - timedelta(days=3))
    make_story(headline="Second", lead_picture=two, at=timezone.now() - timedelta(days=4))
    assert read("/").all(".front-picture") == []
    curate(front, by=chief, picture=first)
    assert read("/").one(".front-picture h2") == "First"

    first.unpublish(by=chief)

    assert read("/").one(".front-picture h2") == "Second"


def test_opinion_and_paid_pieces_keep_their_label_wherever_they_are_put(
    read, stories, front, chief, curate, make_story
):
    view, offer = make_story(headline="A view", kind="opinion"), make_story(headline="An offer", kind="sponsored")
    curate(
        front, by=chief, lead=view, secondary=[Placed("secondary", 1, offer.pk, headline="News")], river=[stories[0]]
    )

    page = read("/")

    assert page.one(".front-lead .kind") == "Opinion"
    assert page.all(".front-secondary .kind") == ["Sponsored"]


def test_a_section_has_a_front_of_its_own(read, stories, world, sport, chief, curate, make_story):
    match = make_story(headline="A match", section=sport)
    front = Front.of(world)
    curate(front, by=chief, lead=stories[6], secondary=[None, match], river=[stories[9]])

    page = read("/world/")

    assert page.all(".front-lead h2") == ["Story 7"]
    assert page.all(".front-row h2") == ["Story 1", "A match", "Story 2"]
    assert page.all(".river h2") == [f"Story {n}" for n in (10, 3, 4, 5, 6, 8, 9, 11, 12)]
    assert read("/sport/").all(".front-lead h2") == ["A match"]


def test_older_pages_of_a_section_go_on_right_after_its_front(read, make_story, world, chief, curate):
    now = timezone.now()
    made = [make_story(headline=f"Story {n}", at=now - timedelta(hours=n)) for n in range(60)]
    curate(Front.of(world), by=chief, lead=made[50], secondary=[made[3]], river=[None, made[55]])

    first = read("/world/")
    on_first = first.all(".front-lead h2") + first.all(".front-row h2") + first.all(".river h2")
    later, address = [], "/world/" + first.attribute(".stretch a", "href")[0]
    while address:
        page = read(address)
        later += page.all(".river h2")
        older = page.tree.xpath("//a[@rel='next']/@href")
        address = "/world/" + older[0] if older else None

    assert len(on_first) == len(set(on_first)) == 24
    assert len(later) == len(set(later))
    assert set(on_first) | set(later) == {story.headline for story in made}
    assert set(on_first) & set(later) == {"Story 50", "Story 55"}


# Saving, publishing, scheduling, rolling back


def test_a_save_that_began_from_an_older_version_writes_nothing(stories, front, chief, arrange, make_user):
    other = make_user("otto", "Chief editor")
    arrange(front, by=other, lead=stories[1])
    with pytest.raises(ValidationError, match=r"otto saved this front at \d\d:\d\d while") as caught:
        front.save_version(Arrangement((Placed("lead", 1, stories[2].pk),)), by=chief, began_from=None)
    assert caught.value.code == "overtaken"
    assert list(Slot.objects.values_list("article", flat=True)) == [stories[1].pk]


def test_saving_what_is_already_there_makes_no_version(stories, front, chief, arrange):
    assert arrange(front, by=chief, lead=stories[1]) == arrange(front, by=chief, lead=stories[1])


@pytest.mark.parametrize("placed", [Placed("lead", 2, 1), Placed("secondary", 5, 1)])
def test_a_place_that_the_front_does_not_have_is_refused(stories, front, chief, placed):
    placed = replace(placed, article=stories[0].pk)
    with pytest.raises(ValidationError, match="has no place"):
        front.save_version(Arrangement((placed,)), by=chief, began_from=None)


def test_two_stories_in_one_place_are_refused(stories, front, chief):
    both = Arrangement((Placed("lead", 1, stories[0].pk), Placed("lead", 1, stories[1].pk)))
    with pytest.raises(ValidationError, match="“Lead 1” holds two stories"):
        front.save_version(both, by=chief, began_from=None)


def test_a_front_is_scheduled_and_comes_and_goes_by_the_clock(read, stories, front, chief, arrange):
    now = timezone.now()
    morning, evening = now + timedelta(hours=2), now + timedelta(hours=9)
    front.publish(arrange(front, by=chief, lead=stories[4]), by=chief, at=morning)
    front.publish(arrange(front, by=chief, lead=stories[7]), by=chief, at=evening)

    leads = {}
    for at in (now, morning - timedelta(seconds=1), morning, evening - timedelta(seconds=1), evening):
        with time_machine.travel(at, tick=False):
            leads[at] = shown(read("/"))["lead"]
    assert list(leads.values()) == [["Story 1"], ["Story 1"], ["Story 5"], ["Story 5"], ["Story 8"]]


def test_what_is_scheduled_can_be_taken_back_and_stays_on_record(read, stories, front, chief, arrange):
    at = timezone.now() + timedelta(hours=2)
    planned = front.publish(arrange(front, by=chief, lead=stories[4]), by=chief, at=at)
    front.cancel(planned, by=chief)
    front.cancel(planned, by=chief)

    with time_machine.travel(at + timedelta(hours=1), tick=False):
        assert shown(read("/"))["lead"] == ["Story 1"]
    assert Publication.objects.get() == planned
    assert Cancellation.objects.get().by == chief


def test_what_is_live_cannot_be_taken_back_but_rolled_back(read, stories, front, chief, curate):
    old = curate(front, by=chief, lead=stories[4])
    curate(front, by=chief, lead=stories[5])
    with pytest.raises(ValidationError, match="is live already"):
        front.cancel(front.live_publication(), by=chief)

    front.publish(old, by=chief)

    assert shown(read("/"))["lead"] == ["Story 5"]
    assert front.live_publication().note.startswith("Rolled back to the version that chris saved on")
    assert Publication.objects.count() == 3


def test_publishing_twice_is_publishing_once(stories, front, chief, curate):
    version = curate(front, by=chief, lead=stories[4])
    front.publish(version, by=chief)
    assert Publication.objects.count() == 1


@pytest.mark.parametrize(("hours", "sentence"), [(-1, "That moment has passed"), (24 * 400, "more than a year ahead")])
def test_moments_that_make_no_sense_are_refused(stories, front, chief, arrange, hours, sentence):
    version = arrange(front, by=chief, lead=stories[4])
    with pytest.raises(ValidationError, match=sentence):
        front.publish(version, by=chief, at=timezone.now() + timedelta(hours=hours))


def test_a_version_of_another_front_is_refused(stories, front, chief, arrange, world):
    other = arrange(Front.of(world), by=chief, lead=stories[4])
    arrange(front, by=chief, lead=stories[3])
    with pytest.raises(ValidationError, match="belongs to another front"):
        front.publish(other, by=chief)


def test_only_chief_editors_curate(stories, front, chief, arrange, contributor, editor, people_admin):
    version = arrange(front, by=chief, lead=stories[4])
    planned = front.publish(version, by=chief, at=timezone.now() + timedelta(hours=1))
    for user in (contributor, editor, people_admin):
        with pytest.raises(PermissionDenied, match="Ask a chief editor"):
            arrange(front, by=user, lead=stories[5])
        with pytest.raises(PermissionDenied):
            front.publish(version, by=user)
        with pytest.raises(PermissionDenied):
            front.cancel(planned, by=user)
    assert (FrontVersion.objects.count(), Publication.objects.count(), Cancellation.objects.count()) == (1, 1, 0)


@pytest.mark.parametrize("model", [FrontVersion, Slot, Publication])
def test_history_never_changes_whoever_tries(stories, front, chief, curate, model):
    curate(front, by=chief, lead=stories[4])
    field = {"FrontVersion": "note", "Slot": "headline", "Publication": "note"}[model.__name__]
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        model.objects.update(**{field: "Rewritten"})


def test_there_is_one_front_of_the_paper(db, world):
    Front.objects.create(section=None)
    Front.objects.create(section=world)
    with pytest.raises(IntegrityError), transaction.atomic():
        Front.objects.create(section=None)
