"""Having a file decoded by a process of its own, so that no file can take the server's memory, time or life.

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

from pictures.apart.answer import parts
from pictures.decoding import UnreadableError
from pictures.kinds import DAMAGED

ROOT = Path(__file__).parents[2]
TOO_SLOW = "takes too long to unpack. Make it smaller, or save it as JPEG, and send that."


def ask(work, file, limits, **ordered):
    """Yields the parts of the answer of one of `works` about a Django file, as (what is said, bytes). Raises
    `UnreadableError` as soon as it is known that no more will come.
    """
    with _on_disk(file) as source, _keeper.answer_about(source, [work, limits, ordered]) as answer:
        for said, data in parts(answer):
            if "ended" in said:
                raise UnreadableError(TOO_SLOW if said["ended"] == "slow" else DAMAGED)
            if "refused" in said:
                raise UnreadableError(said["refused"])
            if "done" in said:
                return
            yield said, data
    raise UnreadableError(DAMAGED)  # it was ended before it said anything


class _Keeper:
    """The process that `pictures.apart.keeper` describes, one for each of ours, started by the first file."""

    def __init__(self):
        self.lock, self.door, self.process, self.of = Lock(), None, None, None

    @contextmanager
    def answer_about(self, source, order):
        """A file of bytes, which is empty if the process is gone."""
        order_read, order_written = os.pipe()
        answer_read, answer_written = os.pipe()
        with os.fdopen(answer_read, "rb") as answer:
            try:
                with os.fdopen(order_written, "wb") as pipe:
                    pipe.write(json.dumps(order).encode())
                self._send([source.fileno(), order_read, answer_written])
            finally:
                os.close(order_read)
                os.close(answer_written)
            yield answer

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
            self.process = subprocess.Popen(
                [sys.executable, "-m", "pictures.apart.keeper"],
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
    """An open file that another process can read, of a Django file that may be in memory or in a bucket."""
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
