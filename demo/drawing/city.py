"""The city's landmarks: the Customs House, the Iron Bridge, Lantern Hill."""

from PIL import Image

from .brushes import Sheet
from .figures import gabled, panes, person, street_lamp
from .palette import (
    AMBER,
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
    SAGE,
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
from .shapes import arch, box, curve, down_to, oval, plot
from .weather import bank_of_cloud, gulls, haze, ripples, stars, sun


def customs_house() -> Image.Image:
    """The Old Customs House: six columns and a pediment in raking morning light."""
    sheet = Sheet("customs-house", [mix(SKY, TEAL, 0.3), SKY, mix(SKY, PAPER, 0.6), mix(PEACH, PAPER, 0.5)])
    bank_of_cloud(sheet, 980, 330, 720, 220, PAPER, mix(SKY, STONE, 0.3))
    bank_of_cloud(sheet, -160, 250, 520, 130, PAPER, mix(SKY, STONE, 0.3))
    light, shade, dark = mix(CREAM, PAPER, 0.4), mix(STONE, SAND, 0.5), mix(SLATE, PLUM, 0.3)
    for left in (150, 1180):
        wing(sheet, left, left + 270, light, dark)
    sheet.rect(400, 400, 1200, 850, mix(dark, SAND, 0.35))
    sheet.wash(box(400, 400, 1200, 850), mix(dark, MIDNIGHT, 0.6), 0.9, 0.1)
    sheet.stipple(box(400, 400, 1200, 850), mix(dark, MIDNIGHT, 0.5), 0.5, 0.1)
    sheet.rect(726, 560, 874, 850, mix(TEAL, NAVY, 0.5))
    sheet.rect(738, 574, 796, 850, TEAL)
    sheet.rect(804, 574, 862, 850, mix(TEAL, NAVY, 0.25))
    for x in (520, 640, 960, 1080):
        sheet.rect(x - 28, 590, x + 28, 740, MIDNIGHT)
    for index in range(6):
        pillar(sheet, 430 + index * 148, 420, 850, light, dark)
    sheet.rect(380, 356, 1220, 424, light)
    sheet.rect(380, 416, 1220, 426, dark)
    sheet.write(800, 404, "CUSTOMS   HOUSE", 34, mix(dark, UMBER, 0.4), "ms", 0.6)
    for tooth in range(388, 1210, 24):
        sheet.rect(tooth, 346, tooth + 13, 358, shade)
    sheet.fill([(350, 350), (800, 196), (1250, 350)], light)
    sheet.fill([(446, 334), (800, 214), (1154, 334)], shade)
    sheet.stipple([(446, 334), (800, 214), (1154, 334)], mix(shade, dark, 0.5), 0.8, 0)
    sheet.disc(800, 290, 34, light)
    sheet.line([(800, 266), (800, 312)], dark, 6)
    sheet.line(curve(plot("778,298 786,314 800,318 814,314 822,298")), dark, 6)
    sheet.rect(797, 90, 803, 200, SLATE)
    sheet.fill(curve(plot("803,94 850,102 890,94 890,140 850,148 803,140"), closed=True, steps=4), VERMILION)
    for step in range(6):
        top = 850 + step * 17
        sheet.rect(370 - step * 24, top, 1230 + step * 24, top + 17, mix(light, SAND, 0.1 * step))
        sheet.rect(370 - step * 24, top + 12, 1230 + step * 24, top + 17, shade)
    sheet.rect(-10, 948, 1610, 1067, mix(SAND, STONE, 0.45))
    sheet.stipple([(-10, 948), (900, 948), (500, 1067), (-10, 1067)], dark, 0.85, 0.3)
    for row in range(5):
        y = 952 + row * row * 6.5
        sheet.line([(0, y), (1600, y)], mix(SAND, SLATE, 0.45), 1 + row * 0.6)
    for x in (210, 1390):
        street_lamp(sheet, x, 985, 330, MIDNIGHT)
    for x, tall, coat, flip in ((960, 112, VERMILION, False), (1010, 108, NAVY, True), (560, 106, TEAL, False)):
        sheet.stipple([(x - 8, 1006), (x + 8, 1006), (x - 130, 1046), (x - 160, 1040)], dark, 0.9, 0.3)
        person(sheet, x, 1010, tall, coat, MIDNIGHT, mirrored=flip)
    gulls(sheet, [(340, 300, 52), (420, 260, 36), (1130, 130, 40)], SLATE)
    return sheet.printed()


def wing(sheet: Sheet, left: float, right: float, light: Ink, dark: Ink) -> None:
    """One of the two wings with its six sash windows."""
    sheet.rect(left, 430, right, 850, mix(light, SAND, 0.35))
    sheet.stipple(box(left, 430, right, 850), mix(light, dark, 0.45), 0.0, 0.6)
    sheet.rect(left - 14, 412, right + 14, 436, light)
    sheet.rect(left, 436, right, 446, dark)
    for row, top in enumerate((480, 660)):
        for column in range(3):
            x = left + 30 + column * 76
            sheet.rect(x - 8, top - 12, x + 60, top - 4, light)
            sheet.rect(x, top, x + 52, top + (118 if row == 0 else 140), mix(NAVY, SLATE, 0.3))
            sheet.fill([(x, top), (x + 52, top), (x, top + 70)], mix(SLATE, SKY, 0.35))
            sheet.line([(x + 26, top), (x + 26, top + 120)], light, 3)
            sheet.line([(x, top + 58), (x + 52, top + 58)], light, 3)


def pillar(sheet: Sheet, x: float, top: float, foot: float, light: Ink, dark: Ink) -> None:
    """A round column lit from the right, with its capital and base."""
    shaft = [(x - 30, foot - 22), (x - 25, top + 26), (x + 25, top + 26), (x + 30, foot - 22)]
    sheet.fade(shaft, [mix(dark, light, 0.25), light, PAPER, mix(light, dark, 0.12)], sideways=True)
    for flute in (-14, -4, 6, 16):
        sheet.line([(x + flute * 0.95, top + 30), (x + flute * 1.15, foot - 24)], mix(light, dark, 0.22), 2)
    sheet.rect(x - 40, top, x + 40, top + 14, light)
    sheet.fill([(x - 34, top + 14), (x + 34, top + 14), (x + 26, top + 28), (x - 26, top + 28)], mix(light, dark, 0.3))
    sheet.rect(x - 38, foot - 24, x + 38, foot, light)
    sheet.rect(x - 38, foot - 10, x + 38, foot, mix(light, dark, 0.35))


def iron_bridge() -> Image.Image:
    """The Iron Bridge over the river in mist, one rower beneath it."""
    sheet = Sheet("iron-bridge", [mix(FOG, SKY, 0.4), FOG, mix(FOG, PAPER, 0.6), mix(FOG, SKY, 0.2)])
    sheet.glow(1160, 330, 420, PAPER, 0.9)
    sheet.disc(1160, 330, 52, PAPER)
    sheet.fill(plot("300,330 316,240 332,330 336,650 296,650"), mix(FOG, STONE, 0.45))
    for base, ink, low in ((560, mix(FOG, STONE, 0.3), 40), (600, mix(FOG, STONE, 0.6), 60)):
        x = -30
        while x < 1630:
            wide = sheet.rng.uniform(40, 110)
            sheet.fill(
                gabled(x, x + wide, base - sheet.rng.uniform(low, low * 2.6), 660, sheet.rng.uniform(0, 34)), ink
            )
            x += wide
        haze(sheet, 620, 90, mix(FOG, PAPER, 0.5), 0.6)
    sheet.fade(box(0, 640, 1600, 1067), [mix(FOG, PAPER, 0.3), mix(STONE, SKY, 0.4), mix(SLATE, TEAL, 0.4), PETROL])
    far, iron = mix(SLATE, FOG, 0.3), mix(PETROL, NAVY, 0.45)
    for offset, ink in ((-22, far), (0, iron)):
        span(sheet, offset, ink)
    sheet.rect(-10, 500, 1610, 530, iron)
    sheet.rect(-10, 494, 1610, 500, mix(FOG, SLATE, 0.4))
    for x in range(0, 1610, 26):
        sheet.rect(x, 462, x + 3, 500, iron)
    sheet.rect(-10, 458, 1610, 464, iron)
    for x in (160, 520, 880, 1240):
        street_lamp(sheet, x, 500, 130, iron, mix(BUTTER, PAPER, 0.3))
    for x, coat in ((350, VERMILION), (690, NAVY), (1010, MIDNIGHT), (1060, AMBER)):
        person(sheet, x, 500, 66, coat, MIDNIGHT, mirrored=x > 900)
    for x in (-40, 1470):
        sheet.rect(x, 530, x + 170, 800, mix(SLATE, PETROL, 0.5))
        sheet.stipple(box(x, 530, x + 170, 800), MIDNIGHT, 0.7, 0)
        sheet.rect(x - 14, 520, x + 184, 546, mix(STONE, FOG, 0.3))
    haze(sheet, 790, 190, mix(FOG, PAPER, 0.5), 0.92)
    ripples(sheet, 760, 1060, mix(PETROL, SLATE, 0.5), 120, long=130)
    ripples(sheet, 720, 1060, PAPER, 80, middle=1160, narrow=60, wide=200)
    sheet.fill(curve(plot("420,888 560,904 740,904 860,884 780,924 640,932 500,922"), closed=True), NAVY)
    sheet.line([(640, 870), (500, 930)], NAVY, 5)
    sheet.line([(660, 870), (790, 936)], NAVY, 5)
    person(sheet, 648, 936, 120, VERMILION, NAVY, stride=2)
    sheet.fill(curve(plot("420,886 560,902 740,902 860,884 780,924 640,932 500,922"), closed=True), NAVY)
    sheet.stipple(oval(640, 952, 230, 26), NAVY, 0.9, 0)
    gulls(sheet, [(700, 220, 54), (780, 180, 38), (880, 250, 34)], SLATE)
    return sheet.printed()


def span(sheet: Sheet, lift: float, ink: Ink) -> None:
    """One rib of the bridge's arch with its lattice, `lift` pixels below the near one when negative is above."""
    upper = [(130 + 1340 * share / 20, 800 + lift - 4 * 268 * (share / 20) * (1 - share / 20)) for share in range(21)]
    lower = [(x, y + 34 - 8 * abs(index - 10) / 10) for index, (x, y) in enumerate(upper)]
    sheet.line(upper, ink, 12)
    sheet.line(lower, ink, 9)
    for index, (x, y) in enumerate(upper):
        sheet.line([(x, 520 + lift * 0.3), (x, y)], ink, 5)
        if index < 20:
            sheet.line([(x, y), lower[index + 1]], ink, 4)
            sheet.line([lower[index], upper[index + 1]], ink, 4)


def lantern_hill() -> Image.Image:
    """Lantern Hill at night: houses stacked to the church, their windows in the harbour."""
    sheet = Sheet("lantern-hill", [MIDNIGHT, NAVY, mix(NAVY, PLUM, 0.5), mix(PLUM, ROSE, 0.35)])
    rng = sheet.rng
    stars(sheet, 420, 170, CREAM)
    sun(sheet, 300, 190, 48, CREAM, mix(CREAM, ROSE, 0.3))
    hill = curve(plot("-40,720 200,600 480,420 800,270 1060,300 1320,460 1640,620"))
    sheet.fill(down_to(hill, 830), mix(NAVY, MIDNIGHT, 0.4))
    sheet.fill(gabled(800, 900, 236, 320, 44), mix(PLUM, MIDNIGHT, 0.3))
    sheet.fill(plot("770,330 770,190 788,96 806,190 806,330"), mix(PLUM, MIDNIGHT, 0.2))
    sheet.fill(arch(780, 200, 796, 236), BUTTER)
    for x in (822, 848, 874):
        sheet.fill(arch(x, 254, x + 12, 290), AMBER)
    inks = [mix(ink, NAVY, 0.42) for ink in (CORAL, AMBER, TEAL, ROSE, SAGE, VERMILION, CREAM, SKY)]
    for row in range(8):
        base = 350 + row * 60
        left = 800 - 95 - row * 118
        right = 860 + 95 + row * 112
        x = left
        while x < right:
            wide, tall = rng.uniform(52, 84) + row * 4, rng.uniform(62, 96) + row * 5
            slope = ((x - 810) / 800) ** 2 * 40
            house(sheet, x, base + slope, wide, tall, rng.choice(inks))
            x += wide + rng.choice((0, 0, 3, 16))
    sheet.rect(-10, 812, 1610, 846, mix(SLATE, NAVY, 0.5))
    sheet.stipple(box(-10, 822, 1610, 846), MIDNIGHT, 0.2, 1)
    for x in range(70, 1600, 210):
        street_lamp(sheet, x, 824, 84, MIDNIGHT, BUTTER)
    sheet.mirror(846, 221, MIDNIGHT, 0.62, squeeze=1.7)
    ripples(sheet, 850, 1060, mix(NAVY, MIDNIGHT, 0.5), 170, long=120)
    for x in range(70, 1600, 210):
        ripples(sheet, 850, 1010, BUTTER, 16, middle=x, narrow=8, wide=24, long=34)
    return sheet.printed()


def house(sheet: Sheet, left: float, ground: float, wide: float, tall: float, ink: Ink) -> None:
    """A coloured house at night with a pitched roof and a few lit windows."""
    rng = sheet.rng
    top = ground - tall
    rise = rng.uniform(20, 34)
    sheet.fill(gabled(left, left + wide, top, ground + 26, rise), ink)
    sheet.stipple(gabled(left, left + wide, top, ground + 26, rise), MIDNIGHT, 0.0, 0.75)
    sheet.fill(
        [
            (left - 4, top + 5),
            (left + wide / 2, top - rise - 5),
            (left + wide + 4, top + 5),
            (left + wide + 4, top - 4),
            (left + wide / 2, top - rise - 14),
            (left - 4, top - 4),
        ],
        mix(ink, MIDNIGHT, 0.7),
    )
    if rng.random() < 0.4:
        sheet.rect(left + wide * 0.7, top - rise - 8, left + wide * 0.8, top - 4, mix(ink, MIDNIGHT, 0.7))
    lit = [BUTTER, BUTTER, AMBER, PEACH, mix(ink, MIDNIGHT, 0.6), mix(ink, MIDNIGHT, 0.6), mix(ink, MIDNIGHT, 0.6)]
    panes(sheet, (left + 5, top + 6, left + wide - 5, ground - 4), 3 if wide > 70 else 2, 2, lit, 0.42)


CITY = {
    "customs-house": customs_house,
    "iron-bridge": iron_bridge,
    "lantern-hill": lantern_hill,
}
