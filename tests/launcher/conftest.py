"""The real launcher, with a folder and a port of its own."""

import http.cookiejar
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60
LAST_LINE = "Ctrl-C stops everything."


@pytest.fixture(scope="session")
def var(tmp_path_factory):
    return tmp_path_factory.mktemp("newsroom") / "var"


@pytest.fixture
def newsroom(var):
    launched = Launched(var)
    yield launched
    launched.end()


@pytest.fixture
def launch(tmp_path):
    """`launch(DATABASE_URL="…")`: starts in an empty folder and returns what is left of a start that
    fails.
    """
    launched = []

    def launch(var=tmp_path / "var", **environment):
        launched.append(Launched(var))
        launched[-1].start(**environment)
        return launched[-1]

    yield launch
    for one in launched:
        one.end()


@pytest.fixture
def first_start(var, tmp_path):
    """Never started before; it only has the static files already, where another test has collected them."""
    newsroom = Launched(tmp_path / "var")
    if (var / "static-collected").exists():
        newsroom.var.mkdir()
        shutil.copytree(var / "static", newsroom.var / "static", copy_function=os.link)
        shutil.copy(var / "static-collected", newsroom.var)
    yield newsroom
    newsroom.end()


class Launched:
    def __init__(self, var):
        self.var, self.port, self.process = var, free_port(), None

    def environment(self, **more):
        theirs = {"DATABASE_URL", "SITE_URL", "ALLOWED_HOSTS", "SECRET_KEY", "DEBUG", "DJANGO_SETTINGS_MODULE"}
        kept = {name: value for name, value in os.environ.items() if name not in theirs}
        ours = {"NEWSROOM_VAR": str(self.var), "PORT": str(self.port), "DEMO": "off", "WEB_PROCESSES": "1"}
        return kept | ours | more

    def start(self, command="run", **environment):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "launcher", command],
            cwd=ROOT,
            env=self.environment(**environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.lines, self.errors, self.is_up = [], [], threading.Event()
        self.readers = [
            threading.Thread(target=self._read, args=(self.process.stdout, self.lines, self.is_up)),
            threading.Thread(target=self._read, args=(self.process.stderr, self.errors, threading.Event())),
        ]
        for reader in self.readers:
            reader.start()
        return self

    def _read(self, stream, lines, is_up):
        with stream:
            for line in stream:
                lines.append(line.rstrip("\n"))
                if LAST_LINE in line:
                    is_up.set()
        is_up.set()

    def wait_until_up(self):
        assert self.is_up.wait(PATIENCE), (self.lines, self.errors)
        assert self.process.poll() is None, (self.lines, self.errors)
        return self

    def wait_until_over(self):
        code = self.process.wait(PATIENCE)
        for reader in self.readers:
            reader.join(PATIENCE)
        return code

    def stop(self, number=signal.SIGINT):
        """As Ctrl-C in a terminal does: to the whole group."""
        os.killpg(self.process.pid, number)
        return self.wait_until_over()

    def end(self):
        if self.process is not None and self.process.poll() is None:
            self.stop(signal.SIGTERM)
        elif self.process is not None:
            self.wait_until_over()

    def get(self, path="/"):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=PATIENCE) as answer:
            return answer.status, answer.read().decode()

    def sign_in(self, username, password):
        """A browser that has signed in at the desk: `open(address, form)`; None where the desk refuses."""
        jar = http.cookiejar.CookieJar()
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        address = f"http://127.0.0.1:{self.port}/desk/login/"
        with browser.open(address) as page:
            token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.read().decode())[1]
        form = {"csrfmiddlewaretoken": token, "username": username, "password": password, "next": "/desk/"}
        with browser.open(address, urllib.parse.urlencode(form).encode()):
            return browser if "sessionid" in {cookie.name for cookie in jar} else None

    def sign_ins(self):
        """username → password, as printed."""
        found = (re.match(r"  (?=[A-Z]).{14}(contributor|editor|chief|admin) +(\S.*)$", line) for line in self.lines)
        return {match[1]: match[2] for match in found if match}

    def processes(self):
        """What runs for this folder: number → command line."""
        found = {}
        for entry in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
                mine = f"NEWSROOM_VAR={self.var}".encode() in (entry / "environ").read_bytes().split(b"\0")
                if command and (mine or str(self.var) in command):
                    found[int(entry.name)] = command
        return found

    def numbers(self, words):
        """The processes whose command line has these words, oldest first."""
        return sorted(number for number, command in self.processes().items() if words in command)

    def with_what_they_started(self, words):
        """The same processes and all others of their groups, for a kill that leaves nobody to finish anything."""
        groups = set(self.numbers(words))
        return [number for number in self.processes() if number in groups or _group(number) in groups]

    def wait_until(self, so):
        deadline = time.monotonic() + PATIENCE
        while not so():
            assert time.monotonic() < deadline, (self.lines, self.errors, self.processes())
            time.sleep(0.02)

    def answers(self):
        try:
            return self.get("/")[0] == 200
        except (urllib.error.URLError, OSError):
            return False

    def manage(self, *arguments, **more):
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.Popen(command, cwd=ROOT, env=self.environment(), text=True, **more)

    def shell(self, code, **more):
        return self.manage("shell", "--no-imports", "-c", code, **more)


def _group(number):
    with suppress(ProcessLookupError):
        return os.getpgid(number)


def free_port():
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]
