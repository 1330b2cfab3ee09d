"""Prose as readers get it."""

from types import SimpleNamespace

import pytest
from django.utils.html import escape
from django.utils.safestring import mark_safe

from prose.cleaning import clean
from prose.rendering import (
    frame_origins,
    holds_a_gallery,
    picture_ids,
    plain_text,
    render,
    uses_of_pictures,
    word_count,
)
from prose.rules import RULES
from tests.prose.vectors import vectors

PIER = SimpleNamespace(
    alt="A pier",
    is_decorative=False,
    caption="The pier at dawn",
    credit="Ann Weiss & Co",
    width=1200,
    height=800,
    src="/pictures/d/960.jpg",
    avif_srcset="/pictures/d/320.avif 320w",
    webp_srcset="/pictures/d/320.webp 320w",
)
SIZES = "(min-width: 46rem) 41rem, (min-resolution: 2.5x) 66vw, 100vw"
SHOWN = (
    f'<picture class="picture"><source type="image/avif" srcset="/pictures/d/320.avif 320w" sizes="{SIZES}">'
    f'<source type="image/webp" srcset="/pictures/d/320.webp 320w" sizes="{SIZES}">'
    '<img src="/pictures/d/960.jpg" width="1200" height="800" alt="A pier" loading="lazy" decoding="async"></picture>'
)
CREDIT = '<small class="credit">Image Credit: Ann Weiss &amp; Co</small>'


def rendered(html, pictures=None):
    lines = render(html, pictures or {}).splitlines()
    return "".join(line.strip() for line in lines)


def test_a_picture_with_the_caption_of_the_story():
    html = '<figure data-picture="12"><figcaption>Last <em>May</em></figcaption></figure>'
    assert rendered(html, {12: PIER}) == (
        f"<figure>{SHOWN}<figcaption>Last <em>May</em> {CREDIT}</figcaption></figure>"
    )


def test_a_picture_with_its_own_caption():
    assert rendered('<figure data-picture="12"></figure>', {12: PIER}) == (
        f"<figure>{SHOWN}<figcaption>The pier at dawn {CREDIT}</figcaption></figure>"
    )


def test_a_picture_with_the_credit_and_the_alternative_text_of_the_story():
    html = '<figure data-picture="12" data-alt="Planks" data-credit="Bo &amp; Co"></figure>'
    assert rendered(html, {12: PIER}) == (
        f"<figure>{SHOWN.replace('A pier', 'Planks')}<figcaption>The pier at dawn "
        f"{CREDIT.replace('Ann Weiss &amp; Co', 'Bo &amp; Co')}</figcaption></figure>"
    )
    decorative = SimpleNamespace(**vars(PIER) | {"is_decorative": True})
    assert 'alt="Planks"' in rendered(html, {12: decorative})
    assert 'alt=""' in rendered('<figure data-picture="12"></figure>', {12: decorative})


def test_a_picture_that_is_missing_leaves_its_caption_words():
    html = '<p>a</p><figure data-picture="12"><figcaption>Last May</figcaption></figure><p>b</p>'
    assert rendered(html) == "<p>a</p><figure><figcaption>Last May</figcaption></figure><p>b</p>"
    assert rendered('<p>a</p><figure data-picture="12"></figure><p>b</p>') == "<p>a</p><p>b</p>"


def test_a_picture_that_readers_may_not_see_goes_with_its_caption():
    html = '<p>a</p><figure data-picture="12"><figcaption>Last May</figcaption></figure><p>b</p>'
    assert rendered(html, {12: None}) == "<p>a</p><p>b</p>"
    assert rendered(html.replace("Last May", "Last</figcaption>may<figcaption>"), {12: None}) == "<p>a</p>may<p>b</p>"


def test_each_picture_is_known_with_the_caption_that_it_has_there():
    html = (
        '<figure data-picture="2"><figcaption>A &amp; <em>b</em></figcaption></figure><p>c</p>'
        '<figure data-quote="pull"><blockquote>d</blockquote></figure>'
        '<aside data-box="fact"><figure data-picture="1"></figure></aside><figure data-picture="2"></figure>'
    )
    assert [use[:2] for use in uses_of_pictures(html)] == [(2, "A & b"), (1, ""), (2, "")]


def test_words_that_stand_in_a_figure_outside_of_its_caption_stay():
    html = "<p>one</p><figcaption>two</figcaption><p>three</p><figcaption>four</figcaption>"
    assert plain_text(rendered(f'<figure data-picture="12">{html}</figure>')) == "two one three four"


def test_a_table_scrolls_within_its_place_under_its_own_name():
    table = "<table><caption>Fares &amp; <em>times</em></caption><tbody><tr><td>1</td></tr></tbody></table>"
    bare = "<table><tbody><tr><td>1</td></tr></tbody></table>"
    opening = '<div class="table-scroll" tabindex="0" role="region" aria-label="{}">'
    named, unnamed = opening.format("Fares &amp; times"), opening.format("Table")
    assert rendered(f"{table}<figure>{table}</figure>") == f"{named}{table}</div><figure>{named}{table}</div></figure>"
    assert rendered(bare) == f"{unnamed}{bare}</div>"


