"""Land by day: the mountains, the islands from above, the park."""

import math

from PIL import Image

from .brushes import Sheet
from .figures import bare_tree, gabled, person, pine
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
    STONE,
    TEAL,
    UMBER,
    VERMILION,
    mix,
)
from .shapes import box, curve, down_to, plot, ridge
from .weather import gulls, haze, ripples, streak, sun


def mountains_valmere() -> Image.Image:
    """Ridge behind ridge in the morning, a village in the valley."""
    sheet = Sheet("mountains-valmere", [mix(SKY, PEACH, 0.2), mix(PEACH, PAPER, 0.4), BUTTER, PEACH])
    sun(sheet, 1120, 320, 62, PAPER, BUTTER)
    for x, y, long in ((420, 150, 700), (1250, 110, 640), (760, 230, 460)):
        streak(sheet, x, y, long, 26, PAPER, 0.6)
    peaks = plot(
        "-20,470 110,380 190,420 350,210 430,300 500,260 640,430 760,340 850,400 1000,470 "
        "1160,400 1330,250 1420,350 1500,300 1620,420"
    )
    sheet.fade(down_to(peaks, 700), [mix(SKY, SLATE, 0.35), mix(SKY, PEACH, 0.5)])
    for shade in (
        plot("350,210 430,300 500,260 640,430 560,520 440,470 390,380 370,300"),
        plot("1330,250 1420,350 1500,300 1620,420 1620,520 1450,500 1380,400 1345,330"),
    ):
        sheet.stipple(shade, SLATE, 0.9, 0)
    for snow in (
        plot("350,210 310,263 340,290 352,262 372,296 396,262"),
        plot("1330,250 1285,303 1318,330 1332,300 1352,332 1376,306"),
    ):
        sheet.fill(snow, PAPER)
    layers = (
        (560, 190, mix(SLATE, SKY, 0.45)),
        (650, 200, mix(SLATE, TEAL, 0.35)),
        (750, 190, mix(PETROL, SLATE, 0.5)),
        (850, 170, mix(PETROL, NAVY, 0.3)),
    )
    for base, tall, ink in layers:
        crest = ridge(sheet.rng, -20, 1620, base, tall, 70, 0.52)
        hill = down_to(crest, base + 170)
        sheet.fill(hill, ink)
        sheet.stipple(hill, mix(ink, PEACH, 0.6), 0, 0.85)
        haze(sheet, base + 60, 100, mix(PEACH, PAPER, 0.4), 0.5)
    for x, y, size in ((640, 880, 34), (690, 874, 42), (742, 868, 36), (812, 866, 44), (868, 872, 38), (918, 880, 32)):
        sheet.fill(gabled(x, x + size, y - size * 0.5, y + 60, size * 0.5), NAVY)
        sheet.rect(x + size * 0.4, y - 6, x + size * 0.6, y + 5, BUTTER)
    sheet.fill(plot("780,930 780,812 791,760 802,812 802,930"), NAVY)
    front = curve(plot("-20,960 250,940 520,908 780,892 1050,902 1300,930 1620,900"))
    sheet.fade(down_to(front, 1067), [mix(PETROL, NAVY, 0.5), MIDNIGHT])
    for x, y, tall in (
        (40, 1080, 420),
        (150, 1090, 320),
        (250, 1090, 240),
        (340, 1090, 160),
        (1330, 1090, 170),
        (1420, 1090, 270),
        (1510, 1090, 380),
        (1590, 1080, 300),
        (1250, 1090, 120),
    ):
        pine(sheet, x, y, tall, MIDNIGHT)
    gulls(sheet, [(900, 470, 36), (950, 440, 26), (860, 430, 24)], SLATE)
    return sheet.printed()


