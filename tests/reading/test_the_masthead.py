import pytest

from masthead.models import ConnectLink, Masthead, StandingPage
from sections.models import Section


@pytest.fixture
def courier(db):
    masthead = Masthead.objects.create(
        name="The Merrow Courier", tagline="On the quay since 1871", imprint="<p>4 Fish Hall Steps</p>"
    )
    ConnectLink.objects.create(masthead=masthead, label="Signal", url="https://example.org/signal", position=2)
    ConnectLink.objects.create(masthead=masthead, label="Mastodon", url="https://example.org/@courier", position=1)
    return masthead


def test_the_paper_s_name_is_the_heading_of_the_front_alone(read, courier, world):
    assert read("/").one("h1") == "The Merrow Courier"
    assert read("/world/").one("h1") == "World"
    assert read("/world/").one(".nameplate-name") == "The Merrow Courier"


def test_connect_with_us(read, courier):
    page = read("/")

    assert page.one(".connect p") == "Connect with us"
    assert page.all(".connect a") == ["Mastodon", "Signal"]
    assert page.attribute(".connect a", "href") == ["https://example.org/@courier", "https://example.org/signal"]


def test_sections_stand_in_order_with_theirs_beneath_them(read, courier):
    city = Section.objects.create(name="City", slug="city", position=2)
    Section.objects.create(name="World", slug="world", position=1)
    Section.objects.create(name="Harbour", slug="harbour", position=0, parent=city)

    page = read("/")

    assert page.all(".navigation-row a") == ["World", "City"]
    assert page.all(".menu a") == ["World", "City", "Harbour"]


def test_standing_pages_and_imprint_stand_in_the_foot(read, courier):
    StandingPage.objects.create(path="about", title="About", is_published=True, body="<p>We <em>print</em>.</p>")
    StandingPage.objects.create(path="terms", title="Terms", is_published=True, in_footer=False)
    StandingPage.objects.create(path="plans", title="Plans", is_published=False)

    page = read("/")

    assert "About" in page.all(".foot a")
    assert not {"Terms", "Plans"} & set(page.all(".foot a"))
    assert page.one(".foot-imprint") == "4 Fish Hall Steps"


def test_a_standing_page(read, courier):
    StandingPage.objects.create(
        path="about/team", title="The team", is_published=True, body="<p>We <em>print</em>.</p>"
    )

    page = read("/about/team/")

    assert page.one("h1") == "The team"
    assert page.one(".prose") == "We print."
    assert page.meta("description") == "We print."


def test_a_standing_page_that_is_not_published_is_not_there(read, courier):
    StandingPage.objects.create(path="plans", title="Plans")

    read("/plans/", status=404)


def test_a_fresh_database_has_a_masthead_too(read, db):
    page = read("/")

    assert page.one("h1") == "The Newsroom"
    assert page.all(".connect") == page.all(".navigation") == []
