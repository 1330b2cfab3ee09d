"""Rooms where food is made: the school kitchen, the bakery."""

from PIL import Image

from .brushes import Sheet
from .figures import worker
from .palette import (
    AMBER,
    BRICK,
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
from .shapes import box, curve, oval, turned
from .weather import steam


def school_kitchen() -> Image.Image:
    """A cook at the range in a school kitchen, the trays filled and waiting."""
    tile = mix(FOAM, PAPER, 0.45)
    sheet = Sheet("school-kitchen", [tile, mix(FOAM, PAPER, 0.6)])
    tiled_wall(sheet, tile)
    sheet.fill([(760, 0), (1380, 0), (1480, 160), (660, 160)], mix(STONE, SLATE, 0.35))
    sheet.stipple([(760, 0), (1380, 0), (1480, 160), (660, 160)], NAVY, 0, 0.7)
    sheet.rect(650, 156, 1490, 186, FOG)
    sheet.rect(640, 250, 1500, 262, SLATE)
    for x, long in ((690, 90), (760, 110), (1380, 100), (1450, 80)):
        sheet.line([(x, 262), (x, 262 + long)], SLATE, 7)
        sheet.fill(oval(x, 262 + long + 16, 22, 24), mix(STONE, FOG, 0.4))
    worker(sheet, 730, 720, 1.32, TEAL, mix(SAND, UMBER, 0.45), MIDNIGHT)
    sheet.line([(990, 646), (1080, 470)], SLATE, 9)
    for x, wide, tall, ink in ((1090, 300, 210, mix(STONE, FOG, 0.4)), (1420, 230, 160, CORAL)):
        pot(sheet, x, 720, wide, tall, ink)
    for x, y, high in ((1050, 500, 330), (1130, 500, 400), (1420, 550, 300)):
        steam(sheet, x, y, high, PAPER, 0.3)
    sheet.rect(560, 716, 1610, 748, SLATE)
    sheet.rect(560, 748, 1610, 830, mix(SLATE, NAVY, 0.5))
    for x in range(620, 1600, 110):
        sheet.disc(x, 790, 18, FOG)
        sheet.rect(x - 3, 776, x + 3, 792, VERMILION)
    sheet.fill([(-10, 812), (1610, 812), (1610, 1067), (-10, 1067)], mix(FOG, STONE, 0.25))
    sheet.rect(-10, 806, 1610, 824, PAPER)
    sheet.stipple(box(-10, 824, 1610, 1067), SLATE, 0, 0.7)
    for index, ink in enumerate((VERMILION, AMBER, TEAL, CORAL)):
        tray(sheet, 30 + index * 395, 880, ink, index)
    for level in range(7):
        sheet.fill(oval(280, 806 - level * 13, 120, 18), PAPER)
        sheet.fill(oval(280, 802 - level * 13, 108, 13), mix(FOG, SKY, 0.4))
    return sheet.printed()


def tiled_wall(sheet: Sheet, tile: Ink) -> None:
    """The kitchen's tiles and its window."""
    for row in range(18):
        for place in range(27):
            x = place * 62 - (31 if row % 2 else 0)
            sheet.rect(x, row * 42, x + 60, row * 42 + 40, mix(tile, FOAM, sheet.rng.random() ** 2 * 0.55))
        sheet.rect(0, row * 42 - 2, 1600, row * 42, mix(tile, PAPER, 0.5))
    sheet.fade(box(120, 60, 480, 380), [mix(SKY, PAPER, 0.3), mix(BUTTER, PAPER, 0.5)])
    for x in (120, 300, 480):
        sheet.rect(x - 8, 52, x + 8, 388, PAPER)
    for y in (60, 220, 380):
        sheet.rect(112, y - 7, 488, y + 7, PAPER)


def pot(sheet: Sheet, x: float, base: float, wide: float, tall: float, ink: Ink) -> None:
    """A cooking pot with handles, lit from the left."""
    half = wide / 2
    sheet.fade(
        [(x - half, base - tall), (x + half, base - tall), (x + half * 0.96, base), (x - half * 0.96, base)],
        [mix(ink, NAVY, 0.15), mix(ink, PAPER, 0.5), ink, mix(ink, NAVY, 0.45)],
        sideways=True,
    )
    sheet.stipple(box(x - half, base - tall, x + half, base), mix(ink, NAVY, 0.6), 0, 0.6)
    for side in (-1, 1):
        sheet.line(
            curve(
                [
                    (x + side * half, base - tall * 0.7),
                    (x + side * (half + 32), base - tall * 0.66),
                    (x + side * (half + 32), base - tall * 0.5),
                    (x + side * half, base - tall * 0.46),
                ]
            ),
            mix(ink, NAVY, 0.6),
            11,
        )
    sheet.fill(oval(x, base - tall, half, 26), mix(ink, NAVY, 0.35))
    sheet.fill(oval(x, base - tall + 3, half * 0.92, 20), mix(AMBER, CORAL, 0.4))


def tray(sheet: Sheet, x: float, y: float, ink: Ink, dish: int) -> None:
    """A school tray seen from the front: plate, bowl, bread and a cup."""
    sheet.fill([(x + 24, y - 4), (x + 330, y - 4), (x + 366, y + 138), (x - 10, y + 138)], mix(ink, NAVY, 0.35))
    sheet.fill([(x + 24, y - 14), (x + 330, y - 14), (x + 366, y + 126), (x - 10, y + 126)], ink)
    sheet.fill([(x + 36, y - 4), (x + 318, y - 4), (x + 346, y + 112), (x + 10, y + 112)], mix(ink, PAPER, 0.25))
    sheet.fill(oval(x + 126, y + 54, 98, 44), PAPER)
    sheet.fill(oval(x + 126, y + 54, 78, 33), mix(FOG, PAPER, 0.4))
    sheet.fill(oval(x + 100, y + 48, 46, 22), (SAND, BUTTER, CREAM, mix(SAND, CORAL, 0.3))[dish])
    sheet.stipple(oval(x + 100, y + 48, 46, 22), UMBER, 0, 0.6)
    for pea in range(9):
        sheet.disc(x + 140 + (pea % 3) * 15, y + 38 + (pea // 3) * 12, 8, (MOSS, SAGE, VERMILION, MOSS)[dish])
    sheet.fill(oval(x + 276, y + 78, 52, 26), PAPER)
    sheet.fill(oval(x + 276, y + 74, 42, 18), (CORAL, ROSE, AMBER, BUTTER)[dish])
    sheet.fill(
        curve(
            [(x + 224, y + 20), (x + 240, y - 2), (x + 276, y - 2), (x + 284, y + 18), (x + 254, y + 28)], closed=True
        ),
        mix(AMBER, UMBER, 0.35),
    )
    sheet.fill([(x + 296, y - 48), (x + 336, y - 48), (x + 330, y + 22), (x + 302, y + 22)], mix(SKY, PAPER, 0.4))
    sheet.fill(oval(x + 316, y - 48, 20, 7), PAPER)


def bakery() -> Image.Image:
    """The oven open before dawn, a baker with the peel and the racks filling."""
    sheet = Sheet("bakery", [mix(UMBER, MIDNIGHT, 0.7), mix(UMBER, MIDNIGHT, 0.4), mix(UMBER, BRICK, 0.3)])
    rng = sheet.rng
    for row in range(19):
        for place in range(11):
            x = 560 + place * 108 - (54 if row % 2 else 0)
            if rng.random() < 0.8:
                sheet.rect(
                    x, row * 44, x + 102, row * 44 + 38, mix(mix(BRICK, UMBER, 0.5), MIDNIGHT, rng.uniform(0.15, 0.45))
                )
    sheet.glow(1060, 520, 700, AMBER, 0.55)
    for step in range(13):
        start = 180 + step * 180 / 13
        wedge = oval(1060, 560, 380, 330, start + 1, start + 12.6) + oval(1060, 560, 300, 252, start + 12.6, start + 1)
        sheet.fill(wedge, mix(BRICK, CORAL, 0.2 + 0.25 * (step % 2)))
    mouth = [*oval(1060, 560, 296, 248, 180, 360), (1356, 700), (764, 700)]
    sheet.fade(mouth, [mix(UMBER, BRICK, 0.5), VERMILION, AMBER, BUTTER])
    sheet.halo(900, 640, 220, BUTTER, 0.9, flat=0.6)
    for x, size in ((850, 60), (940, 76), (800, 46)):
        flame = curve(
            [
                (x - size * 0.4, 696),
                (x - size * 0.35, 640),
                (x - size * 0.1, 600),
                (x, 690 - size * 2.2),
                (x + size * 0.16, 620),
                (x + size * 0.4, 650),
                (x + size * 0.36, 696),
            ]
        )
        sheet.fill(flame, mix(BUTTER, PAPER, 0.3))
    for x in (1080, 1180, 1280):
        loaf(sheet, x, 690, 92, mix(UMBER, AMBER, 0.5))
    sheet.rect(660, 696, 1460, 740, mix(STONE, UMBER, 0.5))
    sheet.stipple(box(660, 696, 1460, 740), AMBER, 0.8, 0)
    sheet.rect(690, 740, 1430, 1067, mix(BRICK, MIDNIGHT, 0.5))
    sheet.stipple(box(690, 740, 1430, 1067), MIDNIGHT, 0.1, 0.8)
    sheet.fill([(0, 930), (1600, 930), (1600, 1067), (0, 1067)], mix(UMBER, MIDNIGHT, 0.5))
    sheet.stipple([(720, 930), (1400, 930), (1600, 1067), (500, 1067)], AMBER, 0.7, 0.2)
    for shelf in range(5):
        base = 210 + shelf * 172
        for place in range(4):
            loaf(
                sheet,
                76 + place * 118,
                base,
                104,
                mix(AMBER, UMBER, 0.3 + 0.1 * ((place + shelf) % 3)),
                round_loaf=shelf % 2 == 1,
            )
        sheet.rect(0, base, 500, base + 14, mix(UMBER, SAND, 0.35))
        sheet.stipple(box(0, base - 90, 500, base), MIDNIGHT, 0.7, 0.0, "right")
    sheet.rect(494, 60, 516, 1067, mix(UMBER, SAND, 0.25))
    legs = [(560, 1067), (574, 800), (730, 800), (760, 1067)]
    sheet.fill(legs, mix(NAVY, MIDNIGHT, 0.4))
    worker(sheet, 650, 850, 1.28, mix(SLATE, NAVY, 0.3), mix(PEACH, CORAL, 0.15), UMBER)
    sheet.line([(760, 800), (1120, 722)], mix(SAND, UMBER, 0.2), 13)
    sheet.fill([(1090, 716), (1300, 690), (1310, 704), (1100, 738)], SAND)
    sheet.fill(oval(906, 779, 26, 21), mix(PEACH, CORAL, 0.15))
    sheet.fill([(596, 850), (590, 1010), (730, 1010), (724, 850)], mix(PAPER, SAND, 0.2))
    for x, y in ((1470, 960), (1540, 980)):
        sheet.fill(
            curve(
                [
                    (x - 70, y + 100),
                    (x - 76, y - 30),
                    (x - 40, y - 90),
                    (x + 40, y - 90),
                    (x + 74, y - 30),
                    (x + 70, y + 100),
                ]
            ),
            mix(SAND, UMBER, 0.25),
        )
        sheet.stipple(box(x - 76, y - 90, x + 74, y + 100), UMBER, 0, 0.5)
    sheet.write(1494, 1030, "FLOUR", 34, UMBER, "ms", 0.8)
    return sheet.printed()


def loaf(sheet: Sheet, x: float, base: float, wide: float, ink: Ink, round_loaf: bool = False) -> None:
    """A loaf with cuts in its crust."""
    tall = wide * (0.62 if round_loaf else 0.5)
    shape = curve(
        [
            (x - wide * 0.5, base),
            (x - wide * 0.52, base - tall * 0.45),
            (x - wide * 0.26, base - tall),
            (x + wide * 0.26, base - tall),
            (x + wide * 0.52, base - tall * 0.45),
            (x + wide * 0.5, base),
        ],
        steps=6,
    )
    sheet.fill(shape, ink)
    sheet.stipple(shape, mix(ink, BRICK, 0.7), 0, 0.9)
    for cut in (-0.24, 0, 0.24):
        sheet.fill(
            turned(
                oval(x + cut * wide, base - tall * 0.66, wide * 0.035, tall * 0.26),
                x + cut * wide,
                base - tall * 0.66,
                24,
            ),
            mix(BUTTER, CREAM, 0.5),
        )


ROOMS = {
    "school-kitchen": school_kitchen,
    "bakery": bakery,
}
