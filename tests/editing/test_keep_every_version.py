"""Standing pages, the masthead, bios and sections: every save is kept, and none goes over a colleague's unseen."""

import pytest
from django.db import IntegrityError, transaction
from lxml import html

from addresses.models import FormerAddress
from authors.models import AuthorLink
from masthead.models import ConnectLink, Masthead, StandingPage
from tests.editing.form import form_on
from versions.models import Version


@pytest.fixture
def page(db):
    return StandingPage.objects.create(path="about", title="About", body="<p>First.</p>", is_published=True)


@pytest.fixture
def second_admin(make_user):
    return make_user("olga", "Admin")


def change(thing):
    return f"/desk/{thing._meta.app_label}/{thing._meta.model_name}/{thing.pk}/change/"


def history(thing):
    return f"/desk/{thing._meta.app_label}/{thing._meta.model_name}/{thing.pk}/history/"


def table(answer):
    return [
        [cell.text_content().strip() for cell in row] for row in html.fromstring(answer.content.decode()).iter("tr")
    ]


def said(answer):
    return " ".join(html.fromstring(answer.content.decode()).text_content().split())


def test_what_stood_before_the_first_save_is_kept_too(sign_in, people_admin, page):
    desk = sign_in(people_admin)
    sent = form_on(desk, change(page)) | {"body": "<p>Second.</p>"}

    assert desk.post(change(page), sent).status_code == 302

    kept = [(version.content["body"], version.by) for version in Version.objects.of(page)]
    assert kept == [("<p>Second.</p>", people_admin), ("<p>First.</p>", None)]


def test_a_save_that_changes_nothing_makes_no_version(sign_in, people_admin, page):
    desk = sign_in(people_admin)
    for _ in range(3):
        desk.post(change(page), form_on(desk, change(page)))

    assert Version.objects.count() == 1


def test_two_who_save_at_once_both_keep_their_words(client, people_admin, second_admin, page):
    client.force_login(people_admin)
    mine = form_on(client, change(page)) | {"body": "<p>Mine.</p>", "title": "About us"}
    client.force_login(second_admin)
    client.post(change(page), form_on(client, change(page)) | {"body": "<p>Theirs.</p>"})
    client.force_login(people_admin)

    answer = client.post(change(page), mine)

    assert answer.status_code == 200
    assert "olga saved this at" in said(answer)
    assert "What you wrote is below, and not saved yet." in said(answer)
    tree = html.fromstring(answer.content.decode())
    assert tree.xpath("//textarea[@name='body']")[0].text.strip() == "<p>Mine.</p>"
    assert tree.xpath("//input[@name='title']/@value") == ["About us"]
    page.refresh_from_db()
    assert page.body == "<p>Theirs.</p>"
    (theirs,) = tree.xpath("//div[@class='overtaken']//a/@href")
    assert "Theirs." in said(client.get(theirs))

    (on_top,) = tree.xpath("//input[@name='keep_mine']/@value")
    assert client.post(change(page), mine | {"keep_mine": on_top}).status_code == 302
    page.refresh_from_db()
    assert (page.body, page.title) == ("<p>Mine.</p>", "About us")
    bodies = [version.content["body"] for version in Version.objects.of(page)]
    assert bodies == ["<p>Mine.</p>", "<p>Theirs.</p>", "<p>First.</p>"]


def test_mine_on_top_of_theirs_is_not_mine_on_top_of_a_third(client, people_admin, page):
    client.force_login(people_admin)
    mine = form_on(client, change(page)) | {"body": "<p>Mine.</p>"}
    StandingPage.objects.filter(pk=page.pk).update(title="Theirs")
    refused = html.fromstring(client.post(change(page), mine).content.decode())
    (on_top,) = refused.xpath("//input[@name='keep_mine']/@value")
    StandingPage.objects.filter(pk=page.pk).update(title="A third")

    answer = client.post(change(page), mine | {"keep_mine": on_top})

    assert "Somebody outside of the desk saved this" in said(answer)
    assert set(Version.objects.of(page).values_list("content__title", flat=True)) == {"Theirs", "A third"}


