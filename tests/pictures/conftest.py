from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from PIL import Image

from pictures.arrival import arrive

FILES = Path(__file__).parent.parent / "data" / "images"


def file(name):
    return ContentFile((FILES / name).read_bytes(), name=name)


def drawn(width=800, height=600, colour="teal", name="drawn.png", mode="RGB", **saving):
    data = BytesIO()
    Image.new(mode, (width, height), colour).save(data, Path(name).suffix[1:].replace("jpg", "jpeg"), **saving)
    return ContentFile(data.getvalue(), name=name)


def half_red_half_blue(width=800, height=400):
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", (width, height), "red")
    image.paste("blue", (width // 2, 0, width, height))
    data = BytesIO()
    image.save(data, "png")
    return ContentFile(data.getvalue(), name="halves.png")


@pytest.fixture(autouse=True)
def _empty_folders(tmp_path, monkeypatch):
    for name in ("originals", "renditions"):
        for where in ("base_location", "location"):
            monkeypatch.setitem(storages[name].__dict__, where, str(tmp_path / name))


@pytest.fixture
def bring(program):
    """`bring(file, **texts)`: a picture in the library, its renditions not made yet."""
    return lambda content=None, **texts: arrive(content or drawn(), by=program, renditions="later", **texts)


@pytest.fixture
def files_in():
    """The names of all files that a storage holds."""

    def files_in(name):
        folder = Path(storages[name].location)
        return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}

    return files_in


@pytest.fixture
def look(client):
    def look(address):
        response = client.get(address)
        assert response.status_code == 200, address
        return Image.open(BytesIO(response.content))

    return look
