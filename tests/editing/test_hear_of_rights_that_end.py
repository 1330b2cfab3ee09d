"""Editors are told which stories lose their pictures: on the desk, in the list, on the story's own form."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from articles import settling
from articles.models import Article
from pictures.models import Picture
from tests.reading.page import Page

NOW = datetime(2026, 5, 3, 8, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LIST = "/desk/articles/article/"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def picture(program):
    def picture(title, until=None):
        digest = f"{Picture.objects.count():064d}"
        size = {"width": 1600, "height": 1067}
        return Picture.objects.create(title=title, digest=digest, valid_until=until, uploaded_by=program, **size)

    return picture


@pytest.fixture
def stories(make_story, picture):
    """One for each way in which a story has to do with an end."""
    made = {
        "Ended long ago": ("live", NOW - 400 * DAY),
        "Just ended": ("live", NOW),
        "Ends tomorrow": ("live", NOW + DAY),
        "Scheduled": ("scheduled", NOW + 3 * DAY),
        "In the last hour of the notice": ("updating", NOW + 14 * DAY),
        "After the notice": ("live", NOW + 14 * DAY + HOUR),
        "For ever": ("live", None),
        "Drafted": ("draft", NOW),
        "Unpublished": ("unpublished", NOW),
    }
    leading = [
        make_story(state, headline=headline, lead_picture=picture(headline, until))
        for headline, (state, until) in made.items()
    ]
    for_ever, soon, later = picture("For ever too"), picture("Soon", NOW + 2 * DAY), picture("Later", NOW + 5 * DAY)
    body = "".join(f'<figure data-picture="{each.pk}"></figure>' for each in (for_ever, later, soon))
    return [*leading, make_story("live", headline="In the text", lead_picture=for_ever, body=body)]


def listed(client, query):
    return {story.working_copy.headline for story in client.get(f"{LIST}?{query}").context["cl"].result_list}


def test_the_desk_lists_those_that_lose_theirs_the_nearest_first(sign_in, editor, stories):
    page = Page(sign_in(editor).get("/desk/"))

    (found,) = page.tree.xpath("//section[@aria-labelledby='desk-list-rights']")
    assert [" ".join(item.text_content().split()) for item in found.iter("li")] == [
        "Just ended rights ended on 3 May, 08:00",
        "Ends tomorrow rights end on 4 May, 08:00",
        "Scheduled rights end on 6 May, 08:00",
        "In the text rights end on 8 May, 08:00",
        "In the last hour of the notice (newer) rights end on 17 May, 08:00",
    ]
    assert found.xpath(".//h2/a/@href") == [f"{LIST}?picture_rights=ending"]


def test_the_desk_says_where_there_is_nothing_to_do(sign_in, editor, make_story):
    make_story("live")
    page = sign_in(editor).get("/desk/")
    assert "No story loses a picture within 14 days." in page.content.decode()


def test_nobody_is_told_of_a_story_that_is_not_theirs_to_write(sign_in, contributor, stories):
    page = sign_in(contributor).get("/desk/")
    assert "No story loses a picture within 14 days." in page.content.decode()


def test_the_list_can_be_narrowed_to_them(sign_in, editor, stories):
    desk = sign_in(editor)
    ended = {"Ended long ago", "Just ended"}
    assert listed(desk, "picture_rights=ended") == ended
    ending = ended | {"Ends tomorrow", "Scheduled", "In the text", "In the last hour of the notice (newer)"}
    assert listed(desk, "picture_rights=ending") == ending
    assert len(listed(desk, "picture_rights=nonsense")) == len(stories)


@pytest.mark.parametrize("moment", [NOW - 401 * DAY, NOW, NOW + DAY, NOW + 20 * DAY])
def test_the_list_agrees_with_the_story(stories, moment):
    chosen = set(Article.objects.losing_their_picture_by(moment))
    assert chosen == {story for story in Article.objects.all() if story.loses_its_picture_by(moment)}


@pytest.mark.parametrize("number", [1, 12])
def test_the_desk_costs_the_same_for_one_and_for_many(
    sign_in, editor, make_story, picture, django_assert_num_queries, number
):
    for n in range(number):
        make_story("live", headline=f"Story {n}", lead_picture=picture(f"Pier {n}", NOW + DAY))
    desk = sign_in(editor)
    settling.look()  # which is due after the clock has moved, and is in no page's count
    with django_assert_num_queries(12):
        desk.get("/desk/")


# On the story's own form


def told(client, story):
    page = Page(client.get(f"{LIST}{story.pk}/change/"))
    return [
        " ".join(said.text_content().split())
        for said in page.tree.xpath("//fieldset[.//*[@name='lead_credit']]//*[@class='description']/p")
    ]


def test_the_form_says_when_the_lead_goes_and_what_is_seen_then(sign_in, editor, make_story, picture, clock):
    quay = picture("Quay <at> dawn")
    body = f"<p>One.</p><figure data-picture='{quay.pk}'></figure>"
    story = make_story("live", lead_picture=picture("Pier", NOW + HOUR), body=body)
    desk = sign_in(editor)

    assert told(desk, story) == [
        "The rights to the lead picture end on 3 May, 09:00. Readers will then see “Quay <at> dawn”, from the text, "
        "in its place, and none on fronts and in lists."
    ]
    clock.shift(HOUR)
    assert told(desk, story) == [
        "The rights to the lead picture ended on 3 May, 09:00. Readers see “Quay <at> dawn”, from the text, in its "
        "place, and none on fronts and in lists."
    ]


def test_the_form_says_where_no_other_picture_is_left(sign_in, editor, make_story, picture, clock):
    also = picture("Quay", NOW + HOUR)
    body = f"<p>One.</p><figure data-picture='{also.pk}'></figure>"
    story = make_story("draft", lead_picture=picture("Pier", NOW + HOUR), body=body)
    desk = sign_in(editor)

    assert told(desk, story) == [
        "The rights to the lead picture end on 3 May, 09:00. Readers will then see no picture. Choose another one by "
        "then.",
        "The rights to “Quay” in the text end on 3 May, 09:00. It will then be gone from there, caption and all.",
    ]
    clock.shift(HOUR)
    assert told(desk, story) == [
        "The rights to the lead picture ended on 3 May, 09:00. Readers see no picture. Choose another one.",
        "The rights to “Quay” in the text ended on 3 May, 09:00. It is gone from there, caption and all.",
    ]


def test_the_form_is_silent_where_nothing_ends(sign_in, editor, make_story, picture):
    assert told(sign_in(editor), make_story("live", lead_picture=picture("Pier"))) == []
