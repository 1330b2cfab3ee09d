from datetime import UTC, datetime, timedelta

import pytest

HIDDEN = ("draft", "review", "scheduled", "unpublished")


def day(year, month, number=1, hour=12):
    return datetime(year, month, number, hour, tzinfo=UTC)


def test_the_archive_names_the_years_and_months_that_have_stories(read, make_story):
    for moment in (day(2021, 12), day(2022, 7), day(2022, 3), day(2022, 3, 9)):
        make_story(at=moment)

    page = read("/archive/")

    assert page.all(".archive-years dt") == ["2022", "2021"]
    assert page.all(".archive-years li") == ["March", "July", "December"]
    assert page.attribute(".archive-years a", "href") == [
        "/2022/",
        "/2022/03/",
        "/2022/07/",
        "/2021/",
        "/2021/12/",
    ]


def test_an_empty_archive_says_so(read, db):
    assert read("/archive/").one(".empty") == "Nothing has been published yet."


def test_a_year_has_its_months_and_their_newest_headlines(read, make_story):
    for number in range(1, 6):
        make_story(headline=f"March {number}", at=day(2022, 3, number), kind="opinion" if number == 5 else "news")
    make_story(headline="In July", at=day(2022, 7))
    for year in (2019, 2021, 2024):
        make_story(headline=f"In {year}", at=day(year, 3))

    page = read("/2022/")

    assert page.one("h1") == "2022"
    assert page.all(".archive-months h2") == ["March", "July"]
    assert page.all(".archive-months h3") == ["March 5", "March 4", "March 3", "In July"]
    assert page.all(".archive-months .kind") == ["Opinion"]
    assert page.attribute(".stretch a", "href") == ["/2021/", "/2024/"]
    assert page.attribute(".section-path a", "href") == ["/archive/"]


def test_a_month_goes_by_days(read, make_story):
    for number, hour in ((3, 9), (3, 15), (17, 8)):
        make_story(headline=f"{number} at {hour}", at=day(2022, 5, number, hour), kind="analysis")
    for month in (2, 9):
        make_story(headline="Another month", at=day(2022, month))

    page = read("/2022/05/")

    assert page.one("h1") == "May 2022"
    assert page.all(".archive-day h2") == ["Tuesday 17 May", "Tuesday 3 May"]
    assert page.attribute(".archive-day h2", "id") == ["day-2022-05-17", "day-2022-05-03"]
    assert page.attribute(".archive-days a", "href") == ["#day-2022-05-17", "#day-2022-05-03"]
    assert page.all(".archive-day h3") == ["17 at 8", "3 at 15", "3 at 9"]
    assert page.all(".archive-day .kind") == ["Analysis"] * 3
    assert page.attribute(".list-head-links a", "href") == ["/2022/02/", "/2022/09/"]
    assert page.attribute(".section-path a", "href") == ["/archive/", "/2022/"]


def test_the_address_of_a_story_cut_back_leads_to_its_month_and_its_year(read, make_story):
    story = make_story(headline="Ferry to run again", at=day(2022, 5))
    address = story.get_absolute_url()

    for length in (3, 2):
        page = read("/".join(address.split("/")[:length]) + "/")
        assert address in [link.get("href") for link in page.elements("main a")]


def test_a_full_month_goes_on_without_a_gap_or_a_repetition(read, make_story):
    for number in range(63):
        make_story(headline=f"Story {number}", at=day(2022, 5) + timedelta(hours=number // 3))

    first = read("/2022/05/")
    (older,) = first.attribute(".stretch a", "href")
    second = read("/2022/05/" + older)

    assert first.all(".archive-day h3") + second.all(".archive-day h3") == [f"Story {n}" for n in reversed(range(63))]
    assert second.all(".stretch a") == ["Back to the newest"]
    assert second.meta("robots") == "noindex, follow"


@pytest.mark.parametrize("state", HIDDEN)
def test_what_is_not_out_leaves_no_trace(client, read, make_story, state):
    make_story(at=day(2021, 4))
    at = {"scheduled": day(2099, 3), "unpublished": day(2022, 3)}.get(state)
    story = make_story(state, headline="Secret merger", at=at)
    year = story.address_month.year if story.address_month else 2022

    assert read("/archive/").all(".archive-years dt") == ["2021"]
    nothing = client.get("/1999/")
    for address in (f"/{year}/", f"/{year}/03/", f"/{year}/03/?before=1-1"):
        answer = client.get(address)
        assert (answer.status_code, answer.content) == (404, nothing.content)
    assert read("/2021/").all(".stretch") == []
    assert read("/2021/04/").all(".list-head-links li") == []


def test_an_embargoed_story_does_not_show_in_a_month_that_is_there(read, make_story):
    make_story(headline="Seen", at=day(2022, 3))
    make_story("unpublished", headline="Gone", at=day(2022, 3, 2))

    assert read("/2022/03/").all(".archive-day h3") == ["Seen"]
    assert read("/2022/").all(".archive-months h3") == ["Seen"]


@pytest.mark.parametrize("address", ["/0000/", "/2022/13/", "/2022/00/", "/2022/5/", "/2022/05/?before=x", "/1999/"])
def test_a_date_that_is_none_is_not_found(read, make_story, address):
    make_story(at=day(2022, 5))

    read(address, status=404)
