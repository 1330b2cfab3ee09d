import struct
import threading
import zlib
from hashlib import sha256
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.db import connection
from PIL import Image

from accounts.machine import machine
from pictures import arrival
from pictures.arrival import arrive
from pictures.models import Picture
from tests.pictures.conftest import drawn, file


def test_a_photographer_brings_a_picture(contributor):
    content = file("iptc.jpg")
    picture = arrive(content, by=contributor, renditions="later", alt="A shop sign", credit="Anna Weiss")

    picture.refresh_from_db()
    assert (picture.width, picture.height) == (640, 480)
    assert (picture.title, picture.alt, picture.credit) == ("iptc", "A shop sign", "Anna Weiss")
    assert picture.uploaded_by == contributor
    with picture.original.open() as original:
        assert sha256(original.read()).hexdigest() == picture.digest


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("Landscape_6.jpg", (1800, 1200)),
        ("avif-rot1mir0.avif", (640, 427)),
        ("g4_orientation_6.tif", (590, 88)),
        ("hopper_orientation_6.webp", (128, 128)),
        ("orientation_rectangle.jpg", (1, 2)),
        ("dispose_bgnd.gif", (100, 100)),
        ("transparent.png", (200, 150)),
    ],
)
def test_every_format_is_measured_upright(bring, name, size):
    picture = bring(file(name))
    assert (picture.width, picture.height) == size


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("/tmp/pier_at-dawn.jpg", "pier at dawn"),
        ("Fähre  im Eis.JPEG", "Fähre im Eis"),
        ("x" * 300 + ".png", "x" * 200),
        ("a\x00b\nc.png", "abc"),
        ("___.png", "Untitled"),
        (None, "Untitled"),
    ],
)
def test_without_a_title_the_file_name_is_one(bring, name, title):
    content = drawn()
    content.name = name
    assert bring(content).title == title


CUT_OFF = "is damaged or cut off. Export or download it again and send that."
NO_PICTURE = "is not a picture that we can read. Save it as JPEG, PNG, WebP, AVIF, HEIC, GIF or TIFF and send that."
AN_ICON = "is an icon. Save it as PNG and send that."
TOO_MANY_PIXELS = "has more than 100 megapixels. Make it smaller and send it again."


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("truncated_jpeg.jpg", CUT_OFF),
        ("truncated_image.png", CUT_OFF),
        ("broken_data_stream.png", CUT_OFF),
        ("seek_too_large.tif", CUT_OFF),
        ("crash-86214e58da443d2b80820cff9677a38a33dcbbca.tif", CUT_OFF),
        ("png_decompression_dos.png", CUT_OFF),
        ("decompression_bomb.gif", TOO_MANY_PIXELS),
        ("decompression_bomb.ico", AN_ICON),
        ("hopper_16bit.pgm", "is a portable pixmap. Save it as PNG and send that."),
        ("zero_width.gif", CUT_OFF),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence_that_names_it(bring, files_in, name, sentence):
    _refused(bring, file(name), f"“{name}” {sentence}")
    assert files_in("originals") == set()


