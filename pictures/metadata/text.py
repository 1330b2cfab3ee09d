"""Texts out of strangers' files, made fit to be kept and shown."""

import re
import unicodedata

LONGEST = 5_000
MOST = 50
# What cannot be seen but for tabs and new lines: NUL, escapes, marks that turn the direction of all that follows.
_UNSEEN = {"Cc", "Cs", "Co", "Cn"}
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF])


def clean(text):
    """On several lines where it was; what no reader could see is gone."""
    text = unicodedata.normalize("NFC", text[: 2 * LONGEST].replace("\r\n", "\n").replace("\r", "\n"))
    seen = (
        letter for letter in text.translate(_TURNING) if letter in "\n\t" or unicodedata.category(letter) not in _UNSEEN
    )
    return "".join(seen).strip()[:LONGEST].strip()


def line(text):
    """On one line."""
    return " ".join(clean(text).split())


def lines(texts):
    """Each once, in order."""
    return [text for text in dict.fromkeys(line(each) for each in list(texts)[:MOST]) if text]


def place(*parts):
    """From the small to the large: “Pier, Merrow, Norland”."""
    return ", ".join(lines(part for part in parts if part))


def moment(date, time="", zone=""):
    """EXIF's, IIM's or ISO's digits as “2026-11-03T12:30:00+01:00”; without a zone where none is told.

    Nothing, where not even the day is told. Midnight where only the day is.
    """
    day = re.fullmatch(r"\s*(\d{4})[-:]?(\d\d)[-:]?(\d\d)\s*", date)
    if not day or "00" in day.groups() or day[1] == "0000":
        return ""
    clock = re.match(r"\s*(\d\d):?(\d\d)(?::?(\d\d))?", time)
    hours = f"{clock[1]}:{clock[2]}:{clock[3] or '00'}" if clock else "00:00:00"
    offset = re.fullmatch(r"\s*(?:(Z)|([+-]\d\d):?(\d\d))\s*", zone)
    return f"{'-'.join(day.groups())}T{hours}" + (
        ("+00:00" if offset[1] else f"{offset[2]}:{offset[3]}") if offset else ""
    )
