"""Out of doors: the cyclists, the winter swimmers."""

import math

from PIL import Image

from .brushes import Sheet
from .figures import limb
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
    PLUM,
    ROSE,
    SAGE,
    SAND,
    SKY,
    SLATE,
    TEAL,
    UMBER,
    VERMILION,
    Ink,
    mix,
)
from .shapes import Point, box, curve, down_to, moved, oval, plot, ridge
from .weather import bank_of_cloud, gulls, haze, ripples


def cyclists_coast() -> Image.Image:
    """Three cyclists on the coast road above the sea."""
    sheet = Sheet("cyclists-coast", [mix(SKY, TEAL, 0.25), SKY, mix(SKY, PAPER, 0.6), mix(BUTTER, PAPER, 0.5)])
    bank_of_cloud(sheet, 860, 300, 620, 180, PAPER, mix(SKY, PEACH, 0.4))
    sheet.fade(box(0, 400, 1600, 1067), [mix(FOAM, SKY, 0.4), TEAL, PETROL])
    ripples(sheet, 410, 720, PAPER, 150, long=60)
    for points, ink in (
        (plot("1620,300 1420,330 1330,390 1290,470 1220,520 1620,520"), mix(SKY, SLATE, 0.5)),
        (plot("1620,360 1500,380 1440,470 1340,540 1240,590 1620,640"), mix(SAGE, SLATE, 0.4)),
    ):
        sheet.fill([*curve(points[:-1]), points[-1]], ink)
        sheet.stipple(points, NAVY, 0, 0.6)
    cliff = [*curve(plot("-20,250 120,270 280,340 380,430 420,560 520,640 640,700")), (640, 900), (-20, 900)]
    sheet.fill(cliff, SAND)
    sheet.stipple(cliff, mix(UMBER, CORAL, 0.3), 0, 0.85, "right")
    sheet.fill([*curve(plot("-20,250 120,270 280,340 380,430 420,560")), (330, 520), (200, 420), (-20, 360)], SAGE)
    sheet.stipple(plot("-20,250 120,270 280,340 380,430 330,520 200,420 -20,360"), MOSS, 0, 1)
    for x, y, wide in ((560, 706, 180), (760, 730, 120)):
        sheet.fill(oval(x, y, wide, 9), PAPER)
    road = [*curve(plot("-20,790 300,740 700,742 1100,790 1620,830")), (1620, 1067), (-20, 1067)]
    sheet.fill(road, mix(SLATE, PLUM, 0.3))
    sheet.stipple(road, MIDNIGHT, 0, 0.7)
    verge = curve(plot("-20,775 300,722 700,724 1100,772 1620,812"))
    sheet.fill([*verge, *reversed([(x, y + 26) for x, y in verge])], CREAM)
    for x, y in verge[::3]:
        sheet.rect(x - 7, y - 52, x + 7, y + 6, CREAM)
        sheet.stipple(box(x, y - 52, x + 7, y + 6), SLATE, 0.7, 0.7)
    sheet.line([(x, y - 34) for x, y in verge], PAPER, 7)
    for left in range(-80, 1620, 210):
        sheet.fill(
            [
                (left, 990 + left * 0.02),
                (left + 110, 991 + left * 0.02),
                (left + 106, 1002 + left * 0.02),
                (left - 6, 1001 + left * 0.02),
            ],
            CREAM,
        )
    for x, y, size, jersey, skin in (
        (330, 880, 1.25, AMBER, UMBER),
        (720, 896, 1.38, VERMILION, PEACH),
        (1150, 922, 1.5, CREAM, mix(SAND, UMBER, 0.4)),
    ):
        cyclist(sheet, x, y, size, jersey, skin)
    gulls(sheet, [(620, 240, 60), (720, 200, 42), (560, 320, 36)], PAPER)
    return sheet.printed()


