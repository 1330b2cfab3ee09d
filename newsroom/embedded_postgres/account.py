"""The account under which Postgres runs: this one, or an unprivileged one where this one is root.

Postgres refuses to run as root. So root runs it as the account `pgserver` (the name that the wheel uses as
well). That account must be able to reach the checkout; where a folder above is closed to it (a checkout in
/root), Postgres runs in a user namespace instead, in which root is `nobody`. Permissions of folders that are
not ours are never touched.
"""

import os
import pwd
import subprocess
from pathlib import Path

from newsroom.embedded_postgres.cluster import PostgresFailed, binaries
from newsroom.parent import die_with_parent

NAME = "pgserver"
NOBODY = 65534


class Account:
    """How to start a process as it (`popen_arguments`), and how to give it a folder (`own`)."""

    def __init__(self, uid=None, gid=None, *, in_namespace=False):
        self.uid, self.gid, self.in_namespace = uid, gid, in_namespace

    def own(self, folder):
        if self.uid is not None:
            os.chown(folder, self.uid, self.gid)

    def let_through(self, folder):
        """Lets the account pass through a folder of ours on its way to what it owns, and read nothing
        there.
        """
        if self.uid is None:
            folder.chmod(0o700)
        else:
            os.chown(folder, -1, self.gid)
            folder.chmod(0o710)

    def popen_arguments(self, *, stop_signal):
        """`stop_signal` is what the process gets when its parent dies."""
        parent = os.getpid()

        def before_exec():
            if self.in_namespace:
                _enter_namespace()
            die_with_parent(stop_signal, parent=parent)  # last: a change of account clears it

        arguments = {"preexec_fn": before_exec, "cwd": "/", "umask": 0o077}
        if self.uid is not None:
            arguments |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        return arguments


def account_for(cluster):
    """The account that owns the data folder, or the one that shall own it; raises PostgresFailed where none
    can.
    """
    owner = cluster.data.stat() if cluster.data.exists() else None
    if os.geteuid() != 0:
        if owner and owner.st_uid != os.geteuid():
            raise PostgresFailed(
                f"{cluster.data} belongs to another account (number {owner.st_uid}): start the newsroom as "
                f"that account, "
                "or name another folder in NEWSROOM_VAR, or a database in DATABASE_URL."
            )
        return Account()
    if owner and owner.st_uid == 0:
        return _in_namespace(closed=None)
    account = Account(owner.st_uid, owner.st_gid) if owner else _unprivileged()
    closed = account and _closed_to(account, cluster)
    if not owner and (closed or not account):
        return _in_namespace(closed)
    if closed:
        raise PostgresFailed(_way_out(closed))
    return account


def _unprivileged():
    try:
        entry = pwd.getpwnam(NAME)
    except KeyError:
        try:
            command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME]
            subprocess.run(command, check=True, capture_output=True)
            entry = pwd.getpwnam(NAME)
        except (OSError, subprocess.CalledProcessError, KeyError):
            return None
    return Account(entry.pw_uid, entry.pw_gid)


def _closed_to(account, cluster):
    """The first folder on the way to the data or the programs that the account may not pass, or None."""
    for path in (cluster.folder, binaries() / "postgres"):
        for folder in reversed(path.resolve().parents):
            found = folder.stat()
            if account.uid == found.st_uid:
                open_to = found.st_mode & 0o100
            elif account.gid == found.st_gid:
                open_to = found.st_mode & 0o010
            else:
                open_to = found.st_mode & 0o001
            if not open_to:
                return folder
    return None


def _in_namespace(closed):
    account = Account(in_namespace=True)
    trial = subprocess.run(["/bin/true"], **_quiet(account), check=False) if hasattr(os, "unshare") else None
    if trial is None or trial.returncode:
        raise PostgresFailed(_way_out(closed))
    return account


def _quiet(account):
    def before_exec():
        try:
            _enter_namespace()
        except OSError:
            os._exit(1)

    return {"preexec_fn": before_exec, "cwd": "/"}


def _enter_namespace():
    os.unshare(os.CLONE_NEWUSER)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{NOBODY} 0 1")
    Path("/proc/self/gid_map").write_text(f"{NOBODY} 0 1")


def _way_out(closed):
    if closed:
        return (
            f"Postgres does not run as root, and the account “{NAME}”, which runs it for root, may not pass "
            f"through {closed}: move the checkout to a folder that every account may enter, start it as an "
            "ordinary user, or set DATABASE_URL."
        )
    return (
        f"Postgres does not run as root, and the account “{NAME}” could not be made for it: start the "
        "newsroom as an ordinary user, or set DATABASE_URL."
    )
