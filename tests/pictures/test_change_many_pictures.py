"""An editor changes credit, rights and topics of many pictures at once, and first sees in how many what will change."""

from datetime import UTC, datetime

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied

from pictures.arrival import arrive
from pictures.models import Picture
from tests.pictures.conftest import drawn

LIBRARY = "/desk/pictures/picture/"
BULK = f"{LIBRARY}bulk/"


@pytest.fixture
def three(bring):
    return [
        bring(drawn(400), title="Pier", credit="A", topics=["ferries"]),
        bring(drawn(401), title="Boat", credit="B", topics=["Old"]),
        bring(drawn(402), title="Quay", credit="Anna Weiss", licence="Own work"),
    ]


def keys(pictures):
    return [picture.pk for picture in pictures]


def said(page):
    return [(change.words, change.count, change.replaced) for change in page.context["changes"]]


def test_what_will_change_is_shown_first(sign_in, editor, three, django_assert_num_queries):
    desk = sign_in(editor)
    page = desk.get(BULK, {"picture": keys(three)})
    assert [picture.title for picture in page.context["bulk"].changeable] == ["Quay", "Boat", "Pier"]
    written = {
        "picture": keys(three),
        "credit": "Anna Weiss",
        "licence": "Own work",
        "valid_until": "2027-05-03T09:00",
        "add_topics": "Ferries, Fish prices",
        "remove_topics": "old",
    }
    with django_assert_num_queries(8):
        page = desk.post(BULK, written | {"look": "1"})
    assert said(page) == [
        ("Credit becomes “Anna Weiss”", 2, "instead of “B” and “A”"),
        ("Licence becomes “Own work”", 2, ""),
        ("Valid until becomes 3 May 2027, 09:00", 3, ""),
        ("Topic “Ferries” is added", 2, ""),
        ("Topic “Fish prices” is added", 3, ""),
        ("Topic “old” is taken away", 1, ""),
    ]
    assert set(Picture.objects.values_list("credit", flat=True)) == {"A", "B", "Anna Weiss"}

    page = desk.post(BULK, written | {"change": "1"}, follow=True)
    assert [str(message) for message in page.context["messages"]] == ["Changed 3 pictures."]
    end = datetime(2027, 5, 3, 9, tzinfo=UTC)
    for picture in Picture.objects.all():
        assert (picture.credit, picture.licence, picture.valid_until) == ("Anna Weiss", "Own work", end)
    topics = {picture.title: set(picture.topics.names()) for picture in Picture.objects.all()}
    assert topics == {
        "Pier": {"ferries", "Fish prices"},
        "Boat": {"ferries", "Fish prices"},
        "Quay": {"ferries", "Fish prices"},
    }
    logged = {entry.object_repr: entry.get_change_message() for entry in LogEntry.objects.filter(action_flag=CHANGE)}
    assert logged == {
        "Pier": "Changed credit, licence, valid until and topics.",
        "Boat": "Changed credit, licence, valid until and topics.",
        "Quay": "Changed valid until and topics.",
    }


def test_what_is_left_empty_stays(sign_in, editor, three):
    desk = sign_in(editor)
    desk.post(BULK, {"picture": keys(three[:2]), "creator": "Anna Weiss", "change": "1"})
    rows = Picture.objects.values_list("title", "credit", "creator", "licence")
    assert set(rows) == {
        ("Pier", "A", "Anna Weiss", ""),
        ("Boat", "B", "Anna Weiss", ""),
        ("Quay", "Anna Weiss", "", "Own work"),
    }


def test_what_came_from_the_file_no_longer_says_so(sign_in, editor, three):
    Picture.objects.update(read_from={"credit": "XMP", "title": "XMP"})
    sign_in(editor).post(BULK, {"picture": keys(three), "credit": "A", "change": "1"})
    read_from = {picture.title: picture.read_from for picture in Picture.objects.all()}
    assert read_from == {
        "Pier": {"credit": "XMP", "title": "XMP"},
        "Boat": {"title": "XMP"},
        "Quay": {"title": "XMP"},
    }


def test_an_end_of_rights_is_taken_away(sign_in, editor, three):
    Picture.objects.update(valid_until=datetime(2027, 5, 3, tzinfo=UTC))
    desk = sign_in(editor)
    both = desk.post(BULK, {"picture": keys(three), "for_ever": "on", "valid_until": "2028-01-01T00:00", "look": "1"})
    assert "for_ever" in both.context["form"].errors
    page = desk.post(BULK, {"picture": keys(three), "for_ever": "on", "look": "1"})
    assert said(page) == [("Valid until becomes empty: for ever", 3, "instead of 3 May 2027, 00:00")]
    desk.post(BULK, {"picture": keys(three), "for_ever": "on", "change": "1"})
    assert not Picture.objects.exclude(valid_until=None).exists()


def test_nothing_written_and_nothing_chosen_are_said(sign_in, editor, three):
    desk = sign_in(editor)
    page = desk.post(BULK, {"picture": keys(three), "look": "1"})
    assert page.context["form"].non_field_errors() == ["Nothing is written here, so nothing would change."]
    for strange in ([], ["x"], ["-1"], ["²"], ["9" * 40]):
        assert b"No picture is chosen." in desk.get(BULK, {"picture": strange}).content


def test_pictures_that_one_may_not_change_are_named(sign_in, contributor, three, make_story):
    own, shown = (arrive(drawn(width), by=contributor, title=title) for width, title in ((500, "Own"), (501, "Shown")))
    make_story("live", body=f'<figure data-picture="{shown.pk}"></figure>')
    make_story("draft", body=f'<figure data-picture="{own.pk}"></figure>')
    desk = sign_in(contributor)
    chosen = {"picture": keys([*three, own, shown])}
    page = desk.get(BULK, chosen)
    assert [picture.title for picture in page.context["bulk"].changeable] == ["Own"]
    assert {picture.title for picture in page.context["bulk"].refused} == {"Pier", "Boat", "Quay", "Shown"}
    assert b"4 of them you may not change" in page.content
    desk.post(BULK, chosen | {"credit": "Cora", "change": "1"})
    assert list(Picture.objects.filter(credit="Cora")) == [own]


def test_nobody_goes_round_it(contributor, three):
    with pytest.raises(PermissionDenied, match="cora may not change what is written about “Pier”"):
        three[0].describe(by=contributor, credit="Cora")


def test_a_contributor_describes_their_own_until_readers_see_it(sign_in, contributor, make_story):
    own = arrive(drawn(), by=contributor, title="Own")
    desk, texts = sign_in(contributor), {"title": "Own", "alt": "A quay", "focal_x": "0.5", "focal_y": "0.5"}
    assert desk.post(f"{LIBRARY}{own.pk}/change/", texts).status_code == 302
    make_story("live", lead_picture=own)
    assert desk.post(f"{LIBRARY}{own.pk}/change/", texts | {"alt": "Another"}).status_code == 403
    own.refresh_from_db()
    assert own.alt == "A quay"


def test_who_has_no_role_changes_nothing(sign_in, make_user, client, three):
    assert client.get(BULK).status_code == 302
    nobody = sign_in(make_user("nora"))
    assert nobody.get(BULK).status_code == nobody.post(BULK, {"picture": keys(three), "credit": "x"}).status_code == 403
