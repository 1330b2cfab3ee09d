"""Locks that end with the process that holds them, on files and folders that exist anyway, so that none
stays behind.
"""

import fcntl
import os
from contextlib import contextmanager

SHARED, EXCLUSIVE = fcntl.LOCK_SH, fcntl.LOCK_EX


def take(path, kind, *, wait=True):
    """An open file descriptor that holds the lock until it is closed; None where `wait` is off and another
    has it.
    """
    descriptor = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, kind if wait else kind | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


@contextmanager
def holding(path, kind):
    descriptor = take(path, kind)
    try:
        yield
    finally:
        os.close(descriptor)


def is_held(path):
    """Whether another holds the exclusive lock."""
    try:
        descriptor = take(path, SHARED, wait=False)
    except FileNotFoundError:
        return False
    if descriptor is None:
        return True
    os.close(descriptor)
    return False
