from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from fronts.models import Banner


def test_readers_see_it_in_the_masthead_of_every_page(read, make_story, chief, world):
    story = make_story(headline="The bridge is closed", slug="bridge")
    Banner.put_up("The Iron Bridge is closed", by=chief, article=story)

    for address in ("/", "/world/", "/search/", story.get_absolute_url()):
        page = read(address)
        assert page.one(".masthead .breaking a") == "The Iron Bridge is closed"
        assert page.attribute(".breaking a", "href") == [story.get_absolute_url()]
        assert page.attribute(".breaking", "aria-label") == ["Breaking news"]
        assert page.attribute(".breaking", "role") == [None]


def test_it_ends_on_the_second_without_any_process(read, chief):
    banner = Banner.put_up("The Iron Bridge is closed", by=chief)
    assert banner.until - banner.at == timedelta(hours=2)

    with time_machine.travel(banner.until - timedelta(seconds=1), tick=False):
        assert "The Iron Bridge is closed" in read("/").one(".breaking")
    with time_machine.travel(banner.until, tick=False):
        assert read("/").all(".breaking") == []


@pytest.mark.parametrize("state", ["scheduled", "unpublished"])
def test_a_story_that_readers_cannot_see_is_not_linked(read, make_story, chief, state):
    Banner.put_up("More soon", by=chief, article=make_story(state, slug="zqsecret"))

    page = read("/")

    assert page.all(".breaking a") == []
    assert "More soon" in page.one(".breaking")
    assert "zqsecret" not in page.response.content.decode()


def test_the_newest_takes_the_place_of_the_last_and_none_comes_back(read, chief):
    Banner.put_up("First", by=chief, until=timezone.now() + timedelta(hours=9))
    Banner.put_up("Second", by=chief)
    assert "Second" in read("/").one(".breaking")

    Banner.take_down(by=chief)
    Banner.take_down(by=chief)

    assert read("/").all(".breaking") == []
    assert list(Banner.objects.values_list("text", "by__username")) == [
        ("", "chris"),
        ("Second", "chris"),
        ("First", "chris"),
    ]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"text": "  "}, "Write the sentence"),
        ({"text": "x", "until": timedelta(seconds=-1)}, "That moment has passed"),
        ({"text": "x", "until": timedelta(hours=25)}, "a day at most"),
    ],
)
def test_what_is_refused(chief, words, sentence):
    until = words.get("until") and timezone.now() + words["until"]
    with pytest.raises(ValidationError, match=sentence):
        Banner.put_up(words["text"], by=chief, until=until)
    assert not Banner.objects.exists()


def test_only_chief_editors_raise_it_and_take_it_down(contributor, editor, people_admin, chief):
    Banner.put_up("It stands", by=chief)
    for user in (contributor, editor, people_admin):
        with pytest.raises(PermissionDenied, match="Ask a chief editor"):
            Banner.put_up("Mine", by=user)
        with pytest.raises(PermissionDenied):
            Banner.take_down(by=user)
    assert str(Banner.standing()) == "It stands"


def test_what_stood_there_never_changes(chief):
    Banner.put_up("It stood there", by=chief)
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        Banner.objects.update(text="It did not")
