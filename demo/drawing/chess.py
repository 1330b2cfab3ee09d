"""The chess hall, its boards and pieces."""

from PIL import Image

from .brushes import Sheet
from .palette import (
    AMBER,
    BUTTER,
    CORAL,
    CREAM,
    FOAM,
    MIDNIGHT,
    PAPER,
    PEACH,
    PETROL,
    SAND,
    SLATE,
    TEAL,
    UMBER,
    VERMILION,
    Ink,
    mix,
)
from .shapes import arch, box, curve, moved, oval, plot


def chess_hall() -> Image.Image:
    """A chess board close up, the other tables going back into the hall."""
    sheet = Sheet("chess-hall", [mix(PETROL, MIDNIGHT, 0.5), PETROL, mix(TEAL, PETROL, 0.4)])
    for x in range(60, 1600, 300):
        window = arch(x, 60, x + 170, 350)
        sheet.fade(window, [mix(FOAM, PETROL, 0.3), mix(BUTTER, FOAM, 0.4)])
        sheet.line([(x + 85, 60), (x + 85, 350)], PETROL, 6)
        sheet.line([(x, 210), (x + 170, 210)], PETROL, 6)
    sheet.rect(0, 440, 1600, 486, mix(PETROL, MIDNIGHT, 0.5))
    sheet.fill(box(0, 480, 1600, 1067), mix(UMBER, PETROL, 0.5))
    for x in range(60, 1600, 300):
        sheet.stipple([(x - 60, 484), (x + 110, 484), (x + 10, 800), (x - 260, 800)], BUTTER, 0.4, 0.1)
    sheet.stipple(box(0, 480, 1600, 800), MIDNIGHT, 0.1, 0.5)
    for y, size, count in ((520, 0.5, 6), (610, 0.8, 4)):
        for seat in range(count):
            pair(sheet, 1600 * (seat + 0.5) / count, y, size)
    sheet.fill([(-10, 800), (1610, 800), (1610, 1067), (-10, 1067)], mix(UMBER, CORAL, 0.25))
    sheet.fill([(-10, 794), (1610, 794), (1610, 806), (-10, 806)], mix(SAND, UMBER, 0.3))
    board(sheet)
    for x, y, size, shape, ink in (
        (470, 800, 150, "rook", MIDNIGHT),
        (610, 812, 180, "knight", MIDNIGHT),
        (760, 806, 150, "pawn", MIDNIGHT),
        (1180, 820, 150, "pawn", CREAM),
        (1050, 850, 265, "king", CREAM),
        (890, 880, 205, "bishop", MIDNIGHT),
        (680, 930, 170, "pawn", CREAM),
        (500, 985, 330, "queen", CREAM),
        (1230, 960, 185, "pawn", CREAM),
        (360, 900, 170, "pawn", MIDNIGHT),
    ):
        piece(sheet, x, y, size, shape, ink)
    clock(sheet, 1430, 905)
    return sheet.printed()


def board(sheet: Sheet) -> None:
    """The board in perspective, eight by eight."""

    def at(file: float, rank: float) -> tuple[float, float]:
        depth = max(0, rank / 8) ** 0.86
        y = 1150 - 380 * depth
        half = 640 - 300 * depth
        return 800 + (file / 8 - 0.5) * 2 * half, y

    sheet.fill([at(-0.3, -0.2), at(8.3, -0.2), at(8.25, 8.25), at(-0.25, 8.25)], UMBER)
    for file in range(8):
        for rank in range(8):
            ink = CREAM if (file + rank) % 2 else mix(TEAL, PETROL, 0.4)
            sheet.fill([at(file, rank), at(file + 1, rank), at(file + 1, rank + 1), at(file, rank + 1)], ink)
    sheet.stipple([at(0, 0), at(8, 0), at(8, 8), at(0, 8)], MIDNIGHT, 0.3, 0.0, "up")


