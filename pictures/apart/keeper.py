"""A small process that has the decoders ready and forks for each file: `python -m pictures.apart.keeper`.

It hears through the socket that is its standard input: one byte for each file, and with it three descriptors, the
file's and those of two pipes, one that tells what to do and one for the answer. It ends when the other end closes.
"""

import json
import os
import signal
import socket
import sys

from PIL import Image

from pictures.apart.answer import write_part
from pictures.apart.limits import TOO_SLOW, Limits, submit_to
from pictures.apart.works import work


def serve(door):
    Image.init()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who started us; we end with them
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        message, (*descriptors,), *_ = socket.recv_fds(door, 1, 3)
        if not message:
            return
        if os.fork() == 0:
            door.close()
            _attend(*descriptors)
        for descriptor in descriptors:
            os.close(descriptor)


def _attend(picture, order, answer):
    """See one file through, whatever becomes of the process that decodes it."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    working = os.fork()
    if working == 0:
        try:
            _work(picture, order, answer)
        finally:
            os._exit(1)
    _, status = os.waitpid(working, 0)
    if os.WIFSIGNALED(status):
        with os.fdopen(answer, "wb") as pipe:
            write_part(pipe, {"ended": "slow" if os.WTERMSIG(status) in TOO_SLOW else "crashed"})
    os._exit(0)


def _work(picture, order, answer):
    with os.fdopen(order, "rb") as pipe:
        name, limits, ordered = json.load(pipe)
    submit_to(Limits(*limits))
    with os.fdopen(picture, "rb") as file, os.fdopen(answer, "wb") as pipe:
        file.seek(0)
        for said, data in work(name, file, ordered):
            write_part(pipe, said, data)


if __name__ == "__main__":
    with socket.socket(fileno=sys.stdin.fileno()) as door:
        serve(door)
