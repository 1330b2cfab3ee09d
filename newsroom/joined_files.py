"""Many small files for us, one for the reader: a table of contents in CSS or JavaScript with all that it names.

What is written stays within what these read: a style sheet's contents are `@import url("…") layer(name) media;`
lines, a script's are `import "./name.js";` lines of modules that share nothing.
"""

import posixpath
import re

from django.core.exceptions import ImproperlyConfigured

IMPORTED_STYLE = re.compile(r'@import\s+url\("(?P<url>[^"]+)"\)\s*(?:layer\((?P<layer>[\w-]+)\))?\s*(?P<media>[^;]*);')
IMPORTED_MODULE = re.compile(r'^import "\./(?P<name>[^"]+)";\n?', re.MULTILINE)
ADDRESS = re.compile(r'url\("(?!data:|#|/)([^"]+)"\)')
COMMENT, AS_WRITTEN = r"/\*.*?\*/", r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|url\([^)]*\)'
BLANK_OR_KEPT = re.compile(
    rf"(?P<comment>{COMMENT})|(?P<kept>{AS_WRITTEN})|(?P<blank>\s*(?:[{{}};,]\s*)+|\s+)", re.DOTALL
)


def joined_style(name, read):
    """The style sheet `name` with its imports in their layers and media, without comments and blank space.

    `read(name)` gives a file's text. The addresses in it hold from where `name` lies.
    """
    return squeezed(_with_imports(name, read, posixpath.dirname(name)))


def joined_modules(name, read):
    """The module `name` with those that it imports, each in a block of its own, so that no name meets another."""
    blocks = []
    for found in IMPORTED_MODULE.finditer(contents := read(name)):
        module = read(posixpath.join(posixpath.dirname(name), found["name"]))
        if re.search(r"^\s*(import|export)\b", module, re.MULTILINE):
            raise ImproperlyConfigured(f"{found['name']} imports or exports, so it cannot be joined into {name}.")
        blocks.append(f"{{\n{module}}}\n")
    return "".join(blocks) + IMPORTED_MODULE.sub("", contents)


def squeezed(css):
    """The same style sheet in fewer letters. Blank space goes only where no grammar reads it."""

    def shorter(found):
        if found["kept"]:
            return found["kept"]
        return re.sub(r"\s+", "", found["blank"] or "") or (" " if found["blank"] else "")

    css = BLANK_OR_KEPT.sub(shorter, re.sub(rf"{COMMENT}|({AS_WRITTEN})", r"\1", css, flags=re.DOTALL))
    return css.replace(";}", "}").strip()


def _with_imports(name, read, home):
    css = re.sub(rf"{COMMENT}|({AS_WRITTEN})", r"\1", read(name), flags=re.DOTALL)
    here = posixpath.dirname(name)

    def inline(found):
        inner = _with_imports(posixpath.normpath(posixpath.join(here, found["url"])), read, home)
        for rule in (
            found["media"].strip() and f"@media {found['media']}",
            found["layer"] and f"@layer {found['layer']}",
        ):
            inner = f"{rule}{{{inner}}}" if rule else inner
        return inner

    def from_home(found):
        return f'url("{posixpath.relpath(posixpath.join(here, found[1]), home or ".")}")'

    parts, last = [], 0
    for found in IMPORTED_STYLE.finditer(css):
        parts += [ADDRESS.sub(from_home, css[last : found.start()]), inline(found)]
        last = found.end()
    return "".join([*parts, ADDRESS.sub(from_home, css[last:])])
