import tomllib
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from django.core.files.base import ContentFile

from demo.drawn import drawn_jpeg, end_with_parent
from pictures.arrival import arrive
from pictures.models import Picture

EDITION = Path(__file__).parent / "edition"


def load_pictures(*, by, progress):
    """Draw what is not in the library yet, in all processors at once. Returns slug (or author's slug) → Picture."""
    texts = tomllib.loads((EDITION / "pictures.toml").read_text(encoding="utf-8"))
    portraits = texts.pop("portraits")
    for slug, portrait in portraits.items():
        name = slug.replace("-", " ").title()
        texts[slug] = {"title": f"Portrait of {name}", "credit": "Henrik Moss / The Merrow Courier", **portrait}
    known = {p.title: p for p in Picture.objects.filter(title__in=[text["title"] for text in texts.values()])}
    missing = [slug for slug, text in texts.items() if text["title"] not in known]
    pictures = {slug: known[text["title"]] for slug, text in texts.items() if text["title"] in known}
    with ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=end_with_parent) as pool:
        for slug, jpeg in zip(missing, pool.map(drawn_jpeg, missing), strict=True):
            pictures[slug] = _arrive(slug, jpeg, texts[slug], by=by)
            progress()
    return pictures


def _arrive(slug, jpeg, text, *, by):
    focal_x, focal_y = text.get("focal", [0.5, 0.5])
    return arrive(
        ContentFile(jpeg, name=f"{slug}.jpg"),
        by=by,
        renditions="later",
        title=text["title"],
        alt=text["alt"],
        caption=text.get("caption", ""),
        extended_description=text.get("extended_description", "").strip(),
        source_type=text.get("source_type", ""),
        credit=text["credit"],
        source=text.get("source", ""),
        licence="Own work",
        focal_x=focal_x,
        focal_y=focal_y,
    )
