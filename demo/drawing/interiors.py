"""Stages: the concert hall, the theatre."""

import math

from PIL import Image

from .brushes import Sheet
from .figures import crowd, person
from .palette import AMBER, BRICK, BUTTER, CORAL, CREAM, MIDNIGHT, PAPER, PEACH, PLUM, SAND, UMBER, VERMILION, Ink, mix
from .shapes import box, curve, moved, oval, plot


def concert_hall() -> Image.Image:
    """The orchestra from the balcony, the organ pipes behind and the audience in front."""
    sheet = Sheet("concert-hall", [mix(UMBER, MIDNIGHT, 0.5), mix(UMBER, AMBER, 0.2), mix(UMBER, AMBER, 0.45)])
    for panel in range(12):
        x = 40 + panel * 130
        sheet.stipple(box(x, 60, x + 110, 620), mix(UMBER, MIDNIGHT, 0.5), 0.9, 0.2)
    sheet.glow(800, 430, 620, BUTTER, 0.5)
    for group, (middle, count, tall) in enumerate(((470, 9, 260), (800, 13, 380), (1130, 9, 260))):
        for pipe in range(count):
            offset = pipe - (count - 1) / 2
            x = middle + offset * 24
            top = 470 - tall + abs(offset) * (14 if group == 1 else 10)
            sheet.fade(
                box(x - 10, top, x + 10, 470),
                [mix(AMBER, UMBER, 0.4), BUTTER, mix(AMBER, UMBER, 0.2), mix(UMBER, MIDNIGHT, 0.2)],
                sideways=True,
            )
            sheet.fill(oval(x, top, 10, 4), MIDNIGHT)
            sheet.fill([(x - 7, 430), (x, 404), (x + 7, 430)], mix(UMBER, MIDNIGHT, 0.4))
    sheet.rect(330, 468, 1270, 540, mix(UMBER, MIDNIGHT, 0.35))
    for x in range(340, 1260, 46):
        sheet.rect(x, 480, x + 36, 530, mix(UMBER, AMBER, 0.15))
    stage = [(210, 600), (1390, 600), (1560, 850), (40, 850)]
    sheet.fade(stage, [mix(AMBER, SAND, 0.3), mix(AMBER, UMBER, 0.25)])
    sheet.stipple(stage, UMBER, 0.0, 0.55)
    for beam in (560, 800, 1040):
        sheet.wash([(beam - 12, 0), (beam + 12, 0), (beam + 230, 700), (beam - 230, 700)], BUTTER, 0.34, 0)
    for row, (count, radius, size) in enumerate(((15, 560, 0.74), (13, 450, 0.86), (10, 340, 1.0), (7, 235, 1.12))):
        for seat in range(count):
            turn = math.radians(190 + 160 * seat / (count - 1))
            player(sheet, 800 + radius * math.cos(turn), 808 + radius * 0.34 * math.sin(turn), size, row)
    sheet.fill([(740, 850), (860, 850), (872, 880), (728, 880)], UMBER)
    person(sheet, 800, 862, 170, MIDNIGHT, MIDNIGHT, PEACH, MIDNIGHT, stride=2)
    sheet.line([(812, 730), (870, 680), (902, 636)], MIDNIGHT, 8)
    sheet.line([(902, 636), (934, 596)], PAPER, 2.5)
    sheet.line([(790, 730), (736, 706), (712, 660)], MIDNIGHT, 8)
    sheet.fill([(40, 850), (1560, 850), (1560, 872), (40, 872)], mix(UMBER, MIDNIGHT, 0.5))
    sheet.rect(-10, 868, 1610, 1067, MIDNIGHT)
    for y, size, spacing, ink in (
        (905, 58, 66, mix(UMBER, MIDNIGHT, 0.35)),
        (962, 84, 92, mix(UMBER, MIDNIGHT, 0.6)),
        (1030, 116, 128, MIDNIGHT),
    ):
        crowd(sheet, y, size, ink, spacing, 0.14)
    return sheet.printed()


