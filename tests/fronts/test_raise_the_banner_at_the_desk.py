from datetime import timedelta

import pytest
from django.utils import timezone

from fronts.models import Banner
from tests.reading.page import Page

PAGE = "/desk/fronts/banner/"


def form_time(moment):
    return f"{timezone.localtime(moment):%Y-%m-%dT%H:%M}"


@pytest.fixture
def desk(sign_in, chief):
    client = sign_in(chief)

    def page(data=None):
        response = client.get(PAGE) if data is None else client.post(PAGE, data, follow=True)
        assert response.status_code == 200
        return Page(response)

    return page


def test_put_up_and_taken_down(desk, read, chief):
    page = desk()
    assert page.one(".act__what") == "No banner stands."
    (until,) = page.attribute("#id_until", "value")
    assert until == form_time(timezone.now() + timedelta(hours=2)) or until < form_time(
        timezone.now() + timedelta(hours=3)
    )

    done = desk({"text": "The bridge is closed", "until": until, "url": "", "article": ""})
    assert done.one(".banner-standing .act__headline") == "The bridge is closed"
    assert "put up by chris" in done.one(".banner-standing .act__saved")
    assert "(UTC)" in done.one(".banner-standing .act__saved")
    assert "The bridge is closed" in read("/").one(".breaking")

    gone = desk({"take_down": "1"})
    assert gone.one(".success") == "Taken down. Readers see no banner."
    assert read("/").all(".breaking") == []
    assert [row.split()[-1] for row in gone.all("tbody tr td") if "closed" in row or "Taken" in row] == [
        "down",
        "closed",
    ]


@pytest.mark.parametrize("before", ["", "http://testserver"])
def test_the_address_of_a_story_is_the_story(desk, make_story, before):
    story = make_story(slug="bridge")
    desk(
        {
            "text": "Closed",
            "until": form_time(timezone.now() + timedelta(hours=2)),
            "url": before + story.get_absolute_url(),
        }
    )
    assert (Banner.objects.get().article, Banner.objects.get().url) == (story, "")


def test_any_other_address_is_kept(desk):
    until = form_time(timezone.now() + timedelta(hours=2))
    desk({"text": "Closed", "until": until, "url": "https://example.org/bridge"})
    assert Banner.objects.get().url == "https://example.org/bridge"


@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        ({"text": " "}, "This field is required."),
        ({"hours": -1}, "That moment has passed. A banner ends later than now."),
        ({"hours": 30}, "A banner stands for a day at most. Choose an earlier end."),
        ({"url": "no address"}, "Enter a valid URL."),
        ({"url": "javascript:alert(1)"}, "Enter a valid URL."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(desk, entries, sentence):
    until = form_time(timezone.now() + timedelta(hours=entries.pop("hours", 2)))
    page = desk({"text": "Closed", "until": until, "url": ""} | entries)
    assert page.all(".errorlist") == [sentence]
    assert page.attribute("#id_until", "value") == [until]
    assert not Banner.objects.exists()


@pytest.mark.parametrize("role", ["contributor", "editor", "people_admin", None])
def test_others_may_not(client, request, chief, role):
    Banner.put_up("It stands", by=chief)
    if role:
        client.force_login(request.getfixturevalue(role))
    until = form_time(timezone.now() + timedelta(hours=1))
    answers = [
        client.get(PAGE),
        client.post(PAGE, {"text": "Mine", "until": until}),
        client.post(PAGE, {"take_down": "1"}),
    ]
    assert {answer.status_code for answer in answers} == {403 if role else 302}
    assert str(Banner.standing()) == "It stands"
    assert Banner.objects.count() == 1
