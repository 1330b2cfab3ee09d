"""The boatyard and the hull on its slip."""

from PIL import Image

from .brushes import Sheet
from .figures import person
from .palette import (
    AMBER,
    BUTTER,
    CORAL,
    CREAM,
    FOAM,
    MIDNIGHT,
    NAVY,
    PAPER,
    PEACH,
    SAND,
    SKY,
    SLATE,
    TEAL,
    UMBER,
    VERMILION,
    mix,
)
from .shapes import box, curve, down_to, oval, plot, ridge
from .vessels import ferry


def workshop_boat() -> Image.Image:
    """A hull on the slip inside the boatyard, the doors open to the light."""
    sheet = Sheet("workshop-boat", [mix(UMBER, MIDNIGHT, 0.55), mix(UMBER, MIDNIGHT, 0.35), mix(UMBER, MIDNIGHT, 0.2)])
    for beam in range(7):
        x = 60 + beam * 250
        sheet.line([(x, 0), (x - 40, 1067)], mix(UMBER, MIDNIGHT, 0.7), 10)
    sheet.fade(
        plot("360,740 360,250 800,70 1240,250 1240,740"), [SKY, mix(SKY, PAPER, 0.6), BUTTER, mix(BUTTER, PEACH, 0.5)]
    )
    sheet.fill(down_to(ridge(sheet.rng, 360, 1240, 610, 80), 640), mix(SKY, SLATE, 0.4))
    sheet.fade(box(360, 630, 1240, 740), [mix(FOAM, BUTTER, 0.4), TEAL])
    ferry(sheet, 500, 640, 0.2, NAVY, PAPER, BUTTER)
    sheet.line([(340, 262), (800, 74), (1260, 262)], mix(UMBER, SAND, 0.25), 26)
    for x in (350, 1250):
        sheet.rect(x - 18, 250, x + 18, 760, mix(UMBER, SAND, 0.2))
    sheet.fill([(0, 740), (1600, 740), (1600, 1067), (0, 1067)], mix(UMBER, SAND, 0.35))
    sheet.glaze([(380, 740), (1220, 740), (1500, 1067), (100, 1067)], BUTTER, 0.55)
    sheet.stipple([(0, 740), (1600, 740), (1600, 1067), (0, 1067)], MIDNIGHT, 0.1, 0.7)
    for plank in range(-6, 23):
        sheet.line([(800 + (plank * 100 - 800) * 0.55, 740), (plank * 100, 1067)], mix(UMBER, MIDNIGHT, 0.2), 2)
    hull_on_slip(sheet)
    for x, tall in ((120, 210), (170, 250), (215, 190), (1420, 230), (1470, 270)):
        sheet.line([(x, 780 - tall), (x + 16, 800)], mix(SAND, UMBER, 0.3), 13)
    sheet.rect(1330, 720, 1600, 742, mix(SAND, UMBER, 0.2))
    sheet.rect(1350, 742, 1372, 960, mix(UMBER, MIDNIGHT, 0.3))
    for x, tall, ink in ((1380, 52, VERMILION), (1420, 40, TEAL), (1456, 60, CREAM), (1520, 46, AMBER)):
        sheet.rect(x, 720 - tall, x + 30, 720, mix(ink, UMBER, 0.25))
    person(sheet, 318, 940, 250, TEAL, NAVY, hair=MIDNIGHT, stride=6)
    sheet.line([(350, 760), (430, 720)], SAND, 12)
    return sheet.printed()


def hull_on_slip(sheet: Sheet) -> None:
    """A wooden hull seen from her bow, half planked, shored up on both sides."""
    sheet.fill(oval(810, 960, 420, 46), mix(UMBER, MIDNIGHT, 0.6))
    for x, foot in ((470, 380), (560, 500), (1070, 1120), (1160, 1240)):
        sheet.line([(x, 640), (foot, 970)], mix(SAND, UMBER, 0.4), 16)
    left = curve(plot("810,330 600,400 430,470 470,640 590,800 740,900 810,930"))
    right = curve(plot("810,930 880,900 1030,800 1150,640 1190,470 1020,400 810,330"))
    sheet.fill(left, mix(CORAL, UMBER, 0.35))
    sheet.fill(right, mix(SAND, CORAL, 0.35))
    sheet.stipple(left, MIDNIGHT, 0.75, 0.0, "right")
    sheet.stipple(right, UMBER, 0, 0.7, "right")
    for step in range(1, 8):
        share = step / 8
        for side, ink in ((-1, mix(UMBER, MIDNIGHT, 0.35)), (1, mix(UMBER, CORAL, 0.35))):
            start = (810, 330 + 600 * share)
            end = (810 + side * (380 - 330 * share**2.2), 470 + 450 * share**1.1)
            middle = (810 + side * (190 - 150 * share**2), (start[1] + end[1]) / 2 + 22)
            sheet.line(curve([start, middle, end]), ink, 3)
    sheet.fill(plot("800,318 820,318 824,930 810,946 796,930"), mix(UMBER, MIDNIGHT, 0.4))
    sheet.fill(curve(plot("430,470 600,400 810,322 1020,400 1190,470 1020,416 810,346 600,416"), closed=True), CREAM)
    for x, y in ((760, 925), (860, 925)):
        sheet.rect(x - 40, y, x + 40, y + 44, mix(SAND, UMBER, 0.5))


BOATYARD = {
    "workshop-boat": workshop_boat,
}
