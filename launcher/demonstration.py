"""The real server with the demo edition, for as long as something is measured on it."""

import contextlib
import os
import signal
import socket
import subprocess
import sys

from launcher.failure import Failure


@contextlib.contextmanager
def demonstration(var):
    """Yields the port of a server as `make run` starts it, whose data lies in the folder `var`."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    environment = os.environ | {"NEWSROOM_VAR": str(var), "PORT": str(port), "DATABASE_URL": "", "DEMO": "on"}
    server = subprocess.Popen(
        [sys.executable, "-m", "launcher", "run"], env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        for line in server.stdout:
            if "Ctrl-C" in line:
                break
            print(line, end="")
        else:
            raise Failure("The server did not start; the lines above say why.")
        yield port
    finally:
        server.send_signal(signal.SIGINT)
        server.communicate()
