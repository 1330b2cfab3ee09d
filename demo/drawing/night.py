"""Land by night: the train on its viaduct, the northern lights."""

import math
from itertools import pairwise

from PIL import Image

from .brushes import Sheet
from .figures import person, pine
from .palette import (
    AMBER,
    BUTTER,
    CREAM,
    FOAM,
    MIDNIGHT,
    MOSS,
    NAVY,
    PAPER,
    PETROL,
    PLUM,
    ROSE,
    SKY,
    SLATE,
    STONE,
    TEAL,
    UMBER,
    VERMILION,
    Ink,
    mix,
)
from .shapes import box, curve, down_to, oval, plot, ridge
from .weather import haze, ripples, stars, sun


def night_train() -> Image.Image:
    """The night train crossing a viaduct under the moon."""
    sheet = Sheet("night-train", [MIDNIGHT, NAVY, mix(NAVY, PETROL, 0.6), mix(TEAL, SLATE, 0.4)])
    stars(sheet, 520, 240, CREAM)
    sun(sheet, 1230, 220, 66, CREAM, mix(CREAM, FOAM, 0.5))
    sheet.disc(1252, 204, 10, mix(CREAM, STONE, 0.4))
    sheet.disc(1210, 236, 15, mix(CREAM, STONE, 0.3))
    for base, tall, ink in ((640, 320, mix(TEAL, NAVY, 0.35)), (740, 260, mix(PETROL, NAVY, 0.5))):
        hill = down_to(ridge(sheet.rng, -20, 1620, base, tall, 60, 0.55), 1067)
        sheet.fill(hill, ink)
        sheet.stipple(hill, FOAM, 0.22, 0)
    haze(sheet, 860, 200, FOAM, 0.4)
    stone, dark = mix(SLATE, PLUM, 0.3), mix(NAVY, MIDNIGHT, 0.5)
    sheet.rect(-10, 500, 1610, 560, stone)
    for index in range(8):
        left = -70 + index * 220
        sheet.rect(left - 28, 540, left + 28, 1010, stone)
        sheet.fill([(left - 28, 560), (left - 96, 560), (left - 96, 548), (left - 28, 660)], stone)
        sheet.stipple(box(left - 28, 560, left + 28, 1010), dark, 0.2, 1)
        sheet.rect(left + 12, 560, left + 28, 1010, mix(stone, MIDNIGHT, 0.45))
        spandrel = [
            (left + 28, 556),
            (left + 192, 556),
            (left + 192, 668),
            *oval(left + 110, 668, 82, 96, 360, 180),
            (left + 28, 668),
        ]
        sheet.fill(spandrel, stone)
        sheet.stipple(spandrel, dark, 0, 0.8)
    sheet.rect(-10, 494, 1610, 506, mix(stone, FOAM, 0.35))
    for index in range(5):
        carriage(sheet, -90 + index * 268, 494)
    engine(sheet, 1250, 494)
    sheet.stipple([(1424, 470), (1700, 420), (1700, 520)], BUTTER, 0.7, 0, "right")
    valley = plot("-20,960 240,900 470,962 760,1000 1040,962 1300,890 1620,930 1620,1080 -20,1080")
    sheet.fill(valley, MIDNIGHT)
    sheet.fill(curve(plot("560,1080 690,1014 740,986 800,986 830,1014 960,1080")), mix(TEAL, SLATE, 0.4))
    ripples(sheet, 1000, 1066, CREAM, 24, middle=765, narrow=40, wide=150)
    for x, y, tall in (
        (60, 980, 190),
        (140, 950, 240),
        (250, 960, 160),
        (330, 990, 130),
        (1180, 980, 150),
        (1290, 950, 230),
        (1390, 960, 180),
        (1500, 970, 250),
        (1570, 990, 190),
        (430, 1040, 120),
    ):
        pine(sheet, x, y, tall, MIDNIGHT)
    return sheet.printed()


def carriage(sheet: Sheet, left: float, rail: float) -> None:
    """One sleeping car standing on the rail, its windows lit."""
    sheet.glow(left + 130, rail - 50, 190, BUTTER, 0.22, flat=0.5)
    sheet.fill(
        curve([(left, rail - 84), (left + 10, rail - 96), (left + 250, rail - 96), (left + 260, rail - 84)]),
        mix(NAVY, SLATE, 0.5),
    )
    sheet.rect(left, rail - 86, left + 260, rail - 14, mix(PLUM, NAVY, 0.45))
    sheet.rect(left, rail - 34, left + 260, rail - 29, AMBER)
    for window in range(8):
        x = left + 14 + window * 30
        ink = sheet.rng.choice((BUTTER, BUTTER, AMBER, mix(PLUM, NAVY, 0.7)))
        sheet.rect(x, rail - 74, x + 20, rail - 44, ink)
        if ink == BUTTER and sheet.rng.random() < 0.4:
            sheet.fill(curve([(x + 4, rail - 44), (x + 6, rail - 58), (x + 14, rail - 58), (x + 17, rail - 44)]), UMBER)
            sheet.disc(x + 10, rail - 62, 4.5, UMBER)
    wheels(sheet, left + 44, rail)
    wheels(sheet, left + 216, rail)


def wheels(sheet: Sheet, x: float, rail: float) -> None:
    """A bogie below a carriage."""
    sheet.rect(x - 34, rail - 16, x + 34, rail - 8, MIDNIGHT)
    for wheel in (-20, 20):
        sheet.disc(x + wheel, rail - 8, 9, MIDNIGHT)


