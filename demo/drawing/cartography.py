"""What the maps share: coasts, towns, routes, titles and scales."""

from .brushes import Sheet
from .palette import CREAM, MOSS, NAVY, PAPER, SAND, SKY, SLATE, TEAL, VERMILION, Ink, mix
from .shapes import Point, curve

LAND: Ink = mix(CREAM, SAND, 0.25)


WATER: Ink = mix(SKY, PAPER, 0.35)


CURRENT: Ink = mix(TEAL, NAVY, 0.35)


def land(sheet: Sheet, outline: list[Point], closed: bool = True, ink: Ink = LAND) -> None:
    """A coast: the land with a band of shallows around it."""
    shore = curve(outline, closed=closed)
    for width, tint in ((34, mix(WATER, PAPER, 0.3)), (16, mix(WATER, PAPER, 0.6))):
        sheet.line([*shore, shore[0]] if closed else shore, tint, width)
    sheet.fill(shore, ink)
    sheet.stipple(shore, mix(ink, MOSS, 0.4), 0.05, 0.3)
    sheet.line([*shore, shore[0]] if closed else shore, mix(SLATE, TEAL, 0.4), 2.5)


def title(sheet: Sheet, name: str, note: str, source: str, x: float = 70) -> None:
    """The map's title and note at the top left, its source at the foot."""
    wide = max(len(name) * 27, len(note) * 14.5) + 70
    sheet.rect(x - 26, 50, x + wide, 206, PAPER)
    sheet.rect(x, 70, x + 90, 82, VERMILION)
    sheet.write(x, 140, name, 50, NAVY, weight=0.9)
    sheet.write(x, 184, note, 28, SLATE)
    sheet.rect(0, 1016, 1600, 1067, PAPER)
    sheet.write(70, 1050, f"Source: {source}", 24, SLATE)
    sheet.write(1530, 1050, "The Merrow Courier", 24, SLATE, "rs", 0.3)


def scale_bar(sheet: Sheet, x: float, y: float, length: float, words: str) -> None:
    """A bar of scale and a north arrow above it."""
    sheet.rect(x, y, x + length, y + 8, NAVY)
    sheet.rect(x + length / 2, y + 2, x + length - 2, y + 6, PAPER)
    sheet.write(x, y + 38, words, 24, NAVY)
    sheet.fill([(x + 14, y - 84), (x + 28, y - 34), (x + 14, y - 46), (x, y - 34)], NAVY)
    sheet.write(x + 14, y - 94, "N", 26, NAVY, "ms", 0.6)


def dashes(sheet: Sheet, route: list[Point], ink: Ink, width: float, on: int = 2, off: int = 2) -> None:
    """A dashed smooth line."""
    points = curve(route, steps=16)
    for start in range(0, len(points) - on, on + off):
        sheet.line(points[start : start + on + 1], ink, width)


def place(
    sheet: Sheet, x: float, y: float, name: str, anchor: str = "lm", size: float = 28, capital: bool = False
) -> None:
    """A town: its dot and its name beside it."""
    sheet.disc(x, y, 12 if capital else 9, NAVY)
    sheet.disc(x, y, 6 if capital else 4, PAPER)
    away = {"lm": (20, 0), "rm": (-20, 0), "ms": (0, -20), "mt": (0, 18)}[anchor]
    sheet.write(x + away[0], y + away[1], name, size, NAVY, anchor, 0.6)
