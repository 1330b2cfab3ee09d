"""The record is chained: whoever changes it, even as the owner of the database, is found out."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from record.models import Entry, Link
from record.verifying import verify


@pytest.fixture
def written(make_story, editor, ann):
    make_story("live", by=editor)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # as the end of a transaction does


@pytest.fixture
def tamper(written):
    """`tamper(sql)` as the owner of the tables can, who takes triggers and constraints away."""
    with connection.cursor() as cursor:
        for table in ("record_entry", "record_link", "articles_revision"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute("SELECT conname FROM pg_constraint WHERE conrelid = 'record_link'::regclass AND contype = 'f'")
        cursor.execute(f"ALTER TABLE record_link DROP CONSTRAINT {cursor.fetchone()[0]}")

    def run(sql):
        with connection.cursor() as cursor:
            cursor.execute(sql)

    return run


def test_a_record_that_nobody_touched_is_whole(written, capsys):
    call_command("verify_record")
    newest = Link.objects.order_by("number").last()
    assert capsys.readouterr().out == (
        f"The record is whole: {Entry.objects.count()} entries. Its newest digest is {newest.digest}.\n"
    )
    assert [link.number for link in Link.objects.order_by("number")] == list(range(1, Entry.objects.count() + 1))


def test_what_was_noted_earlier_is_found(written):
    assert verify(verify().newest).faults == []


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("UPDATE record_entry SET note = 'x' WHERE id = (SELECT min(id) FROM record_entry)", "is not what was written"),
        ("UPDATE record_entry SET by_id = NULL WHERE verb = 'publish'", "is not what was written"),
        ("UPDATE record_entry SET at = at - interval '1 second' WHERE verb = 'publish'", "is not what was written"),
        ("DELETE FROM record_link WHERE number = 2", "is in no chain"),
        ("DELETE FROM record_entry WHERE verb = 'publish'", "1 entries were taken out of the record"),
        (
            "INSERT INTO record_entry (kind, verb) VALUES ('story', 'publish')",
            "is in no chain: it was put in past the triggers",
        ),
        ("UPDATE articles_revision SET body = '<p>Never said.</p>'", "are not what was saved"),
        ("UPDATE record_link SET digest = repeat('0', 64) WHERE number = 1", "is not what was written"),
    ],
)
def test_every_change_shows(tamper, damage, fault):
    tamper(damage)
    assert any(fault in said for said in verify().faults)


def test_an_entry_and_its_link_taken_out_together_leave_a_gap(tamper):
    tamper("DELETE FROM record_entry WHERE id = (SELECT entry_id FROM record_link WHERE number = 2)")
    tamper("DELETE FROM record_link WHERE number = 2")
    assert any("comes after a gap" in said for said in verify().faults)


def test_an_end_that_was_cut_off_shows_against_a_digest_noted_earlier(tamper):
    noted = verify().newest
    tamper("DELETE FROM record_entry WHERE id = (SELECT entry_id FROM record_link ORDER BY number DESC LIMIT 1)")
    tamper("DELETE FROM record_link WHERE number = (SELECT max(number) FROM record_link)")
    assert any("its end was cut off" in said for said in verify(noted).faults)


def test_the_command_ends_with_a_fault_and_says_it(tamper, capsys):
    tamper("UPDATE record_entry SET note = 'x' WHERE verb = 'publish'")
    with pytest.raises(CommandError, match="The record is not what was written: "):
        call_command("verify_record")
    assert "is not what was written, or what stood before it was changed or taken out." in capsys.readouterr().err
