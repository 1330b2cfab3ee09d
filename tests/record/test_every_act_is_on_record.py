"""Whatever is done, on whichever way in, is on the record: who, when, from where, before and after."""

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, connection, transaction

from articles.copy import Copy
from authors.models import Author
from masthead.models import Masthead
from record.models import Entry
from sections.models import Section
from tests.editing.form import form_on


def told(**about):
    """The entries about these, oldest first: who, act, thing, before, after."""
    found = Entry.objects.filter(**about).order_by("pk")
    return [(entry.by_name, entry.verb, entry.kind, entry.before, entry.after) for entry in found]


def test_a_story_from_its_beginning_to_its_end(make_story, editor):
    story = make_story("draft", by=editor)
    first = story.working_copy_id
    second = story.save_revision(Copy({"headline": "Two"}), by=editor, began_from=story.working_copy, note="Better").pk
    story.publish(story.working_copy, by=editor)
    story.add_note("correction", "It was Tuesday.", by=editor)
    story.unpublish(by=editor, note="Wrong.")

    of_story = Entry.objects.filter(kind="story", object_id=story.pk).order_by("pk")
    assert [(one.verb, one.by_name, one.name, one.note) for one in of_story] == [
        ("saved", "edda", "Ferry to run again", ""),
        ("draft", "edda", "Ferry to run again", ""),
        ("saved", "edda", "Two", "Better"),
        ("publish", "edda", "Two", ""),
        ("note", "edda", "Two", "Correction: It was Tuesday."),
        ("unpublish", "edda", "Two", "Wrong."),
    ]
    saved, published = of_story[2], of_story[3]
    assert (saved.before, saved.after["version"]) == ({"version": first}, second)
    assert (published.before, published.after) == ({"status": "draft"}, {"status": "published", "version": second})


def test_a_change_says_only_what_changed(ann):
    Author.objects.filter(pk=ann.pk).update(job_title="Harbour correspondent")
    assert told(kind="author", object_id=ann.pk)[1:] == [
        ("", "changed", "author", {"job_title": ann.job_title}, {"job_title": "Harbour correspondent"})
    ]


def test_a_change_of_nothing_is_none(world):
    world.save()
    assert [act for _, act, *_ in told(kind="section", object_id=world.pk)] == ["added"]


def test_what_sql_does_is_on_record_too(world):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE sections_section SET name = 'Behind the desk' WHERE id = %s", [world.pk])
    assert told(kind="section", object_id=world.pk)[-1][3:] == ({"name": "World"}, {"name": "Behind the desk"})


def test_what_is_deleted_stays_in_the_record(db):
    gone = Section.objects.create(name="Gone", slug="gone")
    key = gone.pk
    gone.delete()
    _, act, _, before, after = told(kind="section", object_id=key)[-1]
    assert (act, before["name"], after) == ("deleted", "Gone", None)


def test_the_desk_says_who_and_from_where(sign_in, people_admin):
    masthead = Masthead.objects.create(name="The Courier")
    desk = sign_in(people_admin)
    address = f"/desk/masthead/masthead/{masthead.pk}/change/"
    sent = form_on(desk, address) | {"name": "The Merrow Courier"}

    assert desk.post(address, sent, REMOTE_ADDR="192.0.2.7").status_code == 302

    entry = Entry.objects.filter(kind="masthead").first()
    assert (entry.by, entry.by_name, entry.address, entry.verb) == (people_admin, "ada", "192.0.2.7", "changed")
    assert entry.after == {"name": "The Merrow Courier"}


def test_who_acted_in_one_request_does_not_act_in_the_next(sign_in, people_admin, world):
    sign_in(people_admin).post("/desk/logout/")
    world.name = "Later"
    world.save()
    assert told(kind="section", object_id=world.pk)[-1][0] == ""


def test_a_new_password_is_on_record_and_not_in_it(contributor):
    contributor.set_password("another-long-password")
    contributor.save()
    _, act, _, before, after = told(kind="account", object_id=contributor.pk)[-1]
    assert act == "changed"
    assert before.keys() == after.keys() == {"password"}
    assert len(after["password"]) == 7
    assert contributor.password not in str(after)


def test_to_sign_in_is_no_act(sign_in, contributor):
    before = len(told(kind="account", object_id=contributor.pk))
    sign_in(contributor)
    assert len(told(kind="account", object_id=contributor.pk)) == before


def test_roles_and_sections_given_and_taken(contributor, world):
    role = Group.objects.get(name="Editor")
    contributor.groups.add(role)
    contributor.groups.remove(role)
    contributor.sections.add(world)
    roles = [(act, before, after) for _, act, _, before, after in told(kind="role of an account")][-2:]
    held = {"group_id": role.pk, "user_id": contributor.pk}
    assert roles == [("added", None, held), ("deleted", held, None)]
    assert told(kind="section of an account")[-1][4] == {"section_id": world.pk, "user_id": contributor.pk}


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE record_entry SET note = 'Nothing happened.'",
        "DELETE FROM record_entry",
        "DELETE FROM record_link",
        "TRUNCATE record_entry CASCADE",
    ],
)
def test_the_record_is_only_written_on(world, damage):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE record_entry ENABLE TRIGGER USER")  # tests/conftest.py took one away
    with pytest.raises(IntegrityError, match="only written on"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(damage)
