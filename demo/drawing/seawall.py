"""The sea wall at Saltmarsh, in the storm and under repair."""

import math
from itertools import pairwise

from PIL import Image

from .brushes import Sheet
from .figures import person, street_lamp
from .palette import (
    AMBER,
    BRICK,
    BUTTER,
    CORAL,
    CREAM,
    FOAM,
    FOG,
    MIDNIGHT,
    NAVY,
    PAPER,
    PEACH,
    PETROL,
    PLUM,
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
from .shapes import along, box, curve, down_to, plot, ridge
from .weather import bank_of_cloud, gulls, haze, rain, ripples, streak, swell, tongue


def sea_wall_storm() -> Image.Image:
    """A wave breaking over the sea wall at Saltmarsh, the street lamps still lit."""
    sheet = Sheet(
        "sea-wall-storm", [MIDNIGHT, mix(NAVY, PETROL, 0.5), mix(PETROL, SLATE, 0.5), mix(STONE, PETROL, 0.3)]
    )
    for x, y, wide, tall in ((-200, 230, 1100, 200), (600, 180, 1200, 190), (200, 380, 1100, 150)):
        bank_of_cloud(sheet, x, y, wide, tall, mix(NAVY, SLATE, 0.45), mix(NAVY, MIDNIGHT, 0.5))
    haze(sheet, 560, 150, mix(STONE, FOAM, 0.4), 0.45)
    swell(sheet, 600, 60, 240, mix(PETROL, STONE, 0.3), PETROL, 800)
    swell(sheet, 690, 90, 330, mix(PETROL, FOAM, 0.2), mix(PETROL, NAVY, 0.6), 1000)
    sheet.glow(700, 560, 620, FOAM, 0.55)
    burst(sheet, 700, 880)
    swell(sheet, 830, 70, 300, mix(FOAM, PETROL, 0.5), mix(PETROL, NAVY, 0.7), 1067)
    ripples(sheet, 850, 1040, mix(FOAM, PAPER, 0.4), 50, middle=400, narrow=400, wide=500, long=140)
    sheet.fill([(560, 1067), (1080, 760), (1620, 690), (1620, 1067)], mix(SLATE, NAVY, 0.55))
    sheet.fill([(560, 1067), (1080, 760), (1080, 830), (760, 1067)], mix(NAVY, MIDNIGHT, 0.6))
    sheet.fill(plot("1060,760 1620,680 1620,712 1090,786 640,1067 570,1067"), mix(STONE, FOG, 0.4))
    sheet.stipple([(1090, 786), (1620, 712), (1620, 1067), (640, 1067)], MIDNIGHT, 0.15, 0.9)
    terrace(sheet)
    for x, y, tall in ((1180, 872, 250), (1360, 900, 330), (1580, 960, 440)):
        street_lamp(sheet, x, y, tall, MIDNIGHT, BUTTER)
        sheet.glow(x, y + 10, tall * 0.5, BUTTER, 0.3, flat=0.2)
    rain(sheet, 260, mix(SLATE, FOG, 0.35), slant=0.7)
    person(sheet, 1270, 930, 96, AMBER, NAVY, stride=16)
    return sheet.printed()


def burst(sheet: Sheet, x: float, y: float) -> None:
    """The fan of water and spray thrown up where the wave meets the wall."""
    rng = sheet.rng
    fan = (
        (mix(PETROL, FOAM, 0.42), 13, 690, 190),
        (mix(FOAM, PETROL, 0.12), 13, 610, 150),
        (mix(FOAM, PAPER, 0.5), 12, 500, 116),
        (PAPER, 10, 380, 84),
    )
    for ink, count, reach, wide in fan:
        places = list(range(count))
        rng.shuffle(places)
        for place in places:
            turn = math.radians(-150 + 118 * (place + rng.uniform(0.2, 0.8)) / count)
            far = reach * rng.uniform(0.72, 1.05) * (1 - 0.3 * abs(math.cos(turn)))
            tongue(
                sheet,
                x + math.cos(turn) * 150,
                y,
                x + far * math.cos(turn),
                y + far * math.sin(turn) * 1.1,
                wide * rng.uniform(0.75, 1.1),
                ink,
            )
    for _ in range(460):
        turn, far = math.radians(rng.gauss(-88, 30)), rng.uniform(330, 790)
        px, py = x + far * math.cos(turn), y + far * math.sin(turn) * 1.02
        sheet.disc(
            px,
            py,
            rng.choice((1.5, 2, 2.5, 3.5, 5, 8)) * (1.25 - far / 900),
            rng.choice((PAPER, FOAM, mix(FOAM, PAPER, 0.6))),
        )


def terrace(sheet: Sheet) -> None:
    """The row of houses behind the wall, a few windows lit."""
    left = 1130
    for wide, tall, ink in (
        (90, 120, SLATE),
        (100, 140, mix(SLATE, PLUM, 0.4)),
        (112, 150, mix(SLATE, NAVY, 0.4)),
        (120, 176, mix(SLATE, PLUM, 0.5)),
        (140, 190, mix(SLATE, NAVY, 0.3)),
    ):
        top = 800 - tall - (left - 1130) * 0.06
        sheet.rect(left, top, left + wide, 850, mix(ink, MIDNIGHT, 0.35))
        sheet.fill(
            [(left - 4, top), (left + wide * 0.2, top - 36), (left + wide * 0.8, top - 36), (left + wide + 4, top)],
            MIDNIGHT,
        )
        for column in range(2):
            for row in range(2):
                lit = sheet.rng.random() < 0.4
                x, y = left + wide * (0.2 + column * 0.4), top + 22 + row * 52
                sheet.rect(x, y, x + wide * 0.2, y + 30, BUTTER if lit else NAVY)
        left += wide


def sea_wall_repair() -> Image.Image:
    """A crawler crane lowering a block into the gap in the sea wall."""
    sheet = Sheet(
        "sea-wall-repair", [mix(SKY, PAPER, 0.25), mix(SKY, PAPER, 0.6), mix(PEACH, PAPER, 0.6), mix(PEACH, PAPER, 0.5)]
    )
    streak(sheet, 500, 160, 900, 50, PAPER, 0.8)
    streak(sheet, 1300, 290, 700, 36, PAPER, 0.8)
    sheet.fade(box(0, 560, 1600, 1067), [mix(FOAM, SKY, 0.4), TEAL, PETROL])
    ripples(sheet, 570, 900, mix(FOAM, PAPER, 0.5), 180)
    sheet.fill(down_to(ridge(sheet.rng, 900, 1620, 565, 70), 570), mix(SKY, SLATE, 0.35))
    wall(sheet, plot("-20,610 560,640 600,690 560,760 590,860 -20,900"))
    wall(sheet, plot("1100,690 1140,650 1620,620 1620,900 1120,860 1080,780"))
    for x, y, size in (
        (600, 800, 74),
        (690, 850, 84),
        (800, 830, 70),
        (900, 868, 90),
        (1020, 830, 76),
        (745, 905, 80),
        (985, 920, 84),
    ):
        rubble(sheet, x, y, size)
    sheet.fill(plot("-20,880 600,862 720,960 1010,968 1110,862 1620,880 1620,1067 -20,1067"), SAND)
    sheet.stipple(plot("-20,880 600,862 720,960 1010,968 1110,862 1620,880 1620,1067 -20,1067"), UMBER, 0.1, 0.6)
    sheet.line(curve([(-20, 1000), (400, 960), (660, 1040), (800, 1080)]), mix(SAND, UMBER, 0.4), 7)
    lattice(sheet, (330, 770), (860, 130), 40, VERMILION)
    lattice(sheet, (330, 770), (230, 470), 26, BRICK)
    for end in ((230, 470), (250, 840)):
        sheet.line([(852, 140) if end[1] == 470 else (230, 470), end], NAVY, 2)
    sheet.line([(860, 140), (860, 520)], NAVY, 3)
    sheet.fill([(860, 520), (778, 600), (942, 600)], mix(SKY, PAPER, 0.6))
    sheet.line([(778, 602), (860, 520), (942, 602)], NAVY, 3)
    slab(sheet, 765, 600, 190, 112)
    crawler(sheet)
    person(sheet, 545, 920, 104, AMBER, NAVY, hair=VERMILION, stride=5)
    person(sheet, 1180, 905, 104, AMBER, NAVY, hair=PAPER, mirrored=True, stride=8)
    person(sheet, 1240, 912, 104, CORAL, NAVY, hair=PAPER, mirrored=True, stride=4)
    gulls(sheet, [(1180, 230, 52), (1270, 180, 38), (1060, 330, 34)], SLATE)
    for x in range(1330, 1620, 64):
        sheet.fill([(x, 960), (x + 30, 960), (x + 8, 1067), (x - 24, 1067)], VERMILION)
        sheet.fill([(x + 30, 960), (x + 64, 960), (x + 42, 1067), (x + 8, 1067)], PAPER)
    return sheet.printed()


def wall(sheet: Sheet, outline) -> None:
    """A length of the broken concrete wall with its broad coping."""
    sheet.fill(outline, mix(STONE, CREAM, 0.4))
    sheet.stipple(outline, SLATE, 0, 0.9)
    top = outline[:2] if outline[0][0] < 0 else outline[1:3]
    (left, high), (right, low) = top
    sheet.fill([(left, high - 16), (right, low - 16), (right, low + 16), (left, high + 16)], PAPER)
    for course in (0.3, 0.62):
        sheet.line([(left, high + 260 * course), (right, low + 220 * course)], mix(STONE, SLATE, 0.6), 3)


def slab(sheet: Sheet, x: float, y: float, wide: float, tall: float) -> None:
    """A concrete block with a lit face and a dark side."""
    sheet.fill(box(x, y, x + wide, y + tall), mix(STONE, CREAM, 0.55))
    sheet.fill([(x, y), (x + 30, y - 24), (x + wide + 30, y - 24), (x + wide, y)], PAPER)
    sheet.fill([(x + wide, y), (x + wide + 30, y - 24), (x + wide + 30, y + tall - 24), (x + wide, y + tall)], SLATE)
    sheet.stipple(box(x, y, x + wide, y + tall), SLATE, 0.7, 0, "right")


def rubble(sheet: Sheet, x: float, y: float, size: float) -> None:
    """One of the tumbled blocks in the gap."""
    lean = sheet.rng.uniform(-0.25, 0.25) * size
    sheet.fill(
        [(x, y), (x + size, y + lean), (x + size * 0.94, y + size * 0.8), (x - 6, y + size * 0.7)],
        mix(STONE, SLATE, 0.4),
    )
    sheet.fill(
        [(x, y), (x + size * 0.24, y - size * 0.22), (x + size * 1.16, y + lean - size * 0.2), (x + size, y + lean)],
        CREAM,
    )
    sheet.stipple(
        [(x, y), (x + size, y + lean), (x + size * 0.94, y + size * 0.8), (x - 6, y + size * 0.7)], NAVY, 0, 0.7
    )


def lattice(sheet: Sheet, foot, tip, wide: float, ink: Ink) -> None:
    """A lattice boom from its foot to its tip, tapering."""
    steps = 15
    pairs = []
    for step in range(steps + 1):
        x, y = along(foot, tip, step / steps)
        half = wide / 2 * (1 - 0.65 * step / steps)
        pairs.append(((x - half * 0.8, y - half * 0.6), (x + half * 0.8, y + half * 0.6)))
    for (upper, lower), (next_upper, next_lower) in pairwise(pairs):
        sheet.line([upper, next_lower], ink, 2.5)
        sheet.line([lower, next_upper], ink, 2.5)
    sheet.line([pair[0] for pair in pairs], ink, 5)
    sheet.line([pair[1] for pair in pairs], ink, 5)


def crawler(sheet: Sheet) -> None:
    """The crane's cab and tracks."""
    sheet.fill(plot("140,690 330,690 420,730 420,826 140,826"), VERMILION)
    sheet.stipple(box(140, 690, 420, 826), BRICK, 0, 0.9)
    sheet.fill(plot("340,712 378,712 408,742 408,784 340,784"), SKY)
    sheet.rect(120, 720, 190, 826, BRICK)
    sheet.fill(curve(plot("110,850 140,824 430,824 462,850 440,894 130,894"), closed=True), MIDNIGHT)
    for wheel in range(150, 450, 46):
        sheet.disc(wheel, 860, 17, SLATE)
        sheet.disc(wheel, 860, 7, MIDNIGHT)


SEAWALL = {
    "sea-wall-storm": sea_wall_storm,
    "sea-wall-repair": sea_wall_repair,
}