def test_headings_have_anchors_of_their_own():
    headings = {
        "<h2>The sea</h2>": '<h2 id="part-the-sea">The sea</h2>',
        "<h3>The <em>sea</em></h3>": '<h3 id="part-the-sea-2">The <em>sea</em></h3>',
        "<h2>The sea 2</h2>": '<h2 id="part-the-sea-2-2">The sea 2</h2>',
        "<h2>海</h2>": '<h2 id="part-海">海</h2>',
        "<h2>!</h2>": '<h2 id="part">!</h2>',
        "<h2>?</h2>": '<h2 id="part-2">?</h2>',
        "<h3>a</h3>": '<h3 id="part-a">a</h3>',
        "<h4>a</h4>": "<h4>a</h4>",
    }
    assert rendered("".join(headings)) == "".join(headings.values())


def test_headings_go_down_one_step_at_a_time():
    html = "<h4>a</h4><h4>b</h4><h2>c</h2><h4>d</h4>"
    assert rendered(html) == (
        '<h2 id="part-a">a</h2><h3 id="part-b">b</h3><h2 id="part-c">c</h2><h3 id="part-d">d</h3>'
    )


@pytest.mark.parametrize(
    ("address", "alt", "words"),
    [
        ("http://old.example/a/boat.jpg?x=1&y=2", "A boat", "Picture: A boat (old.example)"),
        ("http://old.example/a/boat.jpg", "", "Picture: boat.jpg (old.example)"),
        ("http://old.example/", "", "Picture: without a title (old.example)"),
        ("http://[", "", "Picture: without a title (http://[)"),
        ("https://::1/a.png", "<b>", "Picture: <b> (https://::1/a.png)"),
    ],
)
def test_a_picture_that_lies_elsewhere_becomes_a_link_to_it(address, alt, words):
    html = f'<p><img src="{escape(address)}" alt="{escape(alt)}"></p>'
    assert rendered(html) == f'<p><a class="foreign-picture" href="{escape(address)}">{escape(words)}</a></p>'


def test_a_picture_that_lies_elsewhere_in_a_link_a_figure_or_a_caption():
    image = '<img src="http://old.example/boat.jpg" alt="A boat">'
    link = '<a class="foreign-picture" href="http://old.example/boat.jpg">Picture: A boat (old.example)</a>'
    assert (
        rendered(f'<p><a href="/b">{image}</a> {image}</p>')
        == f'<p><a href="/b">Picture: A boat (old.example)</a> {link}</p>'
    )
    assert rendered(f"<figure>{image}<figcaption>c</figcaption></figure>") == (
        f"<figure>{link}<figcaption>c</figcaption></figure>"
    )
    assert rendered(f'<figure data-picture="1"><figcaption>{image}</figcaption></figure>') == (
        f"<figure><figcaption>{link}</figcaption></figure>"
    )


def test_language_and_direction_stay():
    html = '<p lang="ar" dir="rtl">مرحبا <span lang="fr" dir="ltr">bonjour</span></p>'
    assert rendered(html) == html


def test_no_attack_has_more_words_or_fewer_after_rendering_or_loads_an_image():
    for name, html in vectors():
        cleaned = clean(html, RULES["story"])
        shown = render(cleaned, {})
        assert "<img" not in shown, name
        if "<img" not in cleaned and "<figure" not in cleaned:
            assert plain_text(shown) == plain_text(cleaned), name


GALLERY = (
    '<figure data-gallery="strip"><figure data-picture="12" data-credit="Bo"><figcaption>One <em>day</em></figcaption>'
    '</figure><p>stray</p><figure data-picture="3"></figure><figcaption>Two of them</figcaption></figure>'
)


def test_a_gallery_shows_what_is_there_and_keeps_what_is_written():
    html = rendered(f"{GALLERY}<p>after</p>", {12: PIER, 3: PIER})
    assert html.count('class="picture"') == 2
    assert "One <em>day</em> " in html
    assert "<figcaption>Two of them</figcaption></figure><p>stray</p><p>after</p>" in html
    assert "data-wide" not in html


def test_a_picture_that_is_missing_leaves_a_gallery_and_the_last_one_takes_it_along():
    html = rendered(GALLERY, {3: PIER})
    assert html.count('class="picture"') == 1
    assert "One" not in html
    assert rendered(GALLERY, {}) == "<p>stray</p>"


@pytest.mark.parametrize(("count", "wide"), [(1, [1]), (2, []), (3, [1]), (4, [1, 4]), (5, [1]), (6, [1, 6])])
def test_no_picture_of_a_strip_stands_alone_in_half_a_row(count, wide):
    pictures = "".join(f'<figure data-picture="{number}"></figure>' for number in range(1, count + 1))
    html = rendered(f'<figure data-gallery="strip">{pictures}</figure>', dict.fromkeys(range(1, count + 1), PIER))
    figures = html.split("<figure")[2:]
    assert [place for place, figure in enumerate(figures, 1) if figure.startswith(" data-wide")] == wide


