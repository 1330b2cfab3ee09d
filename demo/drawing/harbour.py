"""The working waterfront: the Fish Hall, the cranes, the lamps on the water."""

from PIL import Image

from .brushes import Sheet
from .figures import crowd, person
from .palette import (
    AMBER,
    BRICK,
    BUTTER,
    CORAL,
    CREAM,
    MIDNIGHT,
    NAVY,
    PAPER,
    PEACH,
    PETROL,
    PLUM,
    ROSE,
    SKY,
    SLATE,
    STONE,
    TEAL,
    VERMILION,
    Ink,
    mix,
)
from .shapes import arch, box, curve, down_to, oval, plot, ridge
from .vessels import boat
from .weather import bank_of_cloud, gulls, ripples, stars, streak


def fish_hall() -> Image.Image:
    """The Fish Hall's brick arches above the boats, in afternoon light."""
    sheet = Sheet("fish-hall", [mix(SKY, TEAL, 0.15), SKY, mix(SKY, BUTTER, 0.35), mix(BUTTER, PAPER, 0.4)])
    bank_of_cloud(sheet, 900, 300, 760, 190, PAPER, mix(SKY, PEACH, 0.3))
    bank_of_cloud(sheet, -120, 250, 560, 110, PAPER, mix(SKY, PEACH, 0.3))
    brick, shade = mix(CORAL, BRICK, 0.55), mix(BRICK, PLUM, 0.4)
    sheet.fill([(90, 400), (150, 300), (1450, 300), (1510, 400)], mix(SLATE, TEAL, 0.3))
    sheet.stipple([(90, 400), (150, 300), (1450, 300), (1510, 400)], NAVY, 0, 0.6)
    sheet.rect(110, 398, 1490, 690, brick)
    sheet.stipple(box(110, 398, 1490, 690), BUTTER, 0.0, 0.3)
    for index in range(9):
        left = 134 + index * 150
        sheet.fill(arch(left - 8, 452, left + 136, 690), CREAM)
        opening = arch(left + 4, 464, left + 124, 690)
        sheet.fade(opening, [MIDNIGHT, shade])
        sheet.fill([(left + 4, 690), (left + 70, 600), (left + 124, 600), (left + 124, 690)], mix(shade, CORAL, 0.35))
        sheet.disc(left + 64, 520, 7, BUTTER)
        sheet.line([(left + 64, 466), (left + 64, 514)], MIDNIGHT, 1.5)
        sheet.glow(left + 64, 520, 50, BUTTER, 0.5)
    sheet.fill(plot("640,410 640,330 800,196 960,330 960,410"), brick)
    sheet.stipple([(800, 196), (960, 330), (960, 410), (800, 410)], shade, 0, 0.8, "right")
    sheet.line([(622, 346), (800, 190), (978, 346)], CREAM, 16)
    sheet.disc(800, 318, 46, CREAM)
    sheet.disc(800, 318, 38, PAPER)
    sheet.line([(800, 318), (800, 290)], MIDNIGHT, 4)
    sheet.line([(800, 318), (820, 326)], MIDNIGHT, 4)
    sheet.write(800, 392, "FISH HALL", 34, CREAM, "ms", 0.8)
    sheet.rect(770, 120, 776, 200, NAVY)
    sheet.fill([(776, 122), (846, 134), (776, 154)], VERMILION)
    sheet.rect(80, 396, 1520, 412, CREAM)
    sheet.rect(-10, 684, 1610, 736, mix(STONE, CREAM, 0.5))
    sheet.stipple(box(-10, 700, 1610, 736), SLATE, 0, 1)
    for x, coat in ((250, NAVY), (300, TEAL), (720, VERMILION), (1080, NAVY), (1320, AMBER)):
        person(sheet, x, 700, 74, coat, MIDNIGHT, mirrored=x > 700, stride=6)
    for x in (430, 476, 522, 950, 996):
        sheet.rect(x, 672, x + 42, 698, mix(SKY, PAPER, 0.4))
        sheet.rect(x, 684, x + 42, 688, TEAL)
    sheet.mirror(736, 331, PETROL, 0.55, squeeze=1.3)
    sheet.stipple(box(0, 736, 1600, 800), NAVY, 0.8, 0)
    ripples(sheet, 760, 1060, mix(PETROL, NAVY, 0.5), 140, long=120)
    ripples(sheet, 760, 1060, BUTTER, 70, middle=850, narrow=200, wide=600)
    boat(sheet, 1160, 810, 1.35, TEAL, PAPER)
    boat(sheet, 660, 850, 1.7, NAVY, CREAM, mirrored=True)
    boat(sheet, 250, 930, 2.3, VERMILION, PAPER)
    return sheet.printed()


