import socket
import stat
import urllib.request
from pathlib import Path

import pytest


def test_the_first_start_says_where_it_is_and_how_to_sign_in(newsroom):
    newsroom.start().wait_until_up()
    assert newsroom.get("/")[0] == 200
    assert f"  The site   http://127.0.0.1:{newsroom.port}/" in newsroom.lines
    assert f"  The desk   http://127.0.0.1:{newsroom.port}/desk/" in newsroom.lines
    passwords = newsroom.sign_ins()
    assert set(passwords) == {"contributor", "editor", "chief", "admin"}
    assert len(set(passwords.values())) == 4
    for username, password in passwords.items():
        assert newsroom.sign_in(username, password)
    assert not newsroom.sign_in("editor", passwords["admin"])


def test_a_later_start_shows_the_same_passwords(newsroom):
    before = newsroom.start().wait_until_up().sign_ins()
    newsroom.stop()
    assert newsroom.start().wait_until_up().sign_ins() == before
    assert not any("Static files" in line or "Packages" in line for line in newsroom.lines)


def test_a_password_that_was_changed_is_not_shown(newsroom):
    newsroom.start().wait_until_up().stop()
    before = newsroom.start().wait_until_up().sign_ins()
    change = "from accounts.models import User; u = User.objects.get(username='{}'); {}; u.save()"
    code = change.format("chief", "u.set_password('something else entirely')")
    assert newsroom.shell(code).wait() == 0
    newsroom.stop()
    after = newsroom.start().wait_until_up().sign_ins()
    assert after == before | {"chief": "(its password has been changed since it was made)"}
    code = change.format("chief", f"u.set_password('{before['chief']}')")
    assert newsroom.shell(code).wait() == 0


def test_ctrl_c_leaves_nothing_behind(newsroom):
    newsroom.start().wait_until_up()
    assert newsroom.numbers("granian")
    assert newsroom.numbers("launcher.work")
    assert newsroom.numbers("postgres -D")
    assert newsroom.stop() == 0
    assert newsroom.processes() == {}
    left = {path.name for path in newsroom.var.iterdir()}
    assert left <= {"postgres", "secret-key", "sign-ins.json", "static", "static-collected", "media"}
    assert {path.name for path in (newsroom.var / "postgres").iterdir()} == {
        "data",
        "log",
        "passwords",
        "socket",
    }
    assert list((newsroom.var / "postgres" / "socket").iterdir()) == []
    assert not (newsroom.var / "postgres" / "data" / "postmaster.pid").exists()


def test_what_it_keeps_is_readable_by_nobody_else(newsroom):
    newsroom.start().wait_until_up()
    for name in (
        "postgres",
        "postgres/data",
        "postgres/socket",
        "postgres/passwords",
        "secret-key",
        "sign-ins.json",
    ):
        mode = stat.S_IMODE((newsroom.var / name).stat().st_mode)
        assert mode & 0o067 == 0, name
    listens = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    assert not [line for line in listens if line[1].endswith(":1538") and line[3] == "0A"]  # 5432, listening


def test_the_production_settings_are_in_force(newsroom):
    newsroom.start().wait_until_up()
    with pytest.raises(urllib.error.HTTPError) as answer:
        newsroom.get("/no-such-page/")
    assert answer.value.code == 404
    assert "DEBUG" not in answer.value.read().decode()
    answer.value.close()
    request = urllib.request.Request(f"http://127.0.0.1:{newsroom.port}/", headers={"Host": "evil.example"})
    with pytest.raises(urllib.error.HTTPError) as answer:
        urllib.request.urlopen(request)
    assert answer.value.code == 400
    answer.value.close()


def test_the_site_url_is_respected(newsroom):
    newsroom.start(SITE_URL="https://news.example.org").wait_until_up()
    assert "  The desk   https://news.example.org/desk/" in newsroom.lines


def test_two_starts_at_once_share_one_postgres(newsroom, launch):
    newsroom.start()
    other = launch(var=newsroom.var)
    newsroom.wait_until_up()
    other.wait_until_up()
    assert newsroom.get("/")[0] == other.get("/")[0] == 200
    assert len(newsroom.numbers("postgres -D")) == 1
    newsroom.stop()
    assert other.get("/")[0] == 200
    other.stop()
    assert newsroom.processes() == {}


def test_a_port_in_use_is_said_in_one_sentence(newsroom):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", newsroom.port))
        taken.listen()
        assert newsroom.start().wait_until_over() == 1
    assert newsroom.errors == [
        f"Port {newsroom.port} is in use by another program: stop that one, or choose another port, "
        f"such as PORT={newsroom.port + 1}."
    ]
    assert newsroom.processes() == {}


@pytest.mark.parametrize("port", ["http", "0", "70000", "-1"])
def test_a_port_that_is_none_is_said_in_one_sentence(newsroom, port):
    assert newsroom.start(PORT=port).wait_until_over() == 1
    assert newsroom.errors == [f"PORT={port} is no port number: write one between 1 and 65535, such as PORT=8001."]


@pytest.mark.parametrize("number", ["many", "0", "-1", "1.5"])
def test_a_number_of_processes_that_is_none_is_said_before_anything_starts(launch, number):
    newsroom = launch(WEB_PROCESSES=number)
    assert newsroom.wait_until_over() == 1
    assert newsroom.errors == [
        f"WEB_PROCESSES={number} is no number of processes: write one from 1 up, such as WEB_PROCESSES=2."
    ]
    assert newsroom.lines == []


def test_a_folder_that_cannot_be_made_is_said_in_one_sentence(launch, tmp_path):
    (tmp_path / "file").touch()
    newsroom = launch(var=tmp_path / "file" / "var")
    assert newsroom.wait_until_over() == 1
    assert newsroom.errors == [
        f"{tmp_path}/file/var cannot be written to (Not a directory): make room, or make it a folder of yours, "
        "or name another one in NEWSROOM_VAR; then start again."
    ]
