"""The attacks and tangles of tests/data/sanitizer (SOURCES.md there says whose), as (name, HTML) pairs."""

import json
from pathlib import Path

from lxml import etree

DATA = Path(__file__).parents[1] / "data/sanitizer"
CLIPBOARDS = Path(__file__).parents[3] / "shared/data/sanitizer/paste"


def vectors():
    return [*_dompurify(), *_html5lib(), *_trees(), *_bleach(), *_feedparser()]


def clipboards():
    """What Word, Google Docs and LibreOffice put on the clipboard; none where the folder is not beside the checkout."""
    return [
        (path.name, path.read_text(encoding="utf-8", errors="replace")) for path in CLIPBOARDS.glob("*/*.pasted.html")
    ]


def _dompurify():
    entries = json.loads((DATA / "dompurify/expect.json").read_text(encoding="utf-8"))
    return [(f"dompurify {number}", entry["payload"]) for number, entry in enumerate(entries)]


def _html5lib():
    entries = json.loads((DATA / "html5lib/sanitizer-tests1.json").read_text(encoding="utf-8"))
    return [(f"html5lib {entry['name']}", entry["input"]) for entry in entries]


def _trees():
    for path in sorted((DATA / "html5lib/tree-construction").glob("*.dat")):
        cases = path.read_bytes().decode(errors="replace").split("#data\n")[1:]
        for number, case in enumerate(cases):
            yield f"{path.name} {number}", case.partition("\n#errors")[0]


def _bleach():
    for path in sorted((DATA / "bleach").glob("*.test")):
        yield f"bleach {path.name}", path.read_text(encoding="utf-8").partition("\n--\n")[0]


def _feedparser():
    for path in sorted((DATA / "feedparser").glob("*.xml")):
        tree = etree.fromstring(path.read_bytes(), etree.XMLParser(recover=True, resolve_entities=False))
        for content in tree.iter("{*}content", "{*}summary", "{*}description"):
            inner = (content.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in content)
            yield f"feedparser {path.name}", inner
