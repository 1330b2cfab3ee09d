import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.files.storage import FileSystemStorage, storages


def originals():
    """Private storage: nothing in it is served as it is."""
    return storages["originals"]


def renditions():
    """Storage for what the public may see, under names that cannot be guessed."""
    return storages["renditions"]


class WholeFiles(FileSystemStorage):
    """A file is there whole or not at all, also after a power cut, and replaces one of the same name."""

    def get_available_name(self, name, max_length=None):
        return name

    def _save(self, name, content):
        place = Path(self.path(name))
        self._make_folder(place.parent)
        with NamedTemporaryFile(dir=place.parent, prefix=".", suffix=".part", delete=False) as part:
            try:
                for chunk in content.chunks():
                    part.write(chunk)
                part.flush()
                os.fsync(part.fileno())
                os.fchmod(part.fileno(), self.file_permissions_mode or 0o644)
                Path(part.name).replace(place)
            except BaseException:
                Path(part.name).unlink(missing_ok=True)
                raise
        return name

    def _make_folder(self, folder):
        """With this storage's permissions for each part that is new, which `mkdir(parents=True)` forgets."""
        mode = self.directory_permissions_mode or 0o777
        for part in reversed([folder, *folder.parents]):
            if part.is_relative_to(self.location):
                part.mkdir(mode, parents=True, exist_ok=True)
