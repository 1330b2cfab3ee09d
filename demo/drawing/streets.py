"""The tram between its terraces."""

from itertools import pairwise

from PIL import Image

from .brushes import Sheet
from .figures import person
from .palette import (
    BRICK,
    BUTTER,
    CORAL,
    MIDNIGHT,
    MOSS,
    NAVY,
    PAPER,
    PEACH,
    PETROL,
    PLUM,
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
from .shapes import along, curve, oval
from .weather import bank_of_cloud

VANISHING = (760, 520)


def tram_line_4() -> Image.Image:
    """A tram coming towards us on the new track between brick terraces."""
    sheet = Sheet("tram-line-4", [mix(SKY, TEAL, 0.2), mix(SKY, PAPER, 0.3), mix(PEACH, PAPER, 0.4)])
    bank_of_cloud(sheet, 480, 380, 640, 170, PAPER, mix(SKY, PEACH, 0.4))
    terrace(sheet, -60, (mix(CORAL, BRICK, 0.5), mix(SAND, CORAL, 0.4), mix(BRICK, PLUM, 0.2)), 0.0)
    terrace(sheet, 1680, (mix(CORAL, SAND, 0.5), mix(CORAL, BRICK, 0.3), mix(SAND, PEACH, 0.4)), 0.62)
    sheet.fill([VANISHING, (1900, 1067), (-400, 1067)], mix(STONE, SAND, 0.45))
    sheet.stipple([VANISHING, (1900, 1067), (-400, 1067)], SLATE, 0, 0.7)
    sheet.fill([VANISHING, (-520, 1067), (-120, 1067)], mix(SAND, PAPER, 0.4))
    sheet.fill([VANISHING, (1640, 1067), (2100, 1067)], mix(SAND, PAPER, 0.4))
    sheet.fill([VANISHING, (1130, 1067), (130, 1067)], mix(SAGE, MOSS, 0.45))
    sheet.stipple([VANISHING, (1130, 1067), (130, 1067)], mix(MOSS, PETROL, 0.5), 0.1, 0.6)
    for foot in (215, 520, 740, 1045):
        sheet.fill([VANISHING, (foot - 13, 1067), (foot + 13, 1067)], mix(SLATE, NAVY, 0.3))
        sheet.fill([VANISHING, (foot - 11, 1067), (foot - 3, 1067)], PAPER)
    for share in (0.985, 0.8, 0.62, 0.47):
        for x in (-200, 1500):
            post(sheet, along(VANISHING, (x, 1067), share), share)
    tram(sheet, 843, 872, 1.06)
    for start, end in (((640, 0), VANISHING), ((1010, 0), VANISHING), ((-100, 130), VANISHING)):
        sheet.line([start, end], MIDNIGHT, 2)
    for x, y, tall, coat, flip in (
        (250, 800, 170, TEAL, False),
        (170, 850, 205, VERMILION, True),
        (1330, 800, 170, NAVY, True),
    ):
        sheet.stipple([(x - 8, y), (x + 10, y - 2), (x + 130, y + 26), (x + 110, y + 34)], NAVY, 0.8, 0.2)
        person(sheet, x, y, tall, coat, MIDNIGHT, mirrored=flip)
    return sheet.printed()


def terrace(sheet: Sheet, edge: float, inks: tuple[Ink, ...], dim: float) -> None:
    """A terrace of houses that runs from the sheet's edge towards the vanishing point."""
    shares = [1.0, 0.78, 0.61, 0.48, 0.38, 0.3, 0.24, 0.19]

    def at(share: float, level: float) -> tuple[float, float]:
        return along(VANISHING, (edge, 520 + level), share)

    for index, (near, far) in enumerate(pairwise(shares)):
        ink = mix(inks[index % 3], PLUM, dim * 0.5)
        front = [at(near, -330), at(far, -330), at(far, 330), at(near, 330)]
        middle = near * 0.45 + far * 0.55
        sheet.fill([at(near, -330), at(middle, -440), at(far, -330)], mix(ink, NAVY, 0.15))
        sheet.fill(front, ink)
        sheet.stipple(front, mix(ink, PLUM, 0.6), 0, 0.6)
        for level, tall in ((-250, 150), (-40, 160)):
            for part in (0.18, 0.58):
                left, right = near + (far - near) * part, near + (far - near) * (part + 0.24)
                for grow, colour in ((12, PAPER), (0, mix(NAVY, SLATE, 0.3))):
                    sheet.fill(
                        [
                            at(left + grow * 0.0006, level - grow),
                            at(right - grow * 0.0006, level - grow),
                            at(right - grow * 0.0006, level + tall + grow),
                            at(left + grow * 0.0006, level + tall + grow),
                        ],
                        colour,
                    )
                sheet.line([at((left + right) / 2, level), at((left + right) / 2, level + tall)], PAPER, 3 * near)
        door = near + (far - near) * 0.4
        sheet.fill(
            [at(door, 120), at(door + (far - near) * 0.2, 120), at(door + (far - near) * 0.2, 330), at(door, 330)],
            (TEAL, VERMILION, NAVY)[index % 3],
        )


def post(sheet: Sheet, foot: tuple[float, float], share: float) -> None:
    """A catenary post with its arm over the track, smaller as it is farther."""
    tall, reach = 700 * share, 300 * share * (1 if foot[0] < VANISHING[0] else -1)
    sheet.line([foot, (foot[0], foot[1] - tall)], MIDNIGHT, 9 * share)
    sheet.line([(foot[0], foot[1] - tall * 0.94), (foot[0] + reach, foot[1] - tall * 0.97)], MIDNIGHT, 5 * share)


def tram(sheet: Sheet, x: float, rail: float, scale: float) -> None:
    """A tram head on with its flank running back on the left; `x` is the middle of its front."""
    half, top = 155 * scale, rail - 400 * scale
    sheet.stipple(
        [(x - half - 40, rail - 40), (x + half, rail - 6), (x + half + 70, rail + 26), (x - half + 10, rail + 30)],
        MIDNIGHT,
        0.95,
        0.7,
    )
    roof = [along((x - half, top + 24), VANISHING, 0.62), along((x - half, rail - 30), VANISHING, 0.62)]
    sheet.fill([(x - half + 10, top + 10), roof[0], roof[1], (x - half + 10, rail - 24)], mix(VERMILION, PLUM, 0.45))
    sheet.fill(
        [
            along((x - half, rail - 292), VANISHING, 0.0),
            along((x - half, rail - 292), VANISHING, 0.6),
            along((x - half, rail - 190), VANISHING, 0.6),
            (x - half, rail - 190),
        ],
        NAVY,
    )
    front = curve(
        [
            (x - half, rail - 16),
            (x - half, rail - 150),
            (x - half + 10, top + 60),
            (x - half + 40, top + 6),
            (x, top - 8),
            (x + half - 40, top + 6),
            (x + half - 10, top + 60),
            (x + half, rail - 150),
            (x + half, rail - 16),
        ],
        steps=6,
    )
    sheet.fill(front, VERMILION)
    sheet.stipple(front, BRICK, 0, 0.55)
    screen = curve(
        [
            (x - half + 18, rail - 170),
            (x - half + 26, top + 96),
            (x, top + 84),
            (x + half - 26, top + 96),
            (x + half - 18, rail - 170),
            (x, rail - 150),
        ],
        closed=True,
        steps=5,
    )
    sheet.fill(screen, mix(NAVY, MIDNIGHT, 0.4))
    sheet.fill(
        [(x + 30, top + 98), (x + 100, top + 102), (x + 40, rail - 170), (x - 40, rail - 166)], mix(NAVY, SKY, 0.3)
    )
    sheet.fill(
        curve(
            [
                (x - 96, rail - 160),
                (x - 88, rail - 214),
                (x - 60, rail - 226),
                (x - 34, rail - 214),
                (x - 26, rail - 158),
            ],
            steps=4,
        ),
        TEAL,
    )
    sheet.fill(oval(x - 60, rail - 244, 16, 19), PEACH)
    sheet.fill(oval(x - 60, rail - 252, 19, 16, 180, 360), UMBER)
    sheet.fill(
        [
            (x - half + 14, rail - 174),
            (x, rail - 154),
            (x + half - 14, rail - 174),
            (x + half - 6, rail - 120),
            (x - half + 6, rail - 120),
        ],
        VERMILION,
    )
    sheet.rect(x - 118, top + 28, x + 118, top + 72, MIDNIGHT)
    sheet.write(x, top + 62, "4  Saltmarsh", 36, BUTTER, "ms", 0.6)
    sheet.rect(x - half + 2, rail - 112, x + half - 2, rail - 98, PAPER)
    for side in (-1, 1):
        sheet.glow(x + side * 112, rail - 66, 66, PAPER, 0.8)
        sheet.disc(x + side * 112, rail - 66, 17, PAPER)
    sheet.rect(x - half + 6, rail - 30, x + half - 6, rail - 8, MIDNIGHT)
    sheet.line([(x - 60, top), (x - 16, top - 66), (x + 60, top)], MIDNIGHT, 5)
    sheet.line([(x - 70, top - 66), (x + 46, top - 66)], MIDNIGHT, 6)


STREETS = {
    "tram-line-4": tram_line_4,
}
