"""Roofs against the sky: the new flats at Tannery Row, the domes of the capital."""

from PIL import Image

from .brushes import Sheet
from .figures import gabled, panes, person
from .palette import (
    AMBER,
    BRICK,
    BUTTER,
    CORAL,
    CREAM,
    MIDNIGHT,
    NAVY,
    PAPER,
    PEACH,
    PLUM,
    ROSE,
    SAND,
    SKY,
    SLATE,
    STONE,
    TEAL,
    UMBER,
    VERMILION,
    Ink,
    mix,
)
from .shapes import arch, box, curve, down_to, ridge
from .weather import gulls, haze, streak, sun


def tannery_row() -> Image.Image:
    """Tall flats going up at Tannery Row, their frames open to the evening."""
    sheet = Sheet("tannery-row", [mix(SKY, ROSE, 0.25), mix(PEACH, PAPER, 0.4), mix(BUTTER, PEACH, 0.4), BUTTER])
    sun(sheet, 230, 640, 62, PAPER, BUTTER)
    for x, y, long in ((420, 210, 760), (1240, 130, 620), (200, 380, 420)):
        streak(sheet, x, y, long, 30, PAPER, 0.6)
    x = -20
    while x < 1620:
        wide = sheet.rng.uniform(70, 130)
        sheet.fill(gabled(x, x + wide, 800 - sheet.rng.uniform(0, 50), 920, 40), mix(CORAL, PEACH, 0.45))
        x += wide
    sheet.rect(330, 470, 360, 800, mix(CORAL, ROSE, 0.5))
    haze(sheet, 800, 90, PEACH, 0.45)
    frame_block(sheet, 1130, 330, 300, 9, mix(TEAL, STONE, 0.4), 7)
    frame_block(sheet, 560, 180, 420, 11, CREAM, 6)
    tower_crane(sheet, 1060, 860, 90)
    sheet.fill([(-10, 850), (1610, 850), (1610, 1067), (-10, 1067)], mix(SAND, UMBER, 0.35))
    sheet.stipple(box(-10, 850, 1610, 1067), UMBER, 0.2, 0.9)
    for x in range(-20, 1620, 120):
        sheet.rect(x, 850, x + 114, 930, mix(TEAL, NAVY, 0.25) if x % 240 else mix(TEAL, NAVY, 0.1))
        sheet.rect(x + 114, 842, x + 120, 940, MIDNIGHT)
    sheet.write(322, 906, "TANNERY ROW · 206 CITY FLATS", 40, CREAM, "ms", 0.8)
    for x, coat, flip in ((830, VERMILION, False), (900, NAVY, False), (1330, AMBER, True)):
        sheet.stipple([(x - 8, 1000), (x + 10, 1000), (x + 190, 1052), (x + 150, 1056)], MIDNIGHT, 0.9, 0.2)
        person(sheet, x, 1004, 128, coat, MIDNIGHT, mirrored=flip)
    return sheet.printed()


def frame_block(sheet: Sheet, left: float, top: float, wide: float, floors: int, ink: Ink, glazed: int) -> None:
    """A block of flats: finished floors below, bare concrete frame and props above."""
    tall = (860 - top) / floors
    side = wide * 0.34
    for floor in range(floors):
        y = top + floor * tall
        done = floors - floor <= glazed
        back = mix(ink, PLUM, 0.5)
        sheet.rect(left, y, left + wide, y + tall, ink if done else mix(PEACH, BUTTER, 0.4))
        sheet.fill(
            [
                (left + wide, y),
                (left + wide + side, y + 12),
                (left + wide + side, y + tall + 12),
                (left + wide, y + tall),
            ],
            back if done else mix(PEACH, ROSE, 0.6),
        )
        if done:
            panes(
                sheet,
                (left + 6, y + 8, left + wide - 6, y + tall - 4),
                6,
                1,
                [mix(SLATE, SKY, 0.3), mix(NAVY, SLATE, 0.4), mix(NAVY, SLATE, 0.4), BUTTER],
                0.62,
            )
        else:
            for post in range(7):
                x = left + post * wide / 6
                sheet.rect(x - 4, y, x + 4, y + tall, mix(STONE, PLUM, 0.35))
        sheet.rect(left - 6, y - 4, left + wide, y + 5, mix(STONE, PAPER, 0.3))
        sheet.fill(
            [
                (left + wide, y - 4),
                (left + wide + side + 4, y + 8),
                (left + wide + side + 4, y + 16),
                (left + wide, y + 5),
            ],
            mix(STONE, PLUM, 0.45),
        )
    sheet.stipple(
        [(left + wide, top), (left + wide + side, top + 12), (left + wide + side, 870), (left + wide, 860)],
        PLUM,
        0.2,
        0.7,
    )
    sheet.stipple(box(left, top + tall * (floors - glazed), left + wide, 860), mix(ink, PLUM, 0.5), 0, 0.45)
    for pole in range(9):
        x = left - 22 + pole * 11
        sheet.line([(x, 860), (x, top + tall)], mix(UMBER, PLUM, 0.4), 2) if pole % 3 == 0 else None
    for level in range(floors):
        sheet.line(
            [(left - 24, top + level * tall + 30), (left + 48, top + level * tall + 30)], mix(UMBER, PLUM, 0.4), 3
        )
    for bar in range(12):
        x = left + 10 + bar * (wide - 20) / 11
        sheet.line([(x, top - 4), (x, top - 34)], BRICK, 2)


