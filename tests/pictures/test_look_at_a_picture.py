"""A reader's browser asks for a picture at some size."""

import threading
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import connection
from django.test import Client
from PIL import Image, ImageChops, ImageStat
from PIL.ExifTags import Base

from accounts.machine import machine
from pictures import renditions
from pictures.arrival import arrive
from pictures.background import prepare_all
from tests.pictures.conftest import drawn, file, half_red_half_blue

# How an upright picture is turned to be stored with each of EXIF's orientations; with the first it is not.
TURNED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def test_a_rendition_is_made_when_it_is_first_asked_for(client, bring, files_in, django_assert_num_queries):
    picture = bring(drawn(1000, 500))
    address = f"/pictures/{picture.key}/800.avif"
    first = client.get(address)
    with django_assert_num_queries(0):
        second = client.get(address, headers={"Accept-Encoding": "gzip"})

    assert first.content == second.content
    assert files_in("renditions") == {f"{picture.key[:2]}/{picture.key}/800.avif"}
    assert second["Content-Type"] == "image/avif"
    assert second["Cache-Control"] == "public, max-age=31536000, immutable"
    assert second["X-Content-Type-Options"] == "nosniff"
    assert second["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    assert second["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Content-Encoding" not in second
    assert not second.cookies
    assert client.get(address, headers={"If-None-Match": second["ETag"]}).status_code == 304
    assert client.head(address).status_code == 200
    assert client.post(address).status_code == 405


@pytest.mark.django_db(transaction=True)
def test_many_readers_at_once_cost_one_rendition(monkeypatch):
    picture = arrive(drawn(1000, 500), by=machine("many-readers"), renditions="later")
    together, seen, made = threading.Barrier(4), [], []
    order = renditions._order
    monkeypatch.setattr(renditions, "_order", lambda *given: made.append(given) or order(*given))

    def look():
        together.wait()
        try:
            seen.append(Client().get(picture.src(640)).status_code)
        finally:
            connection.close()

    readers = [threading.Thread(target=look) for _ in range(4)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert (seen, len(made)) == ([200] * 4, 1)


def test_the_worker_makes_all_that_a_page_can_ask_for(client, program, files_in):
    picture = arrive(drawn(1000, 500), by=program)
    assert {Path(name).name for name in files_in("renditions")} == {
        *(f"{width}.{ending}" for width in (320, 480, 800, 960) for ending in ("avif", "webp")),
        "960.jpg",
        *("square-320-at-50-50.avif", "square-320-at-50-50.jpg"),
    }
    asked = {part.split()[0] for part in f"{picture.srcset('webp')}, {picture.srcset('avif')}".split(", ")}
    made = {f"/pictures/{name[3:]}" for name in files_in("renditions")}
    assert asked | {picture.src(), picture.square} <= made


def test_after_an_import_all_are_made_in_one_go(bring, files_in):
    bring(drawn(colour="teal"))
    bring(drawn(colour="tan"))
    assert files_in("renditions") == set()
    prepare_all.enqueue()
    assert len(files_in("renditions")) == 2 * (2 * 3 + 1 + 2)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "641.jpg",
            "0320.jpg",
            "1280.jpg",
            "1920.avif",
            "99999.jpg",
            "0.jpg",
            "320.png",
            "320.jpeg",
            "320",
            "",
        ),
        *("320.jpg.avif", "original", "original.jpg", "../320.jpg", "%2e%2e/320.jpg", "320.jpg/"),
        *("square-320.jpg", "square-640-at-50-50.jpg", "square-320-at-51-50.jpg", "square-320-at-050-50.jpg"),
        *("square-320-at-101-50.jpg", "card-1200-at-50-50.avif", "card-1280-at-50-50.jpg", "card-1200-at-51-50.jpg"),
        *("320.webp.jpg", "3x2-1200-at-50-50.webp", "4x3-1200.jpg", "2x1-1200-at-50-50.jpg", "16x9-0120-at-50-50.jpg"),
    ],
)
def test_no_other_size_is_served_or_made(client, bring, files_in, name):
    picture = bring(drawn(1000, 500))
    assert client.get(f"/pictures/{picture.key}/{name}", follow=True).status_code == 404
    assert files_in("renditions") == set()


