"""Somebody who has a file, or patience, asks whether we have the picture, before the story about it is out."""

import re
from hashlib import sha256

import pytest

from pictures.models import Picture
from pictures.rendition import renditions_of
from tests.pictures.conftest import drawn, file


@pytest.mark.parametrize("state", ["draft", "scheduled", "unpublished"])
def test_who_has_the_file_cannot_tell_whether_we_hold_it(client, bring, make_story, files_in, state):
    content = file("iptc.jpg")
    picture = bring(content)
    make_story(state, lead_picture=picture)
    content.seek(0)
    digest = sha256(content.read()).hexdigest()
    assert picture.digest == digest
    for guess in (digest, digest[:16], digest[-16:], str(picture.pk), f"{picture.pk:016d}"):
        for name in ("320.avif", "320.jpg", "card-1200-at-50-50.jpg", "original"):
            assert client.get(f"/pictures/{guess}/{name}", follow=True).status_code == 404, guess
    assert files_in("renditions") == set()


def test_nothing_in_an_address_comes_from_the_file_or_its_place_in_the_library(bring):
    pictures = [bring(drawn(320 + number)) for number in range(20)]
    assert len({picture.key for picture in pictures}) == 20
    for picture in pictures:
        assert re.fullmatch(r"[a-z0-9]{16}", picture.key)
        for rendition in renditions_of(picture):
            assert rendition.address == f"/pictures/{picture.key}/{rendition.name}"
            assert picture.digest[:8] not in rendition.address


def test_the_same_file_taken_in_again_elsewhere_has_another_address(bring):
    first = bring(drawn()).key
    Picture.objects.all().delete()
    assert bring(drawn()).key != first
