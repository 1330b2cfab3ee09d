"""An editor puts a better file in the place of a picture's own, and every story shows it."""

from hashlib import sha256
from pathlib import Path

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from pictures import renditions
from pictures.admin.picture import PictureAdmin
from pictures.models import FormerFile, Picture
from pictures.replacement import replace_file
from tests.pictures.conftest import drawn, file, half_red_half_blue

LIBRARY = "/desk/pictures/picture/"


def sent(content):
    content.seek(0)
    return SimpleUploadedFile(content.name, content.read())


def test_every_story_shows_the_new_file_at_the_next_request(
    client, look, bring, make_story, editor, files_in, django_capture_on_commit_callbacks
):
    picture = bring(half_red_half_blue(), title="Halves", alt="Two colours", credit="Anna Weiss", focal_x=0.1)
    story = make_story(lead_picture=picture)
    address, old = story.get_absolute_url(), picture.src()
    assert old in client.get(address).content.decode()
    assert look(old).size == (800, 400)

    with django_capture_on_commit_callbacks(execute=True):
        new = replace_file(picture, drawn(1000, 700, "green"), by=editor)

    assert (new.pk, new.width, new.height, new.colour) == (picture.pk, 1000, 700, "#008000")
    assert (new.title, new.alt, new.credit, new.focal_x) == ("Halves", "Two colours", "Anna Weiss", 0.1)
    page = client.get(address).content.decode()
    assert old not in page
    assert new.src() in page
    assert 'width="1000" height="700"' in page
    assert look(new.src()).size == (960, 672)
    # What readers had of the old one is gone, under its address and from the disk.
    assert client.get(old).status_code == 404
    assert {name.split("/")[1] for name in files_in("renditions")} == {new.key}
    assert new.key != picture.key


def test_the_former_file_is_kept_byte_for_byte_and_who_did_it_is_known(bring, editor):
    content = drawn()
    picture = bring(content)
    replace_file(picture, drawn(1000), by=editor)
    replace_file(picture, drawn(1200), by=editor)

    second, first = FormerFile.objects.all()
    assert [(each.picture, each.width, each.replaced_by) for each in (first, second)] == [
        (picture, 800, editor),
        (picture, 1000, editor),
    ]
    content.seek(0)
    with first.original.open() as kept:
        assert kept.read() == content.read()
    entries = LogEntry.objects.order_by("pk")
    assert [(entry.user, entry.object_id, entry.change_message) for entry in entries] == [
        (editor, str(picture.pk), "Replaced the file: 800 × 600 before, 1000 × 600 now."),
        (editor, str(picture.pk), "Replaced the file: 1000 × 600 before, 1200 × 600 now."),
    ]


def test_a_former_file_can_come_back(bring, editor, files_in):
    picture = bring(drawn())
    replace_file(picture, drawn(1000), by=editor)
    back = replace_file(picture, drawn(), by=editor)
    assert (back.digest, back.width) == (picture.digest, 800)
    assert back.key != picture.key
    assert len(files_in("originals")) == 2


def test_the_same_file_changes_nothing(bring, editor):
    picture = bring(drawn())
    again = replace_file(picture, drawn(), by=editor)
    assert (again.key, FormerFile.objects.count(), LogEntry.objects.count()) == (picture.key, 0, 0)


def test_a_file_that_is_another_picture_is_refused_by_its_name(bring, editor):
    bring(drawn(1000), title="Pier at dawn")
    picture = bring(drawn())
    with pytest.raises(ValidationError) as refusal:
        replace_file(picture, drawn(1000, name="better.png"), by=editor)
    (sentence,) = refusal.value.messages
    assert sentence.startswith("“better.png” is here already as another picture, “Pier at dawn”, since ")
    assert sentence.endswith(" Use that one in the stories, or choose another file.")
    picture.refresh_from_db()
    assert picture.width == 800


def test_a_bad_file_is_refused_and_the_old_one_stays(look, bring, editor):
    picture = bring(drawn())
    with pytest.raises(ValidationError, match="is damaged or cut off"):
        replace_file(picture, file("truncated_jpeg.jpg"), by=editor)
    assert look(picture.src(320)).size == (320, 240)


def test_what_is_empty_is_filled_and_what_is_ticked_is_written_over(bring, editor):
    told = {"place": "IIM", "topics": "IIM", "taken_at": "EXIF"}
    empty = replace_file(bring(drawn()), file("iptc.jpg"), by=editor)
    assert empty.read_from == told
    assert empty.place
    Picture.objects.all().delete()

    written = bring(drawn(), place="Fishgate", topics=["signs"])
    kept = replace_file(written, file("iptc.jpg"), by=editor)
    assert (kept.place, set(kept.topics.names())) == ("Fishgate", {"signs"})
    assert kept.read_from == {"taken_at": "EXIF"}
    Picture.objects.all().delete()

    ticked = replace_file(bring(drawn(), place="Fishgate"), file("iptc.jpg"), by=editor, take=["place"])
    assert ticked.place == empty.place
    assert ticked.read_from == told


def test_who_may_not_change_pictures_replaces_none_and_takes_no_original(sign_in, contributor, make_user, bring):
    picture = bring(drawn())
    with pytest.raises(PermissionDenied, match="cora may not replace the files of pictures"):
        replace_file(picture, drawn(1000), by=contributor)
    addresses = [f"{LIBRARY}{picture.pk}/{end}/" for end in ("replace", "replace/look", "original")]
    for address in addresses:
        answer = Client().get(address)
        assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/desk/login/")
        assert sign_in(contributor).get(address).status_code == 403, address
        assert sign_in(make_user(f"n{len(address)}")).post(address, {"file": sent(drawn(1000))}).status_code == 403
    assert b"/replace/" not in sign_in(contributor).get(f"{LIBRARY}{picture.pk}/change/").content
    picture.refresh_from_db()
    assert picture.width == 800


