"""A reader meets several pictures together, as a strip or as an essay."""

import json
import re
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from masthead.models import StandingPage
from pictures.arrival import arrive

IMAGES = Path(__file__).parents[1] / "data/images"
SHEET = '<link rel="stylesheet" href="/static/galleries.css">'


@pytest.fixture
def pictures(program):
    def taken(title, name, **texts):
        file = ContentFile((IMAGES / name).read_bytes(), name=name)
        texts = {"credit": "Ann Weiss", "alt": title, "caption": f"{title} in May", **texts}
        return arrive(file, by=program, renditions="later", title=title, **texts)

    return [
        taken("The pier", "Landscape_6.jpg"),
        taken("A boat", "iptc.jpg", source_type="compositeWithTrainedAlgorithmicMedia"),
        taken("The quay", "orientation_rectangle.jpg", credit=""),
    ]


def gallery(pictures, look="strip"):
    pier, boat, quay = pictures
    return (
        f'<figure data-gallery="{look}"><figure data-picture="{pier.pk}" data-credit="Bo Lind" data-alt="Planks">'
        f'<figcaption>One <em>day</em></figcaption></figure><figure data-picture="{boat.pk}"></figure>'
        f'<figure data-picture="{quay.pk}"></figure><figcaption>Merrow in May</figcaption></figure>'
    )


def page_of(client, story):
    return re.sub(r">\s+<", "><", client.get(story.get_absolute_url()).content.decode())


@pytest.mark.parametrize("look", ["strip", "essay"])
def test_every_picture_has_its_words_its_credit_and_its_size(client, make_story, pictures, look):
    page = page_of(client, make_story(body=f"<p>a</p>{gallery(pictures, look)}<p>b</p>"))
    shown = page[page.index('<figure class="gallery"') : page.index("<p>b</p>")]
    assert re.findall(r'alt="([^"]*)"', shown) == ["Planks", "A boat", "The quay"]
    assert re.findall(r"Image Credit: ([^<]*)<", shown) == ["Bo Lind", "Ann Weiss", "unknown"]
    assert re.findall(r'<img [^>]*width="(\d+)" height="(\d+)"', shown) == [
        (str(picture.width), str(picture.height)) for picture in pictures
    ]
    assert shown.count('loading="lazy"') == 3
    assert "One <em>day</em>" in shown
    assert "A boat in May" in shown
    assert "<strong>Changed with AI.</strong>" in shown
    assert shown.rstrip().endswith("<figcaption>Merrow in May</figcaption></figure>")


def test_a_strip_is_a_place_that_the_keyboard_can_go_to_and_move_in(client, make_story, pictures):
    page = page_of(client, make_story(body=gallery(pictures)))
    assert 'tabindex="0" role="region" aria-label="Gallery of 3 pictures">' in page
    assert re.findall(r'gallery-place">([^<]+)<', page) == ["1/3", "2/3", "3/3"]
    assert 'role="region" aria-label="Gallery' not in page_of(client, make_story(body=gallery(pictures, "essay")))


def test_the_style_sheet_comes_only_with_a_gallery(client, make_story, pictures):
    assert SHEET in page_of(client, make_story(body=gallery(pictures)))
    assert SHEET not in page_of(client, make_story(body=f'<figure data-picture="{pictures[0].pk}"></figure>'))


def test_all_pictures_of_a_page_come_in_one_query(client, make_story, pictures):
    alone = make_story(headline="One", body=f'<figure data-picture="{pictures[0].pk}"></figure>')
    several = make_story(headline="Several", body=gallery(pictures) + gallery(pictures, "essay"))
    asked = []
    for story in (alone, several):
        with CaptureQueriesContext(connection) as queries:
            client.get(story.get_absolute_url())
        asked.append([query["sql"].count('FROM "pictures_picture"') for query in queries])
    assert sum(asked[0]) == sum(asked[1]) == 1
    assert len(asked[0]) == len(asked[1])


def test_feeds_have_every_picture_with_its_words(client, make_story, pictures):
    make_story(body=gallery(pictures))
    html = json.loads(client.get("/feed/json/").content)["items"][0]["content_html"]
    assert re.findall(r'alt="([^"]*)"', html) == ["Planks", "A boat", "The quay"]
    assert re.findall(r"Image Credit: ([^<]*)<", html) == ["Bo Lind", "Ann Weiss", "unknown"]
    assert "class=" not in html
    assert "tabindex" not in html


def test_search_engines_are_told_of_every_picture_in_the_text(client, make_story, pictures):
    page = page_of(client, make_story(body=gallery(pictures), lead_picture=pictures[2]))
    graph = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])["@graph"]
    images = next(thing for thing in graph if "image" in thing)["image"]
    assert [(image["caption"], image.get("creditText")) for image in images[3:]] == [
        ("One day", "Bo Lind"),
        ("A boat in May", "Ann Weiss"),
    ]


def test_a_standing_page_may_have_one(client, pictures):
    StandingPage.objects.create(path="about", title="About", body=gallery(pictures), is_published=True)
    page = client.get("/about/").content.decode()
    assert SHEET in page
    assert 'aria-label="Gallery of 3 pictures"' in page