def tower_crane(sheet: Sheet, x: float, foot: float, top: float) -> None:
    """A tower crane with its jib over the block to its left."""
    ink = VERMILION
    for y in range(round(top) + 40, round(foot), 26):
        sheet.line([(x - 11, y), (x + 11, y + 26)], ink, 2.5)
        sheet.line([(x + 11, y), (x - 11, y + 26)], ink, 2.5)
    for side in (-12, 12):
        sheet.line([(x + side, top + 36), (x + side, foot)], ink, 5)
    sheet.line([(x - 640, top + 40), (x + 210, top + 40)], ink, 6)
    sheet.line([(x - 640, top + 40), (x - 620, top + 20), (x + 20, top + 20)], ink, 3)
    for strut in range(-620, 0, 24):
        sheet.line([(x + strut, top + 20), (x + strut + 12, top + 40), (x + strut + 24, top + 20)], ink, 2)
    sheet.line([(x, top - 50), (x - 500, top + 20)], NAVY, 2)
    sheet.line([(x, top - 50), (x + 190, top + 38)], NAVY, 2)
    sheet.fill([(x - 14, top + 40), (x, top - 54), (x + 14, top + 40)], ink)
    sheet.rect(x + 130, top + 40, x + 206, top + 84, mix(STONE, NAVY, 0.4))
    sheet.rect(x - 44, top + 44, x - 12, top + 82, PAPER)
    sheet.rect(x - 40, top + 50, x - 22, top + 68, NAVY)
    sheet.line([(x - 400, top + 40), (x - 400, top + 96)], NAVY, 2)
    sheet.rect(x - 450, top + 96, x - 350, top + 106, UMBER)


def capital_adelholm() -> Image.Image:
    """The domes and roofs of Adelholm in the last light."""
    sheet = Sheet("capital-adelholm", [mix(SLATE, ROSE, 0.4), mix(ROSE, PEACH, 0.5), PEACH, BUTTER])
    sun(sheet, 330, 430, 70, PAPER, BUTTER)
    for x, y, long in ((900, 140, 900), (300, 230, 620), (1340, 270, 620)):
        streak(sheet, x, y, long, 36, mix(CORAL, ROSE, 0.5), 0.5)
    far = mix(ROSE, PEACH, 0.45)
    sheet.fill(down_to(ridge(sheet.rng, -20, 1620, 560, 120), 640), far)
    for x, size in ((180, 46), (500, 60), (1420, 70), (1230, 44)):
        dome(sheet, x, 600, size, mix(ROSE, PLUM, 0.18), mix(ROSE, PLUM, 0.25), PEACH)
    haze(sheet, 610, 90, PEACH, 0.7)
    dome(sheet, 900, 730, 190, TEAL, mix(CREAM, PEACH, 0.4), BUTTER)
    dome(sheet, 560, 760, 96, mix(TEAL, SLATE, 0.3), mix(CREAM, ROSE, 0.4), BUTTER)
    dome(sheet, 1270, 770, 104, mix(TEAL, SLATE, 0.3), mix(CREAM, ROSE, 0.4), BUTTER)
    inks = (
        (760, mix(CORAL, ROSE, 0.4), mix(CREAM, ROSE, 0.4)),
        (840, mix(VERMILION, PLUM, 0.25), mix(SAND, ROSE, 0.4)),
        (940, mix(BRICK, PLUM, 0.35), mix(UMBER, ROSE, 0.35)),
        (1060, mix(PLUM, MIDNIGHT, 0.3), mix(PLUM, NAVY, 0.5)),
    )
    for row, (base, roof, front) in enumerate(inks):
        x = -60 + row * 17
        while x < 1620:
            wide = sheet.rng.uniform(90, 150) + row * 34
            roofs(sheet, x, base - sheet.rng.uniform(0, 36), wide, 40 + row * 14, roof, front)
            x += wide - 4
    gulls(sheet, [(1040, 330, 40), (1100, 296, 30), (700, 300, 34), (1190, 350, 24), (640, 340, 22)], PLUM)
    return sheet.printed()


