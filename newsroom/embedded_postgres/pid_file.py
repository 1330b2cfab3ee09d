"""What Postgres says about itself in its data folder (postmaster.pid)."""

import subprocess
from pathlib import Path


def status(cluster):
    """The server's process number and its own word for its state ("starting", "ready", "stopping"); None if
    it is down.

    A file that a crash left behind counts as down, also where another program has got the number since.
    """
    try:
        lines = (cluster.data / "postmaster.pid").read_text().splitlines()
        number = int(lines[0])
    except (FileNotFoundError, IndexError, ValueError):
        return None
    if not _is_postgres(number):
        return None
    return number, lines[7].strip() if len(lines) > 7 else "starting"


def is_ready(cluster):
    found = status(cluster)
    return found is not None and found[1] == "ready"


def forget(cluster):
    """Removes the file that a crash left behind. Postgres would do so too, except where the number is in use
    again.
    """
    (cluster.data / "postmaster.pid").unlink(missing_ok=True)


def _is_postgres(number):
    try:
        return Path(f"/proc/{number}/comm").read_text().strip() == "postgres"
    except FileNotFoundError:
        pass
    if Path("/proc/self").exists():
        return False
    name = subprocess.run(["ps", "-o", "comm=", "-p", str(number)], capture_output=True, text=True, check=False).stdout
    return Path(name.strip()).name == "postgres"
