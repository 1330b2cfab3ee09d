"""Bytes from anyone, read as an image under limits."""

import warnings
from contextlib import contextmanager

from PIL import Image, ImageOps
from PIL.ExifTags import Base
from pillow_heif import register_heif_opener

from pictures.kinds import DAMAGED, RAW, said_of

READABLE = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF", "GIF", "TIFF")
PIXELS_AT_MOST = 100_000_000
BYTES_AT_MOST = 100_000_000
SIDEWAYS = {5, 6, 7, 8}  # the values of EXIF's orientation that exchange width and height
TOO_MUCH_MEMORY = "takes more memory than we have to unpack. Make it smaller, or save it as JPEG, and send that."

# Pillow's own limit, for what it unpacks before we can look at the size.
Image.MAX_IMAGE_PIXELS = PIXELS_AT_MOST
# A phone's HEIC may have a small copy and a map of depths within; neither is unpacked.
register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)


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
                if _is_preview(image):
                    raise UnreadableError(RAW)
                yield image
    except Image.DecompressionBombError as error:
        raise UnreadableError(
            f"has more than {PIXELS_AT_MOST // 1_000_000} megapixels. Make it smaller and send it again."
        ) from error
    except Image.UnidentifiedImageError as error:
        raise UnreadableError(_said_of(file)) from error
    except UnreadableError:
        raise
    except MemoryError as error:
        raise UnreadableError(TOO_MUCH_MEMORY) from error
    # Decoders of hostile bytes raise anything: struct.error, IndexError, zlib.error…
    except Exception as error:
        raise UnreadableError(TOO_MUCH_MEMORY if "memory" in str(error).lower() else DAMAGED) from error


def _said_of(file):
    file.seek(0)
    return said_of(file.read(4096))


def _is_preview(image):
    """Whether a TIFF is a camera's raw file, of which all that can be read is a picture as small as a stamp."""
    if image.format != "TIFF":
        return False
    new_subfile_type, dng_version, reduced = 254, 50706, 1
    return dng_version in image.tag_v2 or image.tag_v2.get(new_subfile_type, 0) & reduced == reduced


def upright_size(image):
    """Decode all of the image, as small as that can be done. Returns its upright width and height."""
    size = image.size
    image.draft(None, (512, 512))
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
