"""The warehouses on the canal."""

from PIL import Image

from .brushes import Sheet
from .figures import gabled, person, street_lamp
from .palette import (
    AMBER,
    BRICK,
    BUTTER,
    CORAL,
    CREAM,
    MIDNIGHT,
    NAVY,
    PEACH,
    PETROL,
    PLUM,
    ROSE,
    SAND,
    SLATE,
    STONE,
    TEAL,
    UMBER,
    VERMILION,
    Ink,
    mix,
)
from .shapes import arch, box, curve, plot
from .weather import gulls, ripples, stars


def warehouse_offices() -> Image.Image:
    """Brick warehouses turned offices, the desks lit above the canal at dusk."""
    sheet = Sheet("warehouse-offices", [mix(NAVY, SLATE, 0.5), mix(SLATE, ROSE, 0.4), mix(PEACH, ROSE, 0.3), PEACH])
    stars(sheet, 160, 30, CREAM)
    fronts = (
        (-60, 330, 300, mix(BRICK, PLUM, 0.25)),
        (270, 400, 210, mix(CORAL, BRICK, 0.6)),
        (670, 360, 280, mix(UMBER, CORAL, 0.3)),
        (1030, 420, 180, mix(BRICK, CORAL, 0.3)),
        (1450, 260, 310, mix(PLUM, BRICK, 0.4)),
    )
    for left, wide, top, ink in fronts:
        warehouse(sheet, left, wide, top, ink)
    sheet.rect(-10, 780, 1610, 816, mix(STONE, SAND, 0.3))
    sheet.stipple(box(-10, 790, 1610, 816), SLATE, 0.2, 1)
    for x in (240, 660, 1020, 1440):
        street_lamp(sheet, x, 786, 150, MIDNIGHT, BUTTER)
    for x, coat in ((350, VERMILION), (520, NAVY), (560, TEAL), (890, AMBER), (1290, NAVY)):
        person(sheet, x, 790, 84, coat, MIDNIGHT, mirrored=x % 3 == 0)
    sheet.mirror(816, 251, mix(NAVY, PETROL, 0.4), 0.6, squeeze=1.9)
    ripples(sheet, 826, 1060, mix(NAVY, MIDNIGHT, 0.3), 130, long=120)
    barge = curve(plot("930,890 1000,900 1420,900 1500,884 1480,950 960,956"), closed=True, steps=5)
    sheet.fill(barge, MIDNIGHT)
    sheet.rect(1080, 850, 1420, 902, mix(TEAL, NAVY, 0.3))
    for x in range(1100, 1400, 54):
        sheet.rect(x, 862, x + 30, 884, BUTTER)
    sheet.rect(1064, 842, 1434, 853, CREAM)
    gulls(sheet, [(520, 130, 46), (590, 100, 34)], NAVY)
    return sheet.printed()


def warehouse(sheet: Sheet, left: float, wide: float, top: float, ink: Ink) -> None:
    """One gabled warehouse with loft doors, a hoist beam and office windows."""
    right = left + wide
    front = gabled(left, right, top + 90, 790, 130)
    sheet.fill(front, ink)
    sheet.stipple(front, mix(ink, MIDNIGHT, 0.6), 0.0, 0.65)
    sheet.line([(left - 6, top + 92), ((left + right) / 2, top - 44), (right + 6, top + 92)], mix(CREAM, ink, 0.45), 11)
    middle = (left + right) / 2
    sheet.rect(middle - 7, top + 6, middle + 7, top + 30, MIDNIGHT)
    sheet.line([(middle, top + 30), (middle, top + 74)], MIDNIGHT, 3)
    sheet.fill(arch(middle - 26, top + 46, middle + 26, top + 112), mix(NAVY, SLATE, 0.3))
    floors = max(3, round((790 - top - 130) / 130))
    for floor in range(floors):
        y = top + 140 + floor * (640 - top) / floors
        tall = (640 - top) / floors * 0.68
        for column in range(4):
            if column in (1, 2) and wide < 340 and column == 2:
                continue
            x = left + wide * (0.07 + 0.235 * column)
            lit = sheet.rng.random() < 0.58
            glass = arch(x, y, x + wide * 0.16, y + tall)
            sheet.fill([(px + (6 if px > x + wide * 0.08 else -6), py - 5) for px, py in glass], mix(CREAM, ink, 0.5))
            sheet.fade(glass, [AMBER, BUTTER] if lit else [NAVY, mix(SLATE, ROSE, 0.3)])
            if lit:
                sheet.rect(x + 4, y + tall * 0.76, x + wide * 0.16 - 4, y + tall * 0.82, UMBER)
                sheet.disc(x + wide * 0.06, y + tall * 0.5, 7, UMBER)
                sheet.rect(
                    x + wide * 0.06 - 9,
                    y + tall * 0.57,
                    x + wide * 0.06 + 9,
                    y + tall * 0.76,
                    sheet.rng.choice((TEAL, VERMILION, NAVY)),
                )
            sheet.line([(x + wide * 0.08, y), (x + wide * 0.08, y + tall)], mix(ink, MIDNIGHT, 0.7), 3)
            sheet.line([(x, y + tall * 0.42), (x + wide * 0.16, y + tall * 0.42)], mix(ink, MIDNIGHT, 0.7), 3)


CANAL = {
    "warehouse-offices": warehouse_offices,
}
