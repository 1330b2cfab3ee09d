"""Makes `.venv` and installs the pinned packages. Works with any Python ≥ 3.12 and nothing installed."""

import fcntl
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from launcher.failure import Failure
from newsroom.parent import die_with_parent

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
INSTALLED = VENV / "installed.json"  # written last: requirements → fingerprint of what is installed
UNFINISHED = VENV / "unfinished"


def install(requirements, progress):
    """Brings `.venv` to what requirements/<requirements>.txt says. `requirements` is "run" or "dev"."""
    if _installed(requirements):
        return
    with progress.step("Packages") as step:
        step.say("waiting for another make in this folder")
        with _alone() as lock:
            if _installed(requirements):
                return
            if not _is_sound():
                step.say("making .venv")
                _make_venv(lock)
            INSTALLED.unlink(missing_ok=True)
            UNFINISHED.touch()
            _pip_install(requirements, step, lock)
            step.say("writing to disk")
            os.sync()  # or a power cut could keep the note below and lose what it speaks of
            _note(requirements)
            UNFINISHED.unlink()


def _installed(requirements):
    try:
        noted = json.loads(INSTALLED.read_text())
    except (OSError, ValueError):
        return False
    return noted.get(requirements) == _fingerprint(requirements) and PYTHON.exists()


def _fingerprint(requirements):
    return hashlib.sha256((ROOT / "requirements" / f"{requirements}.txt").read_bytes()).hexdigest()


def _note(requirements):
    noted = {requirements: _fingerprint(requirements)}
    if requirements == "dev" and _pins("run") <= _pins("dev"):
        noted["run"] = _fingerprint("run")
    draft = INSTALLED.with_suffix(".new")
    draft.write_text(json.dumps(noted))
    draft.rename(INSTALLED)


def _pins(requirements):
    lines = (ROOT / "requirements" / f"{requirements}.txt").read_text().splitlines()
    return {line.split()[0] for line in lines if "==" in line}


@contextmanager
def _alone():
    """Two that start at once take turns. The lock is on a file that is there anyway, so that none stays behind.

    Yields it, as standard input for what is started meanwhile: that way it is held until the last of them has ended,
    also where we are killed and leave a child of a child that still writes into `.venv`.
    """
    lock = os.open(__file__, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock
    finally:
        os.close(lock)


def _is_sound():
    """Whether there is a `.venv` to install into: one with a Python ≥ 3.12 and pip, in which no installation
    was cut off.

    What was cut off may look installed to pip and lack half its files, so it is made anew.
    """
    if UNFINISHED.exists():
        return False
    check = "import sys, pip; sys.exit(sys.version_info < (3, 12))"
    try:
        return subprocess.run([PYTHON, "-c", check], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _make_venv(lock):
    aside = ROOT / ".venv-old"
    shutil.rmtree(aside, ignore_errors=True)
    if VENV.exists():
        VENV.rename(aside)
        shutil.rmtree(aside, ignore_errors=True)
    VENV.mkdir()
    UNFINISHED.touch()
    python = sys._base_executable  # not sys.executable, which may be the one in the `.venv` just removed
    try:
        command = [python, "-m", "venv", VENV]
        subprocess.run(command, check=True, stdin=lock, capture_output=True, text=True, **_tied_to_us())
    except subprocess.CalledProcessError as failure:
        if shutil.which("uv"):
            command = ["uv", "venv", "--quiet", "--clear", "--seed", "--python", python, VENV]
            if subprocess.run(command, check=False, stdin=lock, **_tied_to_us()).returncode == 0:
                UNFINISHED.touch()
                return
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise Failure(
            f"{python} cannot make a virtual environment: install what it lacks (on Debian and Ubuntu: "
            f"apt install python{version}-venv), or name another Python with PYTHON=."
        ) from failure


def _pip_install(requirements, step, lock):
    # What pip unpacks goes into .venv, where nothing of it stays behind if it is killed.
    scratch = VENV / "scratch"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    command = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "--require-hashes",
    ]
    pip = subprocess.Popen(
        [*command, "--progress-bar", "off", "-r", ROOT / "requirements" / f"{requirements}.txt"],
        stdin=lock,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | {"TMPDIR": str(scratch)},
        **_tied_to_us(),
    )
    said = []
    with pip:
        for line in pip.stdout:
            said.append(line.strip())
            step.say(line.strip().split(" (from ")[0])
    shutil.rmtree(scratch, ignore_errors=True)
    if pip.returncode:
        errors = [line for line in said if line.startswith("ERROR:")] or said[-1:] or ["pip said nothing"]
        raise Failure(
            f"The packages in requirements/{requirements}.txt could not be installed "
            f"({errors[-1].removeprefix('ERROR: ').rstrip('.')}): check the network and the disk, then start "
            f"again."
        )


def _tied_to_us():
    parent = os.getpid()
    return {"preexec_fn": lambda: die_with_parent(signal.SIGKILL, parent=parent)}