SVG = "is an SVG drawing, which may carry programs. Export it as PNG and send that."
RAW = "is a camera's raw file. Develop it, export it as JPEG and send that."
VIDEO = "is a video. Save one frame of it as JPEG and send that."
WEB_PAGE = "is a web page and no picture. Open it, save the picture in it and send that."


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("logo.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', SVG),
        ("logo.png", b'<?xml version="1.0"?>\n<!-- drawn -->\n<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>', SVG),
        ("picture.jpg", b"<html><script>alert(1)</script></html>", WEB_PAGE),
        ("saved.jpg", b"\xef\xbb\xbf\n<!DOCTYPE html><title>Not found</title>", WEB_PAGE),
        (
            "old.ps",
            b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
            "is a PostScript drawing. Export it as PNG and send that.",
        ),
        (
            "scan.pdf",
            b"%PDF-1.7\n",
            "is a PDF document. Save the page or the picture in it as JPEG or PNG and send that.",
        ),
        ("cover.psd", b"8BPS\0\1" + bytes(40), "is a Photoshop document. Export it as JPEG or PNG and send that."),
        ("chart.bmp", b"BM" + bytes(60), "is a Windows bitmap. Save it as PNG and send that."),
        ("favicon.ico", b"\0\0\1\0\1\0" + bytes(60), AN_ICON),
        ("scan.jp2", b"\0\0\0\x0cjP  \r\n\x87\n", "is in JPEG 2000. Save it as JPEG and send that."),
        ("new.jxl", b"\xff\x0a" + bytes(60), "is in JPEG XL. Save it as JPEG and send that."),
        ("IMG_1.CR3", b"\0\0\0\x18ftypcrx " + bytes(60), RAW),
        ("IMG_1.RAF", b"FUJIFILMCCD-RAW 0201" + bytes(60), RAW),
        ("IMG_1.MOV", b"\0\0\0\x14ftypqt  " + bytes(60), VIDEO),
        ("clip.mp4", b"\0\0\0\x18ftypisom" + bytes(60), VIDEO),
        (
            "pictures.zip",
            b"PK\3\4" + bytes(60),
            "is an archive or a document with pictures in it. Take them out and send each by itself.",
        ),
        ("cut.heic", b"\0\0\0\x18ftypheic" + bytes(60), CUT_OFF),
        ("empty.png", b"", "is empty. Export or download it again and send that."),
        ("nothing.jpg", b"\x00" * 5000, NO_PICTURE),
        ("notes.txt", "Liebe Redaktion, …".encode(), NO_PICTURE),
    ],
)
def test_what_is_no_picture_is_refused_by_what_it_is_whatever_its_name(bring, name, data, sentence):
    _refused(bring, ContentFile(data, name=name), f"“{name}” {sentence}")


def test_a_raw_file_of_which_only_a_stamp_can_be_read_is_refused(bring):
    data = BytesIO()
    new_subfile_type, a_small_copy = 254, 1
    Image.new("RGB", (160, 120)).save(data, "tiff", tiffinfo={new_subfile_type: a_small_copy})
    _refused(bring, ContentFile(data.getvalue(), name="DSC_1.NEF"), f"“DSC_1.NEF” {RAW}")


def test_a_phones_heic_is_a_picture_like_any_other(bring, look):
    picture = bring(file("image.heic"))
    assert (picture.width, picture.height) == (640, 426)
    assert look(picture.src(640)).size == (480, 320)


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(bring):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 12_000, 9_000, 8, 2, 0, 0, 0))
    png = b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", b"") + chunk(b"IEND", b"")
    _refused(bring, ContentFile(png, name="poster.png"), f"“poster.png” {TOO_MANY_PIXELS}")


def test_a_file_of_too_many_bytes_is_refused_before_it_is_read(bring, monkeypatch):
    monkeypatch.setattr(arrival, "BYTES_AT_MOST", 1_000_000)
    huge = ContentFile(bytes(1_000_001), name="huge.tif")
    _refused(bring, huge, "“huge.tif” is larger than 1 MB. Make it smaller and send it again.")


def _refused(bring, content, sentence):
    with pytest.raises(ValidationError) as refusal:
        bring(content)
    assert refusal.value.messages == [sentence]
    assert Picture.objects.count() == 0


def test_the_same_bytes_twice_are_one_picture_and_no_word_is_lost(bring, files_in):
    first = bring(drawn(), title="Pier", credit="Anna Weiss")
    second = bring(drawn(), title="Another title", credit="Bo Lind", alt="A pier at dawn")

    assert second == first
    second.refresh_from_db()
    assert (second.title, second.credit, second.alt) == ("Pier", "Anna Weiss", "A pier at dawn")
    assert files_in("originals") == {f"{first.digest[:2]}/{first.digest}"}


@pytest.mark.django_db(transaction=True)
def test_the_same_bytes_at_the_same_moment_are_one_picture():
    by, together, brought = machine("two-at-once"), threading.Barrier(4), []

    def bring():
        together.wait()
        try:
            brought.append(arrive(drawn(), by=by, renditions="later").pk)
        finally:
            connection.close()

    people = [threading.Thread(target=bring) for _ in range(4)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert brought == [Picture.objects.get().pk] * 4


def test_who_has_no_role_may_not_bring_pictures(make_user):
    with pytest.raises(PermissionDenied, match="nora may not add pictures"):
        arrive(drawn(), by=make_user("nora"))
    assert Picture.objects.count() == 0


def test_texts_that_are_too_long_are_refused_by_name(bring, files_in):
    with pytest.raises(ValidationError) as refusal:
        bring(credit="x" * 201)
    assert set(refusal.value.message_dict) == {"credit"}
    assert files_in("originals") == set()