def cyclist(sheet: Sheet, x: float, road: float, size: float, jersey: Ink, skin: Ink) -> None:
    """A racing cyclist riding to the right, about 220 wide and 210 tall at size 1."""

    def at(*points: Point) -> list[Point]:
        return moved(points, x, road, size)

    sheet.stipple(oval(x, road + 2, 130 * size, 10 * size), MIDNIGHT, 1, 0.6)
    for hub in (-66, 66):
        for spoke in range(10):
            turn = math.tau * spoke / 10 + 0.2
            sheet.line(at((hub, -44), (hub + 40 * math.cos(turn), -44 + 40 * math.sin(turn))), mix(FOG, SLATE, 0.4), 1)
        sheet.line(at(*oval(hub, -44, 42, 42)), MIDNIGHT, 5 * size)
    limb(sheet, at((-20, -122), (12, -94), (-6, -52)), 15 * size, mix(NAVY, MIDNIGHT, 0.5))
    frame = NAVY if jersey != NAVY else TEAL
    for points in (
        ((-66, -44), (-28, -112), (52, -106), (4, -40), (-66, -44)),
        ((-28, -112), (4, -40)),
        ((66, -44), (50, -124)),
        ((50, -124), (70, -126), (74, -112)),
    ):
        sheet.line(at(*points), frame, 5.5 * size)
    sheet.line(at((-46, -120), (-12, -120)), MIDNIGHT, 7 * size)
    sheet.disc(*at((4, -40))[0], 11 * size, MIDNIGHT)
    torso = curve(at((-34, -128), (-20, -158), (18, -180), (38, -170), (30, -150), (-4, -118)), closed=True, steps=5)
    sheet.fill(torso, jersey)
    sheet.stipple(torso, mix(jersey, PLUM, 0.7), 0, 0.85)
    limb(sheet, at((-18, -124), (30, -92), (8, -24)), 17 * size, NAVY)
    limb(sheet, at((24, -60), (8, -22)), 12 * size, skin)
    limb(sheet, at((8, -20), (24, -16)), 9 * size, PAPER)
    limb(sheet, at((28, -166), (42, -136), (68, -128)), 9 * size, skin)
    limb(sheet, at((28, -166), (38, -144)), 13 * size, jersey)
    sheet.fill(oval(*at((48, -186))[0], 14 * size, 16 * size), skin)
    sheet.fill(
        curve(at((28, -190), (34, -210), (58, -208), (68, -192), (48, -194)), closed=True, steps=5),
        VERMILION if jersey != VERMILION else PAPER,
    )


def swimmers_winter() -> Image.Image:
    """Winter swimmers off a snowy jetty, their breath in the air."""
    sheet = Sheet("swimmers-winter", [mix(SKY, ROSE, 0.3), mix(PEACH, ROSE, 0.3), mix(PEACH, PAPER, 0.5)])
    sheet.fill(down_to(ridge(sheet.rng, -20, 1620, 380, 190, 90, 0.55), 420), mix(SKY, ROSE, 0.35))
    white = down_to([(420, 416), (500, 396), *ridge(sheet.rng, 560, 1620, 400, 120, 60, 0.55)], 420)
    sheet.fill(white, mix(PAPER, SKY, 0.25))
    sheet.stipple(white, mix(SKY, SLATE, 0.35), 0, 0.6)
    sheet.fade(box(0, 400, 1600, 1067), [mix(FOAM, PEACH, 0.4), mix(TEAL, FOAM, 0.3), PETROL, NAVY])
    haze(sheet, 420, 70, PAPER, 0.6)
    ripples(sheet, 410, 1060, mix(FOAM, PAPER, 0.4), 150)
    ripples(sheet, 440, 1060, PETROL, 130)
    jetty(sheet)
    for x, y, size, cap, skin in (
        (930, 640, 0.7, AMBER, PEACH),
        (1180, 610, 0.6, CREAM, UMBER),
        (1060, 770, 1.0, VERMILION, mix(PEACH, CORAL, 0.2)),
        (1370, 830, 1.15, BUTTER, mix(SAND, UMBER, 0.4)),
        (870, 900, 1.4, CORAL, PEACH),
    ):
        swimmer(sheet, x, y, size, cap, skin)
    bather(sheet, 300, 700)
    return sheet.printed()


def jetty(sheet: Sheet) -> None:
    """The snowy jetty with its ladder, running in from the left."""
    for x, top in ((90, 700), (300, 690), (500, 680), (610, 676)):
        sheet.rect(x, top, x + 26, top + 230, mix(UMBER, NAVY, 0.5))
        sheet.stipple(box(x, top + 140, x + 26, top + 250), NAVY, 0, 1)
    deck = [(-20, 640), (560, 640), (680, 720), (-20, 750)]
    sheet.fill(deck, PAPER)
    sheet.stipple(deck, SKY, 0, 0.8)
    sheet.fill([(-20, 750), (680, 720), (680, 748), (-20, 784)], mix(UMBER, CORAL, 0.2))
    for x in (640, 690):
        sheet.line(curve([(x - 30, 690), (x - 24, 610), (x + 6, 600), (x + 12, 690), (x + 12, 880)]), VERMILION, 8)
    for rung in range(5):
        sheet.line([(652, 750 + rung * 30), (702, 750 + rung * 30)], VERMILION, 6)
    sheet.fill(curve(plot("80,648 96,612 140,608 176,640 180,652")), CORAL)


