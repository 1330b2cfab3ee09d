"""A chief editor deletes a picture that nothing ever used; its files go with it, and what is used stays."""

import threading
from io import BytesIO

import pytest
from django.contrib.admin.models import DELETION, LogEntry
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from PIL import Image

from articles.copy import Copy
from articles.models import Article
from pictures.arrival import arrive
from pictures.files import forget_files
from pictures.models import Picture, PictureWords
from tests.pictures.conftest import drawn

LIBRARY = "/desk/pictures/picture/"


@pytest.fixture
def pier(bring):
    return bring(drawn(400), title="Pier", topics=["ferries"])


def figure(picture):
    return f'<figure data-picture="{picture.pk}"></figure>'


@pytest.mark.django_db(transaction=True)
def test_it_goes_with_all_its_files(sign_in, chief, pier, bring, files_in, look):
    other = bring(drawn(401), title="Boat")
    look(pier.square)
    look(pier.src())
    look(other.square)
    desk = sign_in(chief)
    address = f"{LIBRARY}{pier.pk}/delete/"
    assert b"Nothing uses it" in desk.get(address).content
    page = desk.post(address, follow=True)
    assert [str(message) for message in page.context["messages"]] == ["Deleted “Pier”, its file and all its copies."]
    assert Picture.objects.get() == other
    assert PictureWords.objects.get().picture == other
    assert files_in("originals") == {other.original.name}
    assert {name.split("/")[1] for name in files_in("renditions")} == {other.square.split("/")[2]}
    logged = LogEntry.objects.get(action_flag=DELETION)
    assert (logged.user, logged.object_repr, logged.object_id) == (chief, "Pier", str(pier.pk))
    assert desk.get(address).status_code == 404


def test_what_is_used_stays_and_the_page_says_where(sign_in, chief, make_story, pier, ann):
    live = make_story("live", headline="Ferry", body=figure(pier))
    ann.portrait = pier
    ann.save()
    desk = sign_in(chief)
    page = desk.get(f"{LIBRARY}{pier.pk}/delete/").content.decode()
    assert "“Pier” is used, so it stays" in page
    assert f'<a href="/desk/articles/article/{live.pk}/change/">Ferry</a>' in page
    assert f'<a href="/desk/authors/author/{ann.pk}/change/">Ann Weiss</a>' in page
    assert "Delete it" not in page
    assert "“Pier” is used" in desk.post(f"{LIBRARY}{pier.pk}/delete/").content.decode()
    assert Picture.objects.get() == pier
    assert not LogEntry.objects.filter(action_flag=DELETION).exists()


def test_an_old_version_keeps_it_too(chief, make_story, program, pier):
    story = make_story("draft", headline="Ferry", body=figure(pier))
    story.save_revision(Copy({"headline": "Ferry"}), by=program, began_from=story.working_copy)
    with pytest.raises(ValidationError, match=r"“Pier” is used, so it stays\. Old versions only: “Ferry”\."):
        pier.discard(by=chief)
    assert Picture.objects.get() == pier


@pytest.mark.parametrize("role", ["contributor", "editor", "people_admin"])
def test_nobody_else_deletes_one(sign_in, request, pier, role):
    user = request.getfixturevalue(role)
    desk = sign_in(user)
    for ask in (desk.get, desk.post):
        assert ask(f"{LIBRARY}{pier.pk}/delete/").status_code == 403
    with pytest.raises(PermissionDenied):
        pier.discard(by=user)
    assert Picture.objects.get() == pier


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("words", ["body", "lead_picture"])
def test_a_story_that_begins_using_it_at_the_same_moment_wins(make_story, chief, program, pier, words):
    story = make_story("draft", headline="Ferry")
    waiting, refused = threading.Event(), []

    def delete():
        try:
            waiting.set()
            Picture.objects.get(pk=pier.pk).discard(by=chief)
        except ValidationError as error:
            refused.extend(error.messages)
        finally:
            connection.close()

    with transaction.atomic():
        copy = Copy({"headline": "Ferry", words: figure(pier) if words == "body" else pier})
        story.save_revision(copy, by=program, began_from=story.working_copy)
        deletion = threading.Thread(target=delete)
        deletion.start()
        waiting.wait()
        deletion.join(timeout=0.5)
        assert deletion.is_alive()  # it waits for the story
    deletion.join(timeout=20)
    assert refused == ["“Pier” is used, so it stays. Drafts and working copies: “Ferry”."]
    assert Picture.objects.get() == pier
    assert Article.objects.get().working_copy.words[words] in {figure(pier), pier}


@pytest.mark.django_db(transaction=True)
def test_the_files_stay_when_the_same_bytes_have_come_again(chief, program, files_in):
    first = arrive(drawn(400), by=program)
    gone = Picture.objects.get()
    with transaction.atomic():
        first.discard(by=chief)
        transaction.on_commit(lambda: arrive(drawn(400), by=program))
        connection.run_on_commit.reverse()  # as when someone brings it before the deletion has tidied up
    again = Picture.objects.get()
    assert again.pk != gone.pk
    with again.original.open("rb") as original, Image.open(BytesIO(original.read())) as image:
        assert image.size == (400, 600)
    forget_files(gone)
    assert files_in("originals") == {again.original.name}
