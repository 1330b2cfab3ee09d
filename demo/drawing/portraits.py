"""Head and shoulders of each author, 640 by 640 pixels."""

from functools import partial

from PIL import Image

from .brushes import Sheet
from .clothing import clothes, neck, shade_of
from .hair import BEARDS, STYLES
from .palette import BUTTER, CORAL, MIDNIGHT, PAPER, STONE, UMBER, mix
from .shapes import box, curve, moved, oval, plot
from .sitters import SITTERS, Sitter

SIZE = 640


def portrait(slug: str) -> Image.Image:
    """The portrait of an author by slug."""
    sitter = SITTERS[slug]
    sheet = Sheet(slug, [sitter.paper], (SIZE, SIZE))
    dark = mix(sitter.paper, MIDNIGHT, 0.5)
    sheet.disc(330, 280, 244, sitter.disc)
    sheet.stipple(oval(330, 280, 244, 244), sitter.paper, 0, 0.9)
    sheet.stipple(box(0, 380, SIZE, SIZE), dark, 0, 0.6)
    back, front = STYLES[sitter.style]
    for outline in back:
        lock = moved(curve(outline, closed=True), 320, 270, mirrored=sitter.turn < 0)
        sheet.fill(lock, mix(sitter.hair, MIDNIGHT, 0.22))
        sheet.stipple(lock, mix(sitter.hair, MIDNIGHT, 0.6), 0, 0.6)
    clothes(sheet, sitter)
    neck(sheet, sitter)
    head(sheet, sitter)
    if sitter.beard:
        growth(sheet, sitter)
    features(sheet, sitter)
    for outline in front:
        lock = moved(curve(outline, closed=True), 320, 270, mirrored=sitter.turn < 0)
        sheet.fill(lock, sitter.hair)
        sheet.stipple(lock, mix(sitter.hair, PAPER, 0.3), 0.55, 0, "right")
        sheet.stipple(lock, mix(sitter.hair, MIDNIGHT, 0.55), 0, 0.75, "right")
    if sitter.style == "cap":
        cap(sheet, sitter)
    if sitter.glasses:
        glasses(sheet, sitter)
    return sheet.printed()


def head(sheet: Sheet, sitter: Sitter) -> None:
    """The ears and the shape of the face, lit from the left."""
    wide, turn = sitter.wide, sitter.turn
    for side in (-1, 1):
        ear = 320 + side * (wide + 3) - turn * 0.6
        sheet.fill(oval(ear, 292, 17, 31), mix(sitter.skin, shade_of(sitter.skin), 0.25 if side < 0 else 0.7))
        sheet.fill(oval(ear + side * 2, 292, 8, 18), mix(sitter.skin, shade_of(sitter.skin), 0.6))
        if sitter.earring and sitter.style != "long":
            sheet.disc(ear, 332, 9, sitter.earring)
    face = curve(
        [
            (320 - wide, 262),
            (320 - wide * 0.93, 196),
            (320 - wide * 0.5, 142),
            (320, 130),
            (320 + wide * 0.5, 142),
            (320 + wide * 0.93, 196),
            (320 + wide, 262),
            (320 + wide * 0.93, 340),
            (320 + wide * 0.62 + turn * 0.4, 398),
            (330 + turn, 428),
            (310 + turn, 428),
            (320 - wide * 0.62 + turn * 0.4, 398),
            (320 - wide * 0.93, 340),
        ],
        closed=True,
    )
    sheet.fill(face, sitter.skin)
    sheet.stipple(face, mix(sitter.skin, BUTTER, 0.3), 0.5, 0, "right")
    shadow = curve(
        [
            (320 + wide * 0.35 + turn, 140),
            (320 + wide * 0.93, 196),
            (320 + wide, 262),
            (320 + wide * 0.93, 340),
            (320 + wide * 0.62 + turn * 0.4, 398),
            (330 + turn, 428),
            (320 + wide * 0.3 + turn, 392),
            (320 + wide * 0.56 + turn, 320),
            (320 + wide * 0.5 + turn, 230),
        ],
        closed=True,
    )
    sheet.stipple(shadow, shade_of(sitter.skin), 0.05, 0.95, "right")
    for side in (-1, 1):
        sheet.halo(320 + side * wide * 0.52 + turn, 338, 34, mix(sitter.skin, CORAL, 0.55), 0.55)