def player(sheet: Sheet, x: float, y: float, size: float, row: int) -> None:
    """A seated musician in black with an instrument for the row."""

    def put(shape, ink: Ink) -> None:
        sheet.fill(moved(shape, x, y, size), ink)

    put(oval(0, 6, 34, 8), mix(UMBER, AMBER, 0.2))
    put(curve(plot("-26,0 -22,-46 0,-58 22,-46 26,0")), mix(MIDNIGHT, PLUM, 0.25))
    put([(-6, -54), (0, -34), (6, -54)], PAPER)
    put(oval(0, -70, 11, 14), sheet.rng.choice((PEACH, mix(SAND, UMBER, 0.4), mix(PEACH, CREAM, 0.4), UMBER)))
    put(oval(0, -77, 12, 10), sheet.rng.choice((MIDNIGHT, UMBER, CREAM, mix(UMBER, AMBER, 0.4))))
    if row in (2, 3):
        put(curve(plot("-34,-50 -14,-44 -4,-34 -14,-28 -36,-40"), closed=True), mix(CORAL, UMBER, 0.4))
        sheet.line(moved([(-38, -20), (16, -46)], x, y, size), CREAM, 2)
    elif row == 1:
        put(curve(plot("4,-40 18,-30 14,-14 26,8 2,8 10,-14"), closed=True), mix(VERMILION, UMBER, 0.45))
    else:
        sheet.line(moved([(-4, -52), (24, -30)], x, y, size), BUTTER, 4)
        put(oval(26, -28, 8, 8), AMBER)


def theatre_curtain() -> Image.Image:
    """The red curtain about to part, the footlights on."""
    sheet = Sheet("theatre-curtain", [BRICK, VERMILION, BRICK])
    rng = sheet.rng
    x = -20.0
    while x < 1620:
        wide = rng.uniform(44, 86)
        flare = (x - 800) * 0.05
        fold = [(x, 90), (x + wide, 90), (x + wide + flare, 850), (x + flare, 850)]
        sheet.fade(
            fold,
            [mix(BRICK, PLUM, 0.55), mix(VERMILION, BRICK, 0.3), mix(CORAL, VERMILION, 0.7), mix(BRICK, PLUM, 0.3)],
            sideways=True,
        )
        x += wide * 0.86
    sheet.stipple(box(0, 90, 1600, 520), mix(PLUM, MIDNIGHT, 0.4), 0.95, 0)
    sheet.fill(
        curve([(800, 90), (806, 400), (852, 640), (916, 850)]) + curve([(692, 850), (756, 640), (796, 400), (800, 90)]),
        MIDNIGHT,
    )
    sheet.stipple([(800, 420), (916, 850), (692, 850)], BUTTER, 0, 1)
    person(sheet, 812, 856, 205, MIDNIGHT, MIDNIGHT, mix(MIDNIGHT, PLUM, 0.4), MIDNIGHT, stride=6)
    sheet.rect(-10, 800, 690, 818, AMBER)
    sheet.rect(920, 800, 1610, 818, AMBER)
    for edge in range(-10, 1610, 12):
        if not 690 < edge < 918:
            sheet.line([(edge, 818), (edge, 842)], mix(AMBER, UMBER, 0.25), 4)
    for left in range(-60, 1600, 280):
        swag = curve([(left, 60), (left + 70, 190), (left + 140, 226), (left + 210, 190), (left + 280, 60)])
        sheet.fill(swag, mix(VERMILION, BRICK, 0.5))
        sheet.stipple(swag, mix(PLUM, MIDNIGHT, 0.5), 0.9, 0)
        sheet.line(swag, AMBER, 7)
        sheet.fill(
            [(left - 16, 90), (left + 16, 90), (left + 10, 250), (left, 270), (left - 10, 250)], mix(AMBER, UMBER, 0.3)
        )
    sheet.rect(-10, -10, 1610, 78, mix(UMBER, MIDNIGHT, 0.4))
    sheet.rect(-10, 66, 1610, 80, AMBER)
    for x in range(20, 1600, 66):
        sheet.fill(oval(x, 32, 24, 16), mix(AMBER, UMBER, 0.45))
    sheet.fade([(-10, 850), (1610, 850), (1610, 905), (-10, 905)], [mix(AMBER, UMBER, 0.2), UMBER])
    for x in range(60, 1600, 135):
        sheet.halo(x, 850, 150, BUTTER, 0.75, flat=1.25)
        sheet.glow(x, 862, 60, PAPER, 0.8)
        sheet.fill(oval(x, 876, 34, 22, 180, 360), MIDNIGHT)
    sheet.rect(-10, 876, 1610, 1067, MIDNIGHT)
    sheet.stipple(box(-10, 878, 1610, 920), AMBER, 0.5, 0)
    for y, size, spacing, ink in ((965, 84, 96, mix(PLUM, MIDNIGHT, 0.45)), (1036, 120, 138, MIDNIGHT)):
        crowd(sheet, y, size, ink, spacing, 0.15)
    return sheet.printed()


INTERIORS = {
    "concert-hall": concert_hall,
    "theatre-curtain": theatre_curtain,
}
