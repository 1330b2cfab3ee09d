"""Makes the data folder. It appears whole or not at all, whenever the power goes."""

import os
import re
import secrets
import shutil
import signal
import subprocess

from newsroom.embedded_postgres.cluster import DATABASE, ROLE, VERSION, PostgresFailed, binaries

REASON = re.compile(r"error:|ERROR|FATAL|PANIC")


def make_passwords(cluster):
    """Written once and kept for good: the file is what processes lock, so it must stay the same file."""
    if cluster.passwords.exists():
        return
    draft = cluster.folder / "passwords.new"
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        for role in (ROLE, "postgres"):
            file.write(f"*:*:*:{role}:{secrets.token_urlsafe(24)}\n")
        file.flush()
        os.fsync(file.fileno())
    draft.rename(cluster.passwords)


def make_data_folder(cluster, account):
    """Does nothing where there is one; raises PostgresFailed where it is of another version or cannot be
    made.
    """
    if cluster.data.exists():
        _check_version(cluster)
        return
    draft = cluster.folder / "data.new"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    account.own(draft)
    locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    flags = ["--auth=trust", "--no-instructions", *([] if cluster.durable else ["--no-sync"])]
    _run(account, ["initdb", "-D", draft, "-U", "postgres", *locale, *flags])
    # Over the socket and with a password; there is no other way in.
    (draft / "pg_hba.conf").write_text("local all all scram-sha-256\n")
    _run(
        account,
        ["postgres", "--single", "-D", draft, "-c", "exit_on_error=on", "postgres"],
        words=(
            f"ALTER ROLE postgres PASSWORD '{_password(cluster, 'postgres')}'\n"
            f"CREATE ROLE {ROLE} LOGIN CREATEDB PASSWORD '{_password(cluster, ROLE)}'\n"
            f"CREATE DATABASE {DATABASE} OWNER {ROLE}\n"
        ),
    )
    draft.rename(cluster.data)
    folder = os.open(cluster.folder, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def environment():
    """A clean one, so that nobody's PGDATA or locale changes what Postgres does."""
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


def _password(cluster, role):
    for line in cluster.passwords.read_text().splitlines():
        *_, name, password = line.split(":")
        if name == role:
            return password
    raise PostgresFailed(
        f"{cluster.passwords} has no password for “{role}”: move the file away, if {cluster.data} does not exist yet."
    )


def _check_version(cluster):
    try:
        found = (cluster.data / "PG_VERSION").read_text().strip()
    except FileNotFoundError:
        raise PostgresFailed(
            f"{cluster.data} is no data folder of Postgres (it has no PG_VERSION): move it away to start "
            f"anew, "
            "or put a backup in its place."
        ) from None
    if found != str(VERSION):
        raise PostgresFailed(
            f"{cluster.data} was made by Postgres {found} and the newsroom runs Postgres {VERSION}: take it "
            f"over by dump "
            "and restore, as docs/operations.md says under “Another version of Postgres”, or move it away to "
            "start anew."
        )


def _run(account, command, words=""):
    program, *arguments = command
    done = subprocess.run(
        [binaries() / program, *arguments],
        input=words,
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
        **account.popen_arguments(stop_signal=signal.SIGKILL),
    )
    if done.returncode or "FATAL" in done.stderr or "ERROR" in done.stderr:
        lines = done.stderr.strip().splitlines() or [f"it ended with {done.returncode}"]
        why = next((line for line in lines if REASON.search(line)), lines[-1])  # the last may be about tidying up
        raise PostgresFailed(f"Postgres could not make its data folder ({program}: {why}); is the disk full?")
