"""launcher/find-python.sh, with Pythons that are scripts: they say a version, and which of them was run."""

import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent.parent / "launcher" / "find-python.sh"


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


class Machine:
    def __init__(self, folder):
        self.folder = folder
        for name in ("bin", "checkout", "home"):
            (folder / name).mkdir()

    def has(self, place, version):
        fits = "exit 0" if version >= "3.12" else "exit 1"
        self.script(place, f'case "$2" in *version_info*) echo {version}; {fits};; *) echo "$0";; esac')

    def script(self, place, text):
        file = self.folder / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"#!/bin/sh\n{text}\n")
        file.chmod(0o755)

    def find(self, **environment):
        bare = {"PATH": str(self.folder / "bin"), "HOME": str(self.folder / "home")}
        command = ["/bin/sh", SCRIPT, "-c", "run"]
        done = subprocess.run(
            command, cwd=self.folder / "checkout", env=bare | environment, capture_output=True, text=True
        )
        assert (done.returncode == 0) == (done.stderr == ""), done.stderr
        return (done.stdout or done.stderr).strip().replace(f"{self.folder}/", "")


def test_python3_is_taken_where_it_is_new_enough(machine):
    machine.has("bin/python3", "3.12.0")
    machine.has("bin/python3.14", "3.14.0")
    assert machine.find() == "bin/python3"


def test_a_newer_one_beside_an_old_python3_is_found(machine):
    machine.has("bin/python3", "3.11.2")
    machine.has("bin/python3.13", "3.13.1")
    assert machine.find() == "bin/python3.13"


def test_pyenv_is_searched_for_the_version_of_the_checkout(machine):
    machine.has("bin/python3", "3.11.2")
    machine.has("home/.pyenv/versions/3.12.1/bin/python3", "3.12.1")
    machine.has("home/.pyenv/versions/3.13.0/bin/python3", "3.13.0")
    (machine.folder / "checkout" / ".python-version").write_text("3.13\n")
    assert machine.find() == "home/.pyenv/versions/3.13.0/bin/python3"


def test_uv_is_asked_where_there_is_nothing_else(machine):
    machine.has("elsewhere/python3.13", "3.13.0")
    machine.script("bin/uv", f"echo {machine.folder}/elsewhere/python3.13")
    assert machine.find() == "elsewhere/python3.13"


def test_the_one_that_is_named_is_taken(machine):
    machine.has("bin/python3", "3.13.0")
    machine.has("elsewhere/python", "3.12.0")
    assert machine.find(PYTHON=f"{machine.folder}/elsewhere/python") == "elsewhere/python"


def test_an_old_one_that_is_named_is_refused(machine):
    machine.has("bin/python3", "3.13.0")
    machine.has("bin/python3.11", "3.11.2")
    assert machine.find(PYTHON="python3.11") == (
        "PYTHON=python3.11 is no Python ≥ 3.12 but 3.11.2: name another one, or leave PYTHON out to have one found."
    )


@pytest.mark.parametrize(("version", "found"), [("3.11.2", "3.11.2 as python3"), (None, "no Python")])
def test_one_sentence_says_that_there_is_none(machine, version, found):
    if version:
        machine.has("bin/python3", version)
    assert machine.find() == (
        f"The newsroom needs Python 3.12 or newer and found {found}: install one (apt install python3.13, "
        "pyenv install 3.13, or uv, which brings its own), or name one with PYTHON=/path/to/python3."
    )
