"""People, trees, houses and lamps, drawn at any size."""

import math

from .brushes import Sheet
from .palette import CREAM, MIDNIGHT, PAPER, STONE, UMBER, Ink, mix
from .shapes import Point, box, curve, moved, oval, plot


def person(
    sheet: Sheet,
    x: float,
    y: float,
    height: float,
    coat: Ink,
    legs: Ink = MIDNIGHT,
    skin: Ink = CREAM,
    hair: Ink = UMBER,
    mirrored: bool = False,
    stride: float = 10,
) -> None:
    """A walking or standing figure of a height in pixels; `x`, `y` is where the feet stand."""
    size = height / 100

    def put(shape, ink: Ink) -> None:
        sheet.fill(moved(shape, x, y, size, mirrored), ink)

    put([(-7, -46), (1, -46), (-stride * 0.5, 0), (-stride * 0.5 - 7, 0)], mix(legs, MIDNIGHT, 0.4))
    put([(-2, -46), (8, -46), (stride + 4, 0), (stride - 3, 0)], legs)
    body = curve(plot("-9,-80 0,-84 8,-80 12,-60 12,-38 -11,-38 -13,-58"), closed=True, steps=4)
    put(body, coat)
    sheet.stipple(moved(body, x, y, size, mirrored), mix(coat, MIDNIGHT, 0.6), 0.75, 0, "left" if mirrored else "right")
    put(plot("2,-77 8,-76 13,-56 10,-44 5,-46 7,-58"), mix(coat, MIDNIGHT, 0.35))
    put(oval(1, -91, 6.6, 8), skin)
    put(plot("-6.4,-88 -6.4,-96 0,-101 7,-97 7.4,-93 -1,-94 -2,-87"), hair)


def crowd(sheet: Sheet, y: float, height: float, ink: Ink, spacing: float, ragged: float = 0.25) -> None:
    """The backs of heads and shoulders along the bottom of the sheet, their shoulders at about `y`."""
    rng = sheet.rng
    x = -spacing * rng.random()
    while x < sheet.width + spacing:
        size = height * rng.uniform(1 - ragged, 1 + ragged)
        top = y + rng.uniform(-0.3, 0.3) * height
        sheet.fill(oval(x, top - size * 0.36, size * 0.25, size * 0.32), ink)
        sheet.fill(
            curve(
                [
                    (x - size * 0.62, top + size),
                    (x - size * 0.55, top + size * 0.12),
                    (x - size * 0.14, top - size * 0.1),
                    (x + size * 0.14, top - size * 0.1),
                    (x + size * 0.55, top + size * 0.12),
                    (x + size * 0.62, top + size),
                ]
            ),
            ink,
        )
        x += spacing * rng.uniform(0.8, 1.25)


def bare_tree(
    sheet: Sheet, foot: Point, length: float, ink: Ink, angle: float = -90, depth: int = 7, width: float | None = None
) -> None:
    """A leafless tree that forks upwards from its foot."""
    rng = sheet.rng
    width = length * 0.16 if width is None else width
    turn = math.radians(angle)
    tip = (foot[0] + length * math.cos(turn), foot[1] + length * math.sin(turn))
    sheet.line([foot, tip], ink, max(0.5, width))
    if depth == 0:
        return
    for side in (-1, 1):
        lean = angle + side * rng.uniform(12, 32) + (-90 - angle) * 0.06
        bare_tree(sheet, tip, length * rng.uniform(0.66, 0.86), ink, lean, depth - 1, width * 0.68)


def pine(sheet: Sheet, x: float, y: float, height: float, ink: Ink) -> None:
    """A dark conifer standing on `y`."""
    half = height * 0.2
    outline = [(x, y - height)]
    for tier in range(1, 7):
        reach = half * tier / 6
        level = y - height + height * 0.94 * tier / 6
        outline += [(x + reach * 1.15, level), (x + reach * 0.6, level - height * 0.03)]
    outline += [(x + 3, y), (x - 3, y)]
    for tier in range(6, 0, -1):
        reach = half * tier / 6
        level = y - height + height * 0.94 * tier / 6
        outline += [(x - reach * 0.6, level - height * 0.03), (x - reach * 1.15, level)]
    sheet.fill(outline, ink)


