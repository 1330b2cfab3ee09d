"""Settings, each time in a process of its own: nothing that this one has read plays a part."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PRODUCTION = {"DEBUG": "off", "SECRET_KEY": "k" * 60, "ALLOWED_HOSTS": "www.example.org"}


def read_settings(var, say="", **environment):
    """Returns what Python says on reading the settings: its output, or the last line of its traceback."""
    bare = {"PATH": os.environ["PATH"], "NEWSROOM_VAR": str(var)}
    code = f"from newsroom import settings; print({say})"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, env=bare | environment, capture_output=True, text=True)
    return done.stdout.strip() if done.returncode == 0 else done.stderr.strip().splitlines()[-1]


def test_nothing_set_starts(tmp_path):
    assert read_settings(tmp_path, "settings.DEBUG, settings.ALLOWED_HOSTS") == (
        "True ['localhost', '127.0.0.1', '[::1]']"
    )


def test_reading_settings_starts_no_postgres(tmp_path):
    read_settings(tmp_path)
    assert not (tmp_path / "postgres").exists()


def test_the_stand_in_for_the_secret_key_stays_the_same_and_is_closed_to_others(tmp_path):
    first = read_settings(tmp_path, "settings.SECRET_KEY")
    assert len(first) > 60
    assert read_settings(tmp_path, "settings.SECRET_KEY") == first
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0
    assert read_settings(tmp_path / "another", "settings.SECRET_KEY") != first


def test_production_starts_with_what_it_needs(tmp_path):
    assert read_settings(tmp_path, "settings.DEBUG", **PRODUCTION) == "False"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS"])
@pytest.mark.parametrize("emptied", [True, False])
def test_production_does_not_start_without(tmp_path, missing, emptied):
    environment = PRODUCTION | {missing: ""}
    if not emptied:
        del environment[missing]
    assert read_settings(tmp_path, **environment) == (
        f"django.core.exceptions.ImproperlyConfigured: {missing} is not set, and in production (DEBUG off) "
        f"the newsroom does not start without it. Set {missing} in the environment or in .env; "
        ".env.example shows how."
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", "perhaps"),
        ("ALLOWED_HOSTS", "https://www.example.org"),
        ("ALLOWED_HOSTS", "www.example.org:8000"),
        ("SITE_URL", "www.example.org"),
        ("SITE_URL", "https://www.example.org/news"),
        ("SITE_URL", "https://www.example.org:news"),
        ("DATABASE_URL", "mysql://localhost/news"),
        ("DATABASE_URL", "nonsense"),
        ("CONN_MAX_AGE", "a minute"),
        ("HSTS_SECONDS", "1 year"),
        ("BEHIND_PROXY", "nginx"),
        ("TIME_ZONE", "Mars/Olympus"),
    ],
)
def test_a_value_that_cannot_be_understood_is_named(tmp_path, name, value):
    said = read_settings(tmp_path, **PRODUCTION | {name: value})
    assert re.match(rf"django\.core\.exceptions\.ImproperlyConfigured: {name}\b", said)


def test_every_variable_is_in_the_example():
    sources = [*ROOT.glob("newsroom/*.py"), *ROOT.glob("launcher/*.py")]
    asks = r"read\(\"\w+\", |production\(\s*|web_address\(|indexnow_key\(|folder\(|environ\.get\(|count\(|said\.get\("
    read = re.compile(rf'(?:{asks})"([A-Z_]+)"')
    names = {name for source in sources for name in read.findall(source.read_text())}
    shown = set(re.findall(r"^#? ?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert names - {"PATH", "TERM"} | {"PYTHON"} == shown
