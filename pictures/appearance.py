"""What a picture looks like, in few bytes: its colour on average, and a hash that is alike for pictures that are."""

from math import cos, pi

from PIL import Image

from pictures.colour import in_srgb

SIDE, BITS_A_SIDE = 32, 8
# A frequency weaker than this says nothing; a picture in which few are stronger is flat, and like every other flat one.
FAINT, FEATURES_AT_LEAST = 40, 20
_WAVES = [[cos((2 * x + 1) * u * pi / (2 * SIDE)) for x in range(SIDE)] for u in range(1, BITS_A_SIDE + 1)]
# Their dots would blend to colours that their palettes do not have.
NOT_TO_BE_BLENDED = {"1", "P", "PA", "I;16", "I;16L", "I;16B", "I;16N", "I", "F"}


def small(image):
    """The decoded image, no larger than is needed here, in the colours of the screen."""
    if image.mode in NOT_TO_BE_BLENDED:
        image = _shrunk(image, 1024, Image.Resampling.NEAREST)
    else:
        image = _shrunk(image, 256, Image.Resampling.BOX)
    return in_srgb(image)


def colour_of(image):
    """The average of a small image, as “#rrggbb”."""
    return "#{:02x}{:02x}{:02x}".format(*image.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0)))


def perceptual_hash_of(image):
    """64 bits as a signed number, after Zauner's “Implementation and benchmarking of perceptual image hash functions”
    (2010): which of the eight by eight lowest frequencies are stronger than their median. None where there are too few.
    """
    grey = image.convert("L").resize((SIDE, SIDE), Image.Resampling.BOX)
    pixels = list(grey.tobytes())
    rows = [pixels[start : start + SIDE] for start in range(0, SIDE * SIDE, SIDE)]
    across = [[sum(map(_product, row, wave)) for wave in _WAVES] for row in rows]
    both = [[sum(map(_product, column, wave)) for wave in _WAVES] for column in zip(*across, strict=True)]
    strengths = [strength for column in both for strength in column]
    if sum(abs(strength) > FAINT for strength in strengths) < FEATURES_AT_LEAST:
        return None
    median = sorted(strengths)[len(strengths) // 2]
    bits = sum(1 << place for place, strength in enumerate(strengths) if strength >= median)
    return bits - (1 << 64) if bits >> 63 else bits


def _product(one, other):
    return one * other


def _shrunk(image, longest, method):
    scale = longest / max(image.size)
    if scale >= 1:
        return image
    return image.resize(tuple(max(1, round(side * scale)) for side in image.size), method, reducing_gap=2.0)
