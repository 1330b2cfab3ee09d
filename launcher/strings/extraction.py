"""Finds the strings that are marked for translation, in templates as Django does and in Python as Babel does."""

import ast
import re
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from django.utils.translation.template import templatize

from launcher.packages import ROOT

# The desk's own pages are in English, but for what Django translates by itself.
NOT_FOR_READERS = {"admin", "desk"}
PYTHON = ("accounts", "articles", "authors", "fronts", "masthead", "paper", "pictures", "prose", "sections")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
_STRING = r"""u?('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
_CALL = re.compile(rf"\b(n?p?gettext|_)\(\s*{_STRING}(?:\s*,\s*{_STRING})?(?:\s*,\s*{_STRING})?")


def marked():
    """A catalogue of every string that is marked, without translations; tells in which files each stands."""
    found = Catalog(charset="utf-8")
    for path, context, message in _sorted([*_in_templates(), *_in_python()]):
        flags = ["python-format"] if _is_format(message) else []
        found.add(message, context=context, locations=[(path, None)], flags=flags)
    return found


def _sorted(messages):
    return sorted(set(messages), key=lambda each: (each[0], each[1] or "", str(each[2])))


def _in_templates():
    for path in sorted((ROOT / "templates").rglob("*")):
        name = path.relative_to(ROOT)
        if path.suffix in {".html", ".xml", ".txt"} and not NOT_FOR_READERS & set(name.parts):
            for function, *texts in _CALL.findall(templatize(path.read_text(), origin=str(name))):
                first, *rest = [ast.literal_eval(text) for text in texts if text]
                context = first if "p" in function.removesuffix("gettext") else None
                message = rest if context is not None else [first, *rest]
                yield name.as_posix(), context, tuple(message) if len(message) > 1 else message[0]


def _in_python():
    for package in PYTHON:
        for path in sorted((ROOT / package).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            for _, message, _, context in extract("python", BytesIO(path.read_bytes()), KEYWORDS):
                yield name, context, message


def _is_format(message):
    return any(re.search(r"%(\(\w+\))?[sd]", text) for text in (message if isinstance(message, tuple) else (message,)))
