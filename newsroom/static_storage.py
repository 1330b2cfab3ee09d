"""Static files in production: compressed, and under names that carry a fingerprint so that browsers keep
them for good. The reader's style sheet and script are one file each.
"""

import brotli
from django.core.files.base import ContentFile
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

from newsroom.joined_files import joined_modules, joined_style

# The editor builds the addresses of its parts by itself, from the address of its first file. So it keeps its
# names.
UNDER_THEIR_OWN_NAMES = "ckeditor/ckeditor/"

JOINED = dict.fromkeys(["paper.css", "galleries.css", "changes.css"], joined_style) | {"paper.js": joined_modules}


LARGE = 100_000  # bytes; what readers get is smaller, what only the desk loads is larger
WINDOWS = range(10, 23)  # what brotli takes as the binary logarithm of how far back it looks


class SensibleCompressor(Compressor):
    @staticmethod
    def compress_brotli(data):
        # For a large file the highest quality takes four times as long, for 8 % fewer bytes. And most of the time for a
        # small file goes into laying out a window for a large one, unless we say how small it is.
        window = min(max(len(data).bit_length() + 1, WINDOWS[0]), WINDOWS[-1])
        return brotli.compress(data, quality=9 if len(data) > LARGE else 11, lgwin=window)


class FingerprintedStaticFiles(CompressedManifestStaticFilesStorage):
    support_js_module_import_aggregation = True  # a module of the desk may import another, by its fingerprinted name

    def post_process(self, paths, dry_run=False, **options):
        if not dry_run:
            paths = paths | {name: self._joined(name, join, paths) for name, join in JOINED.items() if name in paths}
        named = {name: found for name, found in paths.items() if not name.startswith(UNDER_THEIR_OWN_NAMES)}
        yield from super().post_process(named, dry_run=dry_run, **options)
        if not dry_run:
            for name, compressed in self.compress_files(paths.keys() - named.keys()):
                yield name, compressed, True

    def _joined(self, name, join, paths):
        """Puts the joined file in the place of the collected one; where Django is to read it from."""

        def read(part):
            storage, path = paths[part]
            with storage.open(path) as file:
                return file.read().decode()

        whole = ContentFile(join(name, read).encode())
        self.delete(name)
        self._save(name, whole)
        return self, name

    def stored_name(self, name):
        return name if name.startswith(UNDER_THEIR_OWN_NAMES) else super().stored_name(name)

    def compress_files(self, paths):
        """Of two copies of a file only the one that pages name, which has the fingerprint."""
        return super().compress_files(set(paths) - self.hashed_files.keys())

    def create_compressor(self, **options):
        return SensibleCompressor(**options)
