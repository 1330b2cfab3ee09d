from datetime import timedelta

import pytest
from django.utils import timezone

from pictures.models import Picture
from sections.models import Section


def headlines(page):
    return page.all(".front-lead h2") + page.all(".river h2")


def test_a_section_shows_its_stories_newest_first(read, make_story, world, sport):
    world.description = "Beyond the islands."
    world.save()
    for hours in (2, 3, 1):
        make_story(headline=f"{hours} hours old", at=timezone.now() - timedelta(hours=hours))
    make_story(headline="A match", section=sport)

    page = read("/world/")

    assert page.one("h1") == "World"
    assert page.one(".list-head-description") == "Beyond the islands."
    assert headlines(page) == ["1 hours old", "2 hours old", "3 hours old"]
    assert page.tree.xpath("//link[@type='application/rss+xml']/@href") == ["/feed/", "/world/feed/"]


def test_a_parent_shows_its_children_and_their_stories(read, make_story, world):
    make_story(
        headline="Ice in the Straits", section=Section.objects.create(name="Straits", slug="straits", parent=world)
    )

    assert headlines(read("/world/")) == ["Ice in the Straits"]
    assert "/straits/" in read("/world/").attribute(".list-head-links a", "href")
    assert read("/straits/").attribute(".section-path a", "href") == ["/world/"]


def test_a_story_stands_in_its_further_sections_too(read, make_story, program, sport):
    story = make_story(headline="The minister rows")
    story.file(by=program, section=story.section, further_sections=[sport], slug=story.slug)

    assert headlines(read("/sport/")) == ["The minister rows"]


def test_an_empty_section_says_so(read, world):
    assert "Nothing has been published in this section yet." in read("/world/").one(".empty")


def test_older_stories_follow_without_a_gap_or_a_repetition(read, make_story):
    same_moment = timezone.now() - timedelta(days=3)
    made = {make_story(headline=f"Story {number}", at=same_moment).headline for number in range(45)}

    seen, address = [], "/world/"
    while address:
        page = read(address)
        seen += headlines(page)
        older = page.tree.xpath("//a[@rel='next']/@href")
        address = "/world/" + older[0] if older else None

    assert len(seen) == 45
    assert set(seen) == made


def test_no_picture_stands_twice_on_the_first_stretch(read, make_story, program):
    texts = {"title": "The quay", "alt": "The quay", "width": 1600, "height": 1067, "uploaded_by": program}
    pictures = [Picture.objects.create(digest=str(number) * 64, **texts) for number in (1, 2, 3)]
    for number in range(15):
        make_story(headline=f"Story {number}", lead_picture=pictures[number % 3])

    shown = read("/world/").attribute("main img", "src")

    assert len(shown) == len(set(shown)) == 3


def test_older_stories_are_for_people_and_not_for_search_engines(read, make_story):
    for number in range(22):
        make_story(headline=f"Story {number}")

    first = read("/world/")
    older = read("/world/" + first.attribute(".stretch a", "href")[0])

    assert first.tree.xpath("//meta[@name='robots']/@content") == []
    assert older.meta("robots") == "noindex, follow"
    assert older.all(".stretch a") == ["Back to the newest"]


def test_behind_the_oldest_story_is_a_sentence(read, make_story):
    make_story()

    assert "There are no older stories." in read("/world/?before=1-1").one(".empty")


@pytest.mark.parametrize("mark", ["x", "1", "1-", "-1", "1-x", "9" * 30 + "-1", "1-" + "9" * 30, "1-1'--", "٣-٣"])
def test_a_place_that_is_none_is_not_found(read, world, mark):
    read(f"/world/?before={mark}", status=404)
