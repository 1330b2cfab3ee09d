"""python -m launcher.bench.pictures: what pictures cost the server, the worker and a reader's phone.

Starts the real server with the demo edition in a temporary folder. PHOTOGRAPHS=folder names six photographs or more, of
at least 1,280 pixels in width, in place of the demo's drawings, which take fewer bytes than photographs do.
"""

import contextlib
import io
import json
import os
import sys
import tempfile
import threading
import time
from pathlib import Path

import requests
from playwright.sync_api import sync_playwright

from launcher.chromium import FLAGS, chromium
from launcher.demonstration import demonstration
from launcher.failure import Failure

MEGAPIXELS_24 = (6000, 4000)
PICTURES = 6
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
LIMITS = {"seconds to answer": 1.5, "seconds for all": 20, "MB at most": 500, "kB on a phone": 250}


def main():
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as folder:
        Path(folder).chmod(0o711)  # where we are root, Postgres runs as another account, which passes through
        var = Path(folder) / "var"
        with demonstration(var) as port:
            from launcher.bench.newsroom import Newsroom

            with Newsroom.within(var):
                broken = _measure_arrival(var, port)
                story = _story_of_six()
            broken += _measure_phone(f"http://127.0.0.1:{port}{story}")
    return 1 if broken else 0


def _measure_arrival(var, port):
    from pictures.models import Picture
    from pictures.rendition import renditions_on_pages
    from pictures.storage import renditions as storage

    photograph = _photograph()
    desk = _Desk(port, var)
    with _watching() as memory:
        answered = desk.send("large.jpg", photograph)
        began = time.monotonic()
        picture = Picture.objects.get(width=MEGAPIXELS_24[0])
        wanted = [each.place for each in renditions_on_pages(picture)]
        while not all(storage().exists(place) for place in wanted):
            if time.monotonic() - began > 120:
                raise Failure("The worker made no renditions within two minutes: see what it says above.")
            time.sleep(0.05)
        made = time.monotonic() - began
    print(f"\n  A JPEG of 24 megapixels, {len(photograph) / 1e6:.1f} MB, through the desk\n")
    return _told(
        {"seconds to answer": answered, "seconds for all": made, "MB at most": memory["most"]},
        f"{len(wanted)} renditions; memory is that of the largest process that had to do with it",
    )


def _measure_phone(address):
    print(f"\n  A story with {PICTURES} pictures on a phone of 390 pixels, read to its end\n")
    broken = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium("A measurement"), args=FLAGS)
        for ratio in (2, 3):
            seen = _read_on_a_phone(browser, address, ratio)
            names = ", ".join(sorted(seen))
            broken += _told({"kB on a phone": sum(seen.values()) / 1000}, f"{ratio} pixels to each: {names}")
        browser.close()
    return broken


def _read_on_a_phone(browser, address, ratio):
    """Name of each picture's file → its bytes, in the story alone and not in what stands beneath it."""
    page = browser.new_context(device_scale_factor=ratio, **PHONE).new_page()
    asked = []
    page.on("requestfinished", lambda request: asked.append(request))
    page.goto(address, wait_until="networkidle")
    for figure in page.locator(".lead-picture, .prose figure").all():
        figure.scroll_into_view_if_needed()
        page.wait_for_load_state("networkidle")
    shown = page.locator(":is(.lead-picture, .prose figure) img").evaluate_all(
        "all => all.map(({currentSrc}) => currentSrc)"
    )
    sizes = {request.url: request.sizes()["responseBodySize"] for request in asked}
    page.context.close()
    return {"/".join(address.split("/")[-2:]): sizes[address] for address in shown}


def _told(found, remark):
    for name, value in found.items():
        print(f"  {name:<20}{value:>8.1f}   at most {LIMITS[name]}{'' if value <= LIMITS[name] else '   ✗'}")
    print(f"  {remark}\n", flush=True)
    return sum(value > LIMITS[name] for name, value in found.items())


