"""What the microscope shows."""

import math

from PIL import Image

from .brushes import Sheet
from .palette import (
    AMBER,
    BUTTER,
    CORAL,
    CREAM,
    FOAM,
    MIDNIGHT,
    MOSS,
    NAVY,
    PAPER,
    PEACH,
    PETROL,
    SAGE,
    TEAL,
    UMBER,
    VERMILION,
    Ink,
    mix,
)
from .shapes import curve, oval, plot, turned


def plankton() -> Image.Image:
    """Diatoms, a copepod and radiolarians in the round field of a microscope."""
    sheet = Sheet("plankton", [MIDNIGHT, MIDNIGHT])
    rng = sheet.rng
    sheet.fade(oval(800, 533, 790, 790), [NAVY, PETROL, mix(PETROL, TEAL, 0.6), PETROL, NAVY])
    sheet.glow(760, 480, 760, FOAM, 0.5)
    for _ in range(150):
        sheet.disc(
            rng.uniform(60, 1540), rng.uniform(10, 1050), rng.choice((1.5, 2, 3, 5)), mix(TEAL, FOAM, rng.random())
        )
    for x, y, size in ((220, 250, 60), (1370, 820, 74), (1210, 110, 46), (420, 960, 50)):
        sheet.glow(x, y, size * 1.5, FOAM, 0.35)
    radiolarian(sheet, 520, 380, 190)
    centric(sheet, 1110, 330, 150, AMBER)
    centric(sheet, 210, 700, 96, SAGE)
    centric(sheet, 1440, 470, 70, CORAL)
    copepod(sheet, 960, 730)
    for x, y, long, turn, ink in (
        (300, 520, 250, -32, SAGE),
        (610, 860, 320, 14, BUTTER),
        (1300, 640, 260, 58, FOAM),
        (820, 140, 230, -12, PEACH),
        (1010, 990, 260, -28, SAGE),
    ):
        pennate(sheet, x, y, long, turn, ink)
    chain(sheet, plot("60,420 170,360 270,330 380,180 470,110"), 28)
    chain(sheet, [(1190, 960), (1300, 930), (1400, 960), (1500, 900)], 30)
    return sheet.printed()


def radiolarian(sheet: Sheet, x: float, y: float, radius: float) -> None:
    """A spiny glass sphere with a lattice shell and a bright core."""
    for spine in range(16):
        turn = spine * 22.5
        long = radius * (1.5 if spine % 2 else 1.22)
        sheet.fill(
            turned([(x - 7, y - radius * 0.8), (x, y - long), (x + 7, y - radius * 0.8)], x, y, turn),
            mix(CREAM, CORAL, 0.25),
        )
    sheet.disc(x, y, radius, mix(CORAL, PETROL, 0.35))
    sheet.stipple(oval(x, y, radius, radius), mix(PETROL, NAVY, 0.5), 0, 0.8)
    for ring, count in ((0.84, 26), (0.62, 18), (0.4, 11)):
        for hole in range(count):
            turn = math.tau * (hole + ring * 3) / count
            sheet.disc(
                x + radius * ring * math.cos(turn), y + radius * ring * math.sin(turn), radius * ring * 0.105, CREAM
            )
            sheet.disc(
                x + radius * ring * math.cos(turn),
                y + radius * ring * math.sin(turn),
                radius * ring * 0.075,
                mix(VERMILION, NAVY, 0.45),
            )
    sheet.disc(x, y, radius * 0.25, AMBER)
    sheet.disc(x - 8, y - 8, radius * 0.13, BUTTER)


