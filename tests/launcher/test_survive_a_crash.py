import http.client
import os
import signal
import subprocess
import threading
import time
import urllib.parse
from contextlib import suppress

import pytest
from lxml import html


def kill(*numbers):
    for number in numbers:
        with suppress(ProcessLookupError):  # it may have ended with the one before it
            os.kill(number, signal.SIGKILL)


def test_everything_ends_with_a_killed_supervisor_and_starts_again(newsroom):
    newsroom.start().wait_until_up()
    kill(newsroom.process.pid)
    newsroom.wait_until_over()
    newsroom.wait_until(lambda: newsroom.processes() == {})
    assert newsroom.start().wait_until_up().get("/")[0] == 200


def test_a_start_right_after_a_kill_takes_over(newsroom):
    newsroom.start().wait_until_up()
    kill(newsroom.process.pid)
    newsroom.process.wait()
    assert newsroom.start().wait_until_up().get("/")[0] == 200


def test_a_killed_process_comes_back(newsroom):
    newsroom.start().wait_until_up()
    for who in ("granian", "launcher.work", "embedded_postgres.keeper", "postgres -D"):
        before = newsroom.numbers(who)
        kill(before[0])
        newsroom.wait_until(
            lambda who=who, before=before: set(newsroom.numbers(who)) - set(before) and newsroom.answers()
        )
    assert newsroom.stop() == 0
    assert newsroom.processes() == {}


def test_all_killed_at_once(newsroom):
    newsroom.start().wait_until_up()
    kill(*newsroom.processes())
    newsroom.wait_until_over()
    newsroom.wait_until(lambda: newsroom.processes() == {})
    assert newsroom.start().wait_until_up().get("/")[0] == 200


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_it_stops_when_asked_otherwise_than_by_ctrl_c(newsroom, number):
    newsroom.start().wait_until_up()
    os.kill(newsroom.process.pid, number)
    assert newsroom.wait_until_over() == 0
    assert newsroom.processes() == {}


def test_a_ctrl_c_while_it_starts_leaves_nothing_running(first_start):
    newsroom = first_start.start()
    newsroom.wait_until(lambda: any("Postgres" in line for line in newsroom.lines))
    assert newsroom.stop() == 0
    newsroom.wait_until(lambda: newsroom.processes() == {})
    assert newsroom.start().wait_until_up().get("/")[0] == 200


def test_a_kill_at_any_moment_of_the_first_start_leaves_what_the_next_can_use(first_start):
    for moment in ("initdb", "postgres -D", "launcher.prepare"):
        first_start.start()
        first_start.wait_until(lambda moment=moment: first_start.numbers(moment))
        kill(*first_start.processes())
        first_start.wait_until_over()
        first_start.wait_until(lambda: first_start.processes() == {})
    assert first_start.start().wait_until_up().get("/")[0] == 200


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_what_draws_the_demo_edition_ends_with_the_start_that_asked_for_it(first_start, number):
    first_start.start(DEMO="on")
    first_start.wait_until(lambda: len(first_start.numbers("multiprocessing.spawn")) > 1)
    os.kill(first_start.process.pid, number)
    first_start.wait_until_over()
    first_start.wait_until(lambda: first_start.processes() == {})
    assert first_start.errors == []


def test_a_ctrl_c_while_static_files_are_collected_leaves_no_draft_of_them(launch):
    newsroom = launch()
    newsroom.wait_until((newsroom.var / "static-new").exists)
    assert newsroom.stop() == 0
    assert {path.name for path in newsroom.var.iterdir()} == {"postgres", "secret-key", "sign-ins.json"}


def test_a_second_ctrl_c_stops_at_once(newsroom):
    newsroom.start().wait_until_up()
    for _ in range(3):
        os.killpg(newsroom.process.pid, signal.SIGINT)
    newsroom.wait_until_over()
    assert newsroom.processes() == {}
    assert newsroom.start().wait_until_up().get("/")[0] == 200


