import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from masthead.models import ConnectLink, Masthead, StandingPage
from paper.furniture import Furniture
from pictures.models import Picture
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


@pytest.fixture
def make_logo(program):
    def make(name, width=1600, height=320):
        return Picture.objects.create(
            title=name,
            digest=name[0] * 64,
            key=name[0] * 16,
            width=width,
            height=height,
            uploaded_by=program,
            alt="A drawing",
        )

    return make


def test_a_logo_stands_for_the_name_and_says_it(read, courier, world, make_logo):
    courier.logo, courier.dark_logo = make_logo("a logo"), make_logo("dark logo", width=1200)
    courier.save()

    for address in ("/", "/world/"):
        page = read(address)
        assert page.attribute(".nameplate img", "alt") == ["The Merrow Courier"]
        assert page.attribute(".nameplate img", "width") == ["1600"]
        assert page.attribute(".nameplate source", "media") == ["(prefers-color-scheme: dark)", None]
        assert page.attribute(".nameplate source", "width") == ["1200", None]
        assert f"/pictures/{'d' * 16}/" in page.attribute(".nameplate source", "srcset")[0]
    assert read("/").attribute(".logo", "data-light-only") == [None]


def test_one_logo_serves_by_day_and_by_night(read, courier, make_logo):
    courier.logo = make_logo("a logo")
    courier.save()

    page = read("/")

    assert page.attribute(".logo", "data-light-only") == [""]
    assert page.attribute(".nameplate source", "media") == [None]


def test_a_logo_for_the_dark_alone_is_refused(courier, make_logo):
    courier.dark_logo = make_logo("dark logo")
    with pytest.raises(ValidationError, match="A logo for the dark needs one for the light beside it"):
        courier.full_clean()
    with pytest.raises(IntegrityError):
        courier.save()


def test_the_foot_says_who_publishes(read, courier):
    courier.legal_name, courier.address = "The Courier Cooperative", "4 Fish Hall Steps\nMerrow"
    courier.email, courier.phone = "office@courier.example", "+000 55 (0)142"
    courier.responsible_editor, courier.founded, courier.issn = "Hanne Corrie", 1871, "1234-567X"
    courier.save()

    page = read("/")

    assert page.all(".publisher p") == [
        "The Courier Cooperative",
        "4 Fish Hall StepsMerrow",
        "office@courier.example +000 55 (0)142",
        "Responsible editor: Hanne Corrie",
        "Founded in 1871 ISSN 1234-567X",
    ]
    assert page.attribute(".publisher a", "href") == ["mailto:office@courier.example", "tel:+000550142"]
    assert Furniture.read().publisher == {
        "legal_name": "The Courier Cooperative",
        "address": "4 Fish Hall Steps\nMerrow",
        "email": "office@courier.example",
        "phone": "+000 55 (0)142",
        "responsible_editor": "Hanne Corrie",
        "founded": 1871,
        "issn": "1234-567X",
    }


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [("issn", "12345678", "Write it as “1234-567X”."), ("founded", 1066, "No newspaper is older than 1605.")],
)
def test_what_cannot_be_is_refused_in_a_sentence(courier, field, value, said):
    setattr(courier, field, value)
    with pytest.raises(ValidationError, match=said):
        courier.full_clean()


def test_menu_and_foot_hold_their_pages_in_order(read, courier, world):
    for position, (title, places) in enumerate(
        [("Foot", {"in_footer"}), ("Both", {"in_menu", "in_footer"}), ("Menu", {"in_menu"}), ("Neither", set())]
    ):
        StandingPage.objects.create(
            path=title.lower(),
            title=title,
            is_published=True,
            position=9 - position,
            in_menu="in_menu" in places,
            in_footer="in_footer" in places,
        )
    StandingPage.objects.create(path="plans", title="Plans", in_menu=True)

    page = read("/")

    assert page.all(".menu-pages a") == ["Menu", "Both"]
    assert [text for text in page.all(".foot a") if text in {"Foot", "Both", "Menu", "Neither", "Plans"}] == [
        "Both",
        "Foot",
    ]


def test_pages_have_purposes_each_at_most_once(courier):
    for purpose in ("ethics", "corrections", "staff", ""):
        StandingPage.objects.create(
            path=f"our/{purpose or 'jobs'}", title="A page", purpose=purpose, is_published=True, in_footer=False
        )
    StandingPage.objects.create(path="secret", title="Secret", purpose="privacy")

    assert Furniture.read().policies == {
        "ethics": "/our/ethics/",
        "corrections": "/our/corrections/",
        "staff": "/authors/",
    }
    with pytest.raises(ValidationError, match="Another page has this purpose already"):
        StandingPage(path="more", title="More", purpose="ethics").full_clean()
    StandingPage(path="more", title="More").full_clean()
