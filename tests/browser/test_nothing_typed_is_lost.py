"""A session that ends in the middle of a story costs a sign-in, and no words."""

from articles.models import Article
from tests.browser.conftest import PASSWORD


def test_what_was_typed_before_the_session_ended_is_offered_back(at_the_desk, editor, make_story):
    story = make_story("draft", headline="Old", by=editor)
    page = at_the_desk(editor)
    address = f"/desk/articles/article/{story.pk}/change/"
    page.goto(address)
    page.locator("textarea[name=body][data-ready]").wait_for(state="attached")
    page.get_by_label("Headline").fill("Typed for an hour")
    page.frame_locator("iframe.cke_wysiwyg_frame").locator("body").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" And the body too.")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Save", exact=True).click()

    page.get_by_label("Username").fill(editor.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.locator("textarea[name=body][data-ready]").wait_for(state="attached")
    assert page.get_by_label("Headline").input_value() == "Old"
    page.get_by_role("button", name="Put it back").click()
    assert page.get_by_label("Headline").input_value() == "Typed for an hour"
    page.frame_locator("iframe.cke_wysiwyg_frame").get_by_text("And the body too.").wait_for()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Saved. A draft.").wait_for()
    copy = Article.objects.get().working_copy
    assert copy.headline == "Typed for an hour"
    assert "And the body too." in copy.body

    page.goto(address)
    assert page.get_by_role("button", name="Put it back").count() == 0
