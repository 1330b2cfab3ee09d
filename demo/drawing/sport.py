"""The floodlit football ground."""

from PIL import Image

from .brushes import Sheet
from .figures import crowd, limb
from .palette import (
    AMBER,
    BUTTER,
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
    SAND,
    SLATE,
    TEAL,
    UMBER,
    VERMILION,
    Ink,
    mix,
)
from .shapes import along, box, curve, moved, oval, plot


def football_floodlights() -> Image.Image:
    """A corner at the Ropewalk under the floodlights."""
    sheet = Sheet("football-floodlights", [MIDNIGHT, NAVY, mix(NAVY, PETROL, 0.6), mix(TEAL, PETROL, 0.3)])
    for x, top in ((170, 90), (1430, 90), (560, 250), (1040, 250)):
        floodlight(sheet, x, top, 1.0 if top < 200 else 0.55)
    for left, right, high in ((-20, 560, 380), (1040, 1620, 380), (430, 1170, 450)):
        sheet.fill([(left, high), (right, high), (right, 620), (left, 620)], mix(NAVY, MIDNIGHT, 0.4))
        sheet.fill([(left, high), (right, high), (right, high + 22), (left, high + 22)], mix(SLATE, NAVY, 0.3))
        spectators(sheet, left, right, high + 60, 606)
    sheet.rect(-10, 600, 1610, 634, mix(NAVY, PETROL, 0.3))
    for index, words in enumerate(("VARDEN SAVINGS BANK", "MERROW ROVERS", "SARN LINE", "THE COURIER")):
        sheet.rect(40 + index * 395, 603, 410 + index * 395, 632, (TEAL, VERMILION, CREAM, NAVY)[index])
        sheet.write(225 + index * 395, 626, words, 22, NAVY if index == 2 else CREAM, "ms", 0.4)
    for stripe in range(10):
        near, far = (stripe * 240 - 400, (stripe + 1) * 240 - 400), (stripe * 130 + 150, (stripe + 1) * 130 + 150)
        sheet.fill(
            [(far[0], 634), (far[1], 634), (near[1], 1067), (near[0], 1067)],
            mix(MOSS, TEAL, 0.45 if stripe % 2 else 0.2),
        )
    sheet.fill([(-10, 634), (150, 634), (-400, 1067), (-10, 1067)], mix(MOSS, TEAL, 0.45))
    sheet.fill([(1450, 634), (1610, 634), (1610, 1067)], mix(MOSS, TEAL, 0.2))
    sheet.stipple(box(0, 634, 1600, 1067), MIDNIGHT, 0, 0.6)
    sheet.glow(800, 760, 620, BUTTER, 0.32, flat=0.4)
    for start, end in (
        ((1120, 650), (1610, 900)),
        ((120, 650), (1610, 650)),
        ((820, 650), (1030, 900)),
        ((1030, 900), (1610, 900)),
    ):
        sheet.line([start, end], PAPER, 5)
    goal(sheet)
    for x, y, size, shirt, pose, flip in (
        (1010, 800, 0.95, CREAM, 1, True),
        (1220, 780, 0.9, VERMILION, 0, False),
        (880, 745, 0.8, VERMILION, 1, False),
        (1120, 740, 0.75, CREAM, 0, True),
        (560, 960, 1.9, VERMILION, 2, False),
        (1360, 770, 0.9, AMBER, 0, True),
    ):
        footballer(sheet, x, y, size, shirt, pose, flip)
    sheet.disc(706, 930, 20, PAPER)
    sheet.disc(702, 926, 6, NAVY)
    sheet.line([(330, 1010), (330, 760)], CREAM, 7)
    sheet.fill([(330, 764), (410, 790), (330, 816)], VERMILION)
    crowd(sheet, 1050, 96, MIDNIGHT, 140)
    return sheet.printed()


def floodlight(sheet: Sheet, x: float, top: float, size: float) -> None:
    """A floodlight pylon and the cone of its light."""
    middle = 800 + (x - 800) * 0.2
    cone = [(x - 40 * size, top + 40), (x + 40 * size, top + 40), (middle + 420, 700), (middle - 420, 700)]
    sheet.stipple(cone, FOAM, 0.42, 0)
    for side in (-1, 1):
        sheet.line([(x + side * 10 * size, top + 60), (x + side * 26 * size, 620)], mix(SLATE, NAVY, 0.4), 6 * size)
    for step in range(9):
        y = top + 90 + step * (520 - top) / 9
        sheet.line([(x - 14 * size, y), (x + 18 * size, y + 40)], mix(SLATE, NAVY, 0.4), 3 * size)
    sheet.glow(x, top + 34 * size, 300 * size, PAPER, 0.85)
    sheet.rect(x - 74 * size, top - 8, x + 74 * size, top + 76 * size, mix(SLATE, NAVY, 0.6))
    for row in range(3):
        for lamp in range(5):
            sheet.disc(x - 56 * size + lamp * 28 * size, top + (10 + row * 24) * size, 10.5 * size, PAPER)


