"""Collects static files, only when one has changed, and puts the new folder in the place of the old in one
move.
"""

import hashlib
import os
import shutil
import signal
import sys
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from newsroom import joined_files, static_storage


def collect_static_files(progress):
    folder = settings.STATIC_ROOT
    fingerprint, stamp = _fingerprint(), folder.with_name("static-collected")
    if folder.exists() and stamp.exists() and stamp.read_text() == fingerprint:
        return
    with progress.step("Static files"):
        draft, aside = folder.with_name("static-new"), folder.with_name("static-old")
        for leftover in (draft, aside):
            shutil.rmtree(leftover, ignore_errors=True)
        settings.STATIC_ROOT = draft
        before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # or a Ctrl-C would leave the draft behind
        try:
            call_command("collectstatic", interactive=False, verbosity=0, skip_checks=True)
            stamp.unlink(missing_ok=True)
            if folder.exists():
                folder.rename(aside)
            draft.rename(folder)
        finally:
            settings.STATIC_ROOT = folder
            for leftover in (draft, aside):
                shutil.rmtree(leftover, ignore_errors=True)
            signal.signal(signal.SIGTERM, before)
        os.sync()  # or a power cut could keep the stamp and lose what it speaks of
        stamp.write_text(fingerprint)


def _fingerprint():
    """Names, sizes and times of all sources: the same, as long as collecting them again would change
    nothing.
    """
    found = hashlib.sha256(repr(settings.STORAGES["staticfiles"]).encode())
    for module in (static_storage, joined_files):
        found.update(Path(module.__file__).read_bytes())
    for finder in get_finders():
        for path, storage in finder.list([]):
            status = Path(storage.path(path)).stat()
            found.update(f"{path} {status.st_size} {status.st_mtime_ns}\n".encode())
    return found.hexdigest()
