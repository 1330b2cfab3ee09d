"""WordPress keeps HTML where we keep plain text: titles, names, excerpts."""

import html
import re

_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|big|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|small|span|strike|strong|sub|sup|tt|u)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BLOCK_TAG = re.compile(r"</?(?:br|blockquote|div|h[1-6]|hr|li|ol|p|ul)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def plain(text):
    """`text` without tags and entities, on one line. What only looks like a tag (“the <html> element”) stays."""
    text = _BLOCK_TAG.sub(" ", _INLINE_TAG.sub("", _COMMENT.sub("", text)))
    return " ".join(_CONTROL.sub("", html.unescape(text)).split())


def cut(text, longest, *, mark="…"):
    """`text` within `longest` characters, cut between words where it has any."""
    if len(text) <= longest:
        return text
    short = text[: longest - len(mark)]
    return (short.rsplit(" ", 1)[0] if " " in short else short).rstrip(" ,;:–-") + mark
