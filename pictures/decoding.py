"""Bytes from anyone, read as an image under limits."""

import warnings
from contextlib import contextmanager

from PIL import Image, ImageOps
from PIL.ExifTags import Base

READABLE = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF")
PIXELS_AT_MOST = 100_000_000
BYTES_AT_MOST = 100_000_000
SIDEWAYS = {5, 6, 7, 8}  # the values of EXIF's orientation that exchange width and height

# Pillow's own limit, for what it unpacks before we can look at the size.
Image.MAX_IMAGE_PIXELS = PIXELS_AT_MOST


class UnreadableError(Exception):
    """The bytes are no picture that we take. The message completes “… the file ”."""


@contextmanager
def opened(file):
    """The image in a file, not yet decoded. Whatever goes wrong inside becomes an `UnreadableError`."""
    try:
        # A decoder warns of what it can live with: a comment cut off, a number out of range.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(file, formats=READABLE) as image:
                if image.width * image.height > PIXELS_AT_MOST:
                    raise Image.DecompressionBombError
                yield image
    except Image.DecompressionBombError as error:
        raise UnreadableError(
            f"has more than {PIXELS_AT_MOST // 1_000_000} megapixels. Make it smaller and send it again."
        ) from error
    except Image.UnidentifiedImageError as error:
        raise UnreadableError(
            "is not a picture that we can read. Save it as JPEG, PNG, WebP, AVIF, GIF or TIFF and send that."
        ) from error
    except UnreadableError:
        raise
    # Decoders of hostile bytes raise anything: struct.error, IndexError, zlib.error, MemoryError…
    except Exception as error:
        raise UnreadableError("is damaged or cut off. Export or download it again and send that.") from error


def upright_size(image):
    """Decode all of the image, as small as that can be done. Returns its upright width and height."""
    size = image.size
    image.draft(None, (1, 1))
    image.load()
    return size[::-1] if _orientation(image) in SIDEWAYS else size


def upright(image):
    """The image as it is to be looked at. A broken note about the orientation counts as none."""
    return ImageOps.exif_transpose(image) if _orientation(image) in SIDEWAYS | {2, 3, 4} else image


def _orientation(image):
    try:
        return image.getexif().get(Base.Orientation, 1)
    except Exception:  # as above: anything
        return 1
