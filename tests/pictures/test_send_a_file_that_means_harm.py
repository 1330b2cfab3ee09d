"""A file that would take the server's memory, time or life takes none of them, and is refused in a sentence."""

import os
import signal
import struct
import threading
import zlib
from io import BytesIO
from time import monotonic

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image

from pictures import examination, renditions
from pictures.apart import asking
from pictures.arrival import measure
from pictures.decoding import UnreadableError
from pictures.rendition import renditions_on_pages
from tests.pictures.conftest import drawn, file
from tests.pictures.shared import IMAGES, shared_images

TOO_MUCH_MEMORY = "takes more memory than we have to unpack. Make it smaller, or save it as JPEG, and send that."
TOO_SLOW = "takes too long to unpack. Make it smaller, or save it as JPEG, and send that."
DAMAGED = "is damaged or cut off. Export or download it again and send that."


def png_of_one_colour(width, height):
    """Millions of pixels in a few thousand bytes."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
    packer, row = zlib.compressobj(9), bytes(width * 4 + 1)
    packed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def refused(content):
    with pytest.raises(ValidationError) as refusal:
        measure(content)
    return refusal.value.messages[0]


def test_what_unpacks_to_more_than_fits_is_refused():
    bomb = ContentFile(png_of_one_colour(12_000, 8_300), name="poster.png")
    assert bomb.size < 500_000
    began = monotonic()
    assert refused(bomb) == f"“poster.png” {TOO_MUCH_MEMORY}"
    assert monotonic() - began < 10  # under 2 s, were the machine not busy with other tests


def test_what_takes_for_ever_is_ended(monkeypatch):
    """Nothing at hand takes as long as is allowed, so less is allowed."""
    monkeypatch.setattr(examination, "EXAMINING", examination.EXAMINING._replace(processor_seconds=0.05))
    assert refused(ContentFile(png_of_one_colour(8_000, 8_000), name="slow.png")) == f"“slow.png” {TOO_SLOW}"


def test_a_decoder_that_dies_takes_nobody_with_it(monkeypatch):
    assert measure(drawn()).width == 800
    keeper = asking._keeper.process.pid
    os.kill(keeper, signal.SIGKILL)  # as the kernel does where memory runs out
    asking._keeper.process.wait()
    assert measure(drawn()).width == 800
    assert asking._keeper.process.pid != keeper


def test_many_send_at_once(monkeypatch):
    found, together = [], threading.Barrier(8)

    def send(number):
        together.wait()
        found.append((number, measure(drawn(100 + number)).width))

    senders = [threading.Thread(target=send, args=[number]) for number in range(8)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert sorted(found) == [(number, 100 + number) for number in range(8)]


@pytest.mark.parametrize("cut", [16, 60, 400, 2_000, -1])
@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "avif", "gif", "tiff"])
def test_a_file_that_was_cut_off_is_refused_or_whole_enough(kind, cut):
    data = BytesIO()
    Image.effect_noise((120, 90), 90).convert("RGB").save(data, kind)
    try:
        measured = measure(ContentFile(data.getvalue()[:cut], name=f"cut.{kind}"))
    except ValidationError as refusal:
        said = refusal.messages[0]
    else:
        said = f"“cut.{kind}” is {measured.width} × {measured.height}"
    assert said in {f"“cut.{kind}” {DAMAGED}", f"“cut.{kind}” is 120 × 90"}


HARMFUL = [
    path.relative_to(IMAGES).as_posix()
    for folder in ("bomb", "truncated")
    for path in sorted((IMAGES / folder).glob("*"))
]
GOOD_ALL_THE_SAME = {
    "bomb/crash-0da013a13571cc8eb457a39fee8db18f8a3c7127.tif",
    "truncated/jpeg_ff00_header.jpg",
    "truncated/no_palette.gif",
}


@pytest.mark.parametrize("name", HARMFUL)
def test_every_bomb_at_hand_is_refused_or_harmless(name):
    content = shared_images(name)
    if name in GOOD_ALL_THE_SAME:
        assert measure(content).width
    else:
        assert refused(content).startswith(f"“{content.name}” ")


def test_the_file_is_as_it_was_for_whoever_reads_it_next():
    content = file("iptc.jpg")
    measure(content)
    content.seek(0)
    assert content.read() == file("iptc.jpg").read()


@pytest.fixture
def slow(bring):
    return bring(ContentFile(png_of_one_colour(4_000, 3_000), name="slow.png"))


def test_a_reader_who_asks_for_what_takes_too_long_is_told_to_come_again(client, slow, files_in, monkeypatch):
    allowed = renditions.DRAWING_ONE
    monkeypatch.setattr(renditions, "DRAWING_ONE", allowed._replace(processor_seconds=0.02))
    answer = client.get(slow.src())
    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "60", "no-store")
    assert answer.content == b""
    assert files_in("renditions") == set()

    monkeypatch.setattr(renditions, "DRAWING_ONE", allowed)
    assert client.get(slow.src()).status_code == 200


def test_what_takes_more_memory_than_drawing_may_is_ended_and_the_next_is_drawn(client, slow, bring, monkeypatch):
    monkeypatch.setattr(renditions, "DRAWING_ONE", renditions.DRAWING_ONE._replace(memory=60_000_000))
    assert client.get(slow.src()).status_code == 503
    assert client.get(bring(drawn()).src()).status_code == 200


def test_the_worker_keeps_what_it_made_until_the_time_was_over(slow, files_in, monkeypatch):
    with monkeypatch.context() as less:
        less.setattr(renditions, "DRAWING_ALL", renditions.DRAWING_ALL._replace(processor_seconds=0.4))
        with pytest.raises(UnreadableError, match=TOO_SLOW):
            renditions.make_renditions(slow)
    before = files_in("renditions")
    renditions.make_renditions(slow)
    assert before < files_in("renditions") == {each.place for each in renditions_on_pages(slow)}
