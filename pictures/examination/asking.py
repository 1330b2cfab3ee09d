"""Having a file examined by a process of its own, so that no file can take the server's memory, time or life.

docs/decisions/0025-examined-apart.md says why and what it costs.
"""

import atexit
import json
import os
import shutil
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from threading import Lock

from pictures.decoding import UnreadableError
from pictures.examination import limits
from pictures.kinds import DAMAGED

ROOT = Path(__file__).parents[2]
TOO_SLOW = "takes too long to unpack. Make it smaller, or save it as JPEG, and send that."


def examine(file):
    """What `examiner.examined` found about a Django file. Raises `UnreadableError`."""
    with _on_disk(file) as source:
        found = _understood(_keeper.answer_about(source))
    if "ended" in found:
        raise UnreadableError(TOO_SLOW if found["ended"] == "slow" else DAMAGED)
    if "refused" in found:
        raise UnreadableError(found["refused"])
    return found


def _understood(answer):
    try:
        return json.loads(answer)
    except ValueError:  # it was ended before or while it said anything
        return {"ended": "crashed"}


class _Keeper:
    """The process that `pictures.examination.keeper` describes, one for each of ours, started by the first file."""

    def __init__(self):
        self.lock, self.door, self.process, self.of = Lock(), None, None, None

    def answer_about(self, source):
        """JSON, or nothing if the process is gone."""
        ours, theirs = os.pipe()
        with os.fdopen(ours, encoding="utf-8") as answer:
            try:
                self._send([source.fileno(), theirs])
            finally:
                os.close(theirs)
            return answer.read()

    def _send(self, descriptors):
        with self.lock:
            if self.of != os.getpid():  # a server that forked has to have its own
                self._start()
            try:
                socket.send_fds(self.door, [b"?"], descriptors)
            except OSError:  # it was ended, by hand or for want of memory
                self._start()
                socket.send_fds(self.door, [b"?"], descriptors)

    def _start(self):
        self.close()
        self.door, theirs = socket.socketpair()
        with theirs:
            self.process = subprocess.Popen(  # noqa: S603 (nothing in it comes from outside)
                [sys.executable, "-m", "pictures.examination.keeper", str(limits.PROCESSOR_SECONDS)],
                stdin=theirs,
                stdout=subprocess.DEVNULL,
                cwd=ROOT,
                # One pool of memory for all threads of a decoder: each pool sets aside more than it uses.
                env={**os.environ, "MALLOC_ARENA_MAX": "1"},
            )
        self.of = os.getpid()

    def close(self):
        if self.door:
            self.door.close()
        if self.process and self.of == os.getpid():
            self.process.wait()
        self.door = self.process = self.of = None


_keeper = _Keeper()
atexit.register(_keeper.close)


@contextmanager
def _on_disk(file):
    """An open file that another process can read, of a Django file that may be in memory."""
    try:
        file.fileno()
    except (AttributeError, OSError):
        with TemporaryFile() as copy:
            file.seek(0)
            shutil.copyfileobj(file, copy)
            copy.flush()
            yield copy
    else:
        yield file
