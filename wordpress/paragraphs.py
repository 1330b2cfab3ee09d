"""Paragraphs for text that was typed without them: blank lines part paragraphs, a single line end is a break.

WordPress stores what its classic editor was given and makes paragraphs anew for each reader (`wpautop`). This does the
same once. It follows that function's behaviour, not its method: it walks over the tags with a stack of open blocks.
"""

import re

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<slash>/?)(?P<name>[a-zA-Z][^\s/>]*)(?:\"[^\"]*\"|'[^']*'|[^'\"<>])*>", re.DOTALL
)
_BLANK_LINES = re.compile(r"\n[ \t\f\v]*(?:\n[ \t\f\v]*)+")
_BREAK = re.compile(r"<br\s*/?>[ \t]*\n", re.IGNORECASE)

# Blocks whose loose text becomes paragraphs.
FLOW = frozenset(
    "address article aside blockquote body center dd details div fieldset footer form header main nav section".split()
)
# Blocks whose text is one paragraph already, or becomes several only where blank lines part it.
ITEMS = frozenset("dt figcaption h1 h2 h3 h4 h5 h6 legend li p summary td th caption".split())
# Blocks that hold other blocks and no text of their own.
STRUCTURE = frozenset("colgroup dl figure hgroup menu ol optgroup select table tbody tfoot thead tr ul".split())
# What is inside stays as it is, line ends and all.
VERBATIM = frozenset("audio canvas iframe math noscript object pre script style svg textarea video".split())
VOID_BLOCKS = frozenset({"hr"})
_BLOCKS = FLOW | ITEMS | STRUCTURE | VERBATIM


def paragraphs(text):
    """`text` with its paragraphs marked as such. Every word stays, in its order."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    out, run, stack, at = [], [], [], 0
    for token in _TOKEN.finditer(text):
        name = (token["name"] or "").lower()
        run.append(text[at : token.start()])
        at = token.end()
        if not _is_boundary(name, token["slash"], stack):
            run.append(token[0])
            continue
        out.append(_marked("".join(run), stack))
        run = []
        out.append(token[0])
        _move(name, token, stack)
    run.append(text[at:])
    out.append(_marked("".join(run), stack))
    return "".join(out)


def _is_boundary(name, slash, stack):
    """Whether the tag opens or closes a block here. Within verbatim text only its own end does."""
    if stack and stack[-1] in VERBATIM:
        return bool(slash) and name == stack[-1]
    return name in _BLOCKS or name in VOID_BLOCKS


def _move(name, token, stack):
    if name in VOID_BLOCKS or token[0].endswith("/>"):
        return
    if not token["slash"]:
        if stack and stack[-1] == "p":
            stack.pop()  # a block ends a paragraph that was left open
        stack.append(name)
    elif name in stack:
        while stack.pop() != name:
            pass


def _marked(run, stack):
    within = stack[-1] if stack else "body"
    if within in VERBATIM or within in STRUCTURE or not run.strip():
        return run
    parts = [_broken(part.strip()) for part in _BLANK_LINES.split(run.strip()) if part.strip()]
    if within in FLOW or (within in {"li", "td", "th"} and len(parts) > 1):
        return "".join(f"<p>{part}</p>\n" for part in parts)
    return ("</p>\n<p>" if within == "p" else "<br>\n<br>\n").join(parts)


def _broken(part):
    return _BREAK.sub("\n", part).replace("\n", "<br>\n")
