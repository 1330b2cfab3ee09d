"""A process of ours that is to run as long as we do: ended with us, started again when it ends by itself."""

import contextlib
import os
import signal
import subprocess
import time

from newsroom.parent import die_with_parent

RELOAD = 3  # how Django's autoreloader asks to be started again
PAUSE = 1  # seconds before a process that ended by itself is started again
TOO_MANY, WITHIN = 5, 60  # ends, seconds


class Child:
    def __init__(self, name, command, environment, *, version=None):
        """`version()` says which code it runs, where it makes no sense to start the same again after an error."""
        self.name, self.command, self.environment, self.version = name, command, environment, version
        self.failed_version = None
        self.process, self.ends, self.start_at = None, [], 0

    def start(self):
        parent = os.getpid()
        self.process = subprocess.Popen(
            self.command,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            # A group of its own: Ctrl-C reaches us alone, and we end the whole group, with what the child
            # started.
            process_group=0,
            preexec_fn=lambda: die_with_parent(signal.SIGTERM, parent=parent),
        )

    @property
    def runs(self):
        return self.process is not None and self.process.poll() is None

    def look_after(self):
        """Starts it again if it has ended; returns what to tell, or None. `has_given_up` says when to stop
        that.
        """
        if self.runs:
            return None
        now = time.monotonic()
        if self.process is not None:
            self.signal(signal.SIGKILL)  # what it may have left behind, which would hold its port
            code, self.process = self.process.returncode, None
            if code == RELOAD:
                self.start()
                return None
            if self.version:
                self.failed_version = self.version()
                return f"The {self.name} ended by itself ({_in_words(code)}); it is started again when a file is saved."
            self.ends = [end for end in self.ends if now - end < WITHIN] + [now]
            self.start_at = now + PAUSE
            return f"The {self.name} ended by itself ({_in_words(code)}); it is started again."
        if now >= self.start_at and not (self.version and self.version() == self.failed_version):
            self.start()
        return None

    @property
    def has_given_up(self):
        return len(self.ends) >= TOO_MANY

    def signal(self, number):
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)


def _in_words(code):
    return f"by signal {signal.Signals(-code).name}" if code < 0 else f"with code {code}"
