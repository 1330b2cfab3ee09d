"""What Lighthouse measures on its slow phone: the median of several runs."""

import json
import os
import statistics
import subprocess

from launcher.audit import limits
from launcher.chromium import FLAGS, chromium
from launcher.failure import Failure

RUNS = 3
WARM = 8  # requests to each page before anything is timed: every process has answered it by then
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = {
    "LCP ms": ("largest-contentful-paint", limits.LARGEST_PAINT),
    "CLS": ("cumulative-layout-shift", limits.LAYOUT_SHIFT),
    "TBT ms": ("total-blocking-time", limits.BLOCKING),
}
WIDTHS = dict(zip((*CATEGORIES, *TIMES), (8, 8, 10, 6, 9, 8, 8), strict=True))


def report(site, programs, var):
    """Prints a row for each measured page; returns how many figures are not within their limits."""
    print(f"\n  Lighthouse, mobile, median of {RUNS} (this machine's load: {os.getloadavg()[0]:.1f})\n")
    print(f"  {'page':<10}{'speed':>8}{'access':>8}{'practice':>10}{'SEO':>6}{'LCP ms':>9}{'CLS':>8}{'TBT ms':>8}")
    failed, reports = 0, var / "reports"
    reports.mkdir(parents=True, exist_ok=True)
    for name, path in site.measured().items():
        for _ in range(WARM):
            site.get(path)
        found = look_at(site.home + path, programs, reports / name)
        cells = [f"{found[key][0]:g}{'' if found[key][1] else '✗'}".rjust(width) for key, width in WIDTHS.items()]
        print(f"  {name:<10}{''.join(cells)}   {path}", flush=True)
        failed += sum(not within for _, within in found.values())
    return failed


def look_at(address, programs, keep):
    """Figure → (found, is it within its limit). The reports stay at `keep`, a path without its ending."""
    reports = [_run(address, programs, keep.with_name(f"{keep.name}-{run}.json")) for run in range(1, RUNS + 1)]
    found = {}
    for name in CATEGORIES:
        score = round(100 * statistics.median(report["categories"][name]["score"] or 0 for report in reports))
        found[name] = (score, score >= limits.SCORE)
    for title, (audit, limit) in TIMES.items():
        value = round(statistics.median(report["audits"][audit]["numericValue"] for report in reports), 3)
        found[title] = (value, value <= limit)
    return found


def _run(address, programs, report):
    command = [programs / ".bin" / "lighthouse", address, "--output=json", f"--output-path={report}", "--quiet"]
    environment = os.environ | {"CHROME_PATH": chromium("`make audit`")}
    done = subprocess.run(
        [*command, f"--chrome-flags={' '.join(FLAGS)}"], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode or not report.exists():
        raise Failure(f"Lighthouse could not look at {address}: {done.stderr.strip()[-500:]}")
    return json.loads(report.read_text())