def centric(sheet: Sheet, x: float, y: float, radius: float, ink: Ink) -> None:
    """A round diatom with rays and rings of pores."""
    sheet.disc(x, y, radius, mix(ink, PAPER, 0.35))
    sheet.disc(x, y, radius * 0.93, mix(ink, PETROL, 0.3))
    for ray in range(30):
        turn = math.tau * ray / 30
        for ring in (0.84, 0.72, 0.6, 0.48):
            size = radius * 0.04 * (ring + 0.35)
            sheet.disc(
                x + radius * ring * math.cos(turn), y + radius * ring * math.sin(turn), size, mix(ink, PAPER, 0.55)
            )
    sheet.disc(x, y, radius * 0.36, mix(ink, PAPER, 0.2))
    sheet.stipple(oval(x, y, radius * 0.36, radius * 0.36), mix(ink, UMBER, 0.6), 0, 0.9)


def pennate(sheet: Sheet, x: float, y: float, long: float, turn: float, ink: Ink) -> None:
    """A boat-shaped diatom with ribs, turned by degrees."""
    half = long / 2
    hull = curve(
        [
            (x - half, y),
            (x - half * 0.4, y - long * 0.1),
            (x + half * 0.4, y - long * 0.1),
            (x + half, y),
            (x + half * 0.4, y + long * 0.1),
            (x - half * 0.4, y + long * 0.1),
        ],
        closed=True,
    )
    sheet.fill(turned(hull, x, y, turn), mix(ink, PAPER, 0.25))
    for rib in range(-9, 10):
        at, tall = x + half * rib / 11, long * 0.085 * (1 - (rib / 11) ** 2)
        sheet.line(turned([(at, y - tall), (at, y + tall)], x, y, turn), mix(ink, PETROL, 0.55), 2.5)
    sheet.line(turned([(x - half * 0.9, y), (x + half * 0.9, y)], x, y, turn), mix(ink, PETROL, 0.75), 3)


def chain(sheet: Sheet, points, size: float) -> None:
    """A chain of cells along a curve."""
    for x, y in curve(points, steps=3):
        sheet.fill(oval(x, y, size, size * 0.8), mix(SAGE, PAPER, 0.3))
        sheet.fill(oval(x, y, size * 0.78, size * 0.58), mix(MOSS, TEAL, 0.4))
        sheet.disc(x, y, size * 0.28, BUTTER)


def copepod(sheet: Sheet, x: float, y: float) -> None:
    """A copepod swimming to the right, with long antennae."""
    for bend in (-1, 1):
        sheet.line(
            curve([(x + 150, y - 4), (x + 130, y + bend * 80), (x + 20, y + bend * 170), (x - 120, y + bend * 200)]),
            CREAM,
            5,
        )
    for tail in (-26, -8, 8, 26):
        sheet.line(curve([(x - 200, y), (x - 250, y + tail * 0.6), (x - 300, y + tail * 2)]), CREAM, 3)
    for leg in range(5):
        sheet.line(
            curve([(x + 60 - leg * 34, y + 50), (x + 44 - leg * 34, y + 92), (x + 10 - leg * 34, y + 112)]), PEACH, 5
        )
    sheet.fill(curve([(x - 90, y - 18), (x - 210, y - 9), (x - 210, y + 9), (x - 90, y + 18)], closed=True), CORAL)
    body = curve(
        [
            (x + 180, y),
            (x + 120, y - 58),
            (x, y - 66),
            (x - 110, y - 22),
            (x - 110, y + 22),
            (x, y + 66),
            (x + 120, y + 58),
        ],
        closed=True,
    )
    sheet.fill(body, mix(PEACH, CREAM, 0.3))
    sheet.stipple(body, CORAL, 0, 0.95)
    for band in (20, -30, -74):
        sheet.line(
            curve(
                [(x + band, y - 58 - min(0, band) * 0.25), (x + band + 12, y), (x + band, y + 58 + min(0, band) * 0.25)]
            ),
            CORAL,
            3,
        )
    sheet.fill(oval(x + 20, y, 60, 26), VERMILION)
    sheet.disc(x + 150, y - 8, 9, MIDNIGHT)


PLANKTON = {
    "plankton": plankton,
}