def harbour_cranes() -> Image.Image:
    """Container cranes black against a huge sun."""
    sheet = Sheet("harbour-cranes", [PLUM, mix(PLUM, VERMILION, 0.6), CORAL, AMBER, BUTTER])
    sheet.glow(960, 600, 800, BUTTER, 0.5)
    sheet.fade(oval(960, 560, 270, 270), [BUTTER, mix(BUTTER, CORAL, 0.55)])
    for y, wide, thick in ((430, 900, 22), (505, 1100, 26), (590, 1000, 20)):
        streak(sheet, 900 + (y - 500), y, wide, thick, mix(VERMILION, PLUM, 0.25), 0.9)
    sheet.fill(down_to(ridge(sheet.rng, -20, 1620, 706, 70), 720), mix(PLUM, VERMILION, 0.35))
    sheet.fade(box(0, 700, 1600, 1067), [mix(CORAL, AMBER, 0.5), mix(VERMILION, PLUM, 0.6), mix(PLUM, MIDNIGHT, 0.4)])
    ripples(sheet, 704, 900, BUTTER, 190, middle=960, narrow=220, wide=330)
    ripples(sheet, 704, 900, mix(PLUM, VERMILION, 0.2), 130)
    far, near = mix(PLUM, VERMILION, 0.22), mix(PLUM, MIDNIGHT, 0.65)
    crane(sheet, 1420, 760, 0.82, far)
    crane(sheet, 1120, 780, 0.96, mix(far, near, 0.4))
    crane(sheet, 760, 806, 1.14, mix(far, near, 0.7))
    crane(sheet, 290, 850, 1.4, near)
    sheet.fill([(-10, 850), (1610, 775), (1610, 1067), (-10, 1067)], near)
    containers(sheet)
    gulls(sheet, [(560, 250, 56), (640, 210, 40), (1260, 250, 44)], MIDNIGHT)
    return sheet.printed()


def crane(sheet: Sheet, x: float, y: float, scale: float, ink: Ink) -> None:
    """A ship-to-shore crane, about 480 by 520 pixels at scale 1, its boom out over the water to the right."""

    def beam(points, width: float) -> None:
        sheet.line([(x + px * scale, y + py * scale) for px, py in points], ink, width * scale)

    for leg in (-70, 60):
        beam([(leg, 0), (leg + (12 if leg < 0 else -8), -320)], 13)
        beam([(leg - 26, -4), (leg + 26, -4)], 14)
    beam([(-66, -130), (56, -130)], 10)
    beam([(-66, -130), (52, -310)], 6)
    beam([(-60, -318), (54, -318)], 10)
    beam([(-190, -330), (330, -330)], 13)
    beam([(-190, -350), (330, -350)], 4)
    for strut in range(-190, 330, 26):
        beam([(strut, -330), (strut + 13, -350), (strut + 26, -330)], 3)
    beam([(-40, -330), (0, -490), (44, -330)], 9)
    beam([(0, -488), (310, -340)], 4)
    beam([(0, -488), (170, -340)], 4)
    beam([(0, -488), (-180, -340)], 4)
    sheet.fill([(x + px * scale, y + py * scale) for px, py in box(-150, -376, -84, -330)], ink)
    sheet.fill([(x + px * scale, y + py * scale) for px, py in box(96, -324, 124, -298)], ink)
    beam([(104, -300), (104, -190)], 2)
    beam([(116, -300), (116, -190)], 2)
    sheet.fill([(x + px * scale, y + py * scale) for px, py in box(74, -190, 146, -164)], ink)