def test_a_form_that_does_not_say_what_it_began_from_is_stopped(sign_in, people_admin, page):
    desk = sign_in(people_admin)
    sent = form_on(desk, change(page)) | {"body": "<p>Blind.</p>"}
    del sent["began_from"]

    assert desk.post(change(page), sent).status_code == 200
    page.refresh_from_db()
    assert page.body == "<p>First.</p>"


def test_a_double_click_on_save_saves_once(sign_in, people_admin):
    masthead = Masthead.objects.create(name="The Courier")
    desk = sign_in(people_admin)
    sent = form_on(desk, change(masthead)) | {
        "name": "The Merrow Courier",
        "connect_links-0-label": "Mastodon",
        "connect_links-0-url": "https://example.org/@courier",
    }

    assert [desk.post(change(masthead), sent).status_code for _ in range(2)] == [302, 302]

    assert [link.label for link in ConnectLink.objects.all()] == ["Mastodon"]
    assert Version.objects.of(masthead).count() == 2


def test_links_are_kept_with_the_masthead_and_put_back_with_it(sign_in, people_admin):
    masthead = Masthead.objects.create(name="The Courier")
    ConnectLink.objects.create(masthead=masthead, label="Signal", url="https://example.org/signal")
    desk = sign_in(people_admin)
    desk.post(change(masthead), form_on(desk, change(masthead)) | {"name": "Courier", "connect_links-0-DELETE": "on"})
    assert ConnectLink.objects.count() == 0
    before = Version.objects.of(masthead).last()
    address = f"{history(masthead)}{before.pk}/"

    form = html.fromstring(desk.get(address).content.decode()).forms[-1]
    answer = desk.post(address, dict(form.form_values()), follow=True)

    masthead.refresh_from_db()
    assert masthead.name == "The Courier"
    assert [(link.label, link.url) for link in masthead.connect_links.all()] == [
        ("Signal", "https://example.org/signal")
    ]
    assert "stands again" in said(answer)
    assert Version.objects.of(masthead).count() == 3
    newest = Version.objects.of(masthead).first()
    assert (newest.content, newest.by) == (before.content, people_admin)


def test_the_history_says_who_changed_what(sign_in, people_admin, page):
    desk = sign_in(people_admin)
    desk.post(change(page), form_on(desk, change(page)) | {"title": "About us", "path": "about-us"})

    rows = table(desk.get(history(page)))

    assert [row[1:3] for row in rows[1:]] == [
        ["ada", "Address, Title"],
        ["Somebody outside of the desk", "The first version that was kept"],
    ]


def test_a_version_stands_beside_what_stands_now(sign_in, people_admin, page):
    desk = sign_in(people_admin)
    desk.post(change(page), form_on(desk, change(page)) | {"title": "About us", "purpose": "about"})

    rows = table(desk.get(f"{history(page)}{Version.objects.of(page).last().pk}/"))

    assert ["Title differs", "About", "About us"] in rows
    assert ["Purpose differs", "", "About the paper"] in rows
    assert ["Body", "First.", "the same"] in rows


def test_an_address_put_back_keeps_the_one_in_between(sign_in, client, people_admin, page):
    desk = sign_in(people_admin)
    desk.post(change(page), form_on(desk, change(page)) | {"path": "about-us"})
    address = f"{history(page)}{Version.objects.of(page).last().pk}/"

    desk.post(address, dict(html.fromstring(desk.get(address).content.decode()).forms[-1].form_values()))

    assert client.get("/about/").status_code == 200
    assert client.get("/about-us/").headers["Location"] == "/about/"
    assert {former.path for former in FormerAddress.objects.all()} == {"/about/", "/about-us/"}


