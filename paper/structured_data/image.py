from paper.absolute import absolute
from paper.structured_data.writing import filled
from pictures.models import SourceType

SHAPES = ("1x1", "4x3", "16x9")


def images(shown):
    """The `Shown` of a picture in the three shapes that Google asks for, each with size, credit and origin."""
    return [_image(shown, shape) for shape in SHAPES]


def image_in_text(shown):
    """The `Shown` of a picture that stands in a story, whole."""
    return filled(
        _whole(shown.picture)
        | {"caption": shown.caption, "creditText": shown.credit, "digitalSourceType": _origin(shown.picture)}
    )


def portrait(shown):
    return _image(shown, "1x1")


def logo(picture):
    """The paper's name as a picture."""
    return _whole(picture)


def _whole(picture):
    return {
        "@type": "ImageObject",
        "url": absolute(picture.src(1280)),
        "width": min(picture.width, 1280),
        "height": round(picture.height * min(1, 1280 / picture.width)),
    }


def _image(shown, shape):
    picture = shown.picture
    width, height = picture.size_of_crop(shape)
    return filled(
        {
            "@type": "ImageObject",
            "url": absolute(picture.crop(shape).address),
            "width": width,
            "height": height,
            "caption": shown.caption,
            "creditText": shown.credit,
            "digitalSourceType": _origin(picture),
        }
    )


def _origin(picture):
    """As IPTC numbers them, which Google reads: https://schema.org/digitalSourceType"""
    return picture.source_type and SourceType(picture.source_type).address
