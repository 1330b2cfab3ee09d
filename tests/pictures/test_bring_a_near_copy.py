"""A picture that looks like one that is here is asked about before it is saved."""

from io import BytesIO

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from pictures.background import measure_all
from pictures.models import Picture
from tests.pictures.conftest import drawn, file, half_red_half_blue
from tests.pictures.telling import alternatives, telling, xmp

LIBRARY = "/desk/pictures/picture/"
QUESTION = (
    "This looks like “Pier at dawn”, here since 3 May 2026, credited to Ann Weiss. "
    "Use that one, or choose the file again and tick “Save this one too”."
)


def near_copy(kind="jpeg", scale=0.5, quality=40, **saving):
    """The pier again: smaller, in another format, of less quality."""
    with Image.open(file("iptc.jpg")) as image:
        data = BytesIO()
        size = tuple(round(side * scale) for side in image.size)
        image.resize(size).save(data, kind, quality=quality, **saving)
    return SimpleUploadedFile(f"again.{kind}", data.getvalue())


@pytest.fixture
def pier(bring):
    with time_machine.travel("2026-05-03 10:00Z", tick=False):
        return bring(file("iptc.jpg"), title="Pier at dawn", credit="Ann Weiss", alt="A pier")


@pytest.mark.parametrize(("kind", "scale"), [("jpeg", 0.5), ("png", 1), ("webp", 0.25), ("avif", 0.7), ("gif", 0.5)])
def test_it_is_recognised_in_any_size_and_format(bring, pier, kind, scale):
    again = bring(near_copy(kind, scale))
    assert set(Picture.objects.alike(again.perceptual_hash)) == {pier, again}


def test_what_looks_otherwise_is_another_picture(bring, pier):
    with Image.open(file("iptc.jpg")) as image:
        turned, data = image.transpose(Image.Transpose.ROTATE_90), BytesIO()
        turned.save(data, "jpeg")
    others = [bring(file(name)) for name in ("Landscape_6.jpg", "hopper_gray.jpg", "image.heic", "transparent.png")]
    others.append(bring(ContentFile(data.getvalue(), name="turned.jpg")))
    for picture in others:
        assert set(Picture.objects.alike(picture.perceptual_hash)) == {picture}


def test_pictures_without_features_are_like_nothing(bring):
    for content in (drawn(), drawn(colour="tan"), half_red_half_blue(), drawn(mode="1", colour=1)):
        assert bring(content).perceptual_hash is None


def test_each_picture_knows_its_colour(bring):
    assert bring(drawn(colour="#336699")).colour == "#336699"
    assert bring(half_red_half_blue()).colour == "#800080"
    assert bring(drawn(colour=(0, 0, 0, 0), mode="RGBA")).colour == "#ffffff"


def test_the_desk_asks_before_it_saves(sign_in, editor, pier):
    desk = sign_in(editor)
    page = desk.post(f"{LIBRARY}add/", {"file": near_copy(), "alt": "A pier"})
    assert page.context["adminform"].form.errors == {"file": [QUESTION]}
    assert b'type="checkbox" name="is_another"' in page.content
    assert b'value="A pier"' in page.content
    assert Picture.objects.get() == pier

    desk.post(f"{LIBRARY}add/", {"file": near_copy(), "alt": "A pier", "is_another": "on"})
    assert Picture.objects.count() == 2


def test_the_dialog_asks_before_it_saves(sign_in, contributor, pier):
    desk = sign_in(contributor)
    answer = desk.post(f"{LIBRARY}upload/", {"file": near_copy(), "alt": "A pier"})
    assert answer.status_code == 409
    assert answer.json() == {
        "alike": [
            {
                "id": pier.pk,
                "title": "Pier at dawn",
                "alt": "A pier",
                "caption": "",
                "credit": "Ann Weiss",
                "thumbnail": pier.square,
                "width": 640,
                "height": 480,
                "cautions": [],
                "said": "This looks like “Pier at dawn”, here since 3 May 2026, credited to Ann Weiss.",
            }
        ]
    }
    assert Picture.objects.get() == pier
    assert desk.post(f"{LIBRARY}upload/", {"file": near_copy(), "is_another": "on"}).status_code == 201


