"""The process that the server belongs to: starts it, and stops it when nobody uses it any more.

    python -m newsroom.embedded_postgres.keeper FOLDER [--not-durable]

Says "ready" on its standard output once the server answers, or else one sentence, and lives on in a session
of its own, so that a Ctrl-C in a terminal does not reach it. Everyone who uses the server holds a shared
lock on the password file; the keeper waits for the exclusive one, which the kernel grants when the last user
has gone, by whatever death.
"""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from newsroom.embedded_postgres import lock, pid_file
from newsroom.embedded_postgres.account import account_for
from newsroom.embedded_postgres.cluster import Cluster, PostgresFailed, binaries
from newsroom.embedded_postgres.data_folder import environment, make_data_folder

PATIENCE = 60  # seconds: for recovery after a crash, and for what a crash left running to go
FAST_SHUTDOWN = signal.SIGINT
LARGEST_LOG = 10_000_000  # bytes
NOT_DURABLE = ["fsync=off", "full_page_writes=off", "synchronous_commit=off"]


def main(folder, *flags):
    cluster = Cluster(Path(folder), durable="--not-durable" not in flags)
    mine = lock.take(cluster.log, lock.EXCLUSIVE, wait=False)
    if mine is None:
        return 0  # there is a keeper
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        account = account_for(cluster)
        account.let_through(cluster.folder)
        make_data_folder(cluster, account)
        _end_orphan(cluster)
        _make_socket_folder(cluster, account)
        server = _start(cluster, account)
    except PostgresFailed as failure:
        print(failure, flush=True)
        return 1
    except OSError as failure:
        print(f"The embedded Postgres cannot use {cluster.folder}: {failure}.", flush=True)
        return 1
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: server.send_signal(FAST_SHUTDOWN))
    print("ready", flush=True)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    threading.Thread(target=_stop_after_the_last_user, args=(cluster, server), daemon=True).start()
    server.wait()
    if cluster.socket_folder.parent != cluster.folder:
        shutil.rmtree(cluster.socket_folder, ignore_errors=True)
    os.close(mine)  # before the other lock, which ends with this process: who gets that one finds no keeper
    return 0


def _start(cluster, account):
    if cluster.log.stat().st_size > LARGEST_LOG:
        os.truncate(cluster.log, 0)
    options = [
        f"unix_socket_directories={cluster.socket_folder}",
        "unix_socket_permissions=0700",
        "listen_addresses=",
    ]
    options += [] if cluster.durable else NOT_DURABLE
    command = [
        binaries() / "postgres",
        "-D",
        cluster.data,
        *(word for option in options for word in ("-c", option)),
    ]
    deadline = time.monotonic() + PATIENCE
    while True:
        with cluster.log.open("ab") as log:
            server = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=environment(),
                **account.popen_arguments(stop_signal=FAST_SHUTDOWN),
            )
        while server.poll() is None and not pid_file.is_ready(cluster):
            if time.monotonic() > deadline:
                server.kill()
                raise PostgresFailed(f"Postgres was not ready after {PATIENCE} seconds; {cluster.log} says why.")
            time.sleep(0.02)
        if server.returncode is None:
            return server
        # Processes of a server that was killed take a moment to go, and until then a new one may not start.
        if "shared memory block" not in _last_words(cluster) or time.monotonic() > deadline:
            raise PostgresFailed(f"Postgres does not start ({_last_words(cluster)}); {cluster.log} says more.")
        time.sleep(0.2)


def _last_words(cluster):
    with cluster.log.open("rb") as log:
        log.seek(max(0, cluster.log.stat().st_size - 4000))
        lines = log.read().decode(errors="replace").splitlines()
    fatal = [line.partition("FATAL:")[2].strip() for line in lines if "FATAL:" in line]
    return fatal[-1] if fatal else (lines or ["it said nothing"])[-1]


def _end_orphan(cluster):
    """A server whose keeper was killed, where the kernel did not end it together with the keeper."""
    deadline = time.monotonic() + PATIENCE
    while found := pid_file.status(cluster):
        if time.monotonic() > deadline:
            raise PostgresFailed(f"A Postgres without a keeper (process {found[0]}) does not end; end it by hand.")
        if found[1] != "stopping":
            os.kill(found[0], FAST_SHUTDOWN)
        time.sleep(0.05)
    pid_file.forget(cluster)


def _make_socket_folder(cluster, account):
    folder = cluster.socket_folder
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid not in {os.geteuid(), account.uid}:
        raise PostgresFailed(f"{folder}, which Postgres needs for its socket, belongs to somebody else; remove it.")
    folder.chmod(0o700)
    account.own(folder)


def _stop_after_the_last_user(cluster, server):
    lock.take(cluster.passwords, lock.EXCLUSIVE)
    server.send_signal(FAST_SHUTDOWN)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
