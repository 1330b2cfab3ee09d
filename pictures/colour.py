"""From whatever a picture's numbers mean to sRGB, the colours that every screen knows."""

from io import BytesIO

from PIL import Image, ImageCms

SRGB = ImageCms.createProfile("sRGB")
SIXTEEN_BITS = {"I;16", "I;16L", "I;16B", "I;16N", "I", "F"}


def in_srgb(image):
    """The image as RGB, or as RGBA where something shows through, with its colour profile applied."""
    if image.mode in SIXTEEN_BITS:
        return _eight_bits(image).convert("RGB")
    clear = image.has_transparency_data
    alpha = image.convert("RGBA").getchannel("A") if clear else None
    if image.mode not in {"RGB", "L", "CMYK", "LAB"}:
        image = _without_alpha(image)
    image = _with_profile_applied(image)
    if alpha is not None and alpha.getextrema() != (255, 255):
        image.putalpha(alpha)
    return image


def _without_alpha(image):
    return image.convert("L" if image.mode in {"1", "LA", "La"} else "RGB")


def _with_profile_applied(image):
    profile = image.info.get("icc_profile")
    if profile:
        try:
            meaning = ImageCms.ImageCmsProfile(BytesIO(profile))
            return ImageCms.profileToProfile(image, meaning, SRGB, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            pass  # a profile for another kind of picture, or a broken one: the numbers are taken for sRGB
    return image.convert("RGB")


def _eight_bits(image):
    """Grey in more than eight bits. Its range is 12 or 16 bits, or else that of its numbers."""
    darkest, brightest = image.getextrema()
    tops = [top for top in (255, 4095, 65_535) if darkest >= 0 and brightest <= top]
    floor, top = (0, tops[0]) if tops else (darkest, brightest)
    scale = 255 / ((top - floor) or 1)
    return image.convert("F").point(lambda value: value * scale - floor * scale).convert("L")


def on_white(image):
    """Without transparency, for formats that have none."""
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    return ground