@pytest.mark.parametrize("key", ["0" * 16, "A" * 16, "0" * 15, "..", "%00"])
def test_no_other_picture_is_served(client, bring, key):
    bring()
    assert client.get(f"/pictures/{key}/320.jpg", follow=True).status_code == 404


def test_no_picture_is_made_larger_than_it_is(look, bring):
    picture = bring(drawn(200, 100))
    assert picture.src(1280).endswith("/320.jpg")
    assert picture.srcset() == f"/pictures/{picture.key}/320.jpg 200w"
    assert look(picture.src(1280)).size == (200, 100)
    assert look(picture.square).size == (100, 100)


def test_the_width_that_is_asked_for_or_the_next_larger_one(bring):
    picture = bring(drawn(1300, 700))
    asked = (1, 320, 321, 960, 1280, 1281, 4000)
    answers = [picture.src(width).rpartition("/")[2] for width in asked]
    assert answers == ["320.jpg", "320.jpg", "480.jpg", "960.jpg", "1280.jpg", "1280.jpg", "1280.jpg"]


def test_a_sideways_photograph_stands_upright(look, bring):
    picture = bring(file("Landscape_6.jpg"))
    for width, height in ((320, 213), (1280, 853)):
        assert look(picture.src(width)).size == (width, height)
    sky, rock = (look(picture.src(640)).getpixel(at) for at in ((320, 40), (60, 380)))
    assert sky[2] > rock[2] + 60


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["jpg", "png", "webp", "avif", "tiff"])
def test_every_orientation_stands_upright_pixel_by_pixel(look, bring, orientation, kind):
    upright = Image.radial_gradient("L").resize((320, 240)).convert("RGB")
    upright.paste("red", (0, 0, 160, 120))
    upright.paste("blue", (160, 0, 320, 60))
    turned = TURNED.get(orientation)
    stored = upright.transpose(turned) if turned is not None else upright
    exif = Image.Exif()
    exif[Base.Orientation] = orientation
    data = BytesIO()
    stored.save(data, kind.replace("jpg", "jpeg"), exif=exif, **({"quality": 95} if kind in {"jpg", "avif"} else {}))

    picture = bring(ContentFile(data.getvalue(), name=f"turned.{kind}"))
    assert (picture.width, picture.height) == (320, 240)
    for image_format in ("jpg", "webp", "avif"):
        seen = look(f"/pictures/{picture.key}/320.{image_format}").convert("RGB")
        assert seen.size == upright.size
        apart = ImageStat.Stat(ImageChops.difference(seen, upright))
        assert max(apart.mean) < 4, (image_format, apart.mean)


@pytest.mark.parametrize("name", ["exif_gps.jpg", "iptc.jpg", "invalid-exif.jpg", "avif-icc_profile.avif"])
@pytest.mark.parametrize("image_format", ["jpg", "webp", "avif"])
def test_readers_get_no_metadata(look, bring, name, image_format):
    picture = bring(file(name))
    image = look(f"/pictures/{picture.key}/320.{image_format}")
    assert not image.getexif()
    assert image.info.keys() <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
    } | {*("loop", "background", "timestamp", "duration")}