class _Desk:
    """Somebody at the desk, who sends files as a browser does."""

    def __init__(self, port, var):
        self.address = f"http://127.0.0.1:{port}/desk/"
        self.session = requests.Session()
        password = json.loads((var / "sign-ins.json").read_text())["editor"]["password"]
        self.session.get(f"{self.address}login/")
        self._post("login/", {"username": "editor", "password": password, "next": "/desk/"})

    def send(self, name, data):
        """Seconds until the answer was there."""
        began = time.monotonic()
        answer = self._post("pictures/picture/upload/", {"alt": "Noise"}, files={"file": (name, data, "image/jpeg")})
        if answer.status_code != 201:
            raise Failure(f"The desk answers {answer.status_code} to a picture: {answer.text[:300]}")
        return time.monotonic() - began

    def _post(self, path, fields, **files):
        token = {"csrfmiddlewaretoken": self.session.cookies["csrftoken"]}
        headers = {"Referer": self.address}
        return self.session.post(f"{self.address}{path}", fields | token, headers=headers, timeout=120, **files)


def _photograph():
    """24 megapixels that are as hard to pack as a photograph's: shapes, and the grain of a sensor."""
    from PIL import Image, ImageChops

    found = _photographs()
    shapes = Image.open(found[0]).convert("RGB") if found else Image.radial_gradient("L").convert("RGB")
    grain = Image.effect_noise(MEGAPIXELS_24, 18)
    image = ImageChops.add(shapes.resize(MEGAPIXELS_24), Image.merge("RGB", [grain] * 3), offset=-128)
    data = io.BytesIO()
    image.save(data, "jpeg", quality=92)
    return data.getvalue()


def _photographs():
    folder = os.environ.get("PHOTOGRAPHS")
    return sorted(path for path in Path(folder).iterdir() if path.is_file()) if folder else []


def _story_of_six():
    from django.core.files.base import ContentFile
    from django.utils import timezone

    from accounts.machine import machine
    from articles.copy import Copy
    from articles.models import Article
    from pictures.arrival import arrive
    from pictures.models import Picture
    from pictures.renditions import make_renditions
    from sections.models import Section

    by, found = machine("bench"), _photographs()
    if found:
        if len(found) < PICTURES:
            raise Failure(f"{os.environ['PHOTOGRAPHS']} has {len(found)} photographs: {PICTURES} are needed.")
        pictures = [
            arrive(ContentFile(path.read_bytes(), name=path.name), by=by, alt=path.stem, renditions="later")
            for path in found[:PICTURES]
        ]
    else:
        pictures = list(Picture.objects.filter(width__gte=1280, width__lt=MEGAPIXELS_24[0])[:PICTURES])
    for picture in pictures:
        make_renditions(picture)
    figures = "".join(f'<p>{"Word " * 60}</p><figure data-picture="{each.pk}"></figure>' for each in pictures[1:])
    words = {"headline": "Six pictures", "body": figures, "lead_picture": pictures[0]}
    article = Article.draft(Copy(words, (), frozenset()), by=by, section=Section.objects.first())
    article.publish(article.working_copy, by=by, at=timezone.now())
    return article.get_absolute_url()


@contextlib.contextmanager
def _watching():
    """Megabytes that a process which decodes held at most, as `most`. The others grow by nothing."""
    found, over = {"most": 0}, threading.Event()

    def watch():
        while not over.wait(0.01):
            for process in Path("/proc").iterdir():
                if process.name.isdecimal() and b"pictures.apart.keeper" in _read(process / "cmdline"):
                    found["most"] = max(found["most"], _peak(process))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield found
    finally:
        over.set()
        watcher.join()


def _peak(process):
    lines = [line for line in _read(process / "status").splitlines() if line.startswith(b"VmHWM")]
    return int(lines[0].split()[1]) * 1024 / 1e6 if lines else 0


def _read(path):
    try:
        return path.read_bytes()
    except OSError:  # it has ended
        return b""


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failure as failure:
        print(failure, file=sys.stderr)
        sys.exit(1)
