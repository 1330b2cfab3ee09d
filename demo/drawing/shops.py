"""Stalls and shop windows: the market, the bookshop."""

from PIL import Image

from .brushes import Sheet
from .figures import gabled, panes, person
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
from .shapes import box, curve, oval, plot


def market_stalls() -> Image.Image:
    """Striped awnings over crates of fruit and fish on a bright market morning."""
    sheet = Sheet("market-stalls", [mix(SKY, PAPER, 0.2), mix(SKY, PAPER, 0.6), CREAM])
    for x, wide, top, ink in (
        (-20, 300, 150, mix(PEACH, PAPER, 0.3)),
        (280, 260, 90, mix(FOAM, PAPER, 0.4)),
        (540, 330, 170, mix(BUTTER, PAPER, 0.4)),
        (870, 280, 110, mix(ROSE, PAPER, 0.45)),
        (1150, 240, 180, mix(SKY, PAPER, 0.3)),
        (1390, 260, 70, mix(PEACH, PAPER, 0.2)),
    ):
        sheet.fill(gabled(x, x + wide, top, 640, 60), ink)
        panes(sheet, (x + 20, top + 30, x + wide - 20, 420), 4, 2, [mix(ink, SLATE, 0.4)], 0.4)
        sheet.stipple(box(x, top, x + wide, 640), mix(ink, SLATE, 0.5), 0, 0.4)
    rng = sheet.rng
    for x in range(-20, 1620, 58):
        person(
            sheet,
            x + rng.uniform(-18, 18),
            700 + rng.uniform(-16, 6),
            150 * rng.uniform(0.9, 1.08),
            mix(rng.choice((TEAL, NAVY, ROSE, MOSS, SLATE)), CREAM, 0.45),
            mix(SLATE, CREAM, 0.3),
            mix(CREAM, PEACH, 0.4),
            mix(UMBER, CREAM, 0.3),
            mirrored=rng.random() < 0.5,
        )
    sheet.rect(-10, 690, 1610, 1067, mix(SAND, CREAM, 0.4))
    sheet.stipple(box(-10, 690, 1610, 1067), mix(SAND, UMBER, 0.5), 0.1, 0.6)
    for left, ink, goods in ((-130, VERMILION, "fruit"), (500, TEAL, "fish"), (1130, AMBER, "greens")):
        stall(sheet, left, ink, goods)
    for x, y, tall, coat, flip in ((440, 1040, 400, NAVY, False), (1110, 1030, 380, mix(CORAL, ROSE, 0.4), True)):
        sheet.stipple(oval(x + 60, y - 4, 150, 16), UMBER, 0.8, 0.2)
        person(
            sheet,
            x,
            y,
            tall,
            coat,
            MIDNIGHT,
            mix(SAND, UMBER, 0.3) if flip else PEACH,
            MIDNIGHT if flip else UMBER,
            mirrored=flip,
        )
        sheet.fill(
            curve([(x + 50, y - 178), (x + 110, y - 178), (x + 118, y - 100), (x + 42, y - 100)], closed=True, steps=4),
            BUTTER if flip else SAND,
        )
        sheet.line(curve([(x + 58, y - 176), (x + 70, y - 214), (x + 100, y - 178)]), UMBER, 4)
    wire = curve(plot("-20,60 300,130 700,70 1100,140 1620,50"))
    sheet.line(wire, NAVY, 3)
    for index, (x, y) in enumerate(wire[1::3]):
        sheet.fill([(x - 20, y), (x + 20, y), (x, y + 42)], (VERMILION, BUTTER, TEAL, PAPER)[index % 4])
    return sheet.printed()


