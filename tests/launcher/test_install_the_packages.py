import fcntl
import os
import subprocess
from pathlib import Path

import pytest

from launcher import packages


def test_a_start_waits_until_what_a_killed_one_left_behind_has_ended():
    theirs, ours = os.pipe()
    with packages._alone() as lock:
        # A child that leaves a child, which lives until we close our end; both have the lock as standard input.
        command = ["/bin/sh", "-c", f"exec 5<&0; read line </dev/fd/{theirs} &"]
        subprocess.run(command, stdin=lock, pass_fds=[theirs], check=True)
    with Path(packages.__file__).open() as next_start:
        with pytest.raises(BlockingIOError):
            fcntl.flock(next_start, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.close(theirs)
        os.close(ours)
        fcntl.flock(next_start, fcntl.LOCK_EX)
