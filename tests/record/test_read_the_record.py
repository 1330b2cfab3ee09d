"""An admin reads the record at the desk, narrows it down, and takes it along; nobody changes it there."""

import csv
import io
import json

import pytest

from record.models import Entry


@pytest.fixture
def written(make_story, editor, ann):
    return make_story("live", by=editor, headline="=Ferry")


def test_the_list_says_who_did_what(sign_in, people_admin, written):
    page = sign_in(people_admin).get("/desk/record/entry/").content.decode()
    assert "story “=Ferry”" in page
    assert "edda" in page
    assert "author “Ann" in page


def test_an_entry_shows_what_was_before_and_after(sign_in, people_admin, world):
    world.name = "The world"
    world.save()
    entry = Entry.objects.filter(kind="section", verb="changed").first()
    page = sign_in(people_admin).get(f"/desk/record/entry/{entry.pk}/change/").content.decode()
    assert "<td>World</td><td>The world</td>" in page


@pytest.mark.parametrize("role", ["Contributor", "Editor", "Chief editor"])
def test_only_admins_read_it(sign_in, make_user, written, role):
    desk = sign_in(make_user("u", role))
    for address in ("", f"{Entry.objects.first().pk}/change/", "export.csv", "export.jsonl"):
        assert desk.get(f"/desk/record/entry/{address}").status_code == 403


def test_nobody_adds_changes_or_deletes(sign_in, people_admin, written):
    desk, entry = sign_in(people_admin), Entry.objects.first()
    assert desk.get("/desk/record/entry/add/").status_code == 403
    assert desk.post(f"/desk/record/entry/{entry.pk}/change/", {"note": "x"}).status_code == 403
    assert desk.post(f"/desk/record/entry/{entry.pk}/delete/", {"post": "yes"}).status_code == 403


def test_what_the_list_shows_is_taken_along_as_csv(sign_in, people_admin, written):
    answer = sign_in(people_admin).get("/desk/record/entry/export.csv?kind=story")
    rows = list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode())))
    assert [(row["verb"], row["name"]) for row in rows] == [
        ("saved", "'=Ferry"),
        ("draft", "'=Ferry"),
        ("publish", "'=Ferry"),
    ]


def test_what_the_list_shows_is_taken_along_as_json_lines(sign_in, people_admin, written):
    answer = sign_in(people_admin).get("/desk/record/entry/export.jsonl?kind=story&q=publish")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="record.jsonl"'
    answer = sign_in(people_admin).get("/desk/record/entry/export.jsonl?kind=story&verb=publish")
    (line,) = b"".join(answer.streaming_content).decode().splitlines()
    assert json.loads(line)["after"]["status"] == "published"


def test_the_list_costs_the_same_for_any_length(sign_in, people_admin, make_story, django_assert_num_queries):
    desk = sign_in(people_admin)
    for _ in range(2):
        make_story("live")
        with django_assert_num_queries(10):
            desk.get("/desk/record/entry/")
