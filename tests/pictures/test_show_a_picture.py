"""What stands on the page: templates/pictures/picture.html."""

import pytest
from django.template.loader import render_to_string
from lxml import html

from pictures.background import measure_all
from pictures.models import Picture
from tests.pictures.conftest import drawn, file


@pytest.fixture
def shown():
    def shown(picture, **context):
        page = render_to_string("pictures/picture.html", {"picture": picture, "sizes": "50vw", **context})
        picture_element = html.fromstring(page.split("#}")[-1])
        return picture_element, picture_element.findall(".//source"), picture_element.find(".//img")

    return shown


def test_a_browser_is_offered_every_size_as_avif_and_webp_and_one_jpeg(bring, shown, django_assert_num_queries):
    picture = bring(drawn(800, 400), alt="A pier")
    with django_assert_num_queries(0):
        element, (avif, webp), image = shown(picture, lazy=True)
    at = f"/pictures/{picture.key}"
    assert (element.tag, dict(element.attrib)) == ("picture", {"class": "picture r0 g8 b8"})
    assert dict(avif.attrib) == {
        "type": "image/avif",
        "srcset": f"{at}/320.avif 320w, {at}/480.avif 480w, {at}/800.avif 800w",
        "sizes": "50vw",
    }
    assert dict(webp.attrib) == {
        "type": "image/webp",
        "srcset": f"{at}/320.webp 320w, {at}/480.webp 480w, {at}/800.webp 800w",
        "sizes": "50vw",
    }
    assert dict(image.attrib) == {
        "src": f"{at}/800.jpg",
        "width": "800",
        "height": "400",
        "alt": "A pier",
        "loading": "lazy",
        "decoding": "async",
    }


@pytest.mark.parametrize(
    ("content", "ground"),
    [
        (lambda: drawn(colour="#ff0811"), " rf g0 b1"),
        (lambda: drawn(colour="#000000"), " r0 g0 b0"),
        (lambda: drawn(mode="RGBA", colour="#ff0000ff"), " rf g0 b0"),
        # It would show through, or be seen around it.
        (lambda: drawn(mode="RGBA", colour="#ff000080"), ""),
        (lambda: file("transparent.png"), ""),
        (lambda: file("l_trns.png"), ""),
    ],
)
def test_its_own_colour_stands_in_its_place_until_it_is_there(bring, shown, content, ground):
    element, _, _ = shown(bring(content()))
    assert element.get("class") == f"picture{ground}"


def test_a_picture_from_before_gets_its_colour_from_the_worker(bring, shown):
    picture = bring(drawn(colour="#ff0811"))
    Picture.objects.update(is_opaque=None)
    picture.refresh_from_db()
    assert shown(picture)[0].get("class") == "picture"
    measure_all.enqueue()
    picture.refresh_from_db()
    assert shown(picture)[0].get("class") == "picture rf g0 b1"


def test_what_is_seen_first_is_asked_for_first(bring, shown):
    _, _, image = shown(bring(), lazy=False)
    assert image.get("fetchpriority") == "high"
    assert image.get("loading") is None


@pytest.mark.parametrize(
    ("texts", "alt"),
    [({"alt": '"><script>'}, '"><script>'), ({}, ""), ({"alt": "Waves", "is_decorative": True}, "")],
)
def test_there_is_always_an_alternative_text_even_if_it_is_empty(bring, shown, texts, alt):
    _, _, image = shown(bring(**texts))
    assert image.get("alt") == alt
