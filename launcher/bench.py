"""python -m launcher.bench [PORT]: how many pages a second, and how long readers wait.

Starts the real server with the demo edition in var/bench, or measures the one that answers at PORT on this
machine. The load comes from this machine as well and takes its share of it: compare the figures with one
another only.
"""

import http.client
import re
import statistics
import sys
import threading
import time

from launcher.demonstration import demonstration
from launcher.failure import Failure
from launcher.packages import ROOT
from newsroom.environment import folder

CONNECTIONS = 8
SECONDS = 5  # for each page, after one that warms up
ARTICLE = re.compile(r'href="(/\d{4}/\d\d/[^"/]+/)"')
SECTION = re.compile(r'href="(/(?!desk|search|feed|authors|topics)[a-z-]+/)"')


def main(port=None):
    if port:
        return measure_all(int(port))
    with demonstration(folder("NEWSROOM_VAR", ROOT / "var") / "bench") as port:
        return measure_all(port)


def measure_all(port):
    front = answer(port, "/").decode()
    section, article = SECTION.search(front)[1], ARTICLE.search(front)[1]
    pages = {"front": "/", "section": section, "article": article, "feed": "/feed/"}
    print(f"  {CONNECTIONS} connections, {SECONDS} seconds each\n")
    print(f"  {'page':<10}{'pages/s':>9}{'p50 ms':>9}{'p99 ms':>9}{'KB':>7}  address")
    for name, path in pages.items():
        size = len(answer(port, path))
        load(port, path, 1)
        times = load(port, path, SECONDS)
        p50, p99 = statistics.median(times), statistics.quantiles(times, n=100)[98]
        rate, p50, p99 = len(times) / SECONDS, p50 * 1000, p99 * 1000
        print(f"  {name:<10}{rate:>9.0f}{p50:>9.1f}{p99:>9.1f}{size / 1000:>7.0f}  {path}")
    return 0


def answer(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path)
    found = connection.getresponse()
    body = found.read()
    connection.close()
    if found.status != http.HTTPStatus.OK:
        raise Failure(f"{path} answers with {found.status}: nothing was measured.")
    return body


def load(port, path, seconds):
    """Seconds that each answer took, of `CONNECTIONS` readers who ask again as soon as they are answered."""
    times, until = [], time.monotonic() + seconds

    def read_on():
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        while (asked := time.monotonic()) < until:
            connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
            connection.getresponse().read()
            times.append(time.monotonic() - asked)
        connection.close()

    readers = [threading.Thread(target=read_on) for _ in range(CONNECTIONS)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    return times


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except Failure as failure:
        print(failure, file=sys.stderr)
        sys.exit(1)
