"""python -m launcher.bench, with SIZES=1000,10000 and ONLY=search,front in the environment for less.

Starts the real server with the demo edition in a temporary folder (TMPDIR; an archive of 100,000 takes 3 GB there), and
lets the archive grow from size to size. The load comes from this machine as well and takes its share of it: compare
the figures with one another only, and mind what else the machine is doing, which is told above each table.
"""

import os
import sys
import tempfile
from pathlib import Path

from launcher.bench import readers
from launcher.demonstration import demonstration
from launcher.failure import Failure
from launcher.progress import Progress

SIZES = "1000,10000,100000"
COLUMNS = f"  {'page':<22}{'pages/s':>8}{'p50 ms':>8}{'p95 ms':>8}{'queries':>9}{'Postgres':>10}{'Python':>8}{'KB':>6}"
LEGEND = f"""
  pages/s     answers a second to {readers.TOGETHER} readers who each ask again as soon as they are answered
  p50, p95    what a reader who is alone waits: half of the answers, 95 in 100 of them
  queries     SQL queries for a page
  Postgres    milliseconds that the page waits for them; Python: those of a processor that it takes besides"""


def main():
    sizes, only = _sizes(), [name for name in os.environ.get("ONLY", "").split(",") if name]
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as folder:
        Path(folder).chmod(0o711)  # where we are root, Postgres runs as another account, which passes through
        var = Path(folder) / "var"
        with demonstration(var) as port:
            _measure(var, port, sizes, only)
    return 0


def _measure(var, port, sizes, only):
    from launcher.bench.newsroom import Newsroom  # which is the one in the folder that was just made

    with Newsroom.within(var) as newsroom:
        for size in sizes:
            with Progress().step(f"{size:,} stories") as step:
                newsroom.grow(size, step.say)
            pages = newsroom.pages(only)
            if not pages:
                raise Failure(f"ONLY={','.join(only)} names no page: leave it out to see what there is.")
            load = ", ".join(f"{load:.1f}" for load in os.getloadavg())
            print(f"\n  {newsroom.size:,} stories; load of the machine {load} on {os.cpu_count()} cores\n\n{COLUMNS}")
            for name, path in pages.items():
                _say(name, path, port, newsroom)
    print(LEGEND)


def _say(name, path, port, newsroom):
    size = len(readers.answer(port, path))
    alone, rate = readers.wait_alone(port, path), readers.rate_together(port, path)
    inside = newsroom.look_inside(path)
    print(
        f"  {name:<22}{rate:>8.0f}{alone.median:>8.1f}{alone.slowest:>8.1f}{inside.queries:>9}"
        f"{inside.postgres:>10.1f}{inside.python:>8.1f}{size / 1000:>6.0f}",
        flush=True,
    )


def _sizes():
    said = os.environ.get("SIZES") or SIZES
    try:
        sizes = sorted({int(size) for size in said.split(",")})
    except ValueError:
        sizes = [0]
    if sizes[0] < 1:
        raise Failure(f"SIZES={said} cannot be read: write numbers of stories, such as SIZES={SIZES}.")
    return sizes


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failure as failure:
        print(failure, file=sys.stderr)
        sys.exit(1)
