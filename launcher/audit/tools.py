"""Lighthouse and the Nu checker, at the versions that our figures speak of, in a folder of their own."""

import shutil
import subprocess

from launcher.chromium import chromium
from launcher.failure import Failure

# Lighthouse 13 needs Node 22, which Debian does not have yet.
PACKAGES = {"lighthouse": "12.8.2", "vnu-jar": "26.9.27"}


def installed(folder):
    """The folder `node_modules` in which both are. Raises Failure with what this machine lacks."""
    for program, what in {"node": "Node 18.20 or newer", "npm": "npm", "java": "Java 11 or newer"}.items():
        if not shutil.which(program):
            raise Failure(f"`make audit` needs {what}, and there is no “{program}” on this machine: install it.")
    chromium("`make audit`")
    wanted = [f"{name}@{version}" for name, version in PACKAGES.items()]
    note = folder / "installed"
    if not note.exists() or note.read_text().split() != wanted:
        command = ["npm", "install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder]
        folder.mkdir(parents=True, exist_ok=True)
        npm = subprocess.run([*command, *wanted], capture_output=True, text=True, check=False)
        if npm.returncode:
            raise Failure(f"npm could not install {' and '.join(wanted)}: {npm.stderr.strip().splitlines()[-1]}")
        note.write_text("\n".join(wanted))
    return folder / "node_modules"