def stall(sheet: Sheet, left: float, ink: Ink, goods: str) -> None:
    """One stall, 560 wide: a striped awning, its seller and sloping crates."""
    rng = sheet.rng
    sheet.rect(left + 20, 420, left + 560, 760, mix(ink, MIDNIGHT, 0.72))
    sheet.wash(box(left + 20, 420, left + 560, 760), mix(ink, BUTTER, 0.3), 0, 0.4)
    person(
        sheet,
        left + 300,
        900,
        380,
        mix(CREAM, STONE, 0.2) if goods == "fish" else MOSS,
        NAVY,
        PEACH,
        UMBER,
        mirrored=goods == "greens",
        stride=2,
    )
    for pole in (30, 540):
        sheet.rect(left + pole, 380, left + pole + 10, 960, UMBER)
    for stripe in range(8):
        x = left + stripe * 72.5
        colour = ink if stripe % 2 == 0 else PAPER
        high, low = left + 60 + stripe * 57.5, x
        sheet.fill([(high, 310), (high + 57.5, 310), (low + 72.5, 440), (low, 440)], colour)
        sheet.fill(
            [(low, 440), (low + 72.5, 440), (low + 72.5, 470), *oval(low + 36.25, 470, 36.25, 22, 0, 180), (low, 470)],
            mix(colour, PLUM, 0.16),
        )
    sheet.stipple([(left + 60, 310), (left + 520, 310), (left + 580, 440), (left, 440)], mix(ink, PLUM, 0.5), 0, 0.4)
    sheet.fill([(left + 10, 770), (left + 570, 770), (left + 590, 860), (left - 10, 860)], mix(UMBER, SAND, 0.3))
    sheet.rect(left - 10, 860, left + 590, 980, mix(UMBER, PLUM, 0.3))
    sheet.stipple(box(left - 10, 860, left + 590, 980), MIDNIGHT, 0.5, 0)
    choices = {
        "fruit": (VERMILION, AMBER, CORAL, BUTTER),
        "fish": (SKY, STONE, FOG),
        "greens": (SAGE, MOSS, BUTTER, TEAL),
    }[goods]
    for crate in range(4):
        x = left + 6 + crate * 144
        sheet.fill([(x + 8, 752), (x + 128, 752), (x + 136, 852), (x, 852)], mix(SAND, UMBER, 0.2))
        colour = choices[crate % len(choices)]
        for row in range(4):
            for item in range(5):
                px, py = x + 22 + item * 23 + rng.uniform(-3, 3), 764 + row * 23
                if goods == "fish":
                    sheet.fill(oval(px + 4, py, 22, 8), mix(colour, SLATE, 0.25 if (row + item) % 2 else 0))
                    sheet.disc(px + 18, py - 2, 2, MIDNIGHT)
                else:
                    sheet.disc(px, py, 15, mix(colour, PLUM, 0.2))
                    sheet.disc(px - 2, py - 3, 11, colour)
        sheet.rect(x - 2, 850, x + 138, 878, mix(SAND, PAPER, 0.2))
        sheet.fill(box(x + 44, 836, x + 94, 868), PAPER)
        sheet.write(x + 69, 862, ("7", "12", "4", "9")[crate], 24, NAVY, "ms", 0.6)


