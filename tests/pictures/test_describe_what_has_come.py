"""Whoever brought many pictures writes their texts on one page."""

import pytest
from django.contrib.admin.models import CHANGE, LogEntry

from pictures.arrival import arrive
from pictures.models import Picture
from tests.pictures.conftest import drawn

DESCRIBE = "/desk/pictures/picture/describe/"


@pytest.fixture
def two(contributor):
    return [arrive(drawn(width), by=contributor, title=title) for width, title in ((400, "Pier"), (401, "Boat"))]


def written(pictures, common=(), **texts):
    """What the form sends: `texts` maps a title to what is written of that picture."""
    sent = {f"common-{name}": value for name, value in dict(common).items()}
    for picture in pictures:
        own = {"title": picture.title, **texts.get(picture.title, {})}
        sent |= {f"{picture.pk}-{name}": value for name, value in own.items()}
    return sent | {"picture": [picture.pk for picture in pictures]}


def test_each_has_its_own_texts_and_all_a_credit(sign_in, contributor, two, django_assert_num_queries):
    desk = sign_in(contributor)
    with django_assert_num_queries(8):
        page = desk.get(DESCRIBE, {"picture": [picture.pk for picture in two]})
    assert [row.picture.title for row in page.context["rows"]] == ["Boat", "Pier"]

    common = {"credit": "Cora / The Courier", "creator": "Cora", "topics": "Ferries"}
    sent = written(two, common, Pier={"alt": "A pier"}, Boat={"alt": "A boat", "credit": "Bo Lind"})
    page = desk.post(DESCRIBE, sent, follow=True)
    assert [str(message) for message in page.context["messages"]] == ["Described 2 pictures."]
    rows = Picture.objects.values_list("title", "alt", "credit", "creator", "topics__name")
    assert set(rows) == {
        ("Pier", "A pier", "Cora / The Courier", "Cora", "Ferries"),
        ("Boat", "A boat", "Bo Lind", "Cora", "Ferries"),
    }
    logged = {entry.object_repr: entry.get_change_message() for entry in LogEntry.objects.filter(action_flag=CHANGE)}
    changed = "Changed alternative text, credit, photographer and topics."
    assert logged == {"Pier": changed, "Boat": changed}


def test_a_mistake_in_one_loses_nothing_of_the_other(sign_in, contributor, two):
    page = sign_in(contributor).post(
        DESCRIBE, written(two, Pier={"alt": "A pier"}, Boat={"title": "", "alt": "A boat"})
    )
    assert page.status_code == 200
    assert b"A pier</textarea>" in page.content
    assert b"A boat</textarea>" in page.content
    assert not Picture.objects.exclude(alt="").exists()


def test_what_was_here_already_and_is_not_theirs_is_named(sign_in, contributor, two, bring):
    other = bring(drawn(500), title="Quay")
    desk = sign_in(contributor)
    page = desk.get(DESCRIBE, {"picture": [two[0].pk, other.pk]})
    assert [row.picture.title for row in page.context["rows"]] == ["Pier"]
    assert b"you may not change them" in page.content
    desk.post(DESCRIBE, written([two[0], other], Quay={"alt": "A quay"}))
    other.refresh_from_db()
    assert other.alt == ""


def test_who_has_no_role_describes_nothing(sign_in, make_user, client, two):
    assert client.get(DESCRIBE).status_code == 302
    assert sign_in(make_user("nora")).get(DESCRIBE).status_code == 403
    assert b"No picture is chosen." in sign_in(two[0].uploaded_by).get(DESCRIBE).content