def containers(sheet: Sheet) -> None:
    """Stacks of containers in the foreground, the sun catching their tops."""
    rng = sheet.rng
    inks = [mix(ink, PLUM, 0.45) for ink in (VERMILION, TEAL, AMBER, SLATE, CORAL, NAVY)]
    for row, (base, tall, wide) in enumerate(((930, 44, 120), (1000, 56, 150), (1085, 70, 190))):
        x = -40 - 50 * row
        while x < 1620:
            for level in range(rng.choice((1, 2, 2, 3)) if row < 2 else rng.choice((1, 1, 2))):
                top, ink = base - tall * (level + 1), rng.choice(inks)
                sheet.rect(x, top, x + wide - 4, top + tall - 2, ink)
                sheet.rect(x, top, x + wide - 4, top + 4, mix(ink, BUTTER, 0.55))
                for rib in range(8, wide - 8, 14):
                    sheet.rect(x + rib, top + 9, x + rib + 4, top + tall - 8, mix(ink, MIDNIGHT, 0.3))
            x += wide
    sheet.stipple(box(0, 880, 1600, 1067), MIDNIGHT, 0, 0.85)


def festival_lamps() -> Image.Image:
    """Hundreds of lamps drifting out on black water, watched by a crowd."""
    sheet = Sheet("festival-lamps", [MIDNIGHT, NAVY, mix(NAVY, PLUM, 0.7), mix(PLUM, ROSE, 0.35)])
    rng = sheet.rng
    stars(sheet, 300, 120, CREAM)
    sheet.fill(down_to(ridge(rng, -10, 1610, 372, 110), 400), mix(PLUM, NAVY, 0.5))
    for _ in range(90):
        x, y = rng.uniform(0, 1600), rng.uniform(335, 378)
        sheet.rect(x, y, x + 3, y + 4, rng.choice((BUTTER, AMBER, PEACH)))
    sheet.fade(box(0, 380, 1600, 1067), [mix(PLUM, ROSE, 0.2), mix(NAVY, PLUM, 0.35), NAVY, MIDNIGHT])
    lamps = sorted((384 + 560 * rng.random() ** 1.7, rng.gauss(0, 1)) for _ in range(330))
    for y, drift in lamps:
        near = (y - 380) / 560
        x = 860 + 260 * (near - 0.4) ** 2 + drift * (150 + 420 * near)
        lamp(sheet, x, y, 2.2 + 19 * near, rng.choice((BUTTER, AMBER, AMBER, CORAL, PEACH)))
    crowd(sheet, 1010, 130, MIDNIGHT, 118)
    sheet.fill(curve(plot("300,1010 330,930 352,880 362,884 350,940 344,1020"), closed=True), MIDNIGHT)
    lamp(sheet, 356, 866, 24, BUTTER)
    return sheet.printed()


def lamp(sheet: Sheet, x: float, y: float, size: float, ink: Ink) -> None:
    """A paper lamp afloat with its glow and its reflection; `size` is half its width."""
    sheet.glow(x, y - size * 0.4, size * 3.4, ink, 0.5)
    sheet.glow(x, y + size * 2, size * 2.6, ink, 0.35, flat=0.9)
    for step in range(3):
        half = size * (0.8 - 0.2 * step)
        sheet.fill(oval(x, y + size * (0.75 + 0.55 * step), half, size * 0.12), mix(ink, PLUM, 0.25 + 0.2 * step))
    sheet.fill(
        [
            (x - size * 0.7, y + size * 0.3),
            (x - size * 0.85, y - size * 1.3),
            (x + size * 0.85, y - size * 1.3),
            (x + size * 0.7, y + size * 0.3),
        ],
        ink,
    )
    sheet.fill(oval(x, y - size * 0.45, size * 0.42, size * 0.6), PAPER)
    sheet.fill(oval(x, y + size * 0.32, size * 1.05, size * 0.16), mix(PLUM, MIDNIGHT, 0.5))


HARBOUR = {
    "fish-hall": fish_hall,
    "harbour-cranes": harbour_cranes,
    "festival-lamps": festival_lamps,
}