def bookshop() -> Image.Image:
    """Paperweight's window at dusk, its light on the wet pavement."""
    sheet = Sheet("bookshop", [mix(NAVY, PLUM, 0.35), mix(PLUM, NAVY, 0.3)])
    sheet.stipple(box(0, 0, 1600, 900), MIDNIGHT, 0.55, 0.1)
    for row in range(24):
        for brick in range(17):
            x = brick * 100 - (50 if row % 2 else 0)
            if sheet.rng.random() < 0.35:
                sheet.rect(x, row * 36, x + 92, row * 36 + 30, mix(PLUM, NAVY, sheet.rng.random() * 0.6))
    sheet.rect(150, 150, 1450, 900, mix(TEAL, NAVY, 0.45))
    sheet.rect(130, 130, 1470, 262, mix(TEAL, NAVY, 0.3))
    sheet.rect(120, 112, 1480, 136, mix(TEAL, FOAM, 0.3))
    sheet.stipple(box(130, 136, 1470, 262), NAVY, 0, 0.7)
    sheet.write(800, 228, "PAPERWEIGHT", 84, BUTTER, "ms", 2)
    sheet.write(800, 252, "BOOKS  NEW  &  OLD", 17, FOAM, "ms", 0.4)
    for left, right in ((200, 640), (960, 1400)):
        sheet.fade(box(left, 300, right, 790), [mix(AMBER, BUTTER, 0.4), BUTTER, mix(BUTTER, PAPER, 0.4)])
        shelves(sheet, left, right)
        sheet.glow((left + right) / 2, 420, 260, PAPER, 0.3)
        for x in (left, (left + right) / 2, right):
            sheet.line([(x, 300), (x, 790)], mix(TEAL, NAVY, 0.45), 14)
        sheet.line([(left - 7, 392), (right + 7, 392)], mix(TEAL, NAVY, 0.45), 10)
        sheet.rect(left - 20, 784, right + 20, 806, mix(TEAL, FOAM, 0.3))
        for panel in range(3):
            x = left + panel * 150
            sheet.rect(x, 824, x + 136, 886, mix(TEAL, NAVY, 0.62))
    stone = curve(plot("1300,744 1296,716 1318,700 1350,704 1368,722 1366,744"), closed=True)
    sheet.fill(stone, STONE)
    sheet.stipple(stone, NAVY, 0, 0.7)
    sheet.rect(690, 300, 910, 900, mix(VERMILION, PLUM, 0.4))
    sheet.fade(box(715, 330, 885, 690), [BUTTER, mix(BUTTER, PAPER, 0.5)])
    sheet.rect(730, 470, 870, 566, PAPER)
    sheet.line([(760, 470), (800, 420), (840, 470)], NAVY, 3)
    sheet.write(800, 512, "CLOSING", 30, VERMILION, "ms", 0.8)
    sheet.write(800, 546, "after 29 years", 19, NAVY, "ms", 0.3)
    sheet.disc(892, 640, 8, BUTTER)
    sheet.rect(715, 730, 885, 870, mix(VERMILION, PLUM, 0.6))
    sheet.rect(-10, 900, 1610, 1067, mix(NAVY, MIDNIGHT, 0.35))
    sheet.rect(660, 892, 940, 912, STONE)
    for left, right in ((200, 640), (960, 1400), (715, 885)):
        middle = (left + right) / 2
        light = [
            (left, 912),
            (right, 912),
            (right + (middle - 800) * 0.2 + 60, 1067),
            (left + (middle - 800) * 0.2 - 60, 1067),
        ]
        sheet.stipple(light, BUTTER, 0.9, 0.15)
    for crack in range(0, 1700, 170):
        sheet.line([(800 + (crack - 800) * 0.9, 905), (800 + (crack - 800) * 1.25, 1067)], MIDNIGHT, 2)
    sheet.line([(-10, 968), (1610, 968)], MIDNIGHT, 2)
    person(sheet, 470, 1020, 430, mix(VERMILION, PLUM, 0.25), MIDNIGHT, PEACH, MIDNIGHT, stride=3)
    person(sheet, 575, 1022, 270, AMBER, NAVY, PEACH, UMBER, mirrored=True, stride=3)
    for x in (90, 1510):
        sheet.glow(x, 330, 240, BUTTER, 0.45)
        sheet.fill([(x - 20, 290), (x + 20, 290), (x + 13, 350), (x - 13, 350)], BUTTER)
        sheet.fill([(x - 26, 292), (x, 264), (x + 26, 292)], MIDNIGHT)
        sheet.rect(x - 3, 230, x + 3, 268, MIDNIGHT)
    return sheet.printed()


def shelves(sheet: Sheet, left: float, right: float) -> None:
    """Books in a lit window: rows of spines and a table of open stacks."""
    inks = (VERMILION, TEAL, NAVY, MOSS, CORAL, PLUM, SLATE, CREAM)
    for base in (494, 604):
        books(sheet, left + 14, right - 14, base, 78, inks)
        sheet.rect(left, base, right, base + 9, UMBER)
    sheet.rect(left, 744, right, 790, mix(UMBER, CORAL, 0.3))
    for stack in range(5):
        x = left + 24 + stack * 86
        for level in range(2 + (stack * 3) % 4):
            y = 744 - level * 16
            nudge = sheet.rng.uniform(-6, 6)
            sheet.rect(x + nudge, y - 15, x + 66 + nudge, y, sheet.rng.choice(inks))
            sheet.rect(x + nudge + 60, y - 12, x + 66 + nudge, y - 3, PAPER)


def books(sheet: Sheet, left: float, right: float, base: float, tall: float, inks: tuple[Ink, ...]) -> None:
    """A row of spines standing on a shelf, now and then one that leans or a gap."""
    rng, x = sheet.rng, left
    while x < right - 22:
        wide, high = rng.uniform(9, 24), tall * rng.uniform(0.72, 1)
        if rng.random() > 0.05:
            ink = rng.choice(inks)
            lean = 8 if rng.random() < 0.06 else 0
            sheet.fill([(x + lean, base - high), (x + wide + lean, base - high), (x + wide, base), (x, base)], ink)
            sheet.rect(
                x + 2 + lean * 0.8,
                base - high * 0.84,
                x + wide - 2 + lean * 0.8,
                base - high * 0.78,
                mix(ink, PAPER, 0.55),
            )
        x += wide + 1


SHOPS = {
    "market-stalls": market_stalls,
    "bookshop": bookshop,
}
