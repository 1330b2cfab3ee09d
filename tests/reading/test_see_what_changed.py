"""Where the paper opens it, readers see every version of a story that they were shown, and what changed in each."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.copy import Copy
from masthead.models import Masthead
from pictures.models import Picture
from tests.reading.page import Page

HOUR = timedelta(hours=1)


@pytest.fixture
def masthead(db):
    return Masthead.objects.create(name="The Courier", shows_changes=True)


@pytest.fixture
def make_picture(program):
    def make(digit, **words):
        file = {"digest": digit * 64, "width": 1600, "height": 1067, "uploaded_by": program}
        return Picture.objects.create(**file, **words)

    return make


def change(story, by, **fields):
    copy = Copy.of(story.working_copy)
    for field, value in fields.items():
        copy = copy.with_value(field, value)
    return story.save_revision(copy, by=by, began_from=story.working_copy)


def page_of(client, story, query=""):
    answer = client.get(f"{story.get_absolute_url()}changes/{query}")
    assert answer.status_code == 200
    return Page(answer)


def text_of(page):
    return page.response.content.decode()


def test_every_version_is_there_with_its_kind_and_what_changed(client, masthead, make_story, editor, ann):
    story = make_story("live", headline="Ferry to run", body="<p>Ten left.</p><p>Nobody was hurt.</p>")
    story.publish(
        change(story, editor, body="<p>Nine left.</p><p>Nobody was hurt.</p>"),
        by=editor,
        change="correction",
        told="It was nine, not ten.",
    )
    story.publish(change(story, editor, headline="Ferry runs"), by=editor, change="typo")
    story.publish(change(story, editor, credits=((ann.pk, "writer"),)), by=editor, change="update")
    story.publish(change(story, editor, search_title="zqsearch"), by=editor)
    page = page_of(client, story)
    assert page.all(".changes-kind") == ["Behind the page", "Update", "Typing error", "Correction", "First published"]
    assert page.all(".changes-part h3") == ["Bylines", "Headline", "Text"]
    assert page.all(".changes-block") == ["Ann Weiss", "Ferry runs to run", "Nine Ten left."]
    assert page.all(".changes-block del") == ["to run", "Ten"]
    assert page.all(".changes-block ins") == ["Ann Weiss", "runs", "Nine"]
    assert page.all(".changes-note") == ["It was nine, not ten."]
    assert "zqsearch" not in text_of(page)


def test_a_version_that_never_was_live_is_not_there(client, masthead, make_story, editor):
    story = make_story("live", headline="Ferry")
    change(story, editor, headline="zqnever")
    story.publish(change(story, editor, headline="Boat"), by=editor, change="typo")
    story.publish(change(story, editor, headline="zqplanned"), by=editor, change="typo", at=timezone.now() + HOUR)
    change(story, editor, headline="zqnext")
    text = client.get(f"{story.get_absolute_url()}changes/").content.decode()
    assert "zq" not in text
    assert "Boat" in text


def test_the_story_links_to_it_only_where_the_paper_opens_it(client, masthead, make_story):
    story = make_story("live")
    link = f'href="{story.get_absolute_url()}changes/"'
    assert link in client.get(story.get_absolute_url()).content.decode()
    Masthead.objects.update(shows_changes=False)
    assert link not in client.get(story.get_absolute_url()).content.decode()
    assert client.get(f"{story.get_absolute_url()}changes/").status_code == 404


def test_it_is_off_unless_somebody_opens_it(client, make_story):
    story = make_story("live")
    assert client.get(f"{story.get_absolute_url()}changes/").status_code == 404
    Masthead.objects.create(name="The Courier")
    assert client.get(f"{story.get_absolute_url()}changes/").status_code == 404


@pytest.mark.parametrize(("state", "status"), [("unpublished", 410), ("scheduled", 404)])
def test_a_story_that_readers_may_not_see_has_none(client, masthead, make_story, state, status):
    story = make_story(state, headline="zqsecret")
    answer = client.get(f"{story.get_absolute_url()}changes/")
    assert answer.status_code == status
    assert "zqsecret" not in answer.content.decode()


def test_it_is_no_page_for_search_engines(client, masthead, make_story):
    page = page_of(client, make_story("live"))
    assert page.meta("robots") == "noindex, follow"


def test_a_picture_out_of_rights_is_not_named_on_either_side(client, masthead, make_story, editor, make_picture):
    gone = make_picture("a", title="zqgone", caption="zqgone", valid_until=timezone.now() - HOUR)
    kept = make_picture("b", title="Quay", caption="The quay")
    own = {"lead_caption": "zqown", "lead_credit": "zqcredit", "lead_alt": "zqalt"}
    figure = f"<figure data-picture='{gone.pk}'><figcaption>zqinside</figcaption></figure>"
    story = make_story("live", lead_picture=gone, body=f"<p>Text.</p>{figure}", **own)
    newer = change(
        story,
        editor,
        lead_picture=kept,
        lead_caption="The new quay",
        lead_credit="",
        lead_alt="",
        body=f"<p>Text.</p><figure data-picture='{kept.pk}'></figure>",
    )
    story.publish(newer, by=editor, change="typo")
    page = page_of(client, story)
    assert page.all(".changes-part h3") == ["Text", "Picture", "Caption of the picture"]
    assert page.all(".changes-block") == [
        "Picture: The quay",
        "The picture at the head of the story was changed.",
        "The new quay",
    ]
    assert "zq" not in text_of(page)
    Picture.objects.update(valid_until=timezone.now() - HOUR)
    page = page_of(client, story)
    assert page.all(".changes-said")[0].startswith("What changed here is not shown")


def test_many_versions_come_a_stretch_at_a_time_and_cost_as_much_as_two(client, masthead, make_story, editor, ann, bo):
    story = make_story("live", headline="Number 0")
    costs = []
    for number in range(1, 25):
        author = (ann, bo)[number % 2]
        newer = change(story, editor, headline=f"Number {number}", credits=((author.pk, "writer"),))
        story.publish(newer, by=editor, change="typo")
        if number in {1, 24}:
            with CaptureQueriesContext(connection) as queries:
                page = page_of(client, story)
            costs.append(len(queries))
    assert costs == [6, 6]
    seen = page.all(".changes-block ins")
    assert page.all(".stretch a") == ["Older versions"]
    for links in (["Older versions", "Back to the newest"], ["Back to the newest"]):
        page = page_of(client, story, page.attribute(".stretch a", "href")[0])
        assert page.all(".stretch a") == links
        seen += page.all(".changes-block ins")
    shown = [text for text in seen if text.isdecimal()]
    assert shown == [str(number) for number in range(24, 0, -1)]
    assert page.all(".changes-said") == ["The story as it was first published."]


@pytest.mark.parametrize("before", ["x", "-1", "1.5", "9" * 19, "٣"])
def test_what_is_no_version_is_not_found(client, masthead, make_story, before):
    assert client.get(f"{make_story('live').get_absolute_url()}changes/", {"before": before}).status_code == 404