def features(sheet: Sheet, sitter: Sitter) -> None:
    """Eyes, brows, nose and mouth."""
    middle, shade = 320 + sitter.turn * 1.6, shade_of(sitter.skin)
    brow_ink = MIDNIGHT if sitter.style in ("bald", "cap") else mix(sitter.hair, MIDNIGHT, 0.45)
    for side in (-1, 1):
        x = middle + side * 44
        sheet.fill(
            curve([(x - 24, 286), (x - 8, 276), (x + 10, 276), (x + 24, 285), (x + 8, 295), (x - 9, 296)], closed=True),
            PAPER,
        )
        sheet.disc(x + sitter.turn * 0.35, 285, 9.5, mix(UMBER, MIDNIGHT, 0.75))
        sheet.disc(x + sitter.turn * 0.35 - 3, 282, 2.6, PAPER)
        sheet.line(curve([(x - 25, 286), (x - 9, 275), (x + 10, 275), (x + 25, 285)]), mix(shade, MIDNIGHT, 0.65), 4.5)
        sheet.fill(
            curve([(x - 29, 256 + side * 2), (x, 244), (x + 30, 256 - side * 2), (x, 244 + sitter.brow)], closed=True),
            brow_ink,
        )
        if sitter.lined:
            sheet.line(curve([(x - 18, 306), (x, 312), (x + 18, 306)]), mix(sitter.skin, shade, 0.55), 2.5)
    tip = middle + sitter.turn * 0.9
    sheet.fill(
        curve(
            [(middle + 4, 270), (tip + 8, 310), (tip + 21, 338), (tip + 6, 350), (tip - 4, 346), (tip + 2, 312)],
            closed=True,
        ),
        mix(sitter.skin, shade, 0.5),
    )
    sheet.line(curve([(tip - 18, 340), (tip - 12, 350), (tip + 4, 352), (tip + 18, 346)]), shade, 3.5)
    mouth = middle + sitter.turn * 0.3
    lip = mix(sitter.skin, sitter.lips, 0.55)
    sheet.fill(
        curve(
            [(mouth - 34, 382), (mouth - 10, 376), (mouth, 379), (mouth + 10, 376), (mouth + 34, 381), (mouth, 398)],
            closed=True,
        ),
        lip,
    )
    sheet.line(
        curve([(mouth - 36, 381), (mouth - 12, 386), (mouth + 12, 386), (mouth + 36, 379)]),
        mix(shade, MIDNIGHT, 0.4),
        3.5,
    )
    sheet.line(curve([(mouth - 12, 408), (mouth, 411), (mouth + 12, 408)]), mix(sitter.skin, shade, 0.6), 3)
    if sitter.lined:
        for side in (-1, 1):
            sheet.line(
                curve([(tip + side * 30, 344), (mouth + side * 46, 362), (mouth + side * 48, 384)]),
                mix(sitter.skin, shade, 0.6),
                3,
            )


def growth(sheet: Sheet, sitter: Sitter) -> None:
    """A beard or a moustache."""
    for outline in BEARDS[sitter.beard]:
        shape = moved(curve(outline, closed=True), 320 + sitter.turn, 270)
        if sitter.beard == "stubble":
            sheet.stipple(shape, mix(sitter.hair, sitter.skin, 0.25), 0.3, 0.75)
        else:
            ink = sitter.hair if sitter.style != "cap" else mix(sitter.hair, PAPER, 0.25)
            sheet.fill(shape, ink)
            sheet.stipple(shape, mix(ink, MIDNIGHT, 0.6), 0, 0.8, "right")


def cap(sheet: Sheet, sitter: Sitter) -> None:
    """A flat cap."""
    crown = curve(plot("196,222 190,160 250,104 340,92 430,126 452,200 440,224 320,206"), closed=True)
    wool = mix(UMBER, STONE, 0.35)
    sheet.fill(crown, wool)
    sheet.stipple(crown, mix(wool, MIDNIGHT, 0.6), 0, 0.9, "right")
    peak = curve(plot("178,232 210,200 320,190 396,206 380,226 300,216 210,240"), closed=True)
    sheet.fill(peak, mix(wool, MIDNIGHT, 0.35))
    sheet.line(curve([(320, 94), (300, 140), (306, 194)]), mix(wool, MIDNIGHT, 0.3), 3)


def glasses(sheet: Sheet, sitter: Sitter) -> None:
    """Spectacles, round or square by the sitter's turn."""
    middle, ink = 320 + sitter.turn * 1.6, sitter.glasses
    for side in (-1, 1):
        x = middle + side * 45
        rim = (
            oval(x, 286, 37, 34)
            if sitter.style != "receding"
            else curve([(x - 37, 266), (x + 37, 266), (x + 34, 308), (x - 34, 308)], closed=True, steps=6)
        )
        sheet.glaze(rim, PAPER, 0.18)
        sheet.line([*rim, rim[0], rim[1]], ink, 6.5)
        sheet.line([(x + side * 36, 278), (320 + side * (sitter.wide + 6) - sitter.turn * 0.6, 272)], ink, 6)
    sheet.line(curve([(middle - 10, 282), (middle, 276), (middle + 10, 282)]), ink, 6)


PORTRAITS = {slug: partial(portrait, slug) for slug in SITTERS}