def test_an_import_is_asked_nothing(bring, pier):
    assert bring(near_copy()) != pier


def test_a_file_is_looked_at_before_it_is_sent(sign_in, contributor, pier, django_assert_num_queries):
    desk = sign_in(contributor)
    told = f"<dc:description>{alternatives(x_default='At dawn')}</dc:description>"
    with django_assert_num_queries(8):
        answer = desk.post(f"{LIBRARY}look/", {"file": near_copy(xmp=xmp(told))}).json()
    assert [(each["id"], each["address"]) for each in answer["alike"]] == [(pier.pk, f"{LIBRARY}{pier.pk}/change/")]
    assert (answer["known"], answer["told"], answer["from"]) == (None, {"caption": "At dawn"}, {"caption": "XMP"})

    known = desk.post(f"{LIBRARY}look/", {"file": SimpleUploadedFile("iptc.jpg", file("iptc.jpg").read())}).json()
    assert (known["known"]["id"], known["alike"], known["told"]) == (pier.pk, [], {})
    assert Picture.objects.get() == pier


def test_what_a_file_tells_is_shown_as_the_form_has_it(sign_in, contributor):
    content = telling(iim=[(55, b"20260503"), (60, b"061240+0000"), (25, b"ferries"), (25, b"Pier 3")])
    answer = sign_in(contributor).post(f"{LIBRARY}look/", {"file": SimpleUploadedFile("x.jpg", content.read())}).json()
    assert answer["told"] == {"taken_at_0": "2026-05-03", "taken_at_1": "06:12:40", "topics": 'ferries, "Pier 3"'}
    assert answer["from"] == {"taken_at": "IIM", "topics": "IIM"}


def test_a_file_that_is_no_picture_is_refused_at_a_look(sign_in, contributor):
    answer = sign_in(contributor).post(f"{LIBRARY}look/", {"file": SimpleUploadedFile("empty.pdf", b"%PDF-1.7\n")})
    assert answer.status_code == 400
    assert answer.json()["errors"]["file"][0].startswith("“empty.pdf” is a PDF document.")
    assert sign_in(contributor).get(f"{LIBRARY}look/").status_code == 405


def test_who_has_no_role_may_not_look(sign_in, make_user, client):
    assert client.post(f"{LIBRARY}look/").status_code == 302
    assert sign_in(make_user("nora")).post(f"{LIBRARY}look/", {"file": near_copy()}).status_code == 403


def test_who_adds_a_picture_is_told_what_its_file_told(sign_in, editor):
    desk = sign_in(editor)
    told = {"file": SimpleUploadedFile("iptc.jpg", file("iptc.jpg").read()), "alt": "A shop sign"}
    page = desk.post(f"{LIBRARY}add/", told, follow=True)
    picture = Picture.objects.get()
    assert page.redirect_chain == [(f"{LIBRARY}{picture.pk}/change/", 302)]
    assert [str(message) for message in page.context["messages"]][-1] == (
        "The file told us place and topics (IIM), taken (EXIF). Please read it over."
    )

    texts = {"title": "Sign", "place": "Pest", "topics": "", "focal_x": "0.5", "focal_y": "0.5"}
    desk.post(f"{LIBRARY}{picture.pk}/change/", texts | {"taken_at_0": "2006-07-08", "taken_at_1": "21:14:45"})
    picture.refresh_from_db()
    assert (picture.place, picture.read_from) == ("Pest", {"taken_at": "EXIF"})


def test_what_was_here_before_is_measured_by_the_worker(bring, pier):
    flat = bring(drawn())
    before = Picture.objects.get(pk=pier.pk).perceptual_hash
    Picture.objects.update(colour="", perceptual_hash=None)
    measure_all.enqueue()
    pier.refresh_from_db()
    flat.refresh_from_db()
    assert (pier.perceptual_hash, flat.colour) == (before, "#008080")
    assert not Picture.objects.unmeasured().exists()
