"""Below the surface: the kelp farm and the turbine."""

import math

from PIL import Image

from .brushes import Sheet
from .palette import (
    AMBER,
    BUTTER,
    CORAL,
    CREAM,
    FOAM,
    FOG,
    MIDNIGHT,
    MOSS,
    NAVY,
    PAPER,
    PEACH,
    PETROL,
    SAND,
    SKY,
    SLATE,
    TEAL,
    UMBER,
    VERMILION,
    Ink,
    mix,
)
from .shapes import box, curve, down_to, moved, oval, plot, ridge, turned
from .vessels import boat
from .weather import bank_of_cloud, gulls


def shafts(sheet: Sheet, top: float, ink: Ink, lean: float = -180) -> None:
    """Sunlight slanting down through water from the surface at `top`."""
    for x, wide, deep in ((260, 70, 620), (520, 130, 760), (830, 60, 560), (1040, 150, 800), (1380, 90, 600)):
        shaft = [(x, top), (x + wide, top), (x + wide * 1.7 + lean, top + deep), (x + lean, top + deep)]
        sheet.stipple(shaft, ink, 0.26, 0)
        sheet.wash(shaft, ink, 0.16, 0)


def kelp_farm() -> Image.Image:
    """Buoys on the surface, and below them the kelp hanging from its lines."""
    sheet = Sheet("kelp-farm", [mix(SKY, PAPER, 0.3), mix(PEACH, PAPER, 0.4), FOAM, TEAL, PETROL, NAVY])
    rng = sheet.rng
    sheet.fade(box(0, 0, 1600, 330), [mix(SKY, PAPER, 0.2), mix(BUTTER, PAPER, 0.5), mix(PEACH, PAPER, 0.3)])
    sheet.fill(down_to(ridge(rng, -10, 1610, 262, 110), 280), mix(SKY, TEAL, 0.4))
    sheet.fill(down_to([(600, 280), *ridge(rng, 640, 1610, 268, 90)], 280), mix(TEAL, SLATE, 0.4))
    sheet.fade(box(0, 262, 1600, 360), [mix(SKY, PAPER, 0.4), mix(FOAM, TEAL, 0.4)])
    for row, (y, size) in enumerate(((279, 4), (291, 6), (308, 9))):
        for place in range(40 - row * 14, 1600, 70 + row * 30):
            sheet.disc(place, y, size, VERMILION if place % 3 else AMBER, 0.8)
    boat(sheet, 1180, 318, 1.05, VERMILION, PAPER, mirrored=True)
    waves = curve(plot("-20,336 150,322 330,340 520,326 720,342 930,328 1130,342 1330,326 1620,338"))
    sheet.fade(down_to(waves, 1067), [FOAM, TEAL, PETROL, mix(PETROL, NAVY, 0.6), NAVY])
    sheet.line(waves, PAPER, 4)
    shafts(sheet, 345, mix(FOAM, PAPER, 0.5))
    for depth, ink, count, long in ((420, mix(PETROL, MOSS, 0.35), 26, 420), (440, mix(MOSS, PETROL, 0.35), 22, 520)):
        hang_kelp(sheet, depth, ink, count, long)
    for x, y in ((420, 700), (470, 730), (520, 690), (560, 745), (610, 716), (455, 775)):
        fish(sheet, x, y, 30, mix(FOAM, PAPER, 0.4))
    hang_kelp(sheet, 460, mix(MOSS, AMBER, 0.22), 15, 560)
    for x in (130, 530, 930, 1330):
        sheet.line([(x, 350), (x, 462)], CREAM, 3)
        sheet.fill(oval(x, 338, 34, 30), CORAL)
        sheet.stipple(oval(x, 338, 34, 30), VERMILION, 0, 1)
        sheet.fill(oval(x - 10, 326, 9, 7), PEACH)
    sheet.line([(-10, 458), *[(x, 462 + 12 * math.sin(x / 64)) for x in range(0, 1620, 20)]], CREAM, 5)
    return sheet.printed()


def hang_kelp(sheet: Sheet, top: float, ink: Ink, count: int, long: float) -> None:
    """A line of kelp hanging from `top`, its blades drifting to the right with the current."""
    rng = sheet.rng
    for index in range(count):
        x = 1600 * (index + rng.uniform(0.1, 0.9)) / count
        reach = long * rng.uniform(0.55, 1)
        sway, wide = rng.uniform(20, 90), rng.uniform(13, 24) * long / 480
        spine = [(x + sway * math.sin(step * 0.62) * step / 9 + step * 7, top + reach * step / 9) for step in range(10)]
        left = [
            (px - wide * math.sin(math.pi * (step + 0.4) / 9.6) * (1.25 if step % 2 else 0.85), py)
            for step, (px, py) in enumerate(spine)
        ]
        right = [
            (px + wide * math.sin(math.pi * (step + 0.4) / 9.6) * (0.85 if step % 2 else 1.25), py)
            for step, (px, py) in enumerate(spine)
        ]
        blade = curve(left + right[::-1], closed=True, steps=5)
        sheet.fill(blade, ink)
        sheet.stipple(blade, mix(ink, NAVY, 0.6), 0, 0.9)
        sheet.line(curve(spine, steps=5), mix(ink, BUTTER, 0.3), 2)


