"""Each file at hand becomes a picture that looks right, or is refused with a sentence, and nothing in between."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image, ImageChops, ImageStat

from tests.pictures.shared import IMAGES, shared_images

REFUSED = {
    "bomb/crash-86214e58da443d2b80820cff9677a38a33dcbbca.tif": "is damaged or cut off.",
    "bomb/decompression_bomb.gif": "has more than 100 megapixels.",
    "bomb/decompression_bomb.ico": "is an icon.",
    "bomb/png_decompression_dos.png": "is damaged or cut off.",
    "bomb/tiff_overflow_rows_per_strip.tif": "is damaged or cut off.",
    "modes/hopper.ico": "is an icon.",
    "modes/hopper_16bit.pgm": "is a portable pixmap.",
    "modes/ultrahdr.jpg": "is damaged or cut off.",
    "truncated/bmp-b-badwidth.bmp": "is a Windows bitmap.",
    "truncated/broken.png": "is damaged or cut off.",
    "truncated/broken_data_stream.png": "is damaged or cut off.",
    "truncated/seek_too_large.tif": "is damaged or cut off.",
    "truncated/truncated_image.png": "is damaged or cut off.",
    "truncated/truncated_jpeg.jpg": "is damaged or cut off.",
    "truncated/unknown_compression_method.png": "is damaged or cut off.",
    "truncated/zero_width.gif": "is damaged or cut off.",
}
AT_HAND = [path.relative_to(IMAGES).as_posix() for path in sorted(IMAGES.rglob("*")) if path.is_file()]
# The same picture, stored upright and in every way that it can lie; and how far lossy encodings of it may be apart.
SAME = {
    "orientation/Landscape_1.jpg": [f"orientation/Landscape_{number}.jpg" for number in (0, 2, 3, 4, 5, 6, 7, 8)],
    "orientation/hopper_orientation_2.webp": [
        f"orientation/hopper_orientation_{number}.webp" for number in range(3, 9)
    ],
}
TURNED = [(upright, lying) for upright, others in SAME.items() for lying in others]


@pytest.fixture
def rendered(bring, client):
    def rendered(name, kind="jpg"):
        picture = bring(shared_images(name))
        response = client.get(f"/pictures/{picture.key}/320.{kind}")
        assert response.status_code == 200, name
        return picture, Image.open(BytesIO(response.content)).convert("RGB")

    return rendered


@pytest.mark.parametrize("name", AT_HAND)
def test_it_becomes_a_picture_or_is_refused_in_a_sentence(bring, rendered, name):
    if name in REFUSED:
        with pytest.raises(ValidationError) as refusal:
            bring(shared_images(name))
        (sentence,) = refusal.value.messages
        assert sentence.startswith(f"“{name.rpartition('/')[2]}” {REFUSED[name]}")
    else:
        picture, image = rendered(name)
        assert image.size == (min(picture.width, 320), max(1, round(picture.height * min(1, 320 / picture.width))))
        # Its colour on average, found at arrival, is what readers see.
        seen = ImageStat.Stat(image).mean
        known = [int(picture.colour[place : place + 2], 16) for place in (1, 3, 5)]
        assert max(abs(one - other) for one, other in zip(seen, known, strict=True)) < 14, (seen, picture.colour)


@pytest.mark.parametrize(("upright", "lying"), TURNED)
def test_however_it_lies_in_the_file_it_stands_pixel_by_pixel_as_the_upright_one(rendered, upright, lying):
    (_, one), (_, other) = rendered(upright), rendered(lying)
    assert one.size == other.size
    apart = ImageStat.Stat(ImageChops.difference(one, other))
    assert max(apart.mean) < 5, apart.mean
    # Turned in any other way it would be far off.
    assert max(ImageStat.Stat(ImageChops.difference(one, other.transpose(Image.Transpose.ROTATE_180))).mean) > 20


def test_only_the_first_frame_of_what_moves_is_kept(rendered):
    for name in ("animated/dispose_bgnd.gif", "animated/apng-delay.png", "animated/avif-star.avifs"):
        for kind in ("jpg", "webp", "avif"):
            _, image = rendered(name, kind)
            assert getattr(image, "n_frames", 1) == 1
