"""Where a picture stands, as far as whoever asks may know; and that what is used cannot pass for unused."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from articles.copy import Copy
from articles.models import Article, Revision
from authors.models import Author
from fronts.arrangement import Arrangement, Placed
from fronts.models import Front
from masthead.models import Masthead, StandingPage
from pictures.models import Picture
from pictures.uses import uses_of
from tests.pictures.conftest import drawn
from versions.content import content_of
from versions.models import Version


@pytest.fixture
def pier(bring):
    return bring(drawn(400), title="Pier")


@pytest.fixture
def boat(bring):
    return bring(drawn(401), title="Boat")


def figure(*pictures):
    return "".join(f'<figure data-picture="{picture.pk}"></figure>' for picture in pictures)


def told(picture, reader):
    return {where: [(use.name, use.address) for use in uses] for where, uses in uses_of(picture, reader).items()}


def desk(article):
    return f"/desk/articles/article/{article.pk}/change/"


@pytest.mark.parametrize(
    ("html", "ids"),
    [
        ("", []),
        ("<p>12</p>", []),
        (
            '<figure data-picture="12"></figure><p>a</p><figure data-picture="3"><figcaption>x</figcaption></figure>',
            [3, 12],
        ),
        ('<figure data-picture="12"></figure><figure data-picture="12"></figure>', [12]),
        ('<figure data-gallery="3,17,4"><figcaption>x</figcaption></figure>', [3, 4, 17]),
        (
            '<figure data-gallery="strip"><figure data-picture="8"></figure><figure data-picture="9"/></figure>',
            [8, 9],
        ),
        ('<figure data-alt="5 &gt; 4" data-picture="12" data-credit="“A”"></figure>', [12]),
        ('<figure data-picture="12" data-alt=" data-picture=&quot;7&quot;"></figure>', [12]),
        ('<figure data-embed="youtube:12"></figure><figure data-quote="pull"></figure>', []),
        ('<pre>&lt;figure data-picture="12"&gt;</pre><p>data-picture="12"</p>', []),
        ('<figure data-picture="999999999"></figure>', [999999999]),
    ],
)
@pytest.mark.django_db
def test_the_database_reads_the_pictures_of_a_text(html, ids):
    with connection.cursor() as cursor:
        cursor.execute("SELECT pictures_in_prose(%s)", [html])
        assert cursor.fetchone() == (ids,)


def test_every_version_and_the_live_story_know_their_pictures(make_story, program, pier, boat):
    article = make_story("live", body=figure(pier))
    assert Article.objects.get().body_pictures == [pier.pk]
    article.save_revision(
        Copy({"headline": "Ferry", "body": figure(boat, pier)}), by=program, began_from=article.working_copy
    )
    assert Article.objects.get().body_pictures == [pier.pk]
    assert [revision.body_pictures for revision in Revision.objects.all()] == [[pier.pk, boat.pk], [pier.pk]]


def test_what_is_told_apart(make_story, program, editor, pier, boat):
    live = make_story("live", headline="Live", lead_picture=pier)
    inside = make_story("live", headline="Inside", body=figure(pier))
    scheduled = make_story("scheduled", headline="Scheduled", body=figure(pier))
    draft = make_story("draft", headline="Draft", lead_picture=pier)
    ahead = make_story("live", headline="Ahead")
    ahead.save_revision(Copy({"headline": "Ahead", "body": figure(pier)}), by=program, began_from=ahead.working_copy)
    old = make_story("draft", headline="Old", body=figure(pier))
    old.save_revision(Copy({"headline": "Old no more", "body": ""}), by=program, began_from=old.working_copy)
    gone = make_story("unpublished", headline="Gone", body=figure(pier))
    make_story("live", headline="Another", lead_picture=boat)

    assert told(pier, editor) == {
        "Live stories": [("Inside", desk(inside)), ("Live", desk(live))],
        "Drafts and working copies": [
            ("Gone", desk(gone)),
            ("Ahead", desk(ahead)),
            ("Draft", desk(draft)),
            ("Scheduled", desk(scheduled)),
        ],
        "Old versions only": [("Old no more", desk(old))],
    }
    assert set(Picture.objects.used()) == {pier, boat}
    assert set(Picture.objects.shown()) == {pier, boat}


def test_a_contributor_learns_of_their_own_drafts_and_of_what_readers_see(make_story, contributor, pier):
    live = make_story("live", headline="Live", lead_picture=pier)
    own = make_story("draft", headline="Mine", body=figure(pier), by=contributor)
    make_story("draft", headline="Secret", lead_picture=pier)
    make_story("scheduled", headline="Embargoed", body=figure(pier))
    make_story("unpublished", headline="Gone", body=figure(pier))
    assert told(pier, contributor) == {
        "Live stories": [("Live", live.get_absolute_url())],
        "Drafts and working copies": [("Mine", desk(own))],
    }


def test_that_the_next_version_of_a_live_story_has_it_is_no_ones_to_know(make_story, program, contributor, pier):
    article = make_story("live", headline="Live")
    article.save_revision(Copy({"headline": "Live", "body": figure(pier)}), by=program, began_from=article.working_copy)
    assert told(pier, contributor) == {}


def test_fronts(make_story, chief, editor, pier, boat):
    story = make_story("live")

    def arranged(picture):
        return Arrangement((Placed("lead", 1, story.pk, picture=picture.pk),))

    front = Front.of(None)
    version = front.save_version(arranged(pier), by=chief, began_from=None)
    assert told(pier, chief) == {"Drafts and working copies": [("the front", "/desk/fronts/front/0/")]}
    assert told(pier, editor) == {}
    assert not Picture.objects.shown().exists()
    front.publish(version, by=chief)
    assert told(pier, chief) == {"Fronts": [("the front", "/desk/fronts/front/0/")]}
    assert told(pier, editor) == {"Fronts": [("the front", "/")]}
    assert set(Picture.objects.shown()) == {pier}

    newer = front.save_version(arranged(boat), by=chief, began_from=version)
    front.publish(newer, by=chief, at=timezone.now() + timedelta(hours=1))
    assert set(Picture.objects.shown()) == {pier, boat}
    front.publish(newer, by=chief)
    assert told(pier, chief) == {"Old versions only": [("the front", "/desk/fronts/front/0/history/")]}
    assert set(Picture.objects.used()) == {pier, boat}


def test_portraits_and_who_once_had_them(people_admin, contributor, ann, pier):
    ann.portrait = pier
    ann.save()
    address = f"/desk/authors/author/{ann.pk}/change/"
    assert told(pier, contributor) == {"Authors": [("Ann Weiss", address)]}
    Version.keep(ann, content_of(ann), by=people_admin)
    Author.objects.update(portrait=None)
    assert told(pier, people_admin) == {"Old versions only": [("Ann Weiss", address)]}
    assert told(pier, contributor) == {}
    assert set(Picture.objects.used()) == {pier}
    assert not Picture.objects.shown().exists()


def test_the_logo_and_the_standing_pages(people_admin, contributor, pier, boat):
    masthead = Masthead.objects.create(name="The Courier", logo=pier)
    about = StandingPage.objects.create(path="about", title="About", body=figure(boat))
    assert told(pier, people_admin) == {
        "The masthead and standing pages": [("the logo", f"/desk/masthead/masthead/{masthead.pk}/change/")]
    }
    page = f"/desk/masthead/standingpage/{about.pk}/change/"
    assert told(boat, people_admin) == {"The masthead and standing pages": [("About", page)]}
    assert told(boat, contributor) == {}
    assert set(Picture.objects.shown()) == {pier}

    for thing in (masthead, about):
        Version.keep(thing, content_of(thing), by=people_admin)
    Masthead.objects.update(logo=None)
    StandingPage.objects.update(body="")
    assert told(pier, people_admin) == {
        "Old versions only": [("the masthead", f"/desk/masthead/masthead/{masthead.pk}/change/")]
    }
    assert told(boat, people_admin) == {"Old versions only": [("About", page)]}
    assert set(Picture.objects.used()) == {pier, boat}


def test_what_nothing_holds_is_unused(pier, boat, make_story):
    make_story("draft", body=figure(boat))
    assert set(Picture.objects.unused()) == {pier}
