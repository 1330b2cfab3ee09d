"""Shortcodes, WordPress' [words in brackets]. Those that are HTML in disguise are resolved; the rest stay as text.

A shortcode that a plugin would have turned into something is not replaced by a placeholder: its own text tells an
editor more (which gallery, which form), can be searched for at the desk, and is reported by name.
"""

import html
import re

# Name, attributes, closing slash. Attributes may hold brackets only between quotation marks.
_ATTRIBUTES = r"""(?:\s(?:"[^"]*"|'[^']*'|[^\]\["'<])*)?"""
_OPENING = re.compile(rf"(\[?)\[([a-zA-Z][\w-]*)({_ATTRIBUTES})\](\]?)")
_CAPTION = re.compile(rf"\[(caption|wp_caption)({_ATTRIBUTES})\](.*?)\[/\1\]", re.DOTALL)
_CODE = re.compile(rf"\[(sourcecode|code)({_ATTRIBUTES})\](.*?)\[/\1\]", re.DOTALL)
_EMBED = re.compile(rf"\[embed({_ATTRIBUTES})\]\s*(\S+?)\s*\[/embed\]")
_PICTURE = re.compile(r"\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)(.*)", re.DOTALL | re.IGNORECASE)
_CAPTION_ATTRIBUTE = re.compile(r"""\bcaption=(?:"([^"]*)"|'([^']*)')""")
_VERBATIM = re.compile(r"(<(pre|code|script|style)\b.*?</\2\s*>)", re.DOTALL | re.IGNORECASE)

OF_WORDPRESS = frozenset({"audio", "embed", "gallery", "playlist", "video"})


def resolve(text, remark):
    """`text` with captions as figures, code as <pre> and embeds as their addresses; `remark` is told of the others."""
    text = _CODE.sub(_preformatted, text)
    pieces = _VERBATIM.split(text)
    # re.split gives: text, whole verbatim element, its name, text, …
    for index in range(0, len(pieces), 3):
        pieces[index] = _resolve_piece(pieces[index], remark)
    return "".join(piece for index, piece in enumerate(pieces) if index % 3 != 2)


def _resolve_piece(text, remark):
    text = _CAPTION.sub(_figure, text)
    text = _EMBED.sub(r"\n\n\2\n\n", text)
    return _OPENING.sub(lambda found: _left_as_text(found, text, remark), text)


def _figure(found):
    attributes, inner = found[2], found[3]
    picture = _PICTURE.fullmatch(inner)
    if picture is None:
        return f"\n\n{inner}\n\n"
    old_style = _CAPTION_ATTRIBUTE.search(attributes)
    words = picture[2].strip() or (old_style and html.unescape(old_style[1] or old_style[2] or "")) or ""
    caption = f"<figcaption>{' '.join(words.split())}</figcaption>" if words else ""
    return f"\n\n<figure>{picture[1]}{caption}</figure>\n\n"


def _preformatted(found):
    code = html.escape(html.unescape(found[3].strip("\r\n")), quote=False)
    return f"\n\n<pre>{code}</pre>\n\n"


def _left_as_text(found, text, remark):
    opened, name, attributes, closed = found.groups()
    if opened and closed:
        return f"[{name}{attributes}]"  # WordPress' way to write about a shortcode
    if name.lower() in OF_WORDPRESS or "=" in attributes or f"[/{name}]" in text:
        remark(f"[{name}] left as text")
    return found[0]
