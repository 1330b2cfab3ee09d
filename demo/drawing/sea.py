"""The harbour mouth and its ferries: at dawn, tied up, and the lighthouse."""

from PIL import Image

from .brushes import Sheet
from .figures import person
from .palette import (
    BUTTER,
    CORAL,
    CREAM,
    FOG,
    MIDNIGHT,
    NAVY,
    PAPER,
    PEACH,
    PETROL,
    PLUM,
    ROSE,
    SKY,
    SLATE,
    STONE,
    TEAL,
    VERMILION,
    mix,
)
from .shapes import along, box, curve, down_to, oval, plot, ridge
from .vessels import boat, bow, ferry
from .weather import bank_of_cloud, gulls, ripples, stars, steam, streak, sun


def ferry_dawn() -> Image.Image:
    """A ferry leaving harbour across the light of the rising sun."""
    sheet = Sheet("ferry-dawn", [SLATE, mix(SLATE, ROSE, 0.5), mix(ROSE, PEACH, 0.5), BUTTER, BUTTER, PEACH])
    sun(sheet, 1130, 520, 74, PAPER, BUTTER)
    for x, y, length, thick in ((430, 150, 900, 44), (1250, 210, 760, 34), (760, 306, 620, 22), (1420, 370, 520, 18)):
        streak(sheet, x, y, length, thick, mix(ROSE, PLUM, 0.25), 0.55)
        streak(sheet, x + 40, y + 16, length * 0.8, thick * 0.5, CORAL, 0.5)
    sheet.fill(down_to(ridge(sheet.rng, -20, 500, 556, 96), 580), mix(ROSE, SLATE, 0.6))
    sheet.fill(down_to(ridge(sheet.rng, -20, 330, 562, 60), 580), mix(PLUM, SLATE, 0.4))
    sheet.fade(box(0, 560, 1600, 1067), [mix(PEACH, BUTTER, 0.4), mix(ROSE, SLATE, 0.45), mix(SLATE, NAVY, 0.5), NAVY])
    ripples(sheet, 566, 1060, mix(SLATE, NAVY, 0.35), 260)
    ripples(sheet, 562, 1060, BUTTER, 260, middle=1130, narrow=40, wide=300, long=80)
    ripples(sheet, 562, 900, PAPER, 70, middle=1130, narrow=24, wide=120, long=60)
    steam(sheet, 500, 396, 210, mix(PLUM, SLATE, 0.4), 0.3)
    ferry(sheet, 640, 655, 1.25, NAVY, mix(PEACH, PAPER, 0.4), BUTTER)
    sheet.stipple(plot("290,664 960,664 1000,670 900,770 380,770"), MIDNIGHT, 0.95, 0)
    for shape in (
        plot("-20,676 150,664 320,655 420,662 300,668 120,680 -20,696"),
        plot("-20,716 120,700 300,680 440,672 330,688 160,716 -20,744"),
        plot("860,664 950,650 985,662 1060,676 980,674 900,670"),
    ):
        sheet.fill(curve(shape, closed=True), mix(PAPER, PEACH, 0.3))
    sheet.fill([(0, 1067), (0, 905), (330, 930), (372, 1067)], MIDNIGHT)
    sheet.stipple([(0, 960), (0, 905), (330, 930), (345, 975)], CORAL, 0.4, 0)
    sheet.fill(curve(plot("128,925 136,856 118,838 130,820 204,820 216,838 198,856 206,930")), MIDNIGHT)
    sheet.line(curve([(170, 850), (330, 900), (520, 960), (760, 1080)]), MIDNIGHT, 7)
    gulls(sheet, [(880, 300, 64), (960, 262, 44), (300, 420, 40), (1290, 400, 34), (1380, 330, 52)], NAVY)
    return sheet.printed()


def ferries_moored() -> Image.Image:
    """Three ferries bow on at an empty quay."""
    sheet = Sheet("ferries-moored", [mix(STONE, SLATE, 0.3), FOG, mix(FOG, CREAM, 0.6), CREAM])
    bank_of_cloud(sheet, -80, 330, 900, 200, mix(FOG, PAPER, 0.5), STONE)
    bank_of_cloud(sheet, 880, 270, 800, 150, mix(FOG, PAPER, 0.6), STONE)
    sheet.fill(down_to(ridge(sheet.rng, -10, 1610, 560, 90), 640), mix(STONE, SKY, 0.4))
    sheet.fade(box(0, 590, 1600, 1067), [mix(TEAL, FOG, 0.55), mix(TEAL, FOG, 0.2), PETROL])
    for x, y, half, deep in ((1290, 690, 96, 120), (330, 730, 110, 140), (810, 800, 138, 150)):
        under = [(x - half, y), (x + half, y), (x + half * 1.25, y + deep), (x - half * 1.25, y + deep)]
        sheet.wash(under, NAVY, 0.85, 0)
        sheet.stipple(under, MIDNIGHT, 0.6, 0)
    bow(sheet, 1290, 690, 0.98, TEAL, PAPER, mix(SLATE, SKY, 0.2))
    bow(sheet, 330, 730, 1.12, mix(TEAL, PETROL, 0.5), PAPER, mix(SLATE, SKY, 0.2))
    bow(sheet, 810, 800, 1.42, NAVY, PAPER, SLATE)
    ripples(sheet, 700, 940, mix(PETROL, FOG, 0.35), 170)
    sheet.fill([(-10, 940), (1610, 905), (1610, 1067), (-10, 1067)], mix(STONE, CREAM, 0.35))
    sheet.fill([(-10, 940), (1610, 905), (1610, 927), (-10, 966)], mix(CREAM, PAPER, 0.4))
    sheet.stipple([(-10, 966), (1610, 927), (1610, 1067), (-10, 1067)], SLATE, 0.2, 0.85)
    for start, hang, end in (
        ((700, 650), (560, 830), (330, 930)),
        ((920, 650), (1030, 820), (1240, 912)),
        ((256, 590), (230, 780), (318, 926)),
        ((1355, 568), (1400, 760), (1262, 905)),
    ):
        sheet.line(curve([start, hang, end]), NAVY, 5)
    for x, y in ((322, 958), (1250, 938)):
        sheet.fill(
            curve(
                [
                    (x - 34, y),
                    (x - 26, y - 44),
                    (x - 40, y - 60),
                    (x, y - 72),
                    (x + 40, y - 60),
                    (x + 26, y - 44),
                    (x + 34, y),
                ]
            ),
            MIDNIGHT,
        )
        sheet.line([(x - 24, y - 36), (x + 24, y - 32)], CREAM, 6)
    person(sheet, 985, 1000, 118, VERMILION, NAVY, mirrored=True, stride=4)
    gulls(sheet, [(560, 190, 58), (1080, 130, 44), (640, 250, 36)], SLATE)
    return sheet.printed()


