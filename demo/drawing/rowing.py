"""The eight at sunrise."""

from PIL import Image

from .brushes import Sheet
from .figures import limb
from .palette import (
    BUTTER,
    CORAL,
    CREAM,
    MIDNIGHT,
    NAVY,
    PAPER,
    PEACH,
    PLUM,
    ROSE,
    SAND,
    SLATE,
    UMBER,
    VERMILION,
    Ink,
    mix,
)
from .shapes import box, curve, down_to, moved, oval, ridge
from .weather import gulls, haze, ripples, streak, sun


def rowing_eight() -> Image.Image:
    """An eight and its cox on flat water at sunrise."""
    sheet = Sheet("rowing-eight", [mix(SLATE, PLUM, 0.25), ROSE, PEACH, BUTTER])
    sun(sheet, 420, 450, 66, PAPER, BUTTER)
    for x, y, long in ((1000, 120, 900), (300, 220, 640), (1250, 290, 640)):
        streak(sheet, x, y, long, 34, mix(CORAL, ROSE, 0.4), 0.5)
    for base, tall, ink in (
        (500, 130, mix(ROSE, PEACH, 0.35)),
        (516, 80, mix(PLUM, ROSE, 0.6)),
        (522, 40, mix(PLUM, ROSE, 0.35)),
    ):
        sheet.fill(down_to(ridge(sheet.rng, -20, 1620, base, tall, 90, 0.6), 530), ink)
    sheet.mirror(524, 200, mix(ROSE, PEACH, 0.5), 0.75)
    sheet.fade(box(0, 720, 1600, 1067), [mix(SLATE, ROSE, 0.55), mix(SLATE, PLUM, 0.4), mix(PLUM, NAVY, 0.6)])
    sheet.veil(600, 724, mix(SLATE, ROSE, 0.55), 0, 1)
    haze(sheet, 524, 60, mix(PEACH, PAPER, 0.4), 0.6)
    ripples(sheet, 532, 1060, PAPER, 100, middle=420, narrow=34, wide=160)
    ripples(sheet, 560, 1060, mix(PLUM, SLATE, 0.4), 110, long=130)
    shell(sheet, 150, 790)
    gulls(sheet, [(980, 360, 40), (1040, 330, 30)], PLUM)
    return sheet.printed()


def shell(sheet: Sheet, left: float, water: float) -> None:
    """The eight from the side, 1,300 pixels long, all blades at the catch."""
    hull = curve(
        [
            (left, water - 6),
            (left + 200, water - 20),
            (left + 1100, water - 20),
            (left + 1310, water - 8),
            (left + 1100, water + 10),
            (left + 200, water + 10),
        ],
        closed=True,
    )
    sheet.stipple(oval(left + 650, water + 44, 600, 42), MIDNIGHT, 0.85, 0)
    for seat in range(8):
        x = left + 250 + seat * 112
        sheet.stipple(oval(x, water + 54, 26, 50), MIDNIGHT, 0.75, 0)
        rower(
            sheet,
            x,
            water - 14,
            mix(VERMILION, PLUM, 0.1),
            (PEACH, mix(SAND, UMBER, 0.4), UMBER, mix(PEACH, CREAM, 0.3))[seat % 4],
        )
    cox = left + 1160
    sheet.fill(
        curve(
            [
                (cox - 26, water - 14),
                (cox - 22, water - 70),
                (cox, water - 84),
                (cox + 20, water - 66),
                (cox + 24, water - 14),
            ]
        ),
        NAVY,
    )
    sheet.disc(cox - 4, water - 100, 17, PEACH)
    sheet.fill(
        curve([(cox - 26, water - 104), (cox - 14, water - 122), (cox + 10, water - 120), (cox + 14, water - 102)]),
        PAPER,
    )
    sheet.fill(hull, PAPER)
    sheet.stipple(hull, mix(ROSE, SLATE, 0.4), 0, 0.9)
    sheet.line([(left + 40, water - 4), (left + 1270, water - 5)], VERMILION, 5)
    for seat in range(8):
        x = left + 250 + seat * 112
        side = 1 if seat % 2 else -1
        start, end = (x + 34, water - 44), (x - 62, water + 62 if side > 0 else water - 2)
        if side > 0:
            sheet.line([start, end], CREAM, 5)
            sheet.fill(moved([(0, 0), (-34, 4), (-46, 16), (-14, 18)], end[0], end[1]), VERMILION)
            for ring in (26, 44):
                sheet.line(oval(end[0] - 24, end[1] + 14, ring, ring * 0.22), mix(PAPER, ROSE, 0.3), 2)


def rower(sheet: Sheet, x: float, seat: float, shirt: Ink, skin: Ink) -> None:
    """One rower facing right, reaching forward for the catch."""
    limb(sheet, [(x - 10, seat - 12), (x + 34, seat - 44), (x + 52, seat - 6)], 15, MIDNIGHT)
    body = curve(
        [
            (x - 26, seat),
            (x - 20, seat - 40),
            (x + 4, seat - 84),
            (x + 28, seat - 76),
            (x + 22, seat - 40),
            (x + 8, seat),
        ],
        closed=True,
        steps=5,
    )
    sheet.fill(body, shirt)
    sheet.stipple(body, MIDNIGHT, 0, 0.65, "right")
    limb(sheet, [(x + 16, seat - 70), (x + 42, seat - 54), (x + 66, seat - 36)], 10, skin)
    sheet.disc(x + 24, seat - 102, 17, skin)
    sheet.fill(
        curve(
            [
                (x + 6, seat - 98),
                (x + 8, seat - 118),
                (x + 26, seat - 124),
                (x + 42, seat - 112),
                (x + 20, seat - 110),
                (x + 14, seat - 96),
            ],
            closed=True,
        ),
        MIDNIGHT,
    )


ROWING = {
    "rowing-eight": rowing_eight,
}
