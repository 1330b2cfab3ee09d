"""Ships and boats, drawn at any size from the side or from the bow."""

from .brushes import Sheet
from .palette import BUTTER, CORAL, NAVY, PAPER, SLATE, VERMILION, Ink, mix
from .shapes import box, curve, moved, plot


def ferry(
    sheet: Sheet, x: float, y: float, scale: float, hull: Ink, house: Ink, lit: Ink, mirrored: bool = False
) -> None:
    """A Sarn Line ferry from the side, about 620 by 190 pixels at scale 1; `x`, `y` is her waterline amidships."""

    def put(shape, ink: Ink) -> None:
        sheet.fill(moved(shape, x, y, scale, mirrored), ink)

    shadow = mix(house, NAVY, 0.32)
    put(box(-210, -146, 120, -86), house)
    put([(120, -146), (158, -104), (158, -86), (120, -86)], house)
    put([(-250, -92), (205, -92), (232, -58), (-275, -58)], house)
    sheet.stipple(
        moved(box(-210, -146, 40, -86), x, y, scale, mirrored), shadow, 0.75, 0, "left" if mirrored else "right"
    )
    put([(20, -146), (30, -176), (104, -176), (128, -146)], mix(house, PAPER, 0.3))
    put(box(36, -170, 108, -156), NAVY)
    put([(-150, -146), (-142, -196), (-88, -196), (-78, -146)], VERMILION)
    put([(-144.5, -180), (-142, -196), (-88, -196), (-85, -180)], NAVY)
    put(box(62, -214, 67, -176), house)
    put(box(58, -194, 84, -190), house)
    put(box(54, -209, 71, -206), house)
    for deck, left, right, step in ((-132, -198, 110, 20), (-110, -198, 140, 20), (-80, -250, 195, 26)):
        for place in range(left, right, step):
            put(box(place, deck, place + step * 0.55, deck + 10), lit if (place * 7 + deck) % 5 else shadow)
    body = plot("-290,-60 -40,-58 180,-60 300,-76 268,-20 246,8 -272,8 -288,-20")
    put(body, hull)
    sheet.stipple(moved(body, x, y, scale, mirrored), mix(hull, PAPER, 0.25), 0.5, 0)
    put(plot("-289,-42 -40,-42 190,-43 286,-52 282,-44 190,-35 -40,-34 -288,-34"), CORAL)
    put(box(-238, -70, -222, -58), VERMILION)
    for boat in (-60, 0):
        put(curve([(boat, -104), (boat + 38, -104), (boat + 30, -93), (boat + 8, -93)], closed=True), CORAL)


def bow(sheet: Sheet, x: float, y: float, scale: float, hull: Ink, house: Ink, glass: Ink) -> None:
    """A ferry seen bow on, about 300 wide and 430 tall at scale 1; `x`, `y` is the foot of her stem."""

    def both(shape, left_ink: Ink, right_ink: Ink) -> None:
        sheet.fill(moved(shape, x, y, scale), right_ink)
        sheet.fill(moved(shape, x, y, scale, mirrored=True), left_ink)

    dim = mix(house, SLATE, 0.35)
    both([(0, -400), (66, -400), (72, -352), (0, -352)], dim, house)
    both([(0, -356), (112, -356), (118, -262), (0, -262)], dim, house)
    both([(0, -266), (134, -266), (140, -190), (0, -190)], dim, house)
    both([(0, -394), (58, -394), (62, -366), (0, -366)], mix(glass, NAVY, 0.4), glass)
    for row, wide, step in ((-338, 100, 25), (-304, 100, 25), (-246, 122, 30)):
        for place in range(8, wide, step):
            both(box(place, row, place + step * 0.6, row + 15), mix(glass, NAVY, 0.35), glass)
    both([(0, -470), (3, -470), (3, -400), (0, -400)], dim, house)
    both([(0, -446), (26, -446), (26, -440), (0, -440)], dim, house)
    flare = plot("0,-232 60,-226 150,-200 142,-120 112,-40 88,6 0,10")
    both(curve(flare, steps=5), mix(hull, NAVY, 0.55), hull)
    sheet.stipple(moved([(0, 10), *flare], x, y, scale), mix(hull, NAVY, 0.6), 0, 0.7)
    both(plot("0,-176 76,-168 147,-150 145,-136 76,-154 0,-162"), mix(CORAL, NAVY, 0.45), CORAL)
    both([(54, -128), (72, -124), (70, -100), (56, -103)], NAVY, mix(hull, NAVY, 0.8))
    both([(0, -26), (97, -26), (88, 6), (0, 10)], mix(VERMILION, NAVY, 0.6), mix(VERMILION, NAVY, 0.25))


def boat(sheet: Sheet, x: float, y: float, scale: float, hull: Ink, cabin: Ink, mirrored: bool = False) -> None:
    """A small fishing boat from the side, about 170 wide and 150 tall at scale 1."""

    def put(shape, ink: Ink) -> None:
        sheet.fill(moved(shape, x, y, scale, mirrored), ink)

    mast = mix(hull, NAVY, 0.5)
    put(box(-32, -150, -28, -30), mast)
    sheet.line(moved([(-30, -140), (82, -46)], x, y, scale, mirrored), mast, max(1, scale * 1.5))
    sheet.line(moved([(-30, -140), (-84, -38)], x, y, scale, mirrored), mast, max(1, scale * 1.5))
    put([(-4, -72), (40, -72), (46, -30), (-8, -30)], cabin)
    put(box(-10, -78, 46, -71), mix(cabin, NAVY, 0.5))
    put(box(4, -66, 19, -50), NAVY)
    put(box(24, -66, 37, -50), BUTTER)
    body = curve(plot("-88,-40 -30,-32 40,-36 92,-56 76,-10 62,6 -74,6 -84,-14"), closed=True)
    put(body, hull)
    sheet.stipple(moved(body, x, y, scale, mirrored), mix(hull, NAVY, 0.6), 0, 0.75)
    put(plot("-86,-34 -30,-27 40,-31 88,-50 87,-44 40,-25 -30,-21 -86,-28"), PAPER)