def swimmer(sheet: Sheet, x: float, y: float, size: float, cap: Ink, skin: Ink) -> None:
    """A head and shoulders in the water, with breath and rings."""
    for ring, ink in ((150, mix(TEAL, PETROL, 0.5)), (118, mix(FOAM, TEAL, 0.4)), (84, mix(PETROL, NAVY, 0.3))):
        sheet.fill(oval(x, y + 14 * size, ring * size, ring * 0.2 * size), ink)
    shoulders = curve(
        [
            (x - 66 * size, y + 16 * size),
            (x - 44 * size, y - 12 * size),
            (x, y - 22 * size),
            (x + 44 * size, y - 12 * size),
            (x + 66 * size, y + 16 * size),
        ]
    )
    sheet.fill(shoulders, skin)
    sheet.stipple(shoulders, mix(skin, PLUM, 0.6), 0.7, 0, "right")
    sheet.rect(x - 13 * size, y - 40 * size, x + 13 * size, y - 12 * size, mix(skin, PLUM, 0.25))
    sheet.fill(oval(x, y - 56 * size, 29 * size, 34 * size), skin)
    sheet.stipple(oval(x, y - 56 * size, 29 * size, 34 * size), mix(skin, PLUM, 0.6), 0.75, 0, "right")
    sheet.fill(oval(x, y - 66 * size, 33 * size, 34 * size, 180, 360), cap)
    sheet.rect(x - 33 * size, y - 70 * size, x + 33 * size, y - 60 * size, mix(cap, PAPER, 0.35))
    sheet.disc(x, y - 102 * size, 10 * size, mix(cap, PAPER, 0.35))
    for eye in (-10, 12):
        sheet.disc(x + eye * size, y - 52 * size, 2.6 * size, MIDNIGHT)
    sheet.line(
        curve([(x - 9 * size, y - 38 * size), (x + 2 * size, y - 34 * size), (x + 12 * size, y - 38 * size)]),
        mix(skin, VERMILION, 0.5),
        3 * size,
    )
    sheet.glow(x + 44 * size, y - 60 * size, 46 * size, PAPER, 0.5, flat=0.7)


def bather(sheet: Sheet, x: float, foot: float) -> None:
    """A swimmer on the jetty wrapped in a towel, woollen hat on."""
    for leg in (-20, 22):
        limb(sheet, [(x + leg, foot - 90), (x + leg * 0.9, foot - 6)], 24, mix(PEACH, CORAL, 0.25))
        sheet.fill(oval(x + leg + 8, foot - 2, 24, 9), mix(PEACH, CORAL, 0.25))
    towel = curve(
        [
            (x - 66, foot - 90),
            (x - 72, foot - 220),
            (x - 40, foot - 290),
            (x + 36, foot - 290),
            (x + 70, foot - 220),
            (x + 64, foot - 84),
        ],
        steps=6,
    )
    sheet.fill(towel, TEAL)
    for band in (110, 150, 190):
        sheet.fill(
            [(x - 68, foot - band), (x + 67, foot - band), (x + 67, foot - band - 14), (x - 70, foot - band - 14)],
            CREAM,
        )
    sheet.stipple(towel, MIDNIGHT, 0.8, 0, "right")
    limb(sheet, [(x + 60, foot - 226), (x + 30, foot - 200), (x - 24, foot - 216)], 26, mix(TEAL, FOAM, 0.22))
    sheet.disc(x - 30, foot - 218, 13, mix(PEACH, CORAL, 0.15))
    sheet.fill(oval(x, foot - 320, 33, 38), mix(PEACH, CORAL, 0.15))
    sheet.stipple(oval(x, foot - 320, 33, 38), mix(PEACH, PLUM, 0.5), 0.8, 0, "right")
    sheet.fill(oval(x, foot - 334, 38, 38, 180, 360), VERMILION)
    sheet.rect(x - 40, foot - 342, x + 40, foot - 324, CREAM)
    sheet.disc(x, foot - 378, 15, CREAM)
    sheet.glow(x + 66, foot - 312, 60, PAPER, 0.55, flat=0.7)


OUTDOORS = {
    "cyclists-coast": cyclists_coast,
    "swimmers-winter": swimmers_winter,
}
