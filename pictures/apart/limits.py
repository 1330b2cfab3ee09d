"""How much a file may cost that came from anyone."""

import resource
import signal
from typing import NamedTuple

TOO_SLOW = (signal.SIGPROF, signal.SIGALRM)


class Limits(NamedTuple):
    memory: int  # bytes that the process may hold for itself
    processor_seconds: float
    seconds: float  # by the clock, on a machine that is busy with other things


EXAMINING = Limits(memory=400_000_000, processor_seconds=1.8, seconds=20)
# A reader waits for one rendition, and holds a thread of the server meanwhile; nobody waits for all of them.
DRAWING_ONE = Limits(memory=480_000_000, processor_seconds=10, seconds=20)
DRAWING_ALL = Limits(memory=480_000_000, processor_seconds=60, seconds=180)


def submit_to(limits):
    """From here on the kernel ends this process when it takes more, in whatever decoder it is."""
    for limit, most in (
        (resource.RLIMIT_DATA, limits.memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))
    signal.setitimer(signal.ITIMER_PROF, limits.processor_seconds)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds)
