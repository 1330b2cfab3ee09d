"""Nothing that WordPress kept from readers can be read here, and what it published is live from its own moment on."""

from datetime import UTC, datetime

import pytest
import time_machine

from articles.models import Article
from masthead.models import StandingPage
from tests.wordpress.exports import item

SECRET = "Nobody may read this yet."


def page(title, **fields):
    return item(title, SECRET, post_type="page", post_name=title.lower(), **fields)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"status": "draft"}, None),
        ({"status": "auto-draft"}, None),
        ({"status": "private"}, "1 × story was private in WordPress; it is a draft here"),
        ({"post_password": "enter"}, "1 × story was protected by a password; it is a draft here"),
        ({"status": "future", "post_password": "enter"}, "1 × story was protected by a password"),
        ({"status": "wc-on-hold"}, "1 × story has the status “wc-on-hold”; it is a draft here"),
        ({"status": "inherit"}, "1 × story has the status “inherit”"),
    ],
)
def test_a_story_that_was_not_public_is_a_draft(bring, write_export, client, fields, said):
    printed = bring(write_export(item("A story", SECRET, id=7, link="https://example.org/2019/05/06/it/", **fields)))
    story = Article.objects.get()
    assert story.is_drafted
    assert SECRET in story.working_copy.body
    assert said is None or said in printed
    for path in ("/2019/05/story-7/", "/2019/05/06/it/", "/", "/feed/", "/uncategorized/"):
        assert SECRET not in client.get(path, follow=True).content.decode()


def test_its_history_says_why(bring, write_export):
    bring(write_export(item(id=7, status="private")))
    (act,) = Article.objects.get().acts.all()
    assert act.note == "Imported from example.org, post 7. It was private in WordPress; it is a draft here."


def test_what_waited_for_review_waits_for_review(bring, write_export):
    bring(write_export(item(status="pending")))
    assert Article.objects.get().is_in_review


def test_what_is_in_the_trash_is_counted_and_not_imported(bring, write_export):
    printed = bring(write_export(item("Waste", status="trash"), page("Waste", status="trash")))
    assert "1 × post in the trash (“Waste”)" in printed
    assert "1 × page in the trash (“Waste”)" in printed
    assert not Article.objects.exists()
    assert not StandingPage.objects.exists()


def test_a_scheduled_story_goes_live_at_its_moment(bring, write_export, client):
    with time_machine.travel("2026-01-01 09:00Z", tick=False) as clock:
        bring(
            write_export(
                item(
                    "Later",
                    status="future",
                    post_name="later",
                    post_date="2026-01-02 10:00:00",
                    post_date_gmt="2026-01-02 10:00:00",
                )
            )
        )
        assert Article.objects.get().is_scheduled()
        assert client.get("/2026/01/later/").status_code == 404
        clock.move_to(datetime(2026, 1, 2, 10, 0, tzinfo=UTC))
        assert client.get("/2026/01/later/").status_code == 200


def test_a_scheduled_story_whose_moment_has_passed_since_is_live(bring, write_export):
    bring(write_export(item(status="future")))
    assert Article.objects.get().is_live()


@pytest.mark.parametrize(
    "fields", [{"status": "draft"}, {"status": "private"}, {"status": "future"}, {"post_password": "enter"}]
)
def test_a_page_that_was_not_public_is_not_published(bring, write_export, client, fields):
    bring(write_export(page("Plans", link="https://example.org/plans/", **fields)))
    assert SECRET in StandingPage.objects.get().body
    assert client.get("/plans/").status_code == 404


# Moments


@pytest.mark.parametrize(
    ("fields", "published", "path"),
    [
        ({}, "2019-05-06 10:00", "/2019/05/s/"),
        ({"post_date_gmt": "0000-00-00 00:00:00"}, "2019-05-06 12:00", "/2019/05/s/"),
        ({"post_date_gmt": "0000-00-00 00:00:00", "post_date": ""}, "2019-05-06 10:00", "/2019/05/s/"),
        # The month in the address is the site's own, though the moment lies in another by UTC.
        (
            {"post_date": "2019-06-01 01:00:00", "post_date_gmt": "2019-05-31 23:00:00"},
            "2019-05-31 23:00",
            "/2019/06/s/",
        ),
        (
            {"post_date": "1979-03-01 00:00:00", "post_date_gmt": "1979-03-01 00:00:00"},
            "1979-03-01 00:00",
            "/1979/03/s/",
        ),
    ],
)
def test_the_moment_comes_from_the_first_date_that_is_real(bring, write_export, fields, published, path):
    bring(write_export(item(post_name="s", **fields)))
    story = Article.objects.get()
    assert f"{story.published_at:%Y-%m-%d %H:%M}" == published
    assert story.get_absolute_url() == path


def test_a_published_story_without_any_date_is_dated_to_the_export(bring, write_export):
    nothing = {"post_date": "", "post_date_gmt": "", "pub_date": "Wed, 30 Nov -0001 00:00:00 +0000"}
    printed = bring(write_export(item(**nothing), head="<pubDate>Tue, 01 Mar 2022 08:00:00 +0000</pubDate>"))
    assert Article.objects.get().published_at == datetime(2022, 3, 1, 8, tzinfo=UTC)
    assert "1 × published story without a date" in printed