def fish(sheet: Sheet, x: float, y: float, long: float, ink: Ink, mirrored: bool = False) -> None:
    """A small fish swimming to the right."""
    outline = plot("-0.5,0 -0.2,-0.17 0.2,-0.17 0.5,0 0.2,0.17 -0.2,0.15")
    sheet.fill(curve(moved(outline, x, y, long, mirrored), closed=True, steps=5), ink)
    sheet.fill(moved([(-0.4, 0), (-0.68, -0.19), (-0.6, 0), (-0.68, 0.19)], x, y, long, mirrored), ink)


def tidal_turbine() -> Image.Image:
    """A cutaway of Hollin Sound: survey boat above, turbine below, the cable running ashore."""
    sheet = Sheet("tidal-turbine", [SKY, mix(SKY, PAPER, 0.6), FOAM, TEAL, PETROL, NAVY])
    sheet.fade(box(0, 0, 1600, 220), [SKY, mix(PAPER, PEACH, 0.3)])
    bank_of_cloud(sheet, 100, 130, 460, 80, PAPER, SKY)
    sheet.fill(curve(plot("1180,220 1260,140 1400,110 1500,60 1640,40 1640,260 1180,240")), MOSS)
    sheet.stipple(plot("1240,160 1400,110 1640,40 1640,240 1200,220"), mix(MOSS, PETROL, 0.6), 0, 0.9)
    sheet.rect(1480, 56, 1532, 98, PAPER)
    sheet.fill([(1472, 58), (1506, 30), (1540, 58)], VERMILION)
    boat(sheet, 420, 212, 1.1, CORAL, PAPER)
    waves = curve(plot("-20,206 180,196 400,210 640,196 900,208 1120,198 1300,206 1620,200"))
    sheet.fade(down_to(waves, 1067), [FOAM, mix(TEAL, FOAM, 0.3), TEAL, PETROL, mix(PETROL, NAVY, 0.7)])
    sheet.line(waves, PAPER, 4)
    shafts(sheet, 214, mix(FOAM, PAPER, 0.4), lean=120)
    bed = curve(plot("-20,900 200,880 440,900 700,884 940,892 1100,850 1240,700 1380,480 1480,300 1560,200 1640,170"))
    for sunk, ink in (
        (0, SAND),
        (26, mix(SAND, UMBER, 0.45)),
        (80, mix(UMBER, PETROL, 0.35)),
        (140, mix(UMBER, NAVY, 0.6)),
    ):
        layer = down_to([(x + sunk * 0.7, y + sunk) for x, y in bed], 1140)
        layer[0:0] = [(-30, bed[0][1] + sunk)]
        sheet.fill(layer, ink)
        sheet.stipple(layer, mix(ink, NAVY, 0.6), 0, 0.5)
    cable = curve(plot("760,880 900,888 1090,846 1236,694 1376,474 1474,296 1506,96"))
    sheet.line(cable, MIDNIGHT, 9)
    sheet.line(cable, AMBER, 3)
    for y, start, long in ((380, 130, 240), (520, 90, 300), (660, 130, 240), (430, 1010, 190), (600, 1000, 150)):
        current(sheet, start, y, long)
    turbine(sheet, 700, 520)
    for x, y in ((210, 780), (262, 800), (310, 770), (250, 836), (1060, 720), (1000, 740)):
        fish(sheet, x, y, 34, mix(FOAM, PAPER, 0.3))
    gulls(sheet, [(760, 90, 44), (840, 60, 32)], SLATE)
    return sheet.printed()


def current(sheet: Sheet, x: float, y: float, long: float) -> None:
    """An arrow that shows where the tide runs."""
    line = curve([(x, y), (x + long * 0.3, y - 16), (x + long * 0.7, y + 14), (x + long, y)])
    sheet.line(line, mix(FOAM, PAPER, 0.5), 5)
    sheet.fill([(x + long + 26, y - 4), (x + long - 4, y - 18), (x + long - 2, y + 12)], mix(FOAM, PAPER, 0.5))


def turbine(sheet: Sheet, x: float, y: float) -> None:
    """Three blades on a nacelle and a tripod tower; `x`, `y` is the hub."""
    for foot in (-190, 200):
        sheet.line([(x, y + 210), (x + foot, y + 372)], SLATE, 20)
        sheet.fill(box(x + foot - 44, y + 356, x + foot + 44, y + 384), mix(SLATE, NAVY, 0.4))
    sheet.fade(
        [(x - 25, y), (x + 25, y), (x + 38, y + 376), (x - 38, y + 376)],
        [FOG, mix(SLATE, FOG, 0.4), SLATE],
        sideways=True,
    )
    sheet.stipple([(x - 25, y), (x + 25, y), (x + 38, y + 376), (x - 38, y + 376)], NAVY, 0, 0.8)
    sheet.glow(x, y, 330, FOAM, 0.3)
    for turn in (-14, 106, 226):
        blade = [
            (x - 14, y - 24),
            (x - 44, y - 90),
            (x - 34, y - 190),
            (x - 4, y - 284),
            (x + 10, y - 190),
            (x + 14, y - 24),
        ]
        sheet.fill(turned(curve(blade, closed=True), x, y, turn), PAPER)
        sheet.fill(
            turned([(x - 2, y - 24), (x - 2, y - 280), (x + 10, y - 190), (x + 14, y - 24)], x, y, turn),
            mix(FOG, SLATE, 0.45),
        )
    sheet.disc(x, y, 58, AMBER)
    sheet.stipple(oval(x, y, 58, 58), VERMILION, 0, 0.9, "right")
    sheet.disc(x - 8, y - 8, 20, BUTTER)


DEEP = {
    "kelp-farm": kelp_farm,
    "tidal-turbine": tidal_turbine,
}
