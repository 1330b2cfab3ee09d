"""What the paper had to put right, on one page."""

from datetime import UTC, datetime, timedelta

import pytest

from masthead.models import StandingPage

NOON = datetime(2022, 7, 3, 12, tzinfo=UTC)


@pytest.fixture
def put_right(make_story, program):
    """`put_right(n)`: n stories, each with a correction; the newest is number 0."""

    def put_right(count):
        for number in range(count):
            story = make_story(headline=f"Story {number}", slug=f"story-{number}", at=NOON - timedelta(days=40))
            story.add_note("correction", f"Mended {number}.", by=program, at=NOON - timedelta(hours=number))

    return put_right


def test_every_correction_leads_to_its_story(read, make_story, program):
    ferry = make_story(at=NOON - timedelta(days=1), slug="ferry")
    view = make_story(headline="A view", kind="opinion", at=NOON - timedelta(days=1), slug="view")
    ferry.add_note("correction", "At six, <not> five.", by=program, at=NOON - timedelta(hours=3))
    ferry.add_note("clarification", "It floats.", by=program, at=NOON - timedelta(hours=2))
    view.add_note("retraction", "We withdraw this.", by=program, at=NOON - timedelta(hours=1))
    ferry.add_note("update", "A timetable.", by=program, at=NOON)
    ferry.add_note("editors-note", "A remark.", by=program, at=NOON)

    page = read("/corrections/")

    assert page.one("h1") == "Corrections"
    assert page.all(".corrections-kind") == [
        "Retraction 3 July 2022",
        "Clarification 3 July 2022",
        "Correction 3 July 2022",
    ]
    assert page.all(".corrections h2") == ["Opinion: A view", "Ferry to run again", "Ferry to run again"]
    assert page.attribute(".corrections h2 a", "href") == ["/2022/07/view/", "/2022/07/ferry/", "/2022/07/ferry/"]
    assert page.all(".corrections-text") == ["We withdraw this.", "It floats.", "At six, <not> five."]
    assert page.attribute(".corrections-kind time", "datetime")[0] == "2022-07-03T11:00:00+00:00"


def test_older_ones_follow(read, put_right):
    put_right(33)

    first = read("/corrections/")
    (older,) = first.tree.xpath("//a[@rel='next']/@href")
    second = read("/corrections/" + older)

    assert first.all(".corrections h2") == [f"Story {number}" for number in range(30)]
    assert second.all(".corrections h2") == ["Story 30", "Story 31", "Story 32"]
    assert second.tree.xpath("//a[@rel='next']") == []
    assert second.meta("robots") == "noindex, follow"


def test_several_in_the_same_moment_are_all_shown(read, make_story, program):
    story = make_story(at=NOON - timedelta(days=1))
    for number in range(35):
        kind = ("correction", "clarification", "retraction")[number % 3]
        story.add_note(kind, f"Mended {number}.", by=program, at=NOON)

    first = read("/corrections/")
    (older,) = first.tree.xpath("//a[@rel='next']/@href")
    shown = first.all(".corrections-text") + read("/corrections/" + older).all(".corrections-text")

    assert sorted(shown) == sorted(f"Mended {number}." for number in range(35))


def test_the_policy_is_linked_where_there_is_one(read, db):
    assert "How we correct mistakes" not in read("/corrections/").all(".list-head-links a")
    StandingPage.objects.create(path="mistakes", title="Mistakes", purpose="corrections", is_published=True)

    assert read("/corrections/").attribute(".list-head-links a", "href") == ["/mistakes/", "/corrections/feed/"]


@pytest.mark.parametrize("state", ["scheduled", "unpublished"])
def test_a_note_goes_where_its_story_goes(read, make_story, program, state):
    story = make_story("live" if state == "unpublished" else state, headline="Secret")
    story.add_note("correction", "Secret too.", by=program)
    if state == "unpublished":
        story.unpublish(by=program)

    assert "ecret" not in read("/corrections/").tree.text_content()


def test_nothing_put_right_yet(read, db):
    assert read("/corrections/").one(".empty").startswith("Nothing had to be put right so far.")


@pytest.mark.parametrize("mark", ["x", "1", "-", "9" * 30])
def test_a_broken_mark_is_no_place_in_the_list(read, db, mark):
    read(f"/corrections/?before={mark}", status=404)


@pytest.mark.parametrize("count", [1, 25])
def test_it_costs_two_queries_whatever_its_length(client, put_right, count, django_assert_num_queries):
    put_right(count)

    with django_assert_num_queries(2):
        client.get("/corrections/")
