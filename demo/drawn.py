"""Drawing in a process of its own, which imports nothing of Django."""

from io import BytesIO

from demo.drawing import draw

JPEG_QUALITY = 88


def drawn_jpeg(slug):
    file = BytesIO()
    draw(slug).save(file, "JPEG", quality=JPEG_QUALITY)
    return file.getvalue()
