"""Prepares, serves, looks after the server and the worker, and stops everything together."""

import contextlib
import http.client
import json
import os
import signal
import subprocess
import sys
import time
from http import HTTPStatus
from urllib.parse import urlsplit

from launcher import sources
from launcher.child import Child
from launcher.environment import WEB_PROCESSES, WEB_THREADS, address, check_port, count, environment, port
from launcher.failure import Failure
from launcher.signals import Signals
from newsroom.embedded_postgres.cluster import Cluster, PostgresFailed
from newsroom.embedded_postgres.use import stop_using, use
from newsroom.parent import die_with_parent

SERVE = [
    sys.executable,
    "-m",
    "granian",
    "launcher.serving:application",
    "--interface",
    "wsgi",
    "--log-level",
    "warning",
]
GRACE = 10  # seconds that the server has to finish its requests, and the worker its task
FIRST_ANSWER = 60  # seconds


def supervise(command, progress):
    with Signals() as signals:
        env = environment(command)  # first: it reads .env, where the port may be
        check_port()
        cluster = None if env.get("DATABASE_URL") else _cluster()
        children = []
        try:
            if cluster:
                with progress.step("Postgres"):
                    use(cluster)
            prepared = _prepare(command, env, signals)
            if prepared is None:
                progress.line("\n  Stopped before the newsroom was up: the next start carries on from here.")
                return 0
            children = _children(command, env)
            with progress.step("Server"):
                for child in children:
                    child.start()
                status = _first_answer(children[0], env["SITE_URL"], signals)
                if status is None:
                    return 0
            if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                progress.line(f"  The front page answers with an error ({status}); the lines above say why.")
            _say_where(progress, env["SITE_URL"], prepared)
            _look_after(children, signals, progress)
        except PostgresFailed as failure:
            raise Failure(str(failure)) from failure
        finally:
            _stop(children, cluster, signals, progress)
    return 0


def _cluster():
    from newsroom.environment import ROOT, folder  # in the .venv

    return Cluster(folder("NEWSROOM_VAR", ROOT / "var") / "postgres")


def _prepare(command, env, signals):
    """What `launcher.prepare` reports; None where we were asked to stop meanwhile."""
    ours, theirs = os.pipe()
    parent = os.getpid()
    prepare = subprocess.Popen(
        [sys.executable, "-m", "launcher.prepare", command, str(theirs)],
        # Python would warn of what a stopped start leaves to be tidied up, while it tidies it up.
        env=env | {"PYTHONWARNINGS": "ignore:resource_tracker:UserWarning"},
        pass_fds=[theirs],
        process_group=0,
        preexec_fn=lambda: die_with_parent(signal.SIGTERM, parent=parent),
    )
    os.close(theirs)
    with os.fdopen(ours) as report:
        while prepare.poll() is None:
            if signals.wait(1):
                os.killpg(prepare.pid, signal.SIGTERM)  # with the processes that draw for it
                prepare.wait()
                return None
        if prepare.returncode:
            raise Failure(report.read().strip() or "The preparation ended early; the lines above say why.")
        return json.load(report)


def _children(command, env):
    manage = [sys.executable, "manage.py"]
    if command == "dev":
        # With this, Django's autoreloader runs in one process and leaves the starting again to us.
        env = env | {"RUN_MAIN": "true", "DJANGO_RUNSERVER_HIDE_WARNING": "true"}
        serve = [*manage, "runserver", f"{address()}:{port()}"]
    else:
        workers, threads = str(count("WEB_PROCESSES", WEB_PROCESSES)), str(count("WEB_THREADS", WEB_THREADS))
        serve = [*SERVE, "--host", address(), "--port", str(port())]
        serve += ["--workers", workers, "--blocking-threads", threads, "--respawn-failed-workers"]
    version = sources.stamp if command == "dev" else None  # who develops saves mistakes, too
    work = [sys.executable, "-m", "launcher.work"]
    return [Child("server", serve, env, version=version), Child("worker", work, env, version=version)]


def _first_answer(server, site, signals):
    """The status of the front page, once there is an answer; None if we were asked to stop first."""
    deadline = time.monotonic() + FIRST_ANSWER
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(address(), address())  # noqa: S104
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection(host, port(), timeout=FIRST_ANSWER)
            connection.request("GET", "/", headers={"Host": urlsplit(site).netloc})
            answer = connection.getresponse()
            answer.read()
            connection.close()
            return answer.status
        if signals.wait(0.05):
            return None
        if not server.runs:
            raise Failure(
                f"The server ended while it was starting ({server.process.returncode}); the lines above say why."
            )
    raise Failure(f"The server gave no answer within {FIRST_ANSWER} seconds.")


def _say_where(progress, site, prepared):
    progress.line()
    progress.line(f"  The site   {site}/")
    progress.line(f"  The desk   {site}/desk/")
    progress.line()
    for line in prepared["sign_ins"]:
        progress.line(f"  {line}")
    progress.line()
    progress.line("  Ctrl-C stops everything.")


def _look_after(children, signals, progress):
    while not signals.wait(0.5):
        for child in children:
            if news := child.look_after():
                progress.line(news)
            if child.has_given_up:
                raise Failure(
                    f"The {child.name} ended {len(child.ends)} times within a minute, so everything was "
                    f"stopped: "
                    "the lines above say why it ended."
                )


def _stop(children, cluster, signals, progress):
    """Asks first and insists after GRACE seconds, or at once at a second Ctrl-C."""
    if children:
        progress.line("\n  Stopping …")
    for child in children:
        child.signal(signal.SIGTERM)
    deadline = time.monotonic() + GRACE
    while any(child.runs for child in children) and time.monotonic() < deadline:
        if signals.wait(0.1):
            break
    for child in children:
        child.signal(signal.SIGKILL)
        if child.process is not None:
            child.process.wait()
    if cluster and not stop_using(cluster):
        progress.line("  Postgres runs on: another process of the newsroom uses it.")
    elif children:
        progress.line("  Everything has stopped.")
