"""Readers who ask the server over HTTP: one alone, and several at once."""

import http.client
import statistics
import threading
import time
from typing import NamedTuple

from launcher.failure import Failure

TOGETHER = 8
SECONDS, WARM = 2, 0.5  # for each page, alone and together, after some that warm up
PATIENCE = 60
LEAST = 20  # answers on which a median stands, however slow they are


class Waits(NamedTuple):
    """Milliseconds: half of the answers are as fast as the median, 95 in 100 as the slowest."""

    median: float
    slowest: float


def answer(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", path)
    found = connection.getresponse()
    body = found.read()
    connection.close()
    if found.status != http.HTTPStatus.OK:
        raise Failure(f"{path} answers with {found.status}: nothing was measured.")
    return body


def wait_alone(port, path):
    _read(port, path, until=time.monotonic() + WARM)
    times = _read(port, path, until=time.monotonic() + SECONDS, least=LEAST)
    return Waits(statistics.median(times) * 1000, statistics.quantiles(times, n=20)[-1] * 1000)


def rate_together(port, path):
    """Answers a second."""
    times, started = [], time.monotonic()

    def read_on():
        times.extend(_read(port, path, until=started + SECONDS))

    together = [threading.Thread(target=read_on) for _ in range(TOGETHER)]
    for reader in together:
        reader.start()
    for reader in together:
        reader.join()
    return len(times) / (time.monotonic() - started)


def _read(port, path, *, until, least=0):
    """Seconds that each answer took, of a reader who asks again as soon as it is there."""
    connection, times = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE), []
    while (asked := time.monotonic()) < until or len(times) < least:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        connection.getresponse().read()
        times.append(time.monotonic() - asked)
    connection.close()
    return times
