"""How much a file may cost that nobody has looked at yet."""

import resource
import signal

MEMORY = 400_000_000  # bytes that the process may hold for itself
PROCESSOR_SECONDS = 1.8
SECONDS = 20  # on a machine that is busy with other things

TOO_SLOW = (signal.SIGPROF, signal.SIGALRM)


def submit_to_limits(processor_seconds):
    """From here on the kernel ends this process when it takes more, in whatever decoder it is."""
    for limit, most in (
        (resource.RLIMIT_DATA, MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))
    signal.setitimer(signal.ITIMER_PROF, processor_seconds)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
