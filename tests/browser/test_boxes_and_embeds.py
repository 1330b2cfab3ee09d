"""A writer puts in pull quotes, fact boxes and things of other sites, by mouse and by keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from prose.cleaning import clean
from prose.embeds import stored_for
from prose.rules import RULES
from tests.browser.test_write_in_the_editor import (
    EDITOR,
    ROUND_TRIP,
    WCAG,
    click_into,
    enter,
    open_story,
    press,
    save,
    shape,
    text_of,
    until,
    write,
)
from tests.prose.test_embeds import ADDRESSES

__all__ = ["open_story"]

QUOTE = '<figure data-quote="pull"><blockquote><p>We won.</p></blockquote><figcaption>Ann</figcaption></figure>'
BOX = '<aside data-box="fact"><h3>The cup</h3><p>Silver, 1871.</p><ul><li>Won twice</li></ul></aside>'
EMBED = '<figure data-embed="youtube:dQw4w9WgXcQ"><figcaption>The <em>final</em></figcaption></figure>'


def asked(page):
    return page.get_by_role("dialog", name="From another site")


def flat(html):
    return html.replace("\n", "").replace("\t", "")


def press_by_keyboard(page, button):
    page.locator(f".cke_button__{button}").focus()
    page.keyboard.press("Enter")


@pytest.mark.parametrize(
    "body",
    [
        f"<p>a</p>{QUOTE}<p>b</p>",
        f"<p>a</p>{BOX}<p>b</p>",
        f"<p>a</p>{EMBED}<p>b</p>",
        QUOTE + BOX + EMBED,
        '<figure data-quote="pull"><blockquote><p>a</p><p>b <em>c</em></p></blockquote></figure>',
        '<figure data-quote="pull"><p>Loose words</p></figure>',
        f'<aside data-box="fact" lang="fr" dir="ltr"><h2>a</h2><h3>b</h3><ol><li>c</li></ol>{EMBED}{QUOTE}</aside>',
        '<aside data-box="fact"><table><tbody><tr><td>1</td></tr></tbody></table></aside>',
        '<figure data-embed="mastodon:social.example/@ann/123456"></figure><p>a</p>',
    ],
)
def test_nothing_is_lost_on_the_way_through_the_editor(open_story, body):
    page, _ = open_story()
    before = clean(body, RULES["story"])

    after = clean(page.evaluate(ROUND_TRIP, before), RULES["story"])

    expected = before.replace("<p>Loose words</p>", "<blockquote><p>Loose words</p></blockquote>")
    assert shape(after) == shape(expected)


def test_a_pull_quote_of_the_words_that_are_selected(open_story):
    page, article = open_story("<p>“We won,” she said.</p><p>End.</p>")
    click_into(text_of(page).get_by_text("We won"))
    page.keyboard.press("Home")
    page.keyboard.press("Shift+End")
    press(page, "newsroomquote")
    until(page, f"!!{EDITOR}.widgets.widgetHoldingFocusedEditable")
    page.keyboard.press("End")
    write(page, "!")
    click_into(text_of(page).locator("figcaption"))
    write(page, "Ann Weiss")
    assert flat(save(page, article)) == (
        '<p>“We won,” she said.</p><figure data-quote="pull"><blockquote><p>“We won,” she said.!</p></blockquote>'
        "<figcaption>Ann Weiss</figcaption></figure><p>End.</p>"
    )


def test_a_fact_box_by_keyboard_alone(open_story):
    page, article = open_story("<p>Before</p>")
    click_into(text_of(page))
    press_by_keyboard(page, "newsroombox")
    until(page, f"!!{EDITOR}.widgets.widgetHoldingFocusedEditable")
    write(page, "The cup")
    page.keyboard.press("ArrowDown")
    write(page, "Silver, 1871.")
    enter(page)
    write(page, "Won twice.")
    page.keyboard.press("Escape")
    until(page, f"!!{EDITOR}.widgets.focused")
    page.keyboard.press("ArrowDown")
    until(page, f"!{EDITOR}.widgets.focused")
    write(page, "After")
    assert flat(save(page, article)) == (
        '<p>Before</p><aside data-box="fact"><h3>The cup</h3><p>Silver, 1871.</p><p>Won twice.</p></aside><p>After</p>'
    )


def test_going_into_a_box_and_out_of_it(open_story):
    page, article = open_story(f"<p>Before</p>{BOX}<p>After</p>")
    click_into(text_of(page).get_by_text("Before"))
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    until(page, f"!!{EDITOR}.widgets.focused")
    page.keyboard.press("Enter")
    until(page, f"!!{EDITOR}.widgets.widgetHoldingFocusedEditable")
    page.keyboard.press("End")
    write(page, " of Merrow")
    assert "<h3>The cup of Merrow</h3>" in save(page, article)


def test_deleting_a_box_and_thinking_better_of_it(open_story):
    page, article = open_story(f"<p>Before</p>{BOX}<p>After</p>")
    click_into(text_of(page).get_by_text("Before"))
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    until(page, f"!!{EDITOR}.widgets.focused")
    page.keyboard.press("Delete")
    text_of(page).locator("aside").wait_for(state="detached")
    page.keyboard.press("Control+z")
    text_of(page).locator("aside").wait_for()
    assert flat(save(page, article)) == f"<p>Before</p>{BOX}<p>After</p>"


def test_a_film_by_its_address_after_a_bad_one(open_story):
    page, article = open_story("<p>Before</p>")
    click_into(text_of(page))
    press(page, "newsroomembed")
    page.keyboard.press("Enter")
    asked(page).get_by_role("alert").get_by_text("Paste an address first.").wait_for()
    asked(page).get_by_label("Address").fill("https://example.org/film")
    asked(page).get_by_role("button", name="Put it in").click()
    asked(page).get_by_role("alert").get_by_text("That is no address of one of these.").wait_for()
    assert asked(page).get_by_label("Address").input_value() == "https://example.org/film"
    asked(page).get_by_label("Address").fill("https://youtu.be/dQw4w9WgXcQ?si=x")
    page.keyboard.press("Enter")
    asked(page).wait_for(state="detached")
    assert text_of(page).locator(".embed-here").inner_text() == "YouTube https://www.youtube.com/watch?v=dQw4w9WgXcQ"
    click_into(text_of(page).locator("figcaption"))
    write(page, "The final")
    assert flat(save(page, article)) == (
        '<p>Before</p><figure data-embed="youtube:dQw4w9WgXcQ"><figcaption>The final</figcaption></figure>'
    )


def test_thinking_better_of_an_embed_leaves_the_text_and_the_place_in_it(open_story):
    page, article = open_story("<p>Before</p>")
    click_into(text_of(page))
    page.keyboard.press("Control+End")
    press_by_keyboard(page, "newsroomembed")
    asked(page).wait_for()
    page.keyboard.press("Escape")
    asked(page).wait_for(state="detached")
    write(page, " it")
    assert save(page, article) == "<p>Before it</p>"


def test_changing_what_is_embedded(open_story):
    page, article = open_story(f"<p>Before</p>{EMBED}")
    text_of(page).locator(".embed-here").dblclick()
    assert asked(page).get_by_label("Address").input_value() == "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
    asked(page).get_by_label("Address").fill("https://vimeo.com/123456")
    page.keyboard.press("Enter")
    text_of(page).get_by_text("https://vimeo.com/123456").wait_for()
    assert flat(save(page, article)) == (
        '<p>Before</p><figure data-embed="vimeo:123456"><figcaption>The <em>final</em></figcaption></figure>'
    )


def test_the_dialog_knows_the_addresses_that_the_server_knows(open_story):
    page, _ = open_story()
    code = '<iframe width="560" src="https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0" allowfullscreen></iframe>'
    pasted = {address: stored_for(address) for address in [*ADDRESSES, "https://example.org/", "http://["]}
    pasted |= {code: "youtube:dQw4w9WgXcQ", "vimeo.com/123": "vimeo:123", "javascript:alert(1)": None}
    found = {}
    ask = f"at => askForEmbed({EDITOR}.config.newsroomEmbeds, at, it => {{ found = it }}, () => {{ found = null }})"
    for address in pasted:
        page.evaluate(ask, address)
        page.keyboard.press("Enter")
        if asked(page).count():
            page.keyboard.press("Escape")
        found[address] = page.evaluate("window.found")
    assert found == pasted


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_dialog_passes_axe(open_story, scheme):
    page, _ = open_story(QUOTE + BOX + EMBED, scheme=scheme, inspected=True)
    press(page, "newsroomembed")
    page.keyboard.press("Enter")
    asked(page).get_by_role("alert").get_by_text("Paste").wait_for()
    found = Axe().run(page, context={"include": [[".picker"]]}, options=WCAG)
    assert [(wrong["id"], wrong["nodes"][0]["html"]) for wrong in found.response["violations"]] == []
