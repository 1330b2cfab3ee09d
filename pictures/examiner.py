"""What is found out about a file by decoding all of it. Runs apart, under limits; nothing here needs Django."""

from pictures.appearance import colour_of, perceptual_hash_of, small
from pictures.colour import on_white
from pictures.decoding import opened, upright, upright_size
from pictures.metadata import told_by


def examined(file):
    """What was found, as JSON can carry it. Raises `UnreadableError`."""
    with opened(file) as image:
        width, height = upright_size(image)
        told = told_by(image)
        seen = upright(small(image))
        look = on_white(seen)
        return {
            "width": width,
            "height": height,
            "colour": colour_of(look),
            "is_opaque": seen.mode == "RGB",
            "perceptual_hash": perceptual_hash_of(look),
            "told": told,
        }
