"""What the server's environment says where nobody has said it: the production settings, for this machine."""

import errno
import os
import socket
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

from launcher.failure import Failure

WAIT_FOR_PORT = 3  # seconds: a server that was just stopped may hold it a moment longer
WEB_PROCESSES, WEB_THREADS = 2, 4
THIS_MACHINE = "127.0.0.1"


def port():
    said = os.environ.get("PORT") or "8000"
    if not said.isdecimal() or not 0 < int(said) < 65536:
        raise Failure(f"PORT={said} is no port number: write one between 1 and 65535, such as PORT=8001.")
    return int(said)


def count(name, default):
    """How many, which is at least one."""
    said = os.environ.get(name) or str(default)
    if not said.isdecimal() or int(said) < 1:
        raise Failure(
            f"{name}={said} is no number of {name[4:].lower()}: write one from 1 up, such as {name}={default}."
        )
    return int(said)


def address():
    """The address to listen on: this machine alone, unless BIND names another."""
    return os.environ.get("BIND") or THIS_MACHINE


def check_port():
    deadline = time.monotonic() + WAIT_FOR_PORT
    while True:
        with socket.socket(socket.AF_INET6 if ":" in address() else socket.AF_INET) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind((address(), port()))
            except PermissionError:
                raise Failure(
                    f"Port {port()} is reserved for root: choose one from 1024 up, such as PORT=8000, and "
                    f"let a web "
                    "server in front of the newsroom answer there."
                ) from None
            except OSError as error:
                if time.monotonic() < deadline and error.strerror == os.strerror(errno.EADDRINUSE):
                    time.sleep(0.1)
                    continue
                if error.strerror == os.strerror(errno.EADDRINUSE):
                    raise Failure(
                        f"Port {port()} is in use by another program: stop that one, or choose another port, "
                        f"such as PORT={port() + 1}."
                    ) from None
                raise Failure(
                    f"BIND={address()} cannot be listened on ({error.strerror}): name an address of this "
                    f"machine, or "
                    "leave BIND out."
                ) from None
            return


def cannot_be_written(path, error):
    return (
        f"{path} cannot be written to ({error.strerror}): make room, or make it a folder of yours, or name another one "
        "in NEWSROOM_VAR; then start again."
    )


def environment(command):
    """Raises Failure where a value cannot be read. Reads .env as the settings do."""
    from django.core.exceptions import ImproperlyConfigured  # these three are in the .venv

    try:
        from newsroom.environment import ROOT, folder
        from newsroom.secret_key import secret_key_in

        said = {name: value for name, value in os.environ.items() if value}
        site = (said.get("SITE_URL") or f"http://{THIS_MACHINE}:{port()}").rstrip("/")
        added = {"SITE_URL": site, "PYTHONUNBUFFERED": "1", "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
        hosts = dict.fromkeys([urlsplit(site).hostname or "localhost", "localhost", THIS_MACHINE, "[::1]"])
        added |= {"ALLOWED_HOSTS": said.get("ALLOWED_HOSTS") or ",".join(hosts)}
        if command == "dev":
            added |= {"DEBUG": "on", "DEV_TOOLBAR": said.get("DEV_TOOLBAR") or "on"}
        else:
            key = said.get("SECRET_KEY") or secret_key_in(folder("NEWSROOM_VAR", ROOT / "var"))
            added |= {"DEBUG": "off", "DEV_TOOLBAR": "off", "SECRET_KEY": key}
    except ImproperlyConfigured as error:
        raise Failure(str(error)) from error
    except OSError as error:
        raise Failure(cannot_be_written(error.filename, error)) from error
    count("WEB_PROCESSES", WEB_PROCESSES)  # what is wrong is said before anything is started
    count("WEB_THREADS", WEB_THREADS)
    return os.environ | added | {"PATH": f"{Path(sys.executable).parent}:{os.environ.get('PATH', os.defpath)}"}
