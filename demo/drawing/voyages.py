"""Ships at work: the icebreaker in the Straits, the research ship in a swell."""

from PIL import Image

from .brushes import Sheet
from .palette import (
    AMBER,
    BRICK,
    BUTTER,
    CORAL,
    CREAM,
    FOAM,
    FOG,
    MIDNIGHT,
    NAVY,
    PAPER,
    PEACH,
    PETROL,
    SKY,
    SLATE,
    STONE,
    TEAL,
    VERMILION,
    mix,
)
from .shapes import box, curve, down_to, moved, oval, plot, ridge
from .weather import bank_of_cloud, gulls, haze, ripples, swell, tongue


def straits_ice() -> Image.Image:
    """A small icebreaker in a lead between the floes."""
    sheet = Sheet("straits-ice", [mix(SKY, SLATE, 0.25), SKY, mix(FOG, PEACH, 0.3), mix(PEACH, PAPER, 0.5)])
    rng = sheet.rng
    sheet.fade(down_to(ridge(rng, -10, 1610, 352, 120, 90, 0.6), 400), [mix(SKY, PAPER, 0.4), mix(SKY, SLATE, 0.25)])
    sheet.fade(box(0, 380, 1600, 1067), [mix(SKY, TEAL, 0.5), PETROL, mix(PETROL, NAVY, 0.6)])
    haze(sheet, 380, 60, PAPER, 0.7)
    for row in range(15):
        near = (row / 14) ** 1.8
        y, wide = 400 + near * 640, 50 + near * 330
        x = rng.uniform(-wide, 0)
        while x < 1650:
            lead = abs(x + wide / 2 - (860 - 330 * near)) < 70 + 190 * near
            if not lead and rng.random() < 0.9:
                floe(sheet, x + wide / 2, y + rng.uniform(-8, 8) * (0.3 + near), wide * rng.uniform(0.42, 0.6), near)
            x += wide * rng.uniform(0.95, 1.2)
    icebreaker(sheet, 800, 640, 1.2)
    gulls(sheet, [(520, 260, 46), (600, 300, 34), (1130, 210, 40)], SLATE)
    return sheet.printed()


def floe(sheet: Sheet, x: float, y: float, half: float, near: float) -> None:
    """One slab of ice with a shaded edge; `near` from 0 at the horizon to 1 at our feet."""
    rng = sheet.rng
    flat = 0.13 + 0.12 * near
    corners = sorted(rng.uniform(0, 360) for _ in range(9))
    top = [
        oval(x, y, half * rng.uniform(0.8, 1.1), half * flat * rng.uniform(0.8, 1.1), corner, corner)[0]
        for corner in corners
    ]
    thick = 3 + 20 * near
    for sunk, ink in ((thick * 1.7, mix(PETROL, TEAL, 0.6)), (thick, mix(SKY, TEAL, 0.35))):
        sheet.fill([(px, py + sunk) for px, py in top], ink)
    sheet.fill(top, mix(PAPER, PEACH, 0.14 * (1 - near)))
    if near > 0.15:
        sheet.stipple(top, SKY, 0.75, 0, "right")


def icebreaker(sheet: Sheet, x: float, y: float, scale: float) -> None:
    """A stubby red icebreaker coming towards us on the quarter, about 300 by 330 pixels at scale 1."""

    def put(shape, ink) -> None:
        sheet.fill(moved(shape, x, y, scale), ink)

    put([(-70, -190), (30, -190), (38, -90), (-80, -90)], PAPER)
    put([(30, -190), (70, -182), (92, -92), (38, -90)], mix(PAPER, SLATE, 0.4))
    put([(-50, -234), (22, -234), (28, -188), (-56, -188)], PAPER)
    put([(22, -234), (52, -228), (60, -184), (28, -188)], mix(PAPER, SLATE, 0.4))
    put(box(-50, -226, 20, -206), NAVY)
    put([(22, -226), (52, -221), (54, -203), (24, -206)], mix(NAVY, MIDNIGHT, 0.6))
    for window in range(-58, 20, 20):
        put(oval(window, -150, 6, 6), NAVY)
        put(oval(window, -118, 6, 6), NAVY)
    put([(66, -216), (98, -212), (104, -120), (70, -116)], AMBER)
    put([(66, -216), (98, -212), (99, -196), (67, -200)], NAVY)
    put(box(-16, -300, -11, -232), NAVY)
    put(box(-34, -284, 8, -280), NAVY)
    put(box(-11, -298, 14, -284), CORAL)
    hull = curve(plot("-130,-120 -60,-98 60,-94 150,-104 146,-40 120,6 -40,14 -86,4 -112,-50"), closed=True)
    put(hull, VERMILION)
    sheet.stipple(moved(hull, x, y, scale), BRICK, 0, 0.95, "right")
    put(plot("-130,-120 -60,-98 60,-94 150,-104 150,-92 60,-82 -60,-86 -126,-106"), PAPER)
    for half, low, ink in ((230, 46, mix(FOAM, TEAL, 0.3)), (190, 32, mix(FOAM, PAPER, 0.75))):
        foam = [
            (x - half, y + low),
            (x - half * 0.66, y + 6),
            (x - half * 0.3, y + 20),
            (x + 20, y + 4),
            (x + half * 0.4, y + 18),
            (x + half * 0.72, y),
            (x + half, y + low * 0.8),
            (x + 20, y + low),
        ]
        sheet.fill(curve(foam, closed=True), ink)