def pair(sheet: Sheet, x: float, y: float, size: float) -> None:
    """Two players at a table with a lamp, bent over a board."""
    ink = mix(MIDNIGHT, PETROL, 0.25 if size > 0.6 else 0.5)
    sheet.glow(x, y + 40 * size, 190 * size, BUTTER, 0.55)
    for side in (-1, 1):
        body = curve(plot("-150,130 -140,20 -110,-50 -70,-40 -60,40 -40,130"))
        sheet.fill(moved(body, x, y, size, mirrored=side > 0), mix(ink, VERMILION if side > 0 else TEAL, 0.35))
        sheet.fill(moved(oval(-78, -78, 28, 34), x, y, size, mirrored=side > 0), mix(PEACH, UMBER, 0.3))
        sheet.fill(moved(oval(-86, -92, 30, 26), x, y, size, mirrored=side > 0), ink)
        sheet.fill(
            moved(
                curve(plot("-100,40 -60,66 -30,62 -50,-40 -66,-44 -70,30"), closed=True), x, y, size, mirrored=side > 0
            ),
            mix(ink, SLATE, 0.3),
        )
    sheet.rect(x - 120 * size, y + 60 * size, x + 120 * size, y + 78 * size, mix(SAND, UMBER, 0.2))
    sheet.rect(x - 106 * size, y + 78 * size, x + 106 * size, y + 170 * size, mix(UMBER, MIDNIGHT, 0.4))
    for place in (-30, -12, 8, 26):
        sheet.rect(
            x + place * size,
            y + (36 if place % 4 else 44) * size,
            x + (place + 9) * size,
            y + 60 * size,
            CREAM if place < 0 else MIDNIGHT,
        )


def piece(sheet: Sheet, x: float, foot: float, tall: float, shape: str, ink: Ink) -> None:
    """A turned chess piece standing at `foot`, lit from the left."""
    wide = tall * (0.2 if shape in ("king", "queen") else 0.26)
    side = mix(ink, UMBER, 0.55) if ink == CREAM else mix(ink, TEAL, 0.3)
    sheet.stipple(oval(x + wide * 1.1, foot, wide * 1.9, wide * 0.4), MIDNIGHT, 0.85, 0.5)
    profile = plot("1.0,0 1.05,0.05 0.82,0.1 0.6,0.16 0.42,0.32 0.34,0.52 0.52,0.58 0.36,0.62")
    head = {
        "pawn": [(0.5, 0.7), (0.62, 0.82), (0.48, 0.95), (0, 1)],
        "bishop": [(0.5, 0.72), (0.42, 0.86), (0.14, 0.95), (0, 1)],
        "rook": [(0.5, 0.72), (0.66, 0.78), (0.66, 1), (0, 1)],
        "queen": plot("0.44,0.66 0.4,0.74 0.72,0.9 0.5,0.87 0.36,0.93 0.2,0.9 0.16,0.96 0,0.99"),
        "king": plot("0.44,0.66 0.4,0.72 0.66,0.84 0.56,0.88 0.2,0.91 0,0.92"),
        "knight": [(0.5, 0.66), (0, 0.7)],
    }[shape]
    outline = [(x + wide * across, foot - tall * up) for across, up in profile + head]
    full = outline + [(2 * x - px, py) for px, py in reversed(outline)]
    sheet.fill(oval(x, foot, wide, wide * 0.28), ink)
    sheet.fill(full, ink)
    if shape == "knight":
        full = moved(
            curve(
                plot(
                    "-0.16,-0.62 -0.14,-0.78 -0.08,-0.95 0.0,-1.0 0.03,-0.93 0.2,-0.84 0.26,-0.74 "
                    "0.2,-0.7 0.06,-0.74 0.14,-0.62"
                ),
                closed=True,
            ),
            x,
            foot,
            tall,
        )
        sheet.fill(full, ink)
        sheet.disc(x + tall * 0.05, foot - tall * 0.86, tall * 0.014, CREAM)
    if shape == "king":
        sheet.rect(x - tall * 0.014, foot - tall * 1.04, x + tall * 0.014, foot - tall * 0.88, ink)
        sheet.rect(x - tall * 0.05, foot - tall * 1.0, x + tall * 0.05, foot - tall * 0.97, ink)
    sheet.stipple([point for point in full if point[0] >= x - 1], side, 0, 1, "right")


def clock(sheet: Sheet, x: float, y: float) -> None:
    """A two-faced chess clock."""
    sheet.fill(
        curve([(x - 130, y + 80), (x - 124, y - 60), (x, y - 80), (x + 124, y - 60), (x + 130, y + 80)], steps=5),
        mix(UMBER, MIDNIGHT, 0.5),
    )
    for side, hour, minute in ((-58, (10, -16), (0, -36)), (58, (-16, -10), (18, -30))):
        sheet.disc(x + side, y + 6, 50, AMBER)
        sheet.disc(x + side, y + 6, 44, PAPER)
        sheet.line([(x + side, y + 6), (x + side + hour[0], y + 6 + hour[1])], MIDNIGHT, 5)
        sheet.line([(x + side, y + 6), (x + side + minute[0], y + 6 + minute[1])], MIDNIGHT, 3)
    sheet.rect(x - 80, y - 100, x - 50, y - 70, AMBER)
    sheet.rect(x + 50, y - 90, x + 80, y - 68, AMBER)


CHESS = {
    "chess-hall": chess_hall,
}