def test_a_comment_in_the_file_stays_with_us(look, bring):
    picture = bring(drawn(name="commented.jpg", comment=b"Home of the witness: 3 Fishgate"))
    assert "comment" not in look(picture.src()).info


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("pil_sample_cmyk.jpg", "RGB"),
        ("hopper_gray.jpg", "RGB"),
        ("16bit.cropped.tif", "RGB"),
        ("12bit.cropped.tif", "RGB"),
        ("hopper.iccprofile.tif", "RGB"),
        ("image.avif", "RGB"),
        ("apng-mode_16bit.png", "RGB"),
        ("l_trns.png", "RGBA"),
        ("rgb_trns.png", "RGBA"),
        ("transparent.png", "RGBA"),
    ],
)
def test_whatever_the_colours_are_a_browser_gets_those_it_knows(look, bring, name, mode):
    picture = bring(file(name))
    assert look(f"/pictures/{picture.key}/320.avif").mode == mode
    assert look(f"/pictures/{picture.key}/320.webp").mode == mode
    assert look(f"/pictures/{picture.key}/320.jpg").mode == "RGB"


def test_what_is_transparent_is_white_where_a_format_has_no_transparency(look, bring):
    picture = bring(drawn(400, 400, colour=(0, 0, 0, 0), mode="RGBA"))
    assert look(picture.src(320)).getpixel((5, 5)) == (255, 255, 255)
    assert look(f"/pictures/{picture.key}/320.avif").getpixel((5, 5))[3] == 0
    assert look(f"/pictures/{picture.key}/320.webp").getpixel((5, 5))[3] == 0


def test_the_square_keeps_what_matters_and_an_old_address_what_it_showed(look, bring):
    picture = bring(half_red_half_blue(), focal_x=0.1)
    left = picture.square
    assert left.endswith("/square-320-at-10-50.avif")
    red, _, blue = look(left).getpixel((160, 160))
    assert red > 200 > blue

    picture.focal_x = 0.9
    picture.save()
    assert look(picture.square).getpixel((160, 160))[2] > 200
    assert look(left).getpixel((160, 160))[0] > 200


@pytest.mark.parametrize(
    ("crop", "size", "of_small"),
    [
        ("1x1", (1200, 1200), (100, 100)),
        ("4x3", (1200, 900), (133, 100)),
        ("3x2", (1200, 800), (150, 100)),
        ("16x9", (1200, 675), (178, 100)),
        ("card", (1200, 630), (190, 100)),
    ],
)
def test_machines_get_the_shapes_they_want_around_what_matters(look, bring, crop, size, of_small):
    picture = bring(half_red_half_blue(3200, 1600), focal_x=0.1)
    small = bring(drawn(400, 100))
    address = f"/pictures/{picture.key}/{crop}-1200-at-10-50.jpg"

    assert picture.crop(crop).address == address
    image = look(address)
    assert image.size == picture.size_of_crop(crop) == size
    red, _, blue = image.getpixel((size[0] // 4, size[1] // 2))
    assert red > 200 > blue
    # Never larger than there is.
    assert look(small.crop(crop).address).size == small.size_of_crop(crop) == of_small


def test_a_very_tall_picture_has_renditions_too(look, bring):
    picture = bring(drawn(400, 30_000, mode="L", colour=80))
    image = look(f"/pictures/{picture.key}/320.avif")
    assert image.height == 16_383


def test_a_write_that_is_cut_off_leaves_nothing_behind(files_in):
    class CutOff(ContentFile):
        def chunks(self, chunk_size=None):
            yield b"the first half"
            raise OSError("No space left on device")

    storage = storages["renditions"]
    with pytest.raises(OSError, match="No space"):
        storage.save("ab/cd/320.jpg", CutOff(b"x"))
    assert files_in("renditions") == set()
    storage.save("ab/cd/320.jpg", ContentFile(b"whole"))
    storage.save("ab/cd/320.jpg", ContentFile(b"whole again"))
    assert files_in("renditions") == {"ab/cd/320.jpg"}
    with storage.open("ab/cd/320.jpg") as kept:
        assert kept.read() == b"whole again"


def test_originals_are_for_nobody_else(bring):
    bring()
    folder = Path(storages["originals"].location)
    for path in [folder, *folder.rglob("*")]:
        assert path.stat().st_mode & 0o077 == 0, path