def sundry_isles() -> Image.Image:
    """Small islands from above, each in its ring of shallows, with the wake of one boat."""
    sheet = Sheet("sundry-isles", [PETROL, TEAL, mix(TEAL, PETROL, 0.5)])
    ripples(sheet, 0, 1060, mix(PETROL, TEAL, 0.4), 200, long=60)
    islands = (
        (430, 400, 300, 1.0),
        (1080, 300, 210, 0.8),
        (1240, 760, 260, 1.1),
        (700, 850, 150, 0.9),
        (150, 840, 110, 0.7),
        (820, 520, 70, 0.8),
        (1510, 430, 80, 1),
        (120, 150, 90, 0.9),
    )
    for x, y, size, flat in islands:
        shore = [
            (
                x + size * math.cos(turn / 12 * math.tau) * sheet.rng.uniform(0.72, 1.08),
                y + size * flat * 0.72 * math.sin(turn / 12 * math.tau) * sheet.rng.uniform(0.72, 1.08),
            )
            for turn in range(12)
        ]
        island(sheet, shore, x, y, size)
    wake = curve(plot("960,1080 930,900 980,740 1010,600 960,470 905,400"))
    sheet.glaze(
        [
            *[(x - 3 - abs(y - 400) * 0.05, y) for x, y in wake],
            *[(x + 3 + abs(y - 400) * 0.05, y) for x, y in wake[::-1]],
        ],
        PAPER,
        0.4,
    )
    sheet.line(wake, PAPER, 3)
    sheet.fill(plot("890,378 914,398 920,424 902,420 888,398"), VERMILION)
    sheet.fill([(900, 396), (910, 404), (908, 414), (899, 408)], PAPER)
    for x, y, wide in ((330, 620, 320), (1350, 160, 300)):
        cloud = curve(
            [
                (x - wide * 0.5, y),
                (x - wide * 0.3, y - wide * 0.2),
                (x, y - wide * 0.15),
                (x + wide * 0.24, y - wide * 0.22),
                (x + wide * 0.5, y),
                (x + wide * 0.2, y + wide * 0.12),
                (x - wide * 0.1, y + wide * 0.08),
            ],
            closed=True,
        )
        sheet.glaze([(px + 60, py + 90) for px, py in cloud], NAVY, 0.35)
        sheet.fill(cloud, PAPER)
        sheet.stipple(cloud, SKY, 0, 0.7)
    gulls(sheet, [(620, 640, 40), (660, 610, 30), (560, 130, 34)], PAPER)
    return sheet.printed()


def island(sheet: Sheet, shore, x: float, y: float, size: float) -> None:
    """One island from above: shallows, beach, grass, a wood, a track and its houses."""
    rng = sheet.rng

    def inset(share: float, dx: float = 0, dy: float = 0):
        return curve([(x + (px - x) * share + dx, y + (py - y) * share + dy) for px, py in shore], closed=True)

    sheet.fill(inset(1.42), mix(TEAL, FOAM, 0.3))
    sheet.fill(inset(1.26), mix(TEAL, FOAM, 0.65))
    sheet.stipple(inset(1.26), PAPER, 0.0, 0.3)
    sheet.fill(inset(1.07), PAPER)
    sheet.fill(inset(1.0), SAND)
    sheet.fill(inset(0.88), SAGE)
    sheet.stipple(inset(0.88), MOSS, 0, 0.75)
    if size < 100:
        return
    sheet.fill(inset(0.52, -size * 0.12, -size * 0.06), MOSS)
    sheet.stipple(inset(0.52, -size * 0.12, -size * 0.06), mix(MOSS, NAVY, 0.6), 0, 0.8)
    sheet.line(
        curve(
            [
                (x - size * 0.5, y + size * 0.12),
                (x, y + size * 0.26),
                (x + size * 0.36, y),
                (x + size * 0.6, y + size * 0.08),
            ]
        ),
        CREAM,
        4,
    )
    for _ in range(round(size / 22)):
        px, py = x + rng.uniform(0.05, 0.6) * size, y + rng.uniform(-0.2, 0.26) * size
        sheet.rect(px + 4, py + 4, px + 17, py + 14, mix(MOSS, NAVY, 0.5))
        sheet.rect(px, py, px + 13, py + 6, rng.choice((VERMILION, SLATE, CORAL)))
        sheet.rect(px, py + 6, px + 13, py + 11, PAPER)


