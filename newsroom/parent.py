"""A process that ends when the one that started it ends, even by kill -9."""

import ctypes
import os
import sys

PR_SET_PDEATHSIG = 1

# Loaded here and not in the function: that one runs between fork and exec, where little may be done.
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


def die_with_parent(stop_signal, *, parent):
    """Asks the kernel to send this process `stop_signal` when its parent ends. Does nothing on other systems
    than Linux.

    `parent` is the process number that it is to have; if it has lost it already, it gets the signal at once.
    What counts as the parent is the thread that started the process, so start children from the main thread
    only.
    """
    if _libc:
        _libc.prctl(PR_SET_PDEATHSIG, int(stop_signal))
        if os.getppid() != parent:
            os.kill(os.getpid(), stop_signal)
