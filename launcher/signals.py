"""Signals as words to wait for, so that nothing is ever interrupted halfway."""

import os
import select
import signal
import socket


class Signals:
    """While it is open, SIGINT, SIGTERM and SIGHUP only arrive through `wait()`."""

    STOP = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def __enter__(self):
        self.ours, theirs = socket.socketpair()
        self.theirs = theirs
        for end in (self.ours, theirs):
            end.setblocking(False)
        signal.set_wakeup_fd(theirs.fileno(), warn_on_full_buffer=False)
        self.before = {number: signal.signal(number, lambda *_: None) for number in (*self.STOP, signal.SIGCHLD)}
        return self

    def __exit__(self, *error):
        signal.set_wakeup_fd(-1)
        for number, handler in self.before.items():
            signal.signal(number, handler)
        self.ours.close()
        self.theirs.close()

    def wait(self, seconds):
        """Waits for a signal, at most `seconds`; returns whether one of them asks us to stop."""
        if not select.select([self.ours], [], [], seconds)[0]:
            return False
        return any(number in self.STOP for number in os.read(self.ours.fileno(), 1000))
