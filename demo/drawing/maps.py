"""Maps of the city: the harbour and its islands, the tram lines."""

from PIL import Image

from .brushes import Sheet
from .cartography import CURRENT, LAND, WATER, dashes, land, place, scale_bar, title
from .palette import AMBER, CORAL, CREAM, NAVY, PAPER, SAGE, SLATE, TEAL, VERMILION, Ink, mix
from .shapes import Point, box, curve, oval, plot


def map_harbour() -> Image.Image:
    """Merrow Bay with the three islands, the ferry routes and Hollin Sound."""
    sheet = Sheet("map-harbour", [mix(WATER, TEAL, 0.15), WATER])
    for step in range(4):
        grow = 60 * (3 - step)
        depth = curve(
            [
                (300 - grow, 250),
                (560, 190 - grow),
                (900, 420),
                (1060, 700),
                (860, 930 + grow),
                (480, 980),
                (250 - grow, 720),
            ],
            closed=True,
        )
        sheet.glaze(depth, mix(WATER, TEAL, 0.5), 0.14)
    mainland = plot(
        "860,-60 900,60 962,150 950,250 1010,330 1130,370 1230,440 1262,500 1330,536 1276,590 "
        "1268,660 1310,730 1260,820 1190,900 1210,980 1150,1100 1700,1130 1700,-80"
    )
    land(sheet, mainland)
    sheet.line(curve(plot("1610,470 1500,520 1430,500 1330,534 1290,544")), WATER, 22)
    sheet.fill(
        curve(plot("1290,440 1420,430 1480,520 1440,650 1340,700 1290,640 1300,580 1350,536 1290,500"), closed=True),
        mix(CORAL, CREAM, 0.5),
    )
    sheet.line(curve([(1500, 520), (1430, 500), (1330, 534), (1290, 544)]), WATER, 22)
    great = plot(
        "430,790 462,716 520,700 560,672 610,716 640,702 690,770 668,800 682,850 610,880 "
        "580,930 520,890 446,900 452,850"
    )
    little = plot("622,440 652,404 700,410 736,384 776,436 752,462 764,496 706,500 672,528 636,500")
    hollin = plot(
        "384,350 410,306 452,318 490,286 532,322 520,352 548,404 512,430 500,474 444,452 404,470 396,420 366,392"
    )
    for island in (great, little, hollin):
        land(sheet, island, ink=mix(LAND, SAGE, 0.35))
    quay = (1282, 560)
    dashes(sheet, [quay, (1100, 640), (860, 740), (672, 790)], VERMILION, 5)
    dashes(sheet, [quay, (1100, 590), (920, 540), (760, 470)], VERMILION, 5)
    dashes(sheet, [(690, 516), (600, 580), (500, 540), (480, 466)], VERMILION, 5)
    sheet.line(curve([(584, 400), (680, 330), (820, 270), (948, 246)]), AMBER, 6)
    sheet.write(800, 250, "Planned cable, 11 km", 26, CURRENT, "ms", 0.3)
    for x, y in ((574, 372), (582, 408), (588, 444)):
        sheet.disc(x, y, 8, AMBER)
    sheet.write(560, 272, "Hollin Sound", 29, CURRENT, "ms", 0.5)
    sheet.line([(566, 284), (578, 354)], CURRENT, 2)
    for x, y, name in ((555, 802, "Great Sarn"), (698, 464, "Little Sarn"), (462, 380, "Hollin")):
        sheet.write(x, y, name, 32 if name == "Great Sarn" else 25, NAVY, "ms", 0.7)
        place(sheet, *quay, "Ferry quay", "rm", 26)
    sheet.write(1396, 580, "MERROW", 40, NAVY, "ms", 1)
    for x, y, name in ((1390, 466, "Lantern Hill"), (1372, 640, "Oldquay"), (1396, 740, "Saltmarsh")):
        sheet.write(x, y, name, 25, SLATE, "ms", 0.3)
    sheet.write(1590, 444, "Esk Varden", 25, CURRENT, "rs")
    sheet.fill(oval(1130, 500, 16, 10), mix(LAND, SAGE, 0.3))
    sheet.fill([(1126, 500), (1128, 470), (1134, 470), (1136, 500)], VERMILION)
    sheet.write(1130, 456, "Sarn Light", 26, NAVY, "ms", 0.3)
    sheet.write(960, 860, "Merrow Bay", 42, CURRENT, "ms")
    sheet.write(180, 620, "To the Sundry Isles", 27, CURRENT, "ms")
    sheet.line([(290, 640), (70, 640)], CURRENT, 3)
    sheet.fill([(52, 640), (80, 628), (80, 652)], CURRENT)
    sheet.write(880, 762, "19 km, one hour", 25, mix(VERMILION, NAVY, 0.3), "lt")
    scale_bar(sheet, 80, 930, 200, "5 kilometres")
    title(
        sheet,
        "The harbour and the islands",
        "Ferry routes of Sarn Line, dashed",
        "Merrow Harbour Office; Estermark Tidal",
    )
    return sheet.printed()


