"""Finding out about a file before it is believed."""

from pictures.apart.asking import ask
from pictures.apart.limits import EXAMINING


def examine(file):
    """What `examiner.examined` found about a Django file. Raises `UnreadableError`."""
    ((found, _),) = ask("examine", file, EXAMINING)
    return found
