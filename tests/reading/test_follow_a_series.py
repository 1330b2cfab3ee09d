from datetime import UTC, datetime, timedelta

import pytest

from addresses.models import FormerAddress
from articles.models import Series

MAY = datetime(2022, 5, 1, 12, tzinfo=UTC)
HIDDEN = ("draft", "review", "scheduled", "unpublished")


@pytest.fixture
def tide(db):
    return Series.objects.create(name="The long tide", slug="the-long-tide", description="How the sea came up.")


def test_a_series_is_read_from_its_first_part(read, make_story, tide):
    for part in (2, 1, 3):
        make_story(headline=f"Part {part}", series=tide, at=MAY + timedelta(days=part))
    make_story(headline="Another story")

    page = read("/series/the-long-tide/")

    assert page.one("h1") == "The long tide"
    assert page.one(".list-head-description") == page.meta("description") == "How the sea came up."
    assert page.all(".parts h2") == ["Part 1", "Part 2", "Part 3"]
    assert page.attribute(".section-path a", "href") == ["/series/"]
    assert page.all(".stretch") == []


@pytest.mark.parametrize("state", HIDDEN)
def test_a_series_that_readers_have_seen_nothing_of_is_not_there(read, client, make_story, tide, state):
    make_story(state, series=tide)
    FormerAddress.remember("/series/the-secret/", tide)
    nothing = client.get("/series/nowhere/")

    for address in ("/series/the-long-tide/", "/series/the-long-tide/?after=1-1", "/series/the-secret/"):
        page = client.get(address)
        assert (page.status_code, page.content) == (404, nothing.content)
    assert read("/series/").one(".empty") == "No series has begun yet."
    assert "The long tide" not in client.get("/series/?from=a").content.decode()


@pytest.mark.parametrize("state", HIDDEN)
def test_a_part_that_is_not_out_is_not_shown(read, make_story, tide, state):
    make_story(headline="Seen", series=tide)
    make_story(state, headline="Hidden", series=tide)

    assert read("/series/the-long-tide/").all(".parts h2") == ["Seen"]


def test_a_former_address_leads_to_a_series_with_a_part(client, make_story, tide):
    make_story(series=tide)
    FormerAddress.remember("/series/tides/", tide)

    answer = client.get("/series/tides/")

    assert (answer.status_code, answer.headers["Location"]) == (301, "/series/the-long-tide/")


def test_a_long_series_goes_on_without_a_gap_or_a_repetition(read, make_story, tide):
    for part in range(55):
        make_story(headline=f"Part {part}", series=tide, at=MAY)

    first = read("/series/the-long-tide/")
    (further,) = first.attribute(".stretch a", "href")
    second = read("/series/the-long-tide/" + further)

    assert first.all(".parts h2") + second.all(".parts h2") == [f"Part {part}" for part in range(55)]
    assert second.all(".stretch a") == ["Back to the first part"]
    assert second.meta("robots") == "noindex, follow"
    assert second.attribute(".parts", "data-unnumbered") == [""]


def test_behind_the_last_part_is_a_sentence(read, make_story, tide):
    make_story(series=tide)

    assert "There are no further parts yet." in read("/series/the-long-tide/?after=9999999999999999-1").one(".empty")


@pytest.mark.parametrize("mark", ["x", "1", "9" * 30 + "-1"])
def test_a_place_that_is_none_is_not_found(read, make_story, tide, mark):
    make_story(series=tide)

    read(f"/series/the-long-tide/?after={mark}", status=404)


def test_the_list_of_series_goes_by_name(read, make_story, tide):
    for name in ("small boats", "Bread"):
        make_story(series=Series.objects.create(name=name, slug=name.replace(" ", "-").lower()))
    make_story(series=tide)

    page = read("/series/")

    assert page.all(".series-list h2") == ["Bread", "small boats", "The long tide"]
    assert page.attribute(".series-list a", "href") == [
        "/series/bread/",
        "/series/small-boats/",
        "/series/the-long-tide/",
    ]
    assert page.all(".series-list p") == ["How the sea came up."]