def test_what_a_text_says_of_its_pictures():
    assert picture_ids(GALLERY) == [12, 3]
    assert uses_of_pictures(GALLERY) == [(12, "One day", "Bo", ""), (3, "", "", "")]
    assert plain_text(GALLERY) == "One day stray Two of them"
    assert word_count(GALLERY) == 6
    assert holds_a_gallery(GALLERY)
    assert not holds_a_gallery('<figure data-picture="12"></figure>')


def test_the_ids_of_pictures_each_once_in_order():
    seven, three = ('<figure data-picture="7"></figure>', '<figure data-picture="3"></figure>')
    assert picture_ids(f"{seven}<p>x</p>{three}{seven}<figure></figure>") == [7, 3]
    assert picture_ids("") == []


def test_a_picture_without_a_credit_says_that_it_is_unknown():
    nobody = SimpleNamespace(**vars(PIER) | {"credit": "", "caption": ""})
    assert rendered('<figure data-picture="12"></figure>', {12: nobody}) == (
        f'<figure>{SHOWN}<figcaption> <small class="credit">Image Credit: unknown</small></figcaption></figure>'
    )


def test_a_pull_quote_and_who_said_it():
    quote = "<blockquote><p>“We won.”</p></blockquote><figcaption>Ann</figcaption></figure>"
    assert rendered(f'<figure data-quote="pull">{quote}') == f'<figure class="pull-quote">{quote}'


def test_a_fact_box_and_headings_of_its_own():
    html = '<h2>a</h2><h3>b</h3><aside data-box="fact" lang="fr"><h3>c</h3><p>d</p></aside><h4>e</h4>'
    assert rendered(html) == (
        '<h2 id="part-a">a</h2><h3 id="part-b">b</h3>'
        '<aside class="fact-box" lang="fr"><h3 id="part-c">c</h3><p>d</p></aside><h4>e</h4>'
    )
    assert rendered('<aside data-box="fact"><h4>a</h4></aside><h3>b</h3>') == (
        '<aside class="fact-box"><h2 id="part-a">a</h2></aside><h2 id="part-b">b</h2>'
    )


def test_an_embed_is_a_link_and_a_button_that_waits_for_a_program():
    html = '<figure data-embed="vimeo:123"><figcaption>The <em>launch</em></figcaption></figure>'
    assert rendered(html) == (
        '<figure class="embed" data-shape="wide"><div class="embed-card"><p class="embed-provider">Vimeo</p>'
        '<p class="embed-address"><a href="https://vimeo.com/123" dir="ltr">https://vimeo.com/123</a></p>'
        '<button class="embed-load" type="button" hidden data-frame="https://player.vimeo.com/video/123?dnt=1" '
        'data-title="The launch">Load this from Vimeo. It may then know that you read this.</button>'
        "</div><figcaption>The <em>launch</em></figcaption></figure>"
    )


def test_what_has_no_one_host_is_only_a_link():
    html = render('<figure data-embed="mastodon:social.example/@ann/123456"></figure>', {})
    assert "https://social.example/@ann/123456" in html
    assert "<button" not in html


def test_where_the_frames_of_a_text_come_from_each_once():
    names = ["vimeo:1", "youtube:dQw4w9WgXcQ", "vimeo:2", "mastodon:social.example/@ann/123456"]
    html = "".join(f'<figure data-embed="{name}"></figure>' for name in names)
    assert frame_origins(html) == ["https://player.vimeo.com", "https://www.youtube-nocookie.com"]
    assert frame_origins('<p>a</p><figure data-picture="1"></figure>') == []


def test_what_the_page_says_itself_is_marked_where_the_text_is_in_another_language():
    ours = mark_safe(' lang="en-gb" dir="ltr"')
    html = render('<figure data-picture="12"></figure><figure data-embed="vimeo:1"></figure>', {12: PIER}, ours)
    assert '<small class="credit" lang="en-gb" dir="ltr">' in html
    assert '<div class="embed-card" lang="en-gb" dir="ltr">' in html


def test_a_pull_quote_repeats_words_and_is_not_counted():
    quote = '<figure data-quote="pull"><blockquote><p>We won.</p></blockquote><figcaption>Ann</figcaption></figure>'
    html = f'<p>“We won.”</p>{quote}<aside data-box="fact"><h3>The cup</h3><p>Silver.</p></aside><p>End</p>'
    assert plain_text(html) == "“We won.” The cup Silver. End"
    assert word_count(html) == 6


def test_the_words_alone():
    html = (
        "<h2>Sea &amp; sky</h2><p>one<br>two <em>thr</em>ee&nbsp;four &lt;b&gt;</p><ul><li>five</li><li>six</li></ul>"
    )
    assert plain_text(html) == "Sea & sky one two three four <b> five six"
    assert word_count(html) == 10
    assert (plain_text(""), word_count("")) == ("", 0)