def dome(sheet: Sheet, x: float, base: float, radius: float, copper: Ink, stone: Ink, light: Ink) -> None:
    """A dome on a drum with a lantern on top, lit from the left."""
    drum = box(x - radius * 0.92, base - radius * 0.75, x + radius * 0.92, base + radius * 0.9)
    sheet.fill(drum, stone)
    for column in range(9):
        left = x - radius * 0.84 + column * radius * 0.2
        sheet.fill(arch(left, base - radius * 0.6, left + radius * 0.1, base - radius * 0.1), mix(stone, PLUM, 0.5))
    sheet.rect(x - radius, base - radius * 0.8, x + radius, base - radius * 0.68, mix(stone, PAPER, 0.4))
    shell = [
        (x - radius * 0.94, base - radius * 0.78),
        *curve(
            [
                (x - radius * 0.94, base - radius * 0.78),
                (x - radius * 0.86, base - radius * 1.3),
                (x - radius * 0.46, base - radius * 1.72),
                (x, base - radius * 1.88),
                (x + radius * 0.46, base - radius * 1.72),
                (x + radius * 0.86, base - radius * 1.3),
                (x + radius * 0.94, base - radius * 0.78),
            ]
        ),
    ]
    sheet.fill(shell, copper)
    sheet.stipple(shell, mix(copper, PLUM, 0.7), 0, 1, "right")
    sheet.stipple(shell, light, 0.75, 0, "right")
    for rib in (-0.6, -0.2, 0.2, 0.6):
        sheet.line(
            curve(
                [
                    (x + radius * rib * 1.4, base - radius * 0.78),
                    (x + radius * rib * 1.1, base - radius * 1.4),
                    (x, base - radius * 1.88),
                ]
            ),
            mix(copper, PLUM, 0.45),
            max(1, radius * 0.018),
        )
    sheet.rect(x - radius * 0.14, base - radius * 2.14, x + radius * 0.14, base - radius * 1.82, mix(stone, PAPER, 0.3))
    sheet.rect(x - radius * 0.05, base - radius * 2.1, x + radius * 0.05, base - radius * 1.86, mix(stone, PLUM, 0.6))
    sheet.fill(
        [
            (x - radius * 0.17, base - radius * 2.12),
            (x, base - radius * 2.4),
            (x + radius * 0.17, base - radius * 2.12),
        ],
        copper,
    )
    sheet.line([(x, base - radius * 2.4), (x, base - radius * 2.58)], light, max(1.5, radius * 0.025))
    sheet.stipple(drum, mix(stone, PLUM, 0.7), 0, 0.8, "right")


def roofs(sheet: Sheet, left: float, base: float, wide: float, rise: float, roof: Ink, front: Ink) -> None:
    """One town house: a tiled roof, dormers, a chimney and the top of its front."""
    slope = [(left, base), (left + wide * 0.16, base - rise), (left + wide * 0.84, base - rise), (left + wide, base)]
    sheet.rect(left + wide * 0.7, base - rise * 1.5, left + wide * 0.78, base - rise * 0.6, mix(roof, PLUM, 0.4))
    sheet.fill(slope, roof)
    sheet.stipple(slope, BUTTER, 0.5, 0, "right")
    sheet.rect(left, base, left + wide, base + 150, front)
    sheet.stipple(box(left, base, left + wide, base + 150), PLUM, 0.1, 0.9)
    for dormer in (0.28, 0.55):
        x = left + wide * dormer
        sheet.fill(
            gabled(x, x + wide * 0.12, base - rise * 0.62, base - rise * 0.14, rise * 0.26), mix(front, PLUM, 0.2)
        )
        sheet.rect(
            x + wide * 0.03,
            base - rise * 0.55,
            x + wide * 0.09,
            base - rise * 0.2,
            sheet.rng.choice((BUTTER, mix(PLUM, NAVY, 0.3))),
        )
    for window in range(4):
        x = left + wide * (0.1 + 0.22 * window)
        sheet.rect(
            x,
            base + 16,
            x + wide * 0.1,
            base + 16 + wide * 0.2,
            sheet.rng.choice((mix(PLUM, NAVY, 0.4), mix(PLUM, NAVY, 0.4), BUTTER)),
        )


SKYLINE = {
    "tannery-row": tannery_row,
    "capital-adelholm": capital_adelholm,
}