def test_what_was_saved_meanwhile_is_not_put_away_unseen(sign_in, people_admin, page):
    desk = sign_in(people_admin)
    desk.post(change(page), form_on(desk, change(page)) | {"title": "About us"})
    address = f"{history(page)}{Version.objects.of(page).last().pk}/"
    sent = dict(html.fromstring(desk.get(address).content.decode()).forms[-1].form_values())
    desk.post(change(page), form_on(desk, change(page)) | {"title": "All about us"})

    answer = desk.post(address, sent)

    assert "It was saved again since you opened this page." in said(answer)
    page.refresh_from_db()
    assert page.title == "All about us"


def test_what_is_no_longer_allowed_is_not_put_back(sign_in, people_admin, page):
    desk = sign_in(people_admin)
    desk.post(change(page), form_on(desk, change(page)) | {"path": "about-us", "title": "About us"})
    StandingPage.objects.create(path="about", title="A newer one")
    address = f"{history(page)}{Version.objects.of(page).last().pk}/"

    answer = desk.post(address, dict(html.fromstring(desk.get(address).content.decode()).forms[-1].form_values()))

    assert "It cannot be put back as it was" in said(answer)
    page.refresh_from_db()
    assert (page.path, page.title) == ("about-us", "About us")


def test_an_author_puts_back_their_own_bio_and_nothing_that_is_the_admins(client, people_admin, contributor, ann):
    ann.user, ann.bio = contributor, "<p>First.</p>"
    ann.save()
    AuthorLink.objects.create(author=ann, label="Site", url="https://example.org/")
    client.force_login(people_admin)
    sent = {"bio": "<p>Second.</p>", "job_title": "Editor-in-chief", "links-0-DELETE": "on"}
    client.post(change(ann), form_on(client, change(ann)) | sent)
    client.force_login(contributor)
    address = f"{history(ann)}{Version.objects.of(ann).last().pk}/"

    client.post(address, dict(html.fromstring(client.get(address).content.decode()).forms[-1].form_values()))

    ann.refresh_from_db()
    assert (ann.bio, ann.job_title, ann.user) == ("<p>First.</p>", "Editor-in-chief", contributor)
    assert [link.label for link in ann.links.all()] == ["Site"]


@pytest.mark.parametrize("role", ["Contributor", "Editor", "Chief editor"])
def test_nobody_else_puts_anything_back(client, make_user, people_admin, page, ann, role):
    client.force_login(people_admin)
    for thing in (page, ann):
        name = "title" if thing == page else "job_title"
        client.post(change(thing), form_on(client, change(thing)) | {name: "Changed"})
    client.force_login(make_user("someone", role))

    for thing in (page, ann):
        newest, oldest = Version.objects.of(thing)
        for version in (newest, oldest):
            assert client.post(f"{history(thing)}{version.pk}/", {"stands": "x"}).status_code == 403
    assert client.get(history(page)).status_code == 403
    assert client.get(f"{history(page)}{oldest.pk}/").status_code in {403, 404}


def test_a_version_of_one_thing_is_not_that_of_another(sign_in, people_admin, page, ann):
    desk = sign_in(people_admin)
    desk.post(change(ann), form_on(desk, change(ann)) | {"job_title": "Editor"})

    assert desk.get(f"{history(page)}{Version.objects.of(ann).first().pk}/").status_code == 404


def test_a_version_never_changes(page):
    version = Version.keep(page, {"title": "About"}, by=None)

    version.content = {"title": "Something else"}
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        version.save()
    assert Version.objects.get().content == {"title": "About"}


def test_a_standing_page_is_never_deleted(sign_in, people_admin, page):
    desk = sign_in(people_admin)

    assert desk.post(f"/desk/masthead/standingpage/{page.pk}/delete/", {"post": "yes"}).status_code == 403
    sent = {"action": "delete_selected", "_selected_action": page.pk, "post": "yes"}
    desk.post("/desk/masthead/standingpage/", sent)
    assert StandingPage.objects.get() == page


def test_a_section_keeps_its_versions_too(sign_in, people_admin, world):
    desk = sign_in(people_admin)
    desk.post(change(world), form_on(desk, change(world)) | {"description": "Beyond the islands."})

    assert [version.content["description"] for version in Version.objects.of(world)] == ["Beyond the islands.", ""]
