"""An editor sends a link to somebody without an account, who reads one version, says something, and agrees."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from lxml import html

from articles.copy import Copy
from outsiders.models import Approval, Invitation, Remark
from record.models import Entry

BODY = "<p>The ferry lies at the quay.</p><h2>Ice</h2><p>It waits.</p>"


@pytest.fixture
def story(make_story):
    return make_story("draft", headline="Ferry stops", body=BODY)


@pytest.fixture
def invitation(story, editor):
    until = timezone.now() + timedelta(days=7)
    return Invitation.invite(story.working_copy, "Nils Harker, lawyer", by=editor, until=until)


def words(response):
    return " ".join(html.fromstring(response.content.decode()).text_content().split())


def test_the_recipient_sees_the_version_and_is_named(client, invitation):
    answer = client.get(invitation.get_absolute_url())
    assert answer.status_code == 200
    assert "A preview for Nils Harker, lawyer, from edda." in words(answer)
    assert "Ferry stops" in words(answer)
    assert "The ferry lies at the quay." in words(answer)


def test_nothing_of_it_is_kept_by_caches_robots_or_other_sites(client, invitation):
    answer = client.get(invitation.get_absolute_url())
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert '<meta name="robots" content="noindex, nofollow">' in answer.content.decode()


def test_what_is_written_later_is_not_shown(client, invitation, story, editor):
    story.save_revision(Copy({"headline": "Ferry sails"}), by=editor, began_from=story.working_copy)
    page = words(client.get(invitation.get_absolute_url()))
    assert "Ferry stops" in page
    assert "Ferry sails" not in page


@pytest.mark.parametrize("token", ["1", "x:y:z", "MQ:1abcde:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"])
def test_an_address_that_nobody_signed_shows_nothing(client, invitation, token):
    assert client.get(f"/preview/{token}/", follow=True).status_code == 404


def test_an_address_that_was_tampered_with_shows_nothing(client, invitation):
    address = invitation.get_absolute_url()
    other = "A" if address[-2] != "A" else "B"
    assert client.get(f"{address[:-2]}{other}/", follow=True).status_code == 404


def test_a_link_that_is_over_says_so_and_nothing_of_the_story(client, invitation):
    Invitation.objects.update(until=timezone.now())
    answer = client.get(invitation.get_absolute_url())
    assert answer.status_code == 410
    assert "This link is closed" in words(answer)
    assert "Ferry" not in words(answer)
    assert client.post(invitation.get_absolute_url(), {"text": "Too late."}).status_code == 410
    assert Remark.objects.count() == 0


def test_a_link_that_was_withdrawn_is_closed_at_once(client, invitation, editor):
    invitation.withdraw(by=editor)
    assert client.get(invitation.get_absolute_url()).status_code == 410
    with pytest.raises(PermissionDenied):
        invitation.approve()


def test_a_remark_on_a_paragraph_stands_beneath_it(client, invitation):
    answer = client.post(invitation.get_absolute_url(), {"place": "2", "text": "Since when?"}, follow=True)
    remark = Remark.objects.get()
    assert (remark.place, remark.quoted, remark.text) == (2, "It waits.", "Since when?")
    page = html.fromstring(answer.content.decode())
    assert page.xpath("//p[@class='remark-kept']")[0].getparent().getprevious().text_content() == "It waits."
    assert "Thank you. Your remark has been kept." in words(answer)


def test_a_remark_on_the_whole(client, invitation):
    client.post(invitation.get_absolute_url(), {"text": "Well done."})
    assert (Remark.objects.get().place, Remark.objects.get().quoted) == (None, "")


@pytest.mark.parametrize("place", ["99", "-1", "x"])
def test_a_place_that_is_none_loses_no_remark(client, invitation, place):
    client.post(invitation.get_absolute_url(), {"place": place, "text": "Kept all the same."})
    assert [(remark.place, remark.text) for remark in Remark.objects.all()] == [(None, "Kept all the same.")]


def test_an_empty_remark_is_told_and_one_that_is_too_long_is_kept_on_the_page(client, invitation):
    empty = client.post(invitation.get_absolute_url(), {"place": "0", "text": "  "})
    assert (empty.status_code, "Write your remark first." in words(empty)) == (400, True)
    long = client.post(invitation.get_absolute_url(), {"text": "long " * 1000})
    assert (long.status_code, "long long" in words(long)) == (400, True)
    assert Remark.objects.count() == 0


def test_what_is_written_is_text_and_no_markup(client, invitation):
    client.post(invitation.get_absolute_url(), {"text": "<script>alert(1)</script>"})
    assert b"<script>alert" not in client.get(invitation.get_absolute_url()).content


def test_to_agree_is_kept_once(client, invitation):
    for _ in range(2):
        answer = client.post(invitation.get_absolute_url(), {"agree": "1"}, follow=True)
    assert Approval.objects.count() == 1
    assert "You agreed with this version on " in words(answer)


def test_everything_is_on_the_record(client, invitation, editor):
    client.post(invitation.get_absolute_url(), {"text": "Well done."}, REMOTE_ADDR="192.0.2.9")
    client.post(invitation.get_absolute_url(), {"agree": "1"})
    invitation.withdraw(by=editor)
    told = Entry.objects.filter(kind__in=["preview link", "remark of an outsider", "agreement of an outsider"])
    assert [(entry.kind, entry.verb, entry.address) for entry in told.order_by("pk")] == [
        ("preview link", "added", None),
        ("remark of an outsider", "added", "192.0.2.9"),
        ("agreement of an outsider", "added", "127.0.0.1"),
        ("preview link", "changed", None),
    ]


@pytest.mark.parametrize("role", ["Contributor", "Admin"])
def test_who_may_not_publish_may_not_invite(story, make_user, role):
    user = make_user("u", role)
    with pytest.raises(PermissionDenied):
        Invitation.invite(story.working_copy, "Nils", by=user, until=timezone.now() + timedelta(days=1))


def test_an_editor_of_another_section_may_not_invite(story, make_user, sport):
    user = make_user("u", "Editor", sections=[sport])
    with pytest.raises(PermissionDenied):
        Invitation.invite(story.working_copy, "Nils", by=user, until=timezone.now() + timedelta(days=1))


@pytest.mark.parametrize(("recipient", "days"), [(" ", 1), ("Nils", 0), ("Nils", 91)])
def test_a_link_names_somebody_and_ends(story, editor, recipient, days):
    with pytest.raises(ValidationError):
        Invitation.invite(story.working_copy, recipient, by=editor, until=timezone.now() + timedelta(days=days))


def test_the_desk_makes_a_link_shows_the_answers_and_withdraws_it(sign_in, editor, client, story):
    desk = sign_in(editor)
    add = f"/desk/outsiders/invitation/add/?article={story.pk}"
    assert desk.get(add).status_code == 200
    sent = {"recipient": "Nils Harker", "days": "7", "revision": story.working_copy_id}
    shown = desk.post(add, sent, follow=True)
    (address,) = html.fromstring(shown.content.decode()).xpath("//input[@id='address']/@value")

    path = address.removeprefix("http://testserver")
    client.logout()
    client.post(path, {"place": "0", "text": "At which quay?"})
    client.post(path, {"agree": "1"})

    desk = sign_in(editor)
    invitation = Invitation.objects.get()
    page = words(desk.get(f"/desk/outsiders/invitation/{invitation.pk}/change/"))
    assert "Of “The ferry lies at the quay.”, block 1 of 3: At which quay?" in page
    assert "Agreed with this version on " in page
    listed = words(desk.get(f"/desk/outsiders/invitation/?article__id__exact={story.pk}"))
    assert "1 remark, agreed" in listed

    desk.post(f"/desk/outsiders/invitation/{invitation.pk}/withdraw/")
    assert client.get(path).status_code == 410


def test_a_link_is_made_from_a_story(sign_in, editor):
    assert sign_in(editor).get("/desk/outsiders/invitation/add/").status_code == 404


def test_a_contributor_sees_no_links(sign_in, contributor, invitation):
    desk = sign_in(contributor)
    for path in ("", f"{invitation.pk}/change/", f"add/?article={invitation.article_id}"):
        assert desk.get(f"/desk/outsiders/invitation/{path}").status_code in {302, 403}
    assert desk.post(f"/desk/outsiders/invitation/{invitation.pk}/withdraw/").status_code in {403, 404}


def test_the_page_costs_the_same_for_any_number_of_remarks(client, invitation, django_assert_max_num_queries):
    for number in range(30):
        invitation.remark(f"Remark {number}", number % 3)
    with django_assert_max_num_queries(14):
        client.get(invitation.get_absolute_url())


@pytest.mark.parametrize(
    ("language", "line", "button"),
    [
        ("de", "Eine Vorschau für Nils Harker, lawyer, von edda.", "Ich stimme dieser Fassung zu"),
        ("ar", "معاينة مخصصة لـ Nils Harker, lawyer من edda.", "أوافق على هذه النسخة"),
    ],
)
def test_the_page_speaks_the_papers_language(client, invitation, settings, language, line, button):
    settings.LANGUAGE_CODE = language
    page = words(client.get(invitation.get_absolute_url()))
    assert line in page
    assert button in page
