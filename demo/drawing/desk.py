"""The writing desk."""

from PIL import Image

from .brushes import Sheet
from .palette import (
    AMBER,
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
    ROSE,
    SAND,
    SLATE,
    STONE,
    TEAL,
    UMBER,
    VERMILION,
    mix,
)
from .shapes import box, curve, oval, plot
from .weather import steam


def typewriter() -> Image.Image:
    """An old typewriter with a page in it, a cup and a lamp."""
    sheet = Sheet("typewriter", [mix(CORAL, PEACH, 0.25), mix(CORAL, PEACH, 0.5), mix(PEACH, CORAL, 0.25)])
    sheet.fill(plot("980,0 1600,0 1600,520 1250,770 760,770"), mix(PEACH, BUTTER, 0.4))
    sheet.stipple(plot("980,0 1600,0 1600,520 1250,770 760,770"), CORAL, 0, 0.6)
    sheet.rect(-10, 770, 1610, 1067, mix(TEAL, PETROL, 0.5))
    sheet.rect(-10, 770, 1610, 784, mix(TEAL, FOAM, 0.2))
    sheet.stipple(box(-10, 784, 1610, 1067), NAVY, 0.1, 0.7)
    sheet.stipple([(460, 930), (1180, 930), (900, 1067), (200, 1067)], MIDNIGHT, 1, 0.3)
    page = [(560, 90), (1040, 90), (1050, 480), (550, 480)]
    sheet.fill([(x + 10, y + 6) for x, y in page], mix(CORAL, PLUM, 0.4))
    sheet.fill(page, PAPER)
    sheet.stipple(page, mix(SAND, ROSE, 0.3), 0, 0.5)
    sheet.write(800, 160, "OPINION", 40, NAVY, "ms", 0.8)
    for row, long in enumerate((380, 366, 390, 352, 384, 372, 210)):
        y, x = 208 + row * 36, 604
        while x < 604 + long:
            word = min(sheet.rng.uniform(18, 74), 604 + long - x)
            sheet.rect(x, y, x + word, y + 7, SLATE)
            x += word + 12
    body, dark = TEAL, mix(PETROL, MIDNIGHT, 0.5)
    sheet.fill(curve([(520, 470), (1080, 470), (1120, 560), (480, 560)], closed=True, steps=4), dark)
    sheet.rect(380, 452, 1220, 506, MIDNIGHT)
    sheet.stipple(box(380, 452, 1220, 506), FOG, 0.65, 0)
    for x in (356, 1244):
        sheet.fill(
            curve(
                [(x - 30, 440), (x + 30, 440), (x + 34, 478), (x + 30, 518), (x - 30, 518), (x - 34, 478)],
                closed=True,
                steps=4,
            ),
            dark,
        )
        for notch in range(-22, 26, 11):
            sheet.rect(x + notch, 442, x + notch + 3, 516, mix(dark, FOG, 0.3))
    sheet.line(curve([(1220, 440), (1290, 396), (1360, 400)]), STONE, 12)
    sheet.disc(1364, 400, 13, FOG)
    hood = curve(plot("470,520 1130,520 1190,660 1230,700 370,700 410,660"), closed=True, steps=5)
    sheet.fill(hood, body)
    sheet.stipple(hood, mix(PETROL, NAVY, 0.4), 0.0, 0.85)
    sheet.fill(curve([(610, 532), (990, 532), (950, 640), (650, 640)], closed=True, steps=6), MIDNIGHT)
    for bar in range(25):
        x = 640 + bar * 13.3
        sheet.line([(x, 634), (800 + (x - 800) * 0.5, 548)], STONE, 3)
    for x in (560, 1040):
        sheet.disc(x, 580, 42, dark)
        sheet.disc(x, 580, 34, VERMILION)
        sheet.disc(x, 580, 9, STONE)
    sheet.write(800, 684, "Varden", 34, BUTTER, "ms", 1)
    base = [(370, 690), (1230, 690), (1320, 940), (280, 940)]
    sheet.fill(base, body)
    sheet.stipple(base, mix(PETROL, NAVY, 0.4), 0, 1)
    sheet.fill([(280, 940), (1320, 940), (1316, 974), (284, 974)], dark)
    sheet.fill([(410, 706), (1190, 706), (1262, 912), (338, 912)], MIDNIGHT)
    for row, letters in enumerate(("QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM")):
        y, gap = 742 + row * 56, 70 + row * 5
        for place, letter in enumerate(letters):
            x = 800 + (place - (len(letters) - 1) / 2) * gap
            sheet.line([(x, y), (x, y + 26)], STONE, 4)
            sheet.disc(x, y + 5, 25, SLATE, 0.82)
            sheet.disc(x, y, 25, CREAM, 0.82)
            sheet.disc(x, y, 20.5, MIDNIGHT, 0.82)
            sheet.write(x, y, letter, 24, CREAM, "mm", 0.4)
    sheet.fill(curve([(560, 888), (1040, 888), (1052, 906), (548, 906)], closed=True, steps=4), CREAM)
    cup(sheet, 1430, 900)
    for level, (ink, nudge) in enumerate(((VERMILION, 0), (BUTTER, 12), (NAVY, -10))):
        sheet.rect(60 + nudge, 880 - level * 44, 270 + nudge, 920 - level * 44, ink)
        sheet.rect(256 + nudge, 886 - level * 44, 270 + nudge, 914 - level * 44, PAPER)
    sheet.line([(90, 776), (240, 742)], AMBER, 11)
    sheet.fill([(240, 736), (262, 738), (242, 748)], UMBER)
    return sheet.printed()


def cup(sheet: Sheet, x: float, base: float) -> None:
    """A coffee cup on its saucer, steaming."""
    sheet.fill(oval(x, base + 40, 120, 24), mix(PETROL, MIDNIGHT, 0.6))
    sheet.fill(oval(x, base + 30, 112, 22), PAPER)
    sheet.line(curve([(x + 70, base - 60), (x + 118, base - 60), (x + 110, base - 10), (x + 56, base + 6)]), CREAM, 15)
    body = curve(
        [
            (x - 80, base - 92),
            (x + 80, base - 92),
            (x + 72, base - 20),
            (x + 40, base + 30),
            (x - 40, base + 30),
            (x - 72, base - 20),
        ],
        closed=True,
        steps=5,
    )
    sheet.fill(body, CREAM)
    sheet.stipple(body, mix(SAND, UMBER, 0.4), 0, 0.9, "right")
    sheet.fill(oval(x, base - 92, 82, 18), PAPER)
    sheet.fill(oval(x, base - 90, 72, 13), UMBER)
    steam(sheet, x, base - 110, 260, PAPER, 0.34)


DESK = {
    "typewriter": typewriter,
}
