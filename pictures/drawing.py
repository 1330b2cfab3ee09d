"""Drawing renditions: upright, in sRGB, and without metadata, which may say where someone lives. Runs apart, under
limits; nothing here needs Django.
"""

from io import BytesIO

from PIL import Image

from pictures.appearance import NOT_TO_BE_BLENDED
from pictures.colour import in_srgb, on_white
from pictures.decoding import opened, upright

# docs/decisions/0027-renditions.md has the figures. A speed of 6, Pillow's own, takes three times as long.
ENCODINGS = {
    "avif": {"format": "AVIF", "quality": 50, "speed": 8, "max_threads": 2},
    "webp": {"format": "WEBP", "quality": 70, "method": 4},
    "jpg": {"format": "JPEG", "quality": 82, "optimize": True, "progressive": True},
}

# A phone's pixels are so small that nobody sees which of them are missing, and its line is the slowest.
ON_PHONES = {"avif": {"quality": 42, "speed": 6}}

# What is drawn and not photographed has hard edges and fine lettering, and takes few bytes anyway.
DRAWN = {"PNG", "GIF"}
SHARPER = {"avif": {"quality": 70, "subsampling": "4:4:4"}, "webp": {"quality": 88}}

ROOM_TO_SHRINK = 2  # how many times larger than what is drawn an image has to be to be shrunk well


def drawn(file, size, orders):
    """Yields the bytes for each of the orders, from an original whose upright size is known.

    An order is a `size` in pixels, a `format`, and for a crop the `shape` that is cut out, as large as it fits, around
    the point that is `at` so many per cent from the left and from the top. Raises `UnreadableError`.
    """
    with opened(file) as image:
        sharper = SHARPER if image.format in DRAWN else {}
        image = _ready(image, size, max(_scale(size, order) for order in orders))
        for order in orders:
            image_format = order["format"]
            lighter = ON_PHONES if order.get("is_for_phones") else {}
            options = lighter.get(image_format, {}) | sharper.get(image_format, {})
            yield _encoded(_part(image, order), ENCODINGS[image_format] | options)


def _scale(size, order):
    """How large the order is, compared with the original."""
    left, _, right, _ = _box(size, order) or (0, 0, *size)
    return order["size"][0] / (right - left)


def _ready(image, size, scale):
    """Decoded, upright and in sRGB, with pixels enough for the largest order and not many more."""
    scale = min(1, ROOM_TO_SHRINK * scale)
    if image.format in {"JPEG", "MPO"}:
        # Lets the decoder shrink a large photograph while it reads it.
        image.draft(None, tuple(round(side * scale) for side in image.size))
    image.load()
    enough = round(max(size) * scale)
    if max(image.size) > enough and image.mode not in NOT_TO_BE_BLENDED:
        by = enough / max(image.size)
        image = image.resize(tuple(max(1, round(side * by)) for side in image.size), Image.Resampling.BOX)
    return in_srgb(upright(image))


def _part(image, order):
    box = _box(image.size, order)
    return image.resize(tuple(order["size"]), Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)


def _box(size, order):
    """The largest part in the order's shape that has its point as near the middle as the edges allow."""
    if not order["shape"]:
        return None
    width, height = order["shape"]
    scale = min(size[0] / width, size[1] / height)
    sides = width * scale, height * scale
    left, top = (
        min(max(length * per_cent / 100 - side / 2, 0), length - side)
        for length, side, per_cent in zip(size, sides, order["at"], strict=True)
    )
    return left, top, left + sides[0], top + sides[1]


def _encoded(image, encoding):
    if encoding["format"] == "JPEG":
        image = on_white(image)
    image.info.clear()  # Pillow would carry the comment and the colour profile over
    file = BytesIO()
    image.save(file, **encoding)
    return file.getvalue()