def test_an_editor_replaces_a_file_on_its_page(sign_in, editor, bring):
    picture = bring(drawn(), title="Sign", place="Fishgate")
    desk = sign_in(editor)
    assert f'href="{LIBRARY}{picture.pk}/replace/"' in desk.get(f"{LIBRARY}{picture.pk}/change/").content.decode()
    assert desk.get(f"{LIBRARY}{picture.pk}/replace/").status_code == 200

    look = desk.post(f"{LIBRARY}{picture.pk}/replace/look/", {"file": sent(file("iptc.jpg"))}).json()
    assert look["size"] == "640 × 480"
    assert look["preview"].startswith("data:image/jpeg;base64,")
    told = {each["name"]: (each["label"], each["stands"], each["from"]) for each in look["told"]}
    assert told == {
        "place": ("place", "Fishgate", "IIM"),
        "topics": ("topics", "", "IIM"),
        "taken_at": ("taken", "", "EXIF"),
    }

    page = desk.post(
        f"{LIBRARY}{picture.pk}/replace/", {"file": sent(file("iptc.jpg")), "take": ["place"]}, follow=True
    )
    assert page.redirect_chain == [(f"{LIBRARY}{picture.pk}/change/", 302)]
    assert [str(message) for message in page.context["messages"]] == [
        "The file is replaced. Caption, credit and focal point are as they were: please look them over."
    ]
    picture.refresh_from_db()
    assert (picture.width, picture.title) == (640, "Sign")
    assert picture.place != "Fishgate"
    (former,) = picture.former_files.all()
    assert f"original/{former.pk}/" in desk.get(f"{LIBRARY}{picture.pk}/replace/").content.decode()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (lambda: file("truncated_jpeg.jpg"), "“truncated_jpeg.jpg” is damaged or cut off."),
        (lambda: drawn(), "“drawn.png” is the file that this picture has already. Choose another."),
        (lambda: drawn(1000), "“drawn.png” is here already as another picture, “Pier”, since "),
    ],
)
def test_the_page_says_why_a_file_will_not_do(sign_in, editor, bring, content, said):
    picture = bring(drawn())
    bring(drawn(1000), title="Pier")
    desk = sign_in(editor)
    for end in ("replace/", "replace/look/"):
        answer = desk.post(f"{LIBRARY}{picture.pk}/{end}", {"file": sent(content())})
        errors = answer.json()["errors"] if "look" in end else answer.context["form"].errors
        assert errors["file"][0].startswith(said)
    picture.refresh_from_db()
    assert picture.width == 800


def test_an_editor_takes_the_original_away_as_it_came(sign_in, editor, bring):
    content = file("iptc.jpg")
    picture = bring(content, title="Fähre im Eis")
    desk = sign_in(editor)
    answer = desk.get(f"{LIBRARY}{picture.pk}/original/")
    data = b"".join(answer.streaming_content)
    assert sha256(data).hexdigest() == picture.digest
    assert answer["Content-Disposition"] == 'attachment; filename="fahre-im-eis.jpg"'
    assert answer["Content-Type"] == "application/octet-stream"
    assert {"private", "no-store"} < set(answer["Cache-Control"].split(", "))
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"

    replace_file(picture, drawn(1000), by=editor)
    former = picture.former_files.get()
    before = desk.get(f"{LIBRARY}{picture.pk}/original/{former.pk}/")
    assert b"".join(before.streaming_content) == data
    after = desk.get(f"{LIBRARY}{picture.pk}/original/")
    assert after["Content-Disposition"] == 'attachment; filename="fahre-im-eis.png"'
    assert b"".join(after.streaming_content)
    another = bring(drawn(900))
    assert desk.get(f"{LIBRARY}{another.pk}/original/{former.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("name", "ending"),
    [("image.heic", "heic"), ("image.avif", "avif"), ("dispose_bgnd.gif", "gif"), ("16bit.cropped.tif", "tif")],
)
def test_an_original_is_called_what_it_is(sign_in, editor, bring, name, ending):
    picture = bring(file(name), title="Pier")
    answer = sign_in(editor).get(f"{LIBRARY}{picture.pk}/original/")
    assert answer["Content-Disposition"] == f'attachment; filename="pier.{ending}"'
    assert b"".join(answer.streaming_content)


def test_who_saves_the_texts_meanwhile_does_not_bring_the_old_file_back(sign_in, editor, bring, monkeypatch):
    picture = bring(drawn(), title="Pier")
    read = PictureAdmin.get_object

    def replaced_once_read(*given):
        found = read(*given)
        replace_file(found, drawn(1000), by=editor)
        return found

    desk = sign_in(editor)
    monkeypatch.setattr(PictureAdmin, "get_object", replaced_once_read)
    texts = {"title": "Pier", "credit": "Anna Weiss", "focal_x": "0.5", "focal_y": "0.5"}
    desk.post(f"{LIBRARY}{picture.pk}/change/", texts)
    picture.refresh_from_db()
    assert (picture.width, picture.credit) == (1000, "Anna Weiss")


def test_a_worker_that_comes_late_makes_nothing_of_the_old_file(bring, editor, files_in):
    picture = bring(drawn())
    old = Picture.objects.get(pk=picture.pk)
    new = replace_file(picture, drawn(1000), by=editor)
    renditions.make_renditions(old)
    assert {Path(name).parent.name for name in files_in("renditions")} == {new.key}