def sarn_light() -> Image.Image:
    """Sarn Light on its rock at dusk, its beams across the sky."""
    sheet = Sheet("sarn-light", [NAVY, mix(NAVY, PLUM, 0.6), mix(PLUM, ROSE, 0.6), CORAL, PEACH, PEACH])
    stars(sheet, 300, 90, PEACH)
    for x, y, length, thick in ((1150, 560, 900, 40), (300, 610, 700, 26), (1320, 450, 560, 24)):
        streak(sheet, x, y, length, thick, mix(PLUM, CORAL, 0.3), 0.6)
    sheet.wash([(560, 252), (1620, 40), (1620, 320)], BUTTER, 0.6, 0.12, "right")
    sheet.stipple([(560, 252), (1620, 60), (1620, 300)], BUTTER, 0.5, 0.06, "right")
    sheet.wash([(560, 252), (-20, 130), (-20, 300)], BUTTER, 0.5, 0.08, "left")
    sheet.fade(box(0, 700, 1600, 1067), [mix(PEACH, ROSE, 0.4), mix(PLUM, ROSE, 0.25), mix(NAVY, PLUM, 0.4), MIDNIGHT])
    ripples(sheet, 706, 1060, mix(NAVY, PLUM, 0.5), 260)
    ripples(sheet, 702, 1000, PEACH, 150, middle=1050, narrow=420, wide=520)
    rock = plot(
        "180,800 250,740 330,716 380,660 450,640 520,622 640,628 700,668 760,690 830,752 930,776 990,812 560,850"
    )
    sheet.fill(rock, mix(PLUM, MIDNIGHT, 0.6))
    sheet.fill(plot("640,628 700,668 760,690 830,752 930,776 990,812 760,812 690,720"), mix(PLUM, CORAL, 0.3))
    sheet.stipple(plot("380,660 450,640 520,622 640,628 690,720 620,800 400,800"), CORAL, 0.35, 0)
    tower = [(512, 640), (532, 300), (588, 300), (610, 640)]
    sheet.fill(tower, PAPER)
    for level in (0.16, 0.5, 0.84):
        left, right = along(tower[1], tower[0], level), along(tower[2], tower[3], level)
        left_low, right_low = along(tower[1], tower[0], level + 0.17), along(tower[2], tower[3], level + 0.17)
        sheet.fill([left, right, right_low, left_low], VERMILION)
    sheet.stipple([(512, 640), (532, 300), (562, 300), (562, 640)], PLUM, 1.0, 0, "right")
    sheet.rect(520, 290, 600, 302, MIDNIGHT)
    sheet.rect(538, 222, 582, 290, BUTTER)
    for x in (538, 559, 579):
        sheet.rect(x, 222, x + 3, 290, MIDNIGHT)
    sheet.fill([(528, 224), (560, 180), (592, 224)], MIDNIGHT)
    sheet.glow(560, 254, 210, BUTTER, 0.9)
    sheet.disc(560, 254, 15, PAPER)
    sheet.fill(plot("606,640 606,582 650,556 696,582 696,668"), mix(PLUM, MIDNIGHT, 0.3))
    sheet.rect(640, 600, 662, 628, BUTTER)
    for x, y, wide in ((250, 812, 260), (560, 846, 400), (900, 824, 240)):
        sheet.fill(oval(x, y, wide / 2, 8), mix(PEACH, PAPER, 0.3))
        sheet.fill(oval(x + 50, y + 16, wide / 3, 4), mix(PEACH, PAPER, 0.3))
    boat(sheet, 1240, 742, 0.5, NAVY, PLUM)
    gulls(sheet, [(820, 470, 46), (890, 430, 34), (330, 500, 40)], MIDNIGHT)
    return sheet.printed()


SEA = {
    "ferry-dawn": ferry_dawn,
    "ferries-moored": ferries_moored,
    "sarn-light": sarn_light,
}
