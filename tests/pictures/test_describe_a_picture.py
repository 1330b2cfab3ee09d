"""A writer gives a picture in a text the alternative text that the library lacks."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from pictures.arrival import arrive

IMAGES = Path(__file__).parents[1] / "data/images"


@pytest.fixture
def taken():
    def taken(by, **texts):
        file = ContentFile((IMAGES / "Landscape_6.jpg").read_bytes(), name="pier.jpg")
        return arrive(file, by=by, renditions="later", title="The pier", **texts)

    return taken


def describe(client, picture, alt="A pier"):
    return client.post(f"/desk/pictures/picture/{picture.pk}/describe/", {"alt": alt})


def test_who_added_it_describes_it_once(client, sign_in, contributor, taken):
    picture = taken(contributor)
    sign_in(contributor)
    answer = describe(client, picture, " A pier ")
    assert (answer.status_code, answer.json()["alt"]) == (200, "A pier")
    again = describe(client, picture, "A boat")
    assert again.json()["errors"]["alt"] == ["“The pier” is described already. An editor can change it in the library."]
    picture.refresh_from_db()
    assert picture.alt == "A pier"


def test_an_editor_describes_anybodys(client, sign_in, editor, contributor, taken):
    picture = taken(contributor)
    sign_in(editor)
    assert describe(client, picture).status_code == 200


def test_another_contributor_may_not(client, sign_in, contributor, program, taken):
    picture = taken(program)
    sign_in(contributor)
    assert describe(client, picture).status_code == 403
    picture.refresh_from_db()
    assert picture.alt == ""


def test_what_is_too_long_is_refused(client, sign_in, editor, taken):
    picture = taken(editor)
    sign_in(editor)
    assert describe(client, picture, "x" * 501).status_code == 400
    picture.refresh_from_db()
    assert picture.alt == ""


def test_it_is_asked_for_and_not_to_be_had_by_a_link(client, sign_in, editor, taken):
    picture = taken(editor)
    sign_in(editor)
    assert client.get(f"/desk/pictures/picture/{picture.pk}/describe/").status_code == 405
    assert client.post("/desk/pictures/picture/999/describe/", {"alt": "x"}).status_code == 404


def test_what_the_library_says_of_the_pictures_in_a_text(client, sign_in, contributor, program, taken):
    picture = taken(program, alt="A pier", caption="At dawn", credit="Ann Weiss")
    address = f"/desk/pictures/picture/described/?id={picture.pk}&id=999999&id=x&id=12345678901234567890"
    assert client.get(address).status_code == 302
    sign_in(contributor)
    (told,) = client.get(address).json()["pictures"]
    assert {name: told[name] for name in ("id", "alt", "caption", "credit", "is_decorative")} == {
        "id": picture.pk,
        "alt": "A pier",
        "caption": "At dawn",
        "credit": "Ann Weiss",
        "is_decorative": False,
    }
