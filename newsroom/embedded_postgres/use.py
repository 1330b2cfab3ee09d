"""Uses the server for as long as this process lives, starting it where it is down."""

import os
import subprocess
import sys
import time
from pathlib import Path

from newsroom.embedded_postgres import lock, pid_file
from newsroom.embedded_postgres.cluster import PostgresFailed
from newsroom.embedded_postgres.data_folder import make_passwords
from newsroom.embedded_postgres.keeper import PATIENCE

ROOT = Path(__file__).resolve().parent.parent.parent

_held = {}  # cluster → the descriptor whose lock tells the keeper that this process uses the server


def use(cluster):
    """Returns when the server answers; raises PostgresFailed with the reason where it does not."""
    try:
        _make_folder(cluster)
    except OSError as error:
        raise PostgresFailed(
            f"{error.filename} cannot be made ({error.strerror}): name a folder that is yours in NEWSROOM_VAR, "
            "or a database in DATABASE_URL."
        ) from error
    with lock.holding(cluster.folder, lock.EXCLUSIVE):
        make_passwords(cluster)
        cluster.log.touch(mode=0o600)
        if cluster not in _held:
            _held[cluster] = lock.take(cluster.passwords, lock.SHARED)  # waits for a server that is being stopped
        deadline = time.monotonic() + PATIENCE
        while not (lock.is_held(cluster.log) and pid_file.is_ready(cluster)):
            if not lock.is_held(cluster.log):
                _start_keeper(cluster)
            elif time.monotonic() > deadline:
                raise PostgresFailed(f"Postgres was not ready after {PATIENCE} seconds; {cluster.log} says why.")
            else:
                time.sleep(0.02)


def stop_using(cluster, *, patience=15):
    """Returns True when the server has stopped, False where others still use it (or it takes longer than
    `patience`).
    """
    descriptor = _held.pop(cluster, None)
    if descriptor is None:
        return True
    os.close(descriptor)
    deadline = time.monotonic() + patience
    while lock.is_held(cluster.log):
        if time.monotonic() > deadline:
            return False
        if time.monotonic() > deadline - patience + 1 and not lock.is_held(cluster.passwords):
            return False  # after a second the keeper would have it, if nobody else did
        time.sleep(0.02)
    return True


def _make_folder(cluster):
    if not cluster.folder.exists():
        # Others may pass (root's Postgres runs as another account) and see nothing; the folders within are
        # closed.
        cluster.folder.parent.mkdir(mode=0o711, parents=True, exist_ok=True)
        cluster.folder.mkdir(mode=0o700, exist_ok=True)


def _start_keeper(cluster):
    command = [sys.executable, "-m", "newsroom.embedded_postgres.keeper", str(cluster.folder)]
    with cluster.log.open("ab") as log:
        keeper = subprocess.Popen(
            command if cluster.durable else [*command, "--not-durable"],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            start_new_session=True,
        )
    answer = keeper.stdout.readline().strip()
    keeper.stdout.close()
    if answer == "ready":
        keeper.returncode = 0  # it lives on without us: nobody is to wait for it
    elif answer:
        keeper.wait()
        raise PostgresFailed(answer)
