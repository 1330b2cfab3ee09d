"""The glasshouse at dusk."""

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
    PEACH,
    PETROL,
    PLUM,
    ROSE,
    SAGE,
    UMBER,
    Ink,
    mix,
)
from .shapes import box, curve, down_to, oval, plot, ridge
from .weather import stars


def greenhouse() -> Image.Image:
    """A glasshouse lit from inside at dusk."""
    sheet = Sheet("greenhouse", [NAVY, mix(NAVY, PLUM, 0.5), mix(PLUM, ROSE, 0.5), mix(ROSE, PEACH, 0.6)])
    stars(sheet, 240, 60, CREAM)
    sheet.fill(down_to(ridge(sheet.rng, -20, 1620, 720, 130), 780), mix(PLUM, NAVY, 0.5))
    for x, tall in ((60, 330), (150, 420), (1450, 440), (1550, 340), (1360, 260), (240, 250)):
        pine(sheet, x, 800, tall, mix(NAVY, PLUM, 0.3))
    sheet.fill(box(-10, 780, 1610, 1067), mix(NAVY, MIDNIGHT, 0.4))
    sheet.glow(800, 640, 760, BUTTER, 0.42)
    glass = [
        (300, 820),
        (300, 520),
        *curve(plot("300,520 380,400 560,300 800,262 1040,300 1220,400 1300,520"))[1:-1],
        (1300, 520),
        (1300, 820),
    ]
    sheet.fade(glass, [mix(FOAM, BUTTER, 0.5), BUTTER, mix(AMBER, BUTTER, 0.4)])
    dome = [(640, 300), *curve(plot("640,300 660,210 800,150 940,210 960,300"))[1:-1], (960, 300)]
    sheet.fade(dome, [FOAM, mix(FOAM, BUTTER, 0.6)])
    rng = sheet.rng
    for depth, ink in ((0, mix(SAGE, BUTTER, 0.35)), (1, mix(MOSS, SAGE, 0.3)), (2, mix(MOSS, PETROL, 0.5))):
        for place in range(430 + depth * 20, 1190, 84 + depth * 14):
            palm(sheet, place + rng.uniform(-20, 20), 820, rng.uniform(130, 300) - depth * 30, ink)
    frame = mix(PETROL, NAVY, 0.5)
    for x in range(300, 1301, 100):
        sheet.line([(x, 820), (x, 520)], frame, 5)
        sheet.line(
            curve(
                [(x, 520), (800 + (x - 800) * 0.86, 400), (800 + (x - 800) * 0.52, 300), (800 + (x - 800) * 0.3, 270)]
            ),
            frame,
            4,
        )
    for y, half in ((820, 500), (670, 500), (520, 500), (400, 424), (318, 280)):
        sheet.line([(800 - half, y), (800 + half, y)], frame, 6 if y == 820 else 4)
    sheet.line([*glass, glass[0]], frame, 7)
    sheet.line([*dome, dome[0]], frame, 6)
    for x in range(700, 920, 50):
        sheet.line([(x, 300), (800 + (x - 800) * 0.7, 190)], frame, 3)
    sheet.rect(796, 96, 804, 156, frame)
    sheet.fill(plot("720,820 720,620 800,560 880,620 880,820"), mix(BUTTER, PAPER, 0.5))
    sheet.line(plot("720,820 720,620 800,560 880,620 880,820"), frame, 8)
    sheet.line([(800, 570), (800, 820)], frame, 5)
    person(sheet, 760, 822, 150, mix(PLUM, NAVY, 0.4), MIDNIGHT, UMBER, MIDNIGHT, stride=5)
    sheet.stipple([(720, 824), (880, 824), (1010, 1067), (590, 1067)], BUTTER, 0.95, 0.1)
    for left in (300, 900):
        sheet.stipple(box(left, 826, left + 400, 940), AMBER, 0.5, 0)
    for x in range(20, 1600, 58):
        if not 560 < x < 1040:
            sheet.fill(oval(x, 1040 + rng.uniform(-20, 20), 50, 60), mix(MOSS, MIDNIGHT, 0.7))
    return sheet.printed()


def palm(sheet: Sheet, x: float, ground: float, tall: float, ink: Ink) -> None:
    """A broad-leaved plant behind glass."""
    for frond in range(-3, 4):
        reach = tall * 0.36 * frond / 3
        top = ground - tall * (1 - abs(frond) * 0.1)
        tip = (x + reach * 1.7, top + abs(frond) * tall * 0.17)
        sheet.fill(
            curve(
                [(x, ground - tall * 0.5), (x + reach * 0.7 - 9, top), tip, (x + reach * 0.8 + 9, top + 26)],
                closed=True,
                steps=5,
            ),
            ink,
        )
    sheet.line([(x, ground), (x, ground - tall * 0.6)], ink, 7)


GREENHOUSE = {
    "greenhouse": greenhouse,
}