def kettle_park() -> Image.Image:
    """Bare trees around the pond in Kettle Park on a low winter afternoon."""
    sheet = Sheet("kettle-park", [mix(FOG, PEACH, 0.2), mix(PEACH, PAPER, 0.5), mix(BUTTER, PEACH, 0.4), PEACH])
    sun(sheet, 1130, 430, 56, PAPER, BUTTER)
    rng = sheet.rng
    x = -20
    while x < 1620:
        wide, tall = rng.uniform(60, 130), rng.uniform(60, 150)
        sheet.rect(x, 570 - tall, x + wide, 600, mix(PEACH, STONE, 0.5))
        x += wide
    sheet.fill(plot("420,430 436,300 452,430 452,580 420,580"), mix(PEACH, STONE, 0.55))
    haze(sheet, 540, 110, mix(PEACH, PAPER, 0.4), 0.6)
    for x in range(40, 1600, 92):
        bare_tree(sheet, (x + rng.uniform(-25, 25), 606), rng.uniform(30, 46), mix(ROSE, SLATE, 0.5), depth=5)
    sheet.fade(
        [(-10, 596), (1610, 596), (1610, 1067), (-10, 1067)],
        [mix(AMBER, SAND, 0.5), mix(SAGE, AMBER, 0.35), mix(MOSS, UMBER, 0.5)],
    )
    pond = curve(plot("240,740 520,680 930,664 1300,690 1480,760 1300,850 900,890 480,860"), closed=True)
    sheet.fill([(px, py + 10) for px, py in pond], mix(UMBER, MOSS, 0.5))
    sheet.fade(pond, [PEACH, mix(SKY, PEACH, 0.4), mix(SLATE, SKY, 0.4)])
    ripples(sheet, 700, 850, PAPER, 34, middle=1120, narrow=40, wide=110)
    for place in (560, 860, 980):
        sheet.wash(box(place - 5, 700, place + 5, 790), mix(PLUM, SLATE, 0.4), 0.4, 0)
    for x, y in ((700, 770), (760, 790), (560, 760)):
        sheet.fill(
            curve(
                [
                    (x - 22, y),
                    (x - 8, y - 10),
                    (x + 8, y - 6),
                    (x + 14, y - 24),
                    (x + 26, y - 24),
                    (x + 22, y - 6),
                    (x + 10, y + 5),
                ],
                closed=True,
            ),
            PAPER if x < 750 else UMBER,
        )
    path = curve(plot("-20,1010 330,930 760,960 1180,930 1620,850"))
    sheet.fill([*path, (1620, 900), (1180, 1000), (760, 1040), (330, 1010), (-20, 1080)], CREAM)
    sheet.stipple(box(-10, 860, 1610, 1067), mix(UMBER, MOSS, 0.3), 0, 0.5)
    dark = mix(PLUM, UMBER, 0.45)
    for foot, size in (((190, 910), 160), ((1430, 880), 150), ((560, 700), 70), ((980, 690), 62), ((860, 686), 48)):
        bare_tree(sheet, foot, size, dark if size > 100 else mix(dark, ROSE, 0.3), depth=8 if size > 100 else 6)
    for _ in range(150):
        x, y = rng.choice((190, 1430)) + rng.gauss(0, 150), rng.uniform(890, 1050)
        sheet.disc(x, y, rng.uniform(2, 5), rng.choice((CORAL, AMBER, VERMILION)), 0.6)
    person(sheet, 700, 985, 150, VERMILION, NAVY, stride=14)
    dog(sheet, 822, 990)
    sheet.line(curve([(718, 908), (760, 940), (800, 952)]), NAVY, 2)
    return sheet.printed()


def dog(sheet: Sheet, x: float, y: float) -> None:
    """A small dog on a lead, walking to the right."""
    sheet.fill(curve([(x - 34, y - 34), (x + 16, y - 38), (x + 22, y - 20), (x - 30, y - 16)], closed=True), UMBER)
    sheet.fill(
        curve([(x + 8, y - 36), (x + 22, y - 58), (x + 42, y - 48), (x + 40, y - 40), (x + 22, y - 24)], closed=True),
        UMBER,
    )
    for leg in (-28, -18, 8, 16):
        sheet.line([(x + leg, y - 24), (x + leg + (4 if leg % 4 else -4), y)], UMBER, 5)
    sheet.line(curve([(x - 32, y - 32), (x - 46, y - 46), (x - 48, y - 58)]), UMBER, 5)


COUNTRY = {
    "mountains-valmere": mountains_valmere,
    "sundry-isles": sundry_isles,
    "kettle-park": kettle_park,
}
