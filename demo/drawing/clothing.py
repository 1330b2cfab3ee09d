"""What the sitters wear."""

from .brushes import Sheet
from .palette import AMBER, BRICK, MIDNIGHT, PAPER, PLUM, SLATE, UMBER, VERMILION, Ink, mix
from .shapes import curve, plot
from .sitters import Sitter


def neck(sheet: Sheet, sitter: Sitter) -> None:
    """The neck, in the shadow of the chin."""
    throat = curve(plot("262,380 378,380 380,462 400,500 320,552 240,500 260,462"), closed=True)
    sheet.fill(throat, sitter.skin)
    sheet.stipple(throat, shade_of(sitter.skin), 1, 0.1)
    if sitter.collar in ("jersey", "roll"):
        band = plot("250,446 390,446 404,516 320,540 236,516")
        sheet.fill(
            curve(band, closed=True, steps=5), sitter.shirt if sitter.collar == "roll" else mix(sitter.coat, SLATE, 0.3)
        )
        for rib in range(252, 396, 16):
            sheet.line([(rib, 456), (rib - (320 - rib) * 0.08, 520)], mix(sitter.coat, MIDNIGHT, 0.4), 2)
    elif sitter.collar == "scarf":
        for outline, ink in (
            (plot("226,470 320,520 414,466 424,520 330,572 218,528"), VERMILION),
            ([(342, 540), (402, 528), (426, 640), (352, 640)], mix(VERMILION, PLUM, 0.25)),
        ):
            sheet.fill(curve(outline, closed=True), ink)
            sheet.stipple(curve(outline, closed=True), BRICK, 0, 0.8)


def clothes(sheet: Sheet, sitter: Sitter) -> None:
    """The shoulders, and what shows at the neck."""
    coat, shirt = sitter.coat, sitter.shirt
    shoulders = [*curve(plot("40,660 62,570 128,524 226,490 320,500 414,490 512,524 578,570 600,660"))]
    sheet.fill(shoulders, coat)
    sheet.stipple(shoulders, mix(coat, MIDNIGHT, 0.6), 0, 0.85, "right")
    sheet.stipple(shoulders, mix(coat, PAPER, 0.4), 0.35, 0, "right")
    dark, light = mix(coat, MIDNIGHT, 0.4), mix(coat, PAPER, 0.16)
    opening = plot("236,486 320,470 404,486 330,650 310,650")
    if sitter.collar in ("blazer", "tie", "shirt", "strap"):
        sheet.fill(opening if sitter.collar != "shirt" else [(262, 486), (320, 560), (378, 486)], shirt)
        for side in (-1, 1):
            lapel = [
                (320 + side * 88, 484),
                (320 + side * 120, 520),
                (320 + side * 142, 576),
                (320 + side * 92, 582),
                (320 + side * 96, 604),
                (320 + side * 6, 660),
            ]
            if sitter.collar in ("blazer", "tie"):
                sheet.fill([(320 + side * 84, 480), *lapel], light if side < 0 else dark)
            wing = [(320 + side * 62, 456), (320 + side * 92, 500), (320 + side * 40, 556), (320, 522)]
            if sitter.collar != "blazer":
                sheet.fill(wing, mix(shirt, PAPER, 0.4) if side < 0 else mix(shirt, SLATE, 0.2))
    finish(sheet, sitter, light, dark)


def finish(sheet: Sheet, sitter: Sitter, light: Ink, dark: Ink) -> None:
    """What makes the clothes a sitter's own: a tie, a hood, a neckline, a strap, a pattern."""
    coat, shirt = sitter.coat, sitter.shirt
    if sitter.collar == "tie":
        sheet.fill([(304, 528), (336, 528), (332, 556), (308, 556)], mix(AMBER, BRICK, 0.35))
        sheet.fill([(308, 556), (332, 556), (346, 660), (294, 660)], mix(AMBER, BRICK, 0.25))
    if sitter.collar == "hood":
        for side in (-1, 1):
            fold = [
                (320 + side * 4, 580),
                (320 + side * 70, 470),
                (320 + side * 120, 470),
                (320 + side * 136, 520),
                (320 + side * 60, 600),
            ]
            sheet.fill(curve(fold, closed=True), light if side < 0 else dark)
            sheet.line([(320 + side * 30, 566), (320 + side * 34, 640)], PAPER, 5)
    if sitter.collar == "round":
        sheet.fill(curve(plot("214,488 246,530 320,560 394,530 426,488 410,478 230,478"), closed=True), shirt)
    if sitter.collar == "strap":
        sheet.line([(196, 496), (300, 660)], MIDNIGHT, 24)
        sheet.line([(192, 496), (296, 660)], AMBER, 3)
    if sitter.collar == "jersey":
        for row in range(3):
            sheet.line(
                curve(
                    [
                        (90 - row * 12, 580 + row * 30),
                        (220, 540 + row * 34),
                        (320, 566 + row * 34),
                        (420, 540 + row * 34),
                        (550 + row * 12, 580 + row * 30),
                    ]
                ),
                mix(coat, SLATE, 0.35),
                5,
            )


def shade_of(skin: Ink) -> Ink:
    """The ink of the shadow on a skin."""
    return mix(skin, mix(PLUM, UMBER, 0.5), 0.55)