def engine(sheet: Sheet, left: float, rail: float) -> None:
    """The locomotive at the head of the train."""
    body = curve(
        [
            (left, rail - 92),
            (left + 110, rail - 96),
            (left + 150, rail - 84),
            (left + 180, rail - 40),
            (left + 182, rail - 14),
            (left, rail - 14),
        ],
        steps=5,
    )
    sheet.fill(body, VERMILION)
    sheet.stipple(body, PLUM, 0, 0.9)
    sheet.fill(
        [(left + 112, rail - 84), (left + 144, rail - 80), (left + 162, rail - 52), (left + 112, rail - 52)], MIDNIGHT
    )
    sheet.rect(left, rail - 34, left + 178, rail - 29, CREAM)
    sheet.glow(left + 176, rail - 28, 46, BUTTER, 0.9)
    sheet.disc(left + 176, rail - 28, 6, PAPER)
    wheels(sheet, left + 44, rail)
    wheels(sheet, left + 134, rail)


def aurora() -> Image.Image:
    """Northern lights over the bay, their green in the water and on the snow."""
    sheet = Sheet("aurora", [MIDNIGHT, mix(MIDNIGHT, NAVY, 0.6), mix(NAVY, PETROL, 0.7), mix(PETROL, TEAL, 0.6)])
    stars(sheet, 560, 260, PAPER)
    curtain(sheet, plot("-60,250 240,190 520,300 820,230 1120,320 1400,210 1700,280"), 230, mix(ROSE, PLUM, 0.35), 0.5)
    curtain(
        sheet,
        plot("-60,470 160,380 330,470 560,520 800,400 1020,430 1180,540 1400,400 1700,460"),
        390,
        mix(FOAM, MOSS, 0.15),
        0.95,
    )
    curtain(
        sheet,
        plot("-60,610 160,560 420,590 620,530 820,590 1010,610 1240,530 1480,590 1700,560"),
        200,
        mix(FOAM, BUTTER, 0.4),
        0.65,
    )
    sheet.fill(down_to(ridge(sheet.rng, -20, 1620, 640, 180, 70, 0.55), 680), mix(NAVY, PETROL, 0.4))
    sheet.fill(down_to(ridge(sheet.rng, -20, 1620, 660, 90, 70, 0.5), 690), mix(NAVY, MIDNIGHT, 0.4))
    for x in (1090, 1130, 1165, 1210, 1245, 1300, 430, 470):
        sheet.rect(x, 650, x + 5, 656, BUTTER)
    sheet.mirror(676, 240, mix(NAVY, PETROL, 0.5), 0.72, squeeze=1.8)
    ripples(sheet, 690, 900, mix(FOAM, PETROL, 0.5), 120)
    snow = curve(plot("-20,880 300,850 620,900 960,880 1260,830 1620,850 1620,1080 -20,1080"))
    sheet.fade([*snow, (-20, 1080)], [mix(FOAM, SKY, 0.4), mix(SLATE, NAVY, 0.3)])
    sheet.stipple([*snow, (-20, 1080)], NAVY, 0, 0.8)
    sheet.rect(1250, 782, 1420, 880, mix(BUTTER, UMBER, 0.78))
    sheet.fill(plot("1225,790 1335,700 1445,790 1445,802 1335,718 1225,802"), mix(FOAM, PAPER, 0.5))
    sheet.fill([(1250, 784), (1335, 716), (1420, 784)], mix(BUTTER, UMBER, 0.78))
    sheet.rect(1285, 806, 1325, 846, BUTTER)
    sheet.rect(1350, 806, 1390, 846, BUTTER)
    sheet.glow(1335, 826, 150, BUTTER, 0.5)
    person(sheet, 520, 956, 120, MIDNIGHT, MIDNIGHT, mix(FOAM, NAVY, 0.4), MIDNIGHT, stride=4)
    person(sheet, 572, 960, 100, mix(VERMILION, NAVY, 0.5), MIDNIGHT, mix(FOAM, NAVY, 0.4), MIDNIGHT, stride=4)
    return sheet.printed()


def curtain(sheet: Sheet, track, tall: float, ink: Ink, strength: float) -> None:
    """A fold of northern light that hangs above its track, brightest at its foot."""
    foot = curve(track, steps=26)
    phase = sheet.rng.uniform(0, math.tau)
    for index, ((x, y), (next_x, next_y)) in enumerate(pairwise(foot)):
        fold = 0.62 + 0.24 * math.sin(index * 0.21 + phase) + 0.14 * math.sin(index * 0.83)
        height = tall * fold * sheet.rng.uniform(0.9, 1.1)
        edge = min(1, index / 12, (len(foot) - index) / 12)
        ray = [(x, y), (next_x, next_y), (next_x + 12, next_y - height), (x + 12, y - height)]
        sheet.wash(ray, ink, 0, strength * edge * (0.55 + 0.45 * fold))
        sheet.wash([(x, y), (next_x, next_y), (next_x, next_y + 22), (x, y + 22)], ink, strength * edge * 0.5, 0)
    sheet.stipple([*foot, *reversed([(x + 12, y - tall * 0.7) for x, y in foot])], mix(ink, PAPER, 0.25), 0, 0.14)


NIGHT = {
    "night-train": night_train,
    "aurora": aurora,
}