WRITE = """
from accounts.machine import machine
from articles.copy import Copy
from articles.models import Article
from authors.models import Author
by, author = machine("crash-test"), Author.objects.create(name="Ann", slug="ann")
story = Article.draft(Copy({"headline": "Begun"}), by=by)
for number in range(100_000):
    words = {"headline": f"Save {number}", "body": f"<p>{number}</p>" * 200}
    copy = Copy(words, [(author.pk, "writer")], {"Ferries", "Islands"})
    story.save_revision(copy, by=by, began_from=story.working_copy)
    print(number, flush=True)
"""
READ = """
from articles.models import Article
story = Article.objects.get(created_by__username="crash-test")
revisions = list(story.revisions.order_by("id"))
whole = story.working_copy == revisions[-1]
for number, revision in enumerate(revisions[1:]):
    whole &= (revision.headline, revision.body) == (f"Save {number}", f"<p>{number}</p>" * 200)
    whole &= len(revision.credits) == 1 and sorted(revision.topics.names()) == ["Ferries", "Islands"]
    whole &= revision.began_from == revisions[number]
print(whole, len(revisions) - 1)
"""


def test_a_save_is_whole_or_absent_after_postgres_and_the_server_were_killed(newsroom):
    newsroom.start().wait_until_up()
    with newsroom.shell(WRITE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as writer:
        said = [writer.stdout.readline() for _ in range(50)]
        kill(newsroom.numbers("postgres -D")[0], *newsroom.numbers("granian"), newsroom.process.pid)
        said += writer.stdout.readlines()
    newsroom.wait_until_over()
    newsroom.start().wait_until_up()
    with newsroom.shell(READ, stdout=subprocess.PIPE) as reader:
        whole, count = reader.stdout.read().split()
    assert whole == "True"
    assert int(count) >= len(said) >= 50
    assert newsroom.get("/")[0] == 200


BEGIN = """
from accounts.machine import machine
from articles.copy import Copy
from articles.models import Article
from authors.models import Author
author, _ = Author.objects.get_or_create(slug="bo", defaults={"name": "Bo"})
words = {"headline": "Save 0", "body": "<p>0</p>" * 200}
copy = Copy(words, [(author.pk, "writer")], {"Ferries", "Islands"})
print(Article.draft(copy, by=machine("desk-crash-test")).pk)
"""
LOOK = """
from articles.models import Article
story = Article.objects.get(pk={})
revisions = list(story.revisions.order_by("id"))
whole = story.working_copy == revisions[-1]
for before, revision in zip([None, *revisions], revisions):
    number = revision.headline.removeprefix("Save ")
    whole &= revision.body == f"<p>{{number}}</p>" * 200 and revision.began_from == before
    whole &= len(revision.credits) == 1 and sorted(revision.topics.names()) == ["Ferries", "Islands"]
print(whole, *(revision.headline.removeprefix("Save ") for revision in revisions))
"""
MOMENTS = 3  # in which a save is cut off, spread over the time that one takes


@pytest.mark.parametrize("killed", [("granian",), ("postgres -D",), ("granian", "postgres -D", "keeper")])
def test_a_save_at_the_desk_is_whole_or_absent_at_whatever_moment_its_server_is_killed(newsroom, killed):
    newsroom.start().wait_until_up()
    with newsroom.shell(BEGIN, stdout=subprocess.PIPE) as begin:
        key = begin.stdout.read().strip()
    desk = newsroom.sign_in("chief", newsroom.sign_ins()["chief"])
    address = f"http://127.0.0.1:{newsroom.port}/desk/articles/article/{key}/change/"
    began = time.monotonic()
    assert save(desk, address, "1")
    took, confirmed = time.monotonic() - began, ["0", "1"]
    for moment in range(MOMENTS):
        victims = [one for who in killed for one in newsroom.with_what_they_started(who)]
        killer = threading.Timer(took * moment / MOMENTS, kill, victims)
        number = str(moment + 2)
        if save(desk, address, number, before_sending=killer.start):
            confirmed.append(number)
        killer.join()
        newsroom.wait_until(newsroom.answers)
    assert save(desk, address, "last")
    with newsroom.shell(LOOK.format(key), stdout=subprocess.PIPE) as reader:
        whole, *found = reader.stdout.read().split()
    assert whole == "True"
    assert set(found) >= {*confirmed, "last"}
    assert len(found) == len(set(found))
    assert newsroom.get("/")[0] == 200


def save(desk, address, number, *, before_sending=lambda: None):
    """Fills the form at the address and sends it; returns whether the desk said that all is well."""
    with desk.open(address) as page:
        form = html.fromstring(page.read().decode()).get_element_by_id("article_form")
    words = {"headline": f"Save {number}", "body": f"<p>{number}</p>" * 200, "_continue": "1"}
    data = urllib.parse.urlencode(dict(form.form_values()) | words).encode()
    before_sending()
    with suppress(OSError, http.client.HTTPException), desk.open(address, data) as answer:
        return bool(html.fromstring(answer.read().decode()).find_class("success"))
    return False
