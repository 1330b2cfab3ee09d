"""An editor changes what a picture says in one story; readers see it there, and the library's words elsewhere."""

from pictures.arrival import arrive
from tests.browser.test_the_main_job import publish
from tests.pictures.conftest import drawn


def test_a_caption_for_one_story_only(at_the_desk, open_browser, editor, make_story, program):
    pier = arrive(drawn(), by=program, title="Pier", alt="A pier", caption="The pier", credit="Ann Weiss")
    one = make_story("live", slug="one", headline="One", lead_picture=pier)
    other = make_story("live", slug="other", headline="Other", lead_picture=pier)
    desk, reader = at_the_desk(editor), open_browser()

    desk.goto(f"/desk/articles/article/{one.pk}/change/")
    desk.get_by_label("Caption here").fill("The pier last night")
    desk.get_by_label("Alternative text here").fill("A pier under water")
    publish(desk, "Typing error")

    for story, alt, caption in ((one, "A pier under water", "The pier last night"), (other, "A pier", "The pier")):
        reader.goto(story.get_absolute_url())
        assert reader.locator(".lead-picture img").get_attribute("alt") == alt
        assert reader.locator(".lead-picture figcaption").inner_text().split("\n") == [
            caption,
            "Image Credit: Ann Weiss",
        ]


def test_the_description_of_a_picture_is_opened_with_the_keyboard(open_browser, make_story, program):
    chart = arrive(drawn(), by=program, title="Chart", alt="The sea", extended_description="By 25 centimetres.")
    story = make_story("live", lead_picture=chart)
    page = open_browser(javascript=False)
    page.goto(story.get_absolute_url())
    words = page.get_by_text("By 25 centimetres.")
    assert not words.is_visible()

    page.locator(".lead-picture summary").focus()
    page.keyboard.press("Enter")

    assert words.is_visible()
