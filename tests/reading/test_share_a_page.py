"""The picture beside an address that somebody shares: the story's own, or a card made from its words."""

from io import BytesIO

import pytest
from django.core.files.storage import storages
from PIL import Image

from articles.copy import Copy
from paper import social_card
from paper.social_card.card import SocialCard
from paper.social_card.drawing import drawn
from paper.social_card.lettering import file_for, writable
from pictures.models import Picture


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path, monkeypatch, settings):
    settings.SITE_URL = "https://paper.example"
    for where in ("base_location", "location"):
        monkeypatch.setitem(storages["renditions"].__dict__, where, str(tmp_path))


@pytest.fixture
def card_of(read):
    def card_of(story):
        address = read(story.get_absolute_url()).meta("og:image")
        assert address.startswith("https://paper.example/")
        return address.removeprefix("https://paper.example")

    return card_of


@pytest.fixture
def pier(program):
    return Picture.objects.create(
        title="Pier", alt="A pier", digest="a" * 64, key="a" * 16, width=1600, height=1067, uploaded_by=program
    )


def test_a_story_without_a_picture_gets_a_card(client, make_story, card_of, django_assert_num_queries):
    address = card_of(make_story(kicker="Ferry strike"))

    first = client.get(address)
    with django_assert_num_queries(2):
        second = client.get(address)

    assert first.content == second.content
    assert Image.open(BytesIO(first.content)).size == (1200, 630)
    assert len(first.content) < 60_000
    assert first["Content-Type"] == "image/png"
    assert first["Cache-Control"] == "public, max-age=31536000, immutable"
    assert first["X-Content-Type-Options"] == "nosniff"
    assert not first.cookies


def test_it_is_drawn_once(client, make_story, card_of, monkeypatch):
    made = []
    monkeypatch.setattr(social_card.making, "drawn", lambda card: made.append(card) or drawn(card))
    address = card_of(make_story())

    for _ in range(3):
        assert client.get(address).status_code == 200
    assert len(made) == 1


def test_a_story_with_a_picture_shows_that(read, make_story, pier):
    page = read(make_story(lead_picture=pier).get_absolute_url())

    assert page.meta("og:image") == f"https://paper.example/pictures/{'a' * 16}/card-1200-at-50-50.jpg"
    assert (page.meta("og:image:width"), page.meta("og:image:height")) == ("1200", "630")
    assert page.meta("og:image:type") == "image/jpeg"
    assert page.meta("og:image:alt") == "A pier"


def test_a_picture_that_is_too_small_gives_way_to_a_card(make_story, card_of, program):
    stamp = Picture.objects.create(title="Stamp", digest="b" * 64, width=500, height=500, uploaded_by=program)

    assert card_of(make_story(lead_picture=stamp)).startswith("/cards/")


def test_what_is_opinion_or_paid_says_so_on_the_card_and_in_the_title(read, make_story):
    for kind, label in (("opinion", "Opinion"), ("sponsored", "Sponsored")):
        story = make_story(headline="A view", kind=kind, slug=kind, kicker="Boats")
        paper = type("Paper", (), {"name": "The Courier"})
        card = SocialCard.of_story(story, paper)
        plain = SocialCard.of_story(make_story(headline="A view", slug=f"{kind}-news", kicker="Boats"), paper)

        assert card.label == f"{label} · Boats"
        assert card.is_paid == (kind == "sponsored")
        assert drawn(card) != drawn(plain)
        assert read(story.get_absolute_url()).meta("og:title") == f"{label}: A view"


def test_new_words_are_a_new_card_and_the_old_address_leads_to_it(client, make_story, card_of, program):
    story = make_story()
    old = card_of(story)
    story.save_revision(Copy({"headline": "Ferry runs"}), by=program, began_from=story.working_copy)
    assert card_of(story) == old

    story.publish(story.working_copy, by=program)

    new = card_of(story)
    assert new != old
    answer = client.get(old)
    assert (answer.status_code, answer["Location"]) == (302, "https://paper.example" + new)


def test_a_picture_that_comes_later_takes_the_card_s_place(client, make_story, card_of, program, pier):
    story = make_story()
    card = card_of(story)
    assert client.get(card).status_code == 200
    story.save_revision(
        Copy({"headline": story.headline, "lead_picture": pier}), by=program, began_from=story.working_copy
    )
    story.publish(story.working_copy, by=program)

    assert client.get(card)["Location"].endswith("/card-1200-at-50-50.jpg")


@pytest.mark.parametrize("state", ["draft", "review", "scheduled"])
def test_no_card_tells_of_a_story_that_is_not_live(client, make_story, state):
    story = make_story(state, headline="Secret")
    nowhere = client.get("/cards/999999999-0123456789abcdef.png")
    paper = type("Paper", (), {"name": "The Newsroom"})
    if state == "scheduled":
        assert client.get(SocialCard.of_story(story, paper).address).content == nowhere.content

    answer = client.get(f"/cards/{story.pk}-0123456789abcdef.png")

    assert (answer.status_code, answer.content) == (404, nowhere.content)


def test_a_card_goes_with_its_story(client, make_story, card_of, program):
    story = make_story()
    address = card_of(story)
    assert client.get(address).status_code == 200

    story.unpublish(by=program, note="Wrong.")

    assert client.get(address).status_code == 404


def test_nobody_can_ask_for_a_card_with_other_words(client, make_story, tmp_path):
    story = make_story()

    answer = client.get(f"/cards/{story.pk}-0123456789abcdef.png")

    assert answer.status_code == 302
    assert list(tmp_path.rglob("*.png")) == []


@pytest.mark.parametrize(
    ("headline", "font"),
    [
        ("Sarn Line crews walk out", "serif-bold.ttf"),
        ("Żółć, Ærø, ẞ, Đà Nẵng", "serif-bold.ttf"),
        ("Το πλοίο – Паром", "serif-bold.ttf"),
        ("العبارة تبحر", "arabic-bold.ttf"),
        ("המעבורת מפליגה", "hebrew-bold.ttf"),
        ("渡輪恢復航行", None),
    ],
)
def test_scripts_that_a_card_can_show(headline, font):
    assert file_for(writable(headline)) == font


@pytest.mark.parametrize(
    "headline",
    [
        "",
        "🚢",
        "渡輪恢復航行",
        "W" * 300,
        "word " * 60,
        "\u202e\x07\ufeff",
        "Ferry 🚢 runs",
        "e\u0301" * 40,
        "ab " * 100,
    ],
)
def test_any_headline_makes_a_card(headline):
    card = SocialCard("The Courier", headline, "Opinion · Boats", "World", site="paper.example")

    assert Image.open(BytesIO(drawn(card))).size == (1200, 630)


def test_a_headline_that_no_font_has_leaves_the_site_s_name():
    site = drawn(SocialCard("The Courier", "", site="paper.example"))

    assert drawn(SocialCard("The Courier", "渡輪恢復航行", site="paper.example")) == site
    assert drawn(SocialCard("The Courier", "", site="")) != site
