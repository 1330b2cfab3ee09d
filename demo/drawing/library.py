"""The reading room of the city library."""

from PIL import Image

from .brushes import Sheet
from .palette import (
    AMBER,
    BUTTER,
    CORAL,
    CREAM,
    FOAM,
    MIDNIGHT,
    MOSS,
    NAVY,
    PAPER,
    PEACH,
    PETROL,
    PLUM,
    SAND,
    SLATE,
    TEAL,
    UMBER,
    VERMILION,
    mix,
)
from .shapes import along, arch, box, curve, oval, plot
from .shops import books


def library_interior() -> Image.Image:
    """A reader under a green lamp, the shelves rising into the dark."""
    sheet = Sheet("library-interior", [mix(MIDNIGHT, PETROL, 0.3), mix(PETROL, NAVY, 0.4), mix(PETROL, MIDNIGHT, 0.3)])
    inks = tuple(mix(ink, NAVY, 0.45) for ink in (VERMILION, TEAL, AMBER, MOSS, CORAL, PLUM, SAND))
    for left, right in ((40, 520), (1080, 1560)):
        sheet.rect(left - 24, 40, right + 24, 860, mix(UMBER, MIDNIGHT, 0.55))
        for shelf in range(6):
            base = 180 + shelf * 132
            sheet.rect(left, base - 112, right, base, mix(UMBER, MIDNIGHT, 0.82))
            books(sheet, left + 4, right, base, 98, inks)
            sheet.rect(left - 10, base, right + 10, base + 12, mix(UMBER, AMBER, 0.12))
        sheet.wash(box(left - 24, 40, right + 24, 860), MIDNIGHT, 0.85, 0)
        sheet.stipple(box(left - 24, 40, right + 24, 860), MIDNIGHT, 0.3, 0)
    window = arch(620, 70, 980, 640)
    sheet.fill([(x + (14 if x > 800 else -14), y - 10) for x, y in window], mix(UMBER, SAND, 0.25))
    sheet.fade(window, [NAVY, mix(NAVY, PLUM, 0.4), mix(PLUM, CORAL, 0.4)])
    for x, y in ((700, 190), (760, 150), (850, 210), (910, 270), (680, 320)):
        sheet.disc(x, y, 2.4, CREAM)
    sheet.fill(plot("620,640 620,560 700,540 720,470 736,540 830,560 900,530 980,560 980,640"), MIDNIGHT)
    for x in (740, 800, 860):
        sheet.line([(x, 72), (x, 640)], mix(UMBER, SAND, 0.1), 6)
    for y in (250, 380, 510):
        sheet.line([(620, y), (980, y)], mix(UMBER, SAND, 0.1), 6)
    sheet.glow(930, 720, 560, BUTTER, 0.5)
    sheet.line([(1300, 90), (1190, 870)], mix(UMBER, SAND, 0.3), 12)
    sheet.line([(1380, 90), (1270, 870)], mix(UMBER, SAND, 0.3), 12)
    for rung in range(9):
        sheet.line(
            [along((1300, 90), (1190, 870), rung / 9 + 0.05), along((1380, 90), (1270, 870), rung / 9 + 0.05)],
            mix(UMBER, SAND, 0.25),
            7,
        )
    reader(sheet, 600, 860)
    sheet.fill([(180, 856), (1420, 856), (1560, 1000), (40, 1000)], mix(UMBER, CORAL, 0.3))
    sheet.stipple([(180, 856), (1420, 856), (1560, 1000), (40, 1000)], MIDNIGHT, 0.1, 0.7)
    sheet.glow(930, 915, 620, BUTTER, 0.9, flat=0.12)
    sheet.halo(930, 915, 620, BUTTER, 0.6, flat=0.13)
    sheet.rect(40, 1000, 1560, 1067, mix(UMBER, MIDNIGHT, 0.6))
    sheet.fill([(660, 892), (800, 876), (812, 912), (660, 930)], PAPER)
    sheet.fill([(800, 876), (930, 886), (950, 924), (812, 912)], mix(CREAM, PAPER, 0.3))
    for line in range(4):
        sheet.line([(682, 898 + line * 8), (788, 885 + line * 8)], mix(SLATE, PAPER, 0.4), 2)
        sheet.line([(822, 887 + line * 8), (924, 896 + line * 8)], mix(SLATE, PAPER, 0.4), 2)
    for level, (ink, nudge) in enumerate(((VERMILION, 0), (TEAL, 14), (CREAM, -6), (NAVY, 10))):
        sheet.rect(1180 + nudge, 880 - level * 24, 1350 + nudge, 902 - level * 24, ink)
        sheet.rect(1340 + nudge, 884 - level * 24, 1350 + nudge, 898 - level * 24, PAPER)
    sheet.rect(1026, 700, 1036, 884, AMBER)
    sheet.fill(oval(1031, 890, 62, 14), AMBER)
    sheet.fill(curve(plot("900,720 920,664 1000,640 1070,650 1120,720")), TEAL)
    sheet.stipple(curve(plot("900,720 920,664 1000,640 1070,650 1120,720")), FOAM, 0.6, 0)
    sheet.fill(oval(1010, 720, 110, 11), PAPER)
    return sheet.printed()


def reader(sheet: Sheet, x: float, base: float) -> None:
    """A reader behind the table, chin on hand, lit from the right."""
    back = curve(
        [
            (x - 170, base + 20),
            (x - 150, base - 110),
            (x - 80, base - 190),
            (x + 20, base - 196),
            (x + 90, base - 130),
            (x + 130, base + 20),
        ],
        steps=6,
    )
    sheet.fill(back, VERMILION)
    sheet.stipple(back, MIDNIGHT, 0.95, 0, "right")
    sheet.fill(
        curve([(x - 30, base - 180), (x - 34, base - 240), (x + 34, base - 240), (x + 30, base - 176)], closed=True),
        mix(PEACH, UMBER, 0.45),
    )
    face = curve(
        [
            (x - 52, base - 270),
            (x - 40, base - 340),
            (x + 20, base - 352),
            (x + 62, base - 310),
            (x + 64, base - 262),
            (x + 40, base - 218),
            (x - 10, base - 214),
        ],
        closed=True,
    )
    sheet.fill(face, mix(PEACH, CORAL, 0.2))
    sheet.stipple(face, UMBER, 0.9, 0, "right")
    sheet.fill(
        curve(
            [
                (x - 70, base - 250),
                (x - 86, base - 330),
                (x - 30, base - 392),
                (x + 44, base - 376),
                (x + 66, base - 322),
                (x + 20, base - 330),
                (x - 16, base - 300),
                (x - 22, base - 240),
            ],
            closed=True,
        ),
        MIDNIGHT,
    )
    sheet.disc(x - 76, base - 372, 36, MIDNIGHT)
    sheet.line(curve([(x + 24, base - 290), (x + 36, base - 286), (x + 50, base - 290)]), UMBER, 4)
    sheet.fill(
        curve(
            [
                (x + 40, base + 10),
                (x + 70, base - 120),
                (x + 44, base - 216),
                (x + 84, base - 220),
                (x + 128, base - 130),
                (x + 140, base + 10),
            ],
            closed=True,
        ),
        mix(VERMILION, CORAL, 0.4),
    )
    sheet.fill(oval(x + 54, base - 222, 26, 24), PEACH)


LIBRARY = {
    "library-interior": library_interior,
}
