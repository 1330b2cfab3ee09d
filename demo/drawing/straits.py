"""The map of the Straits and the countries around them."""

from PIL import Image

from .brushes import Sheet
from .cartography import CURRENT, LAND, WATER, dashes, land, place, title
from .palette import BUTTER, CORAL, MOSS, NAVY, PAPER, SAGE, SAND, SKY, SLATE, STONE, TEAL, VERMILION, mix
from .shapes import box, curve, oval, plot


def map_straits() -> Image.Image:
    """The Straits and the countries around them."""
    sheet = Sheet("map-straits", [mix(WATER, PAPER, 0.35), WATER, mix(WATER, TEAL, 0.12)])
    north = plot("-60,-60 -60,150 260,190 420,130 640,200 820,160 1010,110 1160,-60")
    east = plot(
        "1700,-60 1330,-60 1270,60 1130,190 1010,270 900,300 820,370 700,400 640,470 676,540 "
        "636,610 700,700 690,790 760,880 740,960 800,1120 1700,1120"
    )
    land(sheet, north, ink=mix(LAND, SKY, 0.25))
    land(sheet, east)
    valmere = curve(plot("1700,-60 1330,-60 1270,60 1130,190 1080,226 1180,380 1080,510 1200,650 1330,740 1700,800"))
    sheet.fill(valmere, mix(LAND, SAGE, 0.5))
    sheet.stipple(valmere, mix(SAGE, MOSS, 0.5), 0.1, 0.3)
    kast = curve(plot("790,1120 742,960 760,900 900,930 1040,880 1200,900 1330,740 1700,800 1700,1120"))
    sheet.fill(kast, mix(LAND, CORAL, 0.22))
    sheet.stipple(kast, mix(CORAL, SAND, 0.5), 0.1, 0.25)
    for border in (
        plot("1080,226 1180,380 1080,510 1200,650 1330,740"),
        plot("752,900 900,930 1040,880 1200,900 1330,740 1610,790"),
    ):
        dashes(sheet, border, SLATE, 3)
    for x, y, wide, tall in (
        (210, 560, 60, 40),
        (300, 620, 44, 34),
        (170, 660, 40, 30),
        (260, 720, 52, 30),
        (340, 530, 28, 20),
        (120, 590, 22, 18),
        (220, 800, 30, 20),
    ):
        land(
            sheet,
            [
                (x + wide * px, y + tall * py)
                for px, py in (
                    (-1, 0),
                    (-0.5, -0.8),
                    (-0.1, -0.5),
                    (0.4, -0.95),
                    (1, -0.1),
                    (0.6, 0.2),
                    (0.5, 0.9),
                    (-0.1, 0.6),
                    (-0.7, 0.9),
                )
            ],
            ink=mix(LAND, BUTTER, 0.4),
        )
    for x, y, size in ((572, 668, 12), (540, 706, 15), (520, 660, 10)):
        land(sheet, oval(x, y, size, size * 0.7)[:-1:3])
    channel = plot("704,376 760,312 850,252 970,200 1090,120 1200,-20")
    sheet.stipple(
        curve(
            plot("690,300 820,190 1010,140 1180,-40 1290,-40 1240,60 1100,190 960,260 850,310 760,350 700,372"),
            closed=True,
        ),
        PAPER,
        1,
        0.6,
    )
    dashes(sheet, channel, VERMILION, 5)
    for x, y in ((1190, 430), (1230, 400), (1266, 450), (1216, 480), (1300, 410), (1250, 520), (1290, 500)):
        sheet.fill([(x - 24, y + 20), (x, y - 24), (x + 24, y + 20)], mix(MOSS, SLATE, 0.4))
        sheet.fill([(x, y - 24), (x + 24, y + 20), (x + 4, y + 10)], mix(MOSS, SAGE, 0.5))
        sheet.fill([(x - 8, y - 9), (x, y - 24), (x + 8, y - 9), (x, y - 14)], PAPER)
    sheet.write(1270, 588, "Corrin massif", 25, mix(MOSS, NAVY, 0.5), "ms")
    rails = mix(SLATE, NAVY, 0.4)
    sheet.line(curve([(650, 610), (780, 640), (880, 720), (1010, 790)]), rails, 4)
    sheet.line(curve(plot("780,640 940,570 1100,520 1210,450 1340,360 1430,330")), rails, 4)
    place(sheet, 648, 608, "Merrow", "rm", 34)
    place(sheet, 1010, 790, "Adelholm", "lm", 34, capital=True)
    place(sheet, 1430, 330, "Veldra", "lm", 32, capital=True)
    place(sheet, 1140, 500, "Orle", "mt", 26)
    place(sheet, 700, 400, "Tarn Haven", "rm", 28)
    for x, y, name in (
        (960, 700, "ESTERMARK"),
        (1440, 220, "VALMERE"),
        (1280, 960, "KAST"),
        (240, 480, "SUNDRY ISLES"),
    ):
        sheet.write(
            x,
            y,
            "  ".join(name) if name != "SUNDRY ISLES" else "S U N D R Y   I S L E S",
            34 if name != "SUNDRY ISLES" else 26,
            mix(SLATE, NAVY, 0.3),
            "ms",
        )
    sheet.write(560, 290, "The Straits", 36, CURRENT, "ms")
    sheet.write(1250, 150, "Inner channel", 27, mix(VERMILION, NAVY, 0.3), "ms", 0.3)
    sheet.line([(1150, 142), (1080, 130)], mix(VERMILION, NAVY, 0.3), 2)
    sheet.write(20, 716, "Skerry Banks", 26, CURRENT, "ls")
    sheet.line(oval(60, 640, 70, 44), mix(CURRENT, STONE, 0.4), 2)
    sheet.line([(96, 942), (160, 942)], rails, 4)
    sheet.write(176, 951, "Night trains from Merrow", 26, NAVY)
    sheet.stipple(box(96, 966, 160, 994), PAPER, 1, 1)
    sheet.write(176, 990, "Early ice", 26, NAVY)
    title(
        sheet,
        "The Straits and their neighbours",
        "The inner channel, dashed, runs north-east from Tarn Haven",
        "Estermark Shipping Authority; Courier",
    )
    return sheet.printed()


STRAITS = {
    "map-straits": map_straits,
}