def panes(
    sheet: Sheet, area: tuple[float, float, float, float], columns: int, rows: int, inks: list[Ink], fill: float = 0.5
) -> None:
    """Rows of upright windows over a wall; each takes one of the inks by chance."""
    left, top, right, bottom = area
    across, down = (right - left) / columns, (bottom - top) / rows
    for row in range(rows):
        for column in range(columns):
            x, y = left + across * (column + 0.5), top + down * (row + 0.5)
            half, tall = across * fill / 2, down * (fill + 0.12) / 2
            sheet.fill(box(x - half, y - tall, x + half, y + tall), sheet.rng.choice(inks))


def gabled(left: float, right: float, eaves: float, ground: float, rise: float) -> list[Point]:
    """The front of a house with a pointed gable."""
    return [(left, ground), (left, eaves), ((left + right) / 2, eaves - rise), (right, eaves), (right, ground)]


def street_lamp(sheet: Sheet, x: float, y: float, height: float, ink: Ink, light: Ink | None = None) -> None:
    """A lamp post standing on `y`, lit if it is given a light."""
    thick = height * 0.018
    sheet.rect(x - thick, y - height * 0.86, x + thick, y, ink)
    sheet.rect(x - thick * 2, y - height * 0.1, x + thick * 2, y, ink)
    head = [
        (x - height * 0.05, y - height * 0.98),
        (x + height * 0.05, y - height * 0.98),
        (x + height * 0.032, y - height * 0.86),
        (x - height * 0.032, y - height * 0.86),
    ]
    if light:
        sheet.glow(x, y - height * 0.92, height * 0.42, light, 0.75)
    sheet.fill(head, light or ink)
    sheet.fill(
        [(x - height * 0.06, y - height * 0.98), (x, y - height * 1.03), (x + height * 0.06, y - height * 0.98)], ink
    )


def limb(sheet: Sheet, points: list[Point], width: float, ink: Ink) -> None:
    """An arm or a leg: a bent line with round ends."""
    sheet.line(points, ink, width)
    for x, y in points:
        sheet.disc(x, y, width / 2, ink)


def worker(
    sheet: Sheet,
    x: float,
    base: float,
    size: float,
    shirt: Ink,
    skin: Ink,
    hair: Ink,
    mirrored: bool = False,
    cap: Ink = PAPER,
) -> None:
    """A cook from the waist up in an apron and cap, about 300 tall at size 1, one arm reaching out."""

    def put(shape, ink: Ink) -> None:
        sheet.fill(moved(shape, x, base, size, mirrored), ink)

    shade = "left" if mirrored else "right"
    torso = curve(plot("-86,10 -90,-110 -64,-176 0,-192 62,-176 84,-110 84,10"), steps=6)
    put(torso, shirt)
    sheet.stipple(moved(torso, x, base, size, mirrored), mix(shirt, MIDNIGHT, 0.6), 0.85, 0, shade)
    put(plot("-42,10 -50,-120 -34,-176 -22,-176 -12,-130 24,-130 32,-176 44,-176 56,-120 58,10"), PAPER)
    put(plot("-16,-178 -18,-216 24,-216 22,-178 3,-166"), mix(skin, UMBER, 0.3))
    face = curve(plot("-36,-250 -24,-290 30,-290 44,-250 40,-214 14,-194 -18,-204"), closed=True)
    put(face, skin)
    sheet.stipple(moved(face, x, base, size, mirrored), mix(skin, UMBER, 0.6), 0.8, 0, shade)
    put(plot("-40,-222 -44,-280 40,-284 44,-268 -12,-262 -18,-226"), hair)
    put(curve(plot("-44,-272 -56,-318 -20,-346 30,-342 56,-312 46,-270")), cap)
    put([(-46, -284), (48, -284), (46, -264), (-44, -264)], mix(cap, STONE, 0.35))
    put([(26, -246), (36, -246), (36, -240), (26, -240)], MIDNIGHT)
    arm = curve(plot("50,-160 90,-130 150,-84 196,-66 190,-42 136,-50 70,-86"), closed=True)
    put(arm, mix(shirt, PAPER, 0.12))
    put(oval(200, -55, 20, 17), skin)