def research_ship() -> Image.Image:
    """The university's research ship heading into a grey swell."""
    sheet = Sheet("research-ship", [SLATE, STONE, mix(STONE, FOG, 0.6), mix(FOG, BUTTER, 0.35), mix(FOG, BUTTER, 0.35)])
    for x, y, wide, tall in ((-120, 330, 1000, 210), (760, 280, 980, 190), (300, 440, 900, 120)):
        bank_of_cloud(sheet, x, y, wide, tall, mix(STONE, FOG, 0.45), SLATE)
    swell(sheet, 600, 26, 190, mix(TEAL, FOG, 0.45), TEAL, 760)
    swell(sheet, 650, 40, 260, mix(TEAL, FOG, 0.3), PETROL, 860)
    survey_vessel(sheet, 830, 740, 1.45)
    for tip_x, tip_y, ink in (
        (1420, 660, mix(FOAM, PAPER, 0.2)),
        (1330, 590, mix(FOAM, PAPER, 0.2)),
        (1380, 690, mix(FOAM, PAPER, 0.65)),
        (1265, 610, mix(FOAM, PAPER, 0.65)),
        (1320, 690, PAPER),
        (1215, 660, PAPER),
    ):
        tongue(sheet, 1200, 790, tip_x, tip_y, 74, ink)
    for _ in range(40):
        sheet.disc(sheet.rng.gauss(1330, 70), sheet.rng.gauss(610, 50), sheet.rng.choice((2, 3, 4, 6)), PAPER)
    swell(sheet, 775, 44, 330, mix(TEAL, FOAM, 0.3), PETROL, 1067)
    ripples(sheet, 800, 920, mix(FOAM, PAPER, 0.5), 60)
    swell(sheet, 930, 70, 480, PETROL, mix(PETROL, NAVY, 0.7), 1100)
    ripples(sheet, 960, 1060, TEAL, 40, long=140)
    gulls(sheet, [(420, 350, 60), (500, 300, 42), (330, 420, 36), (1290, 330, 50)], PAPER)
    return sheet.printed()


def survey_vessel(sheet: Sheet, x: float, y: float, scale: float) -> None:
    """A blue and white survey vessel with a stern gantry, about 540 by 280 pixels at scale 1, pitching."""

    def put(shape, ink) -> None:
        tilted = [(px, py - px * 0.07) for px, py in shape]
        sheet.fill(moved(tilted, x, y, scale), ink)

    put([(-30, -150), (110, -150), (138, -70), (-40, -70)], PAPER)
    put([(-30, -150), (20, -150), (14, -70), (-40, -70)], mix(PAPER, STONE, 0.5))
    put([(20, -192), (96, -192), (112, -150), (14, -150)], mix(PAPER, CREAM, 0.5))
    put([(44, -184), (95, -184), (104, -164), (44, -164)], NAVY)
    for window in range(34, 116, 22):
        put(oval(window, -116, 6, 6), NAVY)
        put(oval(window + 4, -90, 6, 6), NAVY)
    put([(-16, -150), (-12, -190), (10, -190), (14, -150)], AMBER)
    put(box(58, -268, 63, -192), SLATE)
    put(box(40, -246, 82, -242), SLATE)
    put(oval(61, -262, 12, 9), PAPER)
    put([(-226, -64), (-212, -64), (-196, -196), (-208, -196)], AMBER)
    put([(-176, -64), (-162, -64), (-190, -196), (-202, -196)], AMBER)
    put(box(-250, -202, -186, -192), AMBER)
    put(box(-244, -192, -242, -128), NAVY)
    put([(-258, -128), (-228, -128), (-232, -98), (-254, -98)], CORAL)
    put([(-120, -64), (-110, -64), (-64, -150), (-68, -156)], VERMILION)
    hull = plot("-250,-66 -60,-64 130,-68 258,-104 222,-30 190,30 -230,30 -248,-20")
    put(hull, NAVY)
    put(plot("-250,-56 -60,-54 130,-58 250,-90 246,-80 130,-46 -60,-42 -250,-44"), PAPER)


VOYAGES = {
    "straits-ice": straits_ice,
    "research-ship": research_ship,
}
