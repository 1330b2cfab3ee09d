"""Files that lie beside the checkout, and whose licences keep some of them out of it."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile

IMAGES = Path(__file__).parents[3] / "shared/data/images"


def shared_images(name):
    path = IMAGES / name
    if not path.exists():
        pytest.skip(f"{name} is not to be had here.")
    return ContentFile(path.read_bytes(), name=path.name)
