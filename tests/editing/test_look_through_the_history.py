"""An editor asks what became of a story, compares two versions, and brings back a version or one field of it."""

import pytest
from lxml import html

from articles.copy import Copy
from articles.models import Article

OLD = {"headline": "Ferry stops", "body": "<p>The ferry lies at the quay.</p><p>It waits.</p>", "kicker": "Strike"}
NEW = OLD | {"headline": "Ferry stops tonight", "body": "<p>The ferry lies at the pier.</p><h2>Ice</h2>"}


@pytest.fixture
def story(make_story, editor, ann, bo):
    story = make_story("draft", topics=["Ferries"], credits=[(ann.pk, "writer")], **OLD)
    copy = Copy(NEW, [(ann.pk, "writer"), (bo.pk, "photographer")], {"Ferries", "Ice"})
    story.save_revision(copy, by=editor, began_from=story.working_copy)
    return story


@pytest.fixture
def versions(story):
    new, old = story.revisions.all()
    return old, new


def comparison(story, old, new):
    return f"/desk/articles/article/{story.pk}/history/compare/?old={old.pk}&new={new.pk}"


def read(response):
    """Label → the blocks beneath it, each as (kind, text put in, text taken out)."""
    page = html.fromstring(response.content.decode())

    def words(block, mark):
        return " ".join(" ".join(block.xpath(f".//{mark}//text()")).split())

    return {
        section.findtext(".//h2"): [
            (block.get("data-kind"), words(block, "ins"), words(block, "del"))
            for block in section.xpath(".//*[@class='comparison__block']")
        ]
        for section in page.xpath("//section[@class='comparison']")
    }


def test_only_what_differs_is_shown_with_its_words_marked(sign_in, editor, story, versions):
    answer = sign_in(editor).get(comparison(story, *versions))

    assert read(answer) == {
        "Headline": [("changed", "tonight", "")],
        "Body": [("changed", "pier.", "quay."), ("removed", "", ""), ("added", "", "")],
        "Bylines": [("changed", "(writer), Bo Lind (photographer)", "(writer)")],
        "Topics": [("changed", "Ferries, Ice", "Ferries")],
    }


def test_a_version_compared_with_itself_is_the_same(sign_in, editor, story, versions):
    answer = sign_in(editor).get(comparison(story, versions[0], versions[0]))
    assert read(answer) == {}
    assert "The two are the same." in answer.content.decode()


def test_the_wrong_way_round_is_said(sign_in, editor, story, versions):
    page = sign_in(editor).get(comparison(story, *reversed(versions))).content.decode()
    assert "The first is the newer of the two." in page


def test_the_history_offers_to_compare_and_says_what_each_version_changed(sign_in, editor, story, versions):
    page = html.fromstring(
        sign_in(editor).get(f"/desk/articles/article/{story.pk}/history/").content.decode(),
        base_url=f"/desk/articles/article/{story.pk}/history/",
    )
    old, new = versions
    (form,) = [form for form in page.forms if (form.action or "").endswith("/history/compare/")]
    assert dict(form.form_values()) == {"old": str(old.pk), "new": str(new.pk)}
    (link,) = page.xpath("//a[text()='What changed']/@href")
    assert link == comparison(story, old, new)


def test_one_field_is_restored_and_the_rest_stays(sign_in, editor, story, versions):
    old, _ = versions
    desk = sign_in(editor)
    page = html.fromstring(desk.get(comparison(story, *versions)).content.decode())
    (link,) = [href for href in page.xpath("//a/@href") if href.endswith("&field=headline")]
    assert link == f"/desk/articles/article/{story.pk}/act/restore/?revision={old.pk}&field=headline"

    asked = html.fromstring(desk.get(link).content.decode())
    sent = {"revision": old.pk, "field": asked.xpath("//input[@name='field']/@value")[0]}
    desk.post(link, sent)

    newest = Article.objects.get().working_copy
    assert (newest.headline, newest.body) == ("Ferry stops", NEW["body"])
    assert newest.note.startswith("Headline restored from the version of ")


@pytest.mark.parametrize(("field", "label"), [("credits", "Bylines"), ("topics", "Topics"), ("body", "Body")])
def test_bylines_topics_and_body_are_restored_by_themselves(sign_in, editor, story, versions, field, label):
    old, new = versions
    sign_in(editor).post(f"/desk/articles/article/{story.pk}/act/restore/", {"revision": old.pk, "field": field})

    newest = Article.objects.get().working_copy
    assert Copy.of(newest) == Copy.of(new).with_value(field, getattr(Copy.of(old), field, old.body))
    assert newest.note.startswith(f"{label} restored from ")


def test_a_field_that_is_none_restores_nothing(sign_in, editor, story, versions):
    answer = sign_in(editor).post(
        f"/desk/articles/article/{story.pk}/act/restore/", {"revision": versions[0].pk, "field": "status"}
    )
    assert answer.status_code == 200
    assert Article.objects.get().working_copy == versions[1]


@pytest.mark.parametrize("query", ["", "?old=1", "?old=x&new=y", "?old=99999999999999999999&new=1", "?old=-1&new=²"])
def test_a_version_that_is_none_is_not_found(sign_in, editor, story, query):
    assert sign_in(editor).get(f"/desk/articles/article/{story.pk}/history/compare/{query}").status_code == 404


def test_a_version_of_another_story_is_not_found(sign_in, editor, story, versions, make_story):
    other = make_story("draft").working_copy
    assert sign_in(editor).get(comparison(story, versions[0], other)).status_code == 404


def test_a_contributor_sees_nothing_of_anothers_history(sign_in, contributor, story, versions):
    assert sign_in(contributor).get(comparison(story, *versions)).status_code == 403


def test_a_comparison_costs_the_same_for_any_length(sign_in, editor, make_story, ann, bo, django_assert_num_queries):
    for paragraphs in (2, 200):
        story = make_story("draft", body="<p>One two.</p>" * paragraphs, credits=[(ann.pk, "writer")])
        old = story.working_copy
        copy = Copy({"headline": "New", "body": "<p>One three.</p>" * paragraphs}, [(bo.pk, "writer")], {"Ice"})
        new = story.save_revision(copy, by=editor, began_from=old)
        desk = sign_in(editor)
        with django_assert_num_queries(18):
            desk.get(comparison(story, old, new))
