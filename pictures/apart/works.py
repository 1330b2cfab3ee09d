"""What can be done with a file apart, by name. Each takes the file and what was ordered, and yields the parts of an
answer: what is said, as JSON can carry it, and bytes. Nothing here needs Django.
"""

from pictures.decoding import UnreadableError
from pictures.drawing import drawn
from pictures.examiner import examined


def work(name, file, ordered):
    """Yields the parts; the last says {"done": true}, or in `refused` why the file is no picture that we take."""
    try:
        yield from WORKS[name](file, **ordered)
        yield {"done": True}, b""
    except UnreadableError as error:
        yield {"refused": str(error)}, b""


def _examine(file):
    yield examined(file), b""


def _draw(file, size, orders):
    for data in drawn(file, size, orders):
        yield {}, data


WORKS = {"examine": _examine, "draw": _draw}
