"""A post's body as we keep it: HTML by `prose.rules`, with all of its words."""

import re

from wordpress import shortcodes
from wordpress.flow import flow
from wordpress.paragraphs import paragraphs
from wordpress.report import EVERY

_FILLED_IN = re.compile(r"<!--\s*wp:([\w/-]+)(?:\s[^>]*?)?/-->")
_BLOCK_COMMENT = re.compile(r"<!--\s*/?wp:.*?-->", re.DOTALL)
_MORE = re.compile(r"<!--\s*more\b.*?-->|<!--\s*noteaser\s*-->", re.DOTALL)
_NO_TAG = re.compile(r"<(?=\?|!(?!--))")
_HIDDEN = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NEXT_PAGE = re.compile(r"<!--\s*nextpage\s*-->")
_LOST = {
    "script or style sheet dropped from a text": re.compile(r"<(?:script|style)\b", re.IGNORECASE),
    "form dropped from a text, but for its words": re.compile(r"<form\b", re.IGNORECASE),
    "drawing (SVG, canvas) dropped from a text": re.compile(r"<(?:svg|canvas)\b", re.IGNORECASE),
}


def body(text, site, remark):
    """`text` as an editor here could have written it. `remark`, as `Report.remark`, is told what is not as it was."""
    for what, pattern in _LOST.items():
        remark(what, count=len(pattern.findall(text)))
    text = _NO_TAG.sub("&lt;", text)  # “<?php” and “<![CDATA[” in a text about them: a browser would hide their words
    for block in _FILLED_IN.findall(text):
        remark("block that WordPress fills in itself, left out", where=block, examples=EVERY)
    remark("page break within a text dropped; it is on one page now", count=len(_NEXT_PAGE.findall(text)))
    text = _NEXT_PAGE.sub("\n\n", _MORE.sub("\n\n", text))
    written_in_blocks = "<!-- wp:" in text
    text = _BLOCK_COMMENT.sub("\n\n", text)
    remark("comment hidden in a text (“<!-- … -->”) dropped", count=len(_HIDDEN.findall(text)))
    text = shortcodes.resolve(_HIDDEN.sub("", text), remark)
    if not written_in_blocks:
        text = paragraphs(text)
    return flow(text, site, remark)
