"""A small process that has the decoders ready and forks for each file: `python -m pictures.examination.keeper 1.8`.

The number is how many seconds of a processor a file may take. It hears through the socket that is its standard input:
one byte for each file, and with it two descriptors, the file's and that of the pipe for the answer. It ends when the
other end closes.
"""

import json
import os
import signal
import socket
import sys

from PIL import Image

from pictures.examination.examiner import examined
from pictures.examination.limits import TOO_SLOW, submit_to_limits


def serve(door, processor_seconds):
    Image.init()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who started us; we end with them
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        message, (*descriptors,), *_ = socket.recv_fds(door, 1, 2)
        if not message:
            return
        if os.fork() == 0:
            door.close()
            _attend(*descriptors, processor_seconds)
        for descriptor in descriptors:
            os.close(descriptor)


def _attend(picture, answer, processor_seconds):
    """See one file through, whatever becomes of the process that decodes it."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    examining = os.fork()
    if examining == 0:
        try:
            submit_to_limits(processor_seconds)
            with os.fdopen(picture, "rb") as file:
                file.seek(0)
                _write(answer, examined(file))
        finally:
            os._exit(1)
    _, status = os.waitpid(examining, 0)
    if os.WIFSIGNALED(status):
        _write(answer, {"ended": "slow" if os.WTERMSIG(status) in TOO_SLOW else "crashed"})
    os._exit(0)


def _write(answer, found):
    with os.fdopen(answer, "w", encoding="utf-8") as pipe:
        json.dump(found, pipe)


if __name__ == "__main__":
    with socket.socket(fileno=sys.stdin.fileno()) as door:
        serve(door, float(sys.argv[1]))
