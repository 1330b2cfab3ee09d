"""Setting a line of text: which font has its letters, how long it is, where it breaks."""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont, features

FONTS = Path(__file__).parent / "fonts"
# Without these, Pillow neither joins Arabic letters nor orders right-to-left text.
SHAPES = features.check("raqm") and features.check("fribidi")
FILES = ["serif-bold.ttf", *(["arabic-bold.ttf", "hebrew-bold.ttf"] if SHAPES else [])]
NEVER_GIVEN = "\U0010ffff"  # no font has it, so what is drawn for it is drawn for what is missing
INVISIBLE = {"Cc", "Cf", "Cn", "Co", "Cs"}


def writable(text):
    """The text as a card can show it: composed, without emoji and marks that nobody sees, with single spaces."""
    kept = (sign for sign in unicodedata.normalize("NFC", text) if _kept(sign))
    return " ".join("".join(kept).split())


def _kept(sign):
    category = unicodedata.category(sign)
    is_emoji = category in {"So", "Sk", "Mn"} and ord(sign) > 0x2BFF
    return sign.isspace() or (category not in INVISIBLE and not is_emoji)


def file_for(text):
    """The font file that has every letter of the text, or None."""
    letters = {letter for letter in text if not letter.isspace()}
    return next((file for file in FILES if all(_has(file, letter) for letter in letters)), None)


@lru_cache(maxsize=4096)
def _has(file, letter):
    font = font_of(file, 40)
    missing, found = font.getmask(NEVER_GIVEN), font.getmask(letter)
    return (found.size, bytes(found)) != (missing.size, bytes(missing))


@lru_cache(maxsize=64)
def font_of(file, size):
    # The basic layout knows no direction; where shaping is there, raqm is what Pillow takes by itself.
    return ImageFont.truetype(FONTS / file, size)


def broken(text, fits):
    """The text in lines, each as long as `fits(line)` allows; a word that is too long alone is cut."""
    lines, line = [], ""
    for word in _pieces(text, fits):
        longer = f"{line} {word}".strip()
        if line and not fits(longer):
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line] if line else lines


def _pieces(text, fits):
    for word in text.split(" "):
        rest = word
        while len(rest) > 1 and not fits(rest):
            cut = next((at for at in range(len(rest) - 1, 1, -1) if fits(rest[:at] + "-")), 1)
            yield rest[:cut] + "-"
            rest = rest[cut:]
        yield rest


def has_a_word_too_long(text, fits):
    """Whether a word would have to be cut. Words joined by hyphens count as one."""
    return any(not fits(word) for word in re.split(r"\s+", text))