def spectators(sheet: Sheet, left: float, right: float, top: float, bottom: float) -> None:
    """Rows of heads in a stand."""
    rng = sheet.rng
    y = top
    while y < bottom:
        x = left + rng.uniform(0, 12)
        while x < right:
            sheet.rect(
                x - 6,
                y + 4,
                x + 6,
                y + 16,
                mix(rng.choice((VERMILION, VERMILION, NAVY, TEAL, PLUM, CREAM)), MIDNIGHT, rng.uniform(0.35, 0.7)),
            )
            sheet.disc(x, y, 4.6, mix(rng.choice((PEACH, UMBER, SAND)), MIDNIGHT, rng.uniform(0.2, 0.5)))
            x += rng.uniform(13, 19)
        y += 16


def goal(sheet: Sheet) -> None:
    """The goal on the right with its net."""
    front = [(1180, 690), (1180, 560), (1450, 590), (1450, 790)]
    back = [(1240, 670), (1240, 590), (1500, 610), (1500, 750)]
    for share in range(13):
        high = along(front[1], front[2], share / 12)
        deep = along(back[1], back[2], share / 12)
        sheet.line([high, deep, along(back[0], back[3], share / 12)], mix(FOG, TEAL, 0.45), 1)
    for share in range(7):
        sheet.line([along(back[1], back[0], share / 6), along(back[2], back[3], share / 6)], mix(FOG, TEAL, 0.45), 1)
    sheet.line([front[0], front[1], front[2], front[3]], PAPER, 8)


def footballer(sheet: Sheet, x: float, y: float, size: float, shirt: Ink, pose: int, mirrored: bool) -> None:
    """A player about 150 tall at size 1; pose 0 stands, 1 runs, 2 strikes the ball."""
    skin = sheet.rng.choice((PEACH, mix(SAND, UMBER, 0.5), UMBER, mix(PEACH, CREAM, 0.4)))
    shorts = NAVY if shirt == VERMILION else PETROL
    legs = (
        ([(-8, -72), (-12, -36), (-14, 0)], [(8, -72), (12, -36), (14, 0)]),
        ([(-6, -72), (-26, -44), (-50, -30)], [(8, -72), (30, -46), (24, -4)]),
        ([(-8, -72), (-14, -36), (-22, 0)], [(8, -72), (38, -50), (76, -22)]),
    )[pose]
    arms = (
        ([(-16, -116), (-26, -90), (-22, -70)], [(16, -116), (26, -90), (22, -70)]),
        ([(-14, -116), (-34, -100), (-24, -78)], [(14, -116), (36, -104), (46, -122)]),
        ([(-14, -116), (-44, -124), (-66, -110)], [(14, -116), (30, -92), (52, -88)]),
    )[pose]
    sheet.fill(oval(x, y + 2 * size, 40 * size, 7 * size), mix(MOSS, MIDNIGHT, 0.7))
    for points in (*legs, arms[0]):
        limb(sheet, moved(points, x, y, size, mirrored), 11 * size, skin)
    for points in legs:
        limb(sheet, moved([along(points[1], points[2], 0.35), points[2]], x, y, size, mirrored), 12 * size, shirt)
        limb(sheet, moved([points[2], (points[2][0] + 9, points[2][1] + 1)], x, y, size, mirrored), 9 * size, MIDNIGHT)
    sheet.fill(moved(plot("-18,-82 18,-82 24,-54 3,-52 0,-62 -6,-52 -22,-54"), x, y, size, mirrored), shorts)
    body = curve(plot("-20,-122 0,-128 20,-122 18,-78 -18,-78"), closed=True, steps=4)
    sheet.fill(moved(body, x, y, size, mirrored), shirt)
    sheet.stipple(moved(body, x, y, size, mirrored), mix(shirt, MIDNIGHT, 0.6), 0.8, 0, "left" if mirrored else "right")
    limb(sheet, moved(arms[1], x, y, size, mirrored), 10 * size, skin)
    limb(sheet, moved(arms[1][:2], x, y, size, mirrored), 13 * size, shirt)
    sheet.fill(moved(oval(2, -142, 12, 15), x, y, size, mirrored), skin)
    sheet.fill(
        moved(curve(plot("-11,-136 -13,-152 0,-160 14,-154 13,-148 -2,-148"), closed=True), x, y, size, mirrored),
        MIDNIGHT,
    )


SPORT = {
    "football-floodlights": football_floodlights,
}
