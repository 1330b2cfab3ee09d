"""What is written about a picture, and what the database holds to be true of it."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone as now_in

from pictures.models import Picture, SourceType
from tests.pictures.conftest import drawn

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
LIBRARY = "/desk/pictures/picture/"


@pytest.mark.parametrize("ends", [None, NOON - SECOND, NOON, NOON + SECOND])
@pytest.mark.parametrize("at", [NOON - SECOND, NOON, NOON + SECOND])
def test_rights_end_at_a_moment_and_the_list_agrees_with_the_picture(bring, ends, at):
    picture = bring(valid_until=ends)
    assert picture.is_in_rights(at) is (ends is None or at < ends)
    assert Picture.objects.in_rights(at).exists() is picture.is_in_rights(at)
    assert Picture.objects.out_of_rights(at).exists() is not picture.is_in_rights(at)


def test_without_a_moment_rights_are_asked_for_now(bring):
    ended = bring(drawn(300), valid_until=now_in.now() - SECOND)
    lasting = bring(drawn(301), valid_until=now_in.now() + timedelta(days=2))
    bring(drawn(302))
    assert set(Picture.objects.out_of_rights()) == {ended}
    assert not ended.is_in_rights()
    assert lasting.is_in_rights()
    assert set(Picture.objects.ending_by(now_in.now() + timedelta(days=3))) == {lasting}


def test_readers_are_told_of_ai_and_of_composites_and_of_nothing_else(bring):
    for number, source_type in enumerate(["", *SourceType]):
        bring(drawn(300 + number), source_type=source_type)
    told = {picture.source_type: picture.label for picture in Picture.objects.all() if picture.is_labelled}
    assert told == {
        "trainedAlgorithmicMedia": "Made with AI",
        "compositeWithTrainedAlgorithmicMedia": "Changed with AI",
        "compositeSynthetic": "Composite made with AI",
        "composite": "Composite",
        "compositeCapture": "Composite",
    }
    assert {picture.source_type for picture in Picture.objects.labelled()} == set(told)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia", "trainedAlgorithmicMedia"),
        ("https://cv.iptc.org/newscodes/digitalsourcetype/print/", "print"),
        ("digsrctype:composite", "composite"),
        ("digitalCapture", "digitalCapture"),
        ("http://cv.iptc.org/newscodes/digitalsourcetype/minorHumanEdits", "humanEdits"),
        ("http://cv.iptc.org/newscodes/digitalsourcetype/softwareImage", "digitalCreation"),
        ("http://cv.iptc.org/newscodes/digitalsourcetype/telepathy", None),
        ("", None),
    ],
)
def test_a_code_is_known_however_it_is_written(written, code):
    assert SourceType.coded(written) == code


@pytest.mark.parametrize(
    "untrue",
    [
        {"source_type": "telepathy"},
        {"licence_url": "javascript:alert(1)"},
        {"colour": "teal"},
        {"focal_x": 1.1},
        {"width": 0},
    ],
)
def test_what_cannot_be_true_is_refused_by_the_database(bring, untrue):
    picture = bring()
    with pytest.raises(IntegrityError), transaction.atomic():
        Picture.objects.filter(pk=picture.pk).update(**untrue)


def test_an_editor_writes_all_that_is_known_of_a_picture(sign_in, editor, bring):
    picture = bring()
    texts = {
        "title": "Ferry",
        "creator": "Anna Weiss",
        "licence_url": "https://example.org/terms",
        "valid_until_0": "2027-01-01",
        "valid_until_1": "00:00:00",
        "source_type": "compositeCapture",
        "people": "Nora Field\nOla Berg\n",
        "topics": "harbour, ferries",
        "focal_x": "0.5",
        "focal_y": "0.5",
    }
    page = sign_in(editor).post(f"{LIBRARY}{picture.pk}/change/", texts)
    assert page.status_code == 302
    picture.refresh_from_db()
    assert picture.people_shown == ["Nora Field", "Ola Berg"]
    assert (picture.creator, picture.source_type) == ("Anna Weiss", "compositeCapture")
    assert picture.valid_until == datetime(2027, 1, 1, tzinfo=UTC)
    assert {topic.name for topic in picture.topics.all()} == {"harbour", "ferries"}


def test_an_address_that_is_none_is_refused_at_the_desk(sign_in, editor, bring):
    texts = {"title": "Ferry", "licence_url": "javascript:alert(1)", "focal_x": "0.5", "focal_y": "0.5"}
    page = sign_in(editor).post(f"{LIBRARY}{bring().pk}/change/", texts)
    assert set(page.context["adminform"].form.errors) == {"licence_url"}


def test_a_near_copy_is_found_by_an_index_exactly_where_comparing_with_all_would_find_it(bring):
    dice = random.Random(4)
    asked = dice.getrandbits(64) - 2**63
    for number in range(40):
        turned = sum(1 << bit for bit in dice.sample(range(64), dice.randrange(13)))
        alike = (asked & 2**64 - 1) ^ turned
        picture = bring(drawn(200 + number, 200))
        Picture.objects.filter(pk=picture.pk).update(perceptual_hash=alike - 2**64 if alike >= 2**63 else alike)
    bring(drawn(199, 200))  # without a hash

    apart = {
        picture.pk: ((picture.perceptual_hash ^ asked) & 2**64 - 1).bit_count()
        for picture in Picture.objects.exclude(perceptual_hash=None)
    }
    found = {picture.pk: picture.bits_apart for picture in Picture.objects.alike(asked)}
    assert found == {pk: bits for pk, bits in apart.items() if bits <= 7}
    assert 0 < len(found) < 40