def stops(sheet: Sheet, names: list[tuple[float, float, str, str]], ink: Ink) -> None:
    """Tram stops with their names; the anchor says on which side."""
    for x, y, name, anchor in names:
        sheet.disc(x, y, 13, ink)
        sheet.disc(x, y, 7, PAPER)
        away = {"lm": (24, 0), "rm": (-24, 0), "ms": (0, -24), "mt": (0, 24)}[anchor]
        sheet.write(x + away[0], y + away[1], name, 26, NAVY, anchor, 0.3)


def badge(sheet: Sheet, x: float, y: float, number: str, ink: Ink) -> None:
    """The number of a line at its terminus."""
    sheet.fill(box(x - 27, y - 27, x + 27, y + 27), ink)
    sheet.write(x, y, number, 36, PAPER, "mm", 1)


def map_tram() -> Image.Image:
    """The tram lines drawn as a diagram; line 4 dashed where it is put off."""
    sheet = Sheet("map-tram", [PAPER])
    sheet.fill(curve(plot("-40,700 200,720 420,800 560,900 760,960 1040,1000 1180,1100 -40,1100")), WATER)
    sheet.stipple(
        curve(plot("-40,700 200,720 420,800 560,900 760,960 1040,1000 1180,1100 -40,1100")),
        mix(WATER, TEAL, 0.5),
        0,
        0.35,
    )
    river = curve(plot("1640,300 1300,370 1000,470 720,560 520,690 330,780"))
    sheet.line(river, WATER, 62)
    sheet.write(1410, 318, "Esk Varden", 28, CURRENT, "ms")
    sheet.write(150, 880, "The harbour", 34, CURRENT, "ls")
    lines: tuple[tuple[list[Point], Ink], ...] = (
        (plot("350,270 540,270 720,450 720,640 860,780 1040,780"), TEAL),
        (plot("210,520 720,520 900,340 1240,340 1240,260"), AMBER),
        (plot("744,250 744,560 960,560 1100,620 1440,620"), mix(NAVY, SLATE, 0.3)),
    )
    for route, ink in lines:
        sheet.line(route, ink, 16)
    sheet.line(plot("720,545 640,640 640,700 760,860 1180,860"), VERMILION, 18)
    for x in range(1180, 1395, 34):
        sheet.rect(x, 851, x + 18, 869, mix(VERMILION, PAPER, 0.3))
    stops(
        sheet,
        [
            (350, 270, "Northgate", "ms"),
            (540, 270, "Central Station", "ms"),
            (640, 370, "Market", "rm"),
            (800, 720, "Rope Street", "lm"),
            (1040, 780, "The Ropewalk", "lm"),
        ],
        TEAL,
    )
    stops(
        sheet,
        [
            (210, 520, "Lantern Hill", "ms"),
            (400, 520, "St Brannoc's", "ms"),
            (860, 380, "Exchange", "lm"),
            (1040, 340, "Kettle Park", "ms"),
            (1240, 260, "University", "ms"),
        ],
        AMBER,
    )
    stops(
        sheet,
        [
            (744, 250, "Mill Lane", "lm"),
            (1000, 577, "Theatre", "mt"),
            (1100, 620, "Currier Street", "mt"),
            (1440, 620, "Tannery Row", "ms"),
        ],
        mix(NAVY, SLATE, 0.3),
    )
    stops(
        sheet,
        [
            (640, 640, "Customs House", "rm"),
            (640, 700, "Fish Hall", "rm"),
            (700, 780, "Tar Street", "rm"),
            (760, 860, "Fuller Street", "mt"),
            (900, 860, "City Hospital", "ms"),
            (1040, 860, "Samphire Street", "mt"),
            (1180, 860, "Cockle Lane", "ms"),
            (1400, 860, "Saltmarsh Shore", "ms"),
        ],
        VERMILION,
    )
    sheet.fill(box(694, 496, 772, 572), PAPER)
    for left, top, right, bottom, ink in ((696, 498, 770, 570, NAVY), (704, 506, 762, 562, PAPER)):
        sheet.rect(left, top, right, bottom, ink)
    sheet.write(790, 522, "Iron Bridge", 34, NAVY, "lm", 0.9)
    for x, y, number, ink in (
        (238, 270, "1", TEAL),
        (98, 520, "2", AMBER),
        (744, 204, "3", mix(NAVY, SLATE, 0.3)),
        (1548, 860, "4", VERMILION),
    ):
        badge(sheet, x, y, number, ink)
    sheet.write(1290, 900, "Put off until the", 24, mix(VERMILION, NAVY, 0.3), "mt")
    sheet.write(1290, 930, "new sea wall is placed", 24, mix(VERMILION, NAVY, 0.3), "mt")
    title(sheet, "Tram lines 1 to 4", "Line 4 opens to Cockle Lane first", "Merrow Tramway Office. Not to scale", 70)
    return sheet.printed()


MAPS = {
    "map-harbour": map_harbour,
    "map-tram": map_tram,
}
