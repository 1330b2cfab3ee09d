"""A story has its own caption, credit and alternative text for a picture; the library's stand everywhere else."""

import pytest

from articles.copy import Copy
from articles.models import Article
from pictures.models import Picture
from tests.editing.test_update_a_live_story import save
from tests.reading.conftest import read

__all__ = ["read"]

LIBRARY = {"alt": "A pier", "caption": "The pier", "credit": "Ann Weiss"}


@pytest.fixture
def pier(program):
    size = {"width": 1600, "height": 1067}
    return Picture.objects.create(title="Pier", digest="7" * 64, uploaded_by=program, **size, **LIBRARY)


def seen(page):
    alt = [*page.attribute(".lead-picture img", "alt"), page.meta("og:image:alt")]
    assert len(set(alt)) == 1
    return alt[0], page.one(".lead-picture figcaption span"), page.one(".lead-picture .credit")


def test_what_is_written_on_the_story_s_form_stands_in_that_story_alone(
    sign_in, editor, client, read, make_story, pier
):
    one = make_story("live", slug="one", headline="One", lead_picture=pier)
    other = make_story("live", slug="other", headline="Other", lead_picture=pier)
    own = {"lead_alt": "A pier under water", "lead_caption": "The pier last night", "lead_credit": "Bo Lind for us"}

    assert save(sign_in(editor), one, **own).status_code == 302
    one = Article.objects.get(pk=one.pk)
    assert {name: one.working_copy.words[name] for name in own} == own
    # Nothing of it is live yet.
    before = ("A pier", "The pier", "Image Credit: Ann Weiss")
    assert seen(read(one.get_absolute_url())) == before

    one.publish(one.working_copy, by=editor, change="update")

    after = ("A pier under water", "The pier last night", "Image Credit: Bo Lind for us")
    assert seen(read(one.get_absolute_url())) == after
    assert seen(read(other.get_absolute_url())) == before
    pier.refresh_from_db()
    assert {name: getattr(pier, name) for name in LIBRARY} == LIBRARY


@pytest.mark.parametrize("name", ["lead_alt", "lead_caption", "lead_credit"])
def test_each_text_by_itself_goes_before_the_library_s(read, make_story, pier, name):
    story = make_story("live", lead_picture=pier, **{name: "Ours"})
    expected = {"lead_alt": "A pier", "lead_caption": "The pier", "lead_credit": "Ann Weiss"} | {name: "Ours"}
    alt, caption, credit = expected.values()
    assert seen(read(story.get_absolute_url())) == (alt, caption, f"Image Credit: {credit}")


def test_what_is_left_empty_or_blank_never_costs_the_credit(read, make_story, pier):
    story = make_story("live", lead_picture=pier, lead_credit="  ", lead_caption="\n", lead_alt=" ")
    assert seen(read(story.get_absolute_url())) == ("A pier", "The pier", "Image Credit: Ann Weiss")


def test_what_decorates_elsewhere_may_say_something_here(read, make_story, pier):
    pier.is_decorative = True
    pier.save()
    silent = make_story("live", slug="silent", lead_picture=pier)
    telling = make_story("live", slug="telling", lead_picture=pier, lead_alt="The pier that broke")
    assert read(silent.get_absolute_url()).attribute(".lead-picture img", "alt") == [""]
    assert read(telling.get_absolute_url()).attribute(".lead-picture img", "alt") == ["The pier that broke"]


def test_lists_fronts_and_feeds_have_the_story_s_own_texts_too(client, read, make_story, pier):
    make_story("live", lead_picture=pier, lead_alt="A pier under water", lead_credit="Bo Lind for us")
    for address in ("/", "/world/"):
        page = read(address)
        assert page.attribute(".teaser-picture img", "alt") == ["A pier under water"]
        assert page.one(".teaser-picture .credit") == "Bo Lind for us"
    html = client.get("/feed/json/").json()["items"][0]["content_html"]
    assert 'alt="A pier under water"' in html
    assert "Image Credit: Bo Lind for us" in html


def test_a_version_that_is_restored_brings_its_texts_back(make_story, pier, editor):
    story = make_story("live", lead_picture=pier, lead_alt="First")
    first = story.working_copy
    words = {**first.words, "lead_alt": "Second"}
    story.save_revision(Copy(words), by=editor, began_from=first)
    story.save_revision(Copy.of(first), by=editor, began_from=story.working_copy)
    assert story.working_copy.lead_alt == "First"
