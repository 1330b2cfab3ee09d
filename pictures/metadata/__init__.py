"""What a file tells about its picture: XMP first, then IPTC's IIM, then EXIF.

After the IPTC Photo Metadata Standard 2023.2 and the Metadata Working Group's “Guidelines for Handling Image Metadata”.
Where a picture was taken by satellite, with which camera and who touched it since is not read at all.
Nothing here needs Django; what the fields of a picture can hold is seen to in `pictures.filling`.
"""

from pictures.metadata import exif, iim, xmp

READERS = {"XMP": xmp.read, "IIM": iim.read, "EXIF": exif.read}


def told_by(image):
    """Field of Picture → [value, origin]. A value is a text, a moment in ISO 8601, or for `topics` a list of texts."""
    told = {}
    for origin, read in READERS.items():
        for field, value in _read(read, image).items():
            if value:
                told.setdefault(field, [value, origin])
    return told


def _read(read, image):
    try:
        return read(image)
    except Exception:  # strangers' bytes: whatever goes wrong, the picture itself can be good
        return {}
