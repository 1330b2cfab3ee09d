from paper.absolute import absolute
from paper.structured_data.writing import filled

SHAPES = ("1x1", "4x3", "16x9")


def images(picture, *, caption="", credit=""):
    """The picture in the three shapes that Google asks for, each an ImageObject with its size and its credit."""
    return [_image(picture, shape, caption, credit) for shape in SHAPES]


def image_in_text(picture, use):
    """A picture that stands in a story, whole, with what that story says of it."""
    return filled(
        _whole(picture) | {"caption": use.caption or picture.caption, "creditText": use.credit or picture.credit}
    )


def portrait(picture):
    return _image(picture, "1x1", picture.caption, picture.credit)


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


def _image(picture, shape, caption, credit):
    width, height = picture.size_of_crop(shape)
    return filled(
        {
            "@type": "ImageObject",
            "url": absolute(picture.crop(shape).address),
            "width": width,
            "height": height,
            "caption": caption,
            "creditText": credit,
        }
    )
