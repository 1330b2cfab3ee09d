"""Charts of the data desk, set on paper with their titles, labels and sources."""

from itertools import pairwise

from PIL import Image

from .brushes import Sheet
from .palette import AMBER, CORAL, FOAM, NAVY, PAPER, PETROL, SLATE, STONE, TEAL, VERMILION, Ink, mix
from .shapes import box, curve, dice

LEFT, RIGHT, TOP, FOOT = 110, 1490, 290, 900
RULE: Ink = mix(STONE, PAPER, 0.55)
QUIET: Ink = mix(SLATE, NAVY, 0.25)


def chart_sheet(slug: str, title: str, measure: str, source: str) -> Sheet:
    """A sheet of paper with the chart's title, what it measures and its source."""
    sheet = Sheet(slug, [PAPER])
    sheet.rect(LEFT - 40, 70, LEFT + 50, 82, VERMILION)
    sheet.write(LEFT - 40, 148, title, 52, NAVY, weight=0.9)
    sheet.write(LEFT - 40, 204, measure, 31, QUIET)
    sheet.rect(LEFT - 40, 984, RIGHT + 40, 986, RULE)
    sheet.write(LEFT - 40, 1028, f"Source: {source}", 25, QUIET)
    sheet.write(RIGHT + 40, 1028, "The Merrow Courier", 25, QUIET, "rs", 0.3)
    return sheet


def height_of(value: float, low: float, high: float) -> float:
    """Where a value stands on the sheet, in pixels from the top."""
    return FOOT - (FOOT - TOP) * (value - low) / (high - low)


def levels(sheet: Sheet, values: list[float], low: float, high: float, form: str = "{:g}") -> None:
    """The horizontal rules with their values on the left."""
    for value in values:
        y = height_of(value, low, high)
        sheet.rect(LEFT, y - 1, RIGHT, y + 1, NAVY if value == low else RULE)
        sheet.write(LEFT - 14, y, form.format(value), 27, QUIET, "rm")


def chart_fish_prices() -> Image.Image:
    """Herring at the Fish Hall auction over five years, month by month."""
    sheet = chart_sheet(
        "chart-fish-prices",
        "Herring: up 71 per cent in five years",
        "Auction price at the Fish Hall, whole fish, crowns per kilo, monthly average",
        "Fish Hall auction register",
    )
    low, high, months = 0.0, 1.4, 60
    levels(sheet, [0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.2, 1.4], low, high, "{:.2f}")
    rng = dice("fish")
    season = (0, 0.02, 0.04, 0.05, 0.02, -0.02, -0.05, -0.06, -0.04, -0.01, 0.01, 0.01)
    prices = [
        0.69 + 0.42 * (month / months) ** 1.25 + season[month % 12] + rng.uniform(-0.018, 0.018) for month in range(54)
    ]
    prices = [0.69, *prices[1:], 1.13, 1.19, 1.24, 1.26, 1.21, 1.18]
    step = (RIGHT - 150 - LEFT) / (months - 1)
    points = [(LEFT + step * month, height_of(price, low, high)) for month, price in enumerate(prices)]
    closed = box(points[54][0], TOP, points[57][0], FOOT)
    sheet.stipple(closed, mix(TEAL, STONE, 0.4), 0.3, 0.3)
    sheet.stipple([*points, (points[-1][0], FOOT), (LEFT, FOOT)], CORAL, 0.55, 0.02)
    sheet.line(points, VERMILION, 8)
    for year in range(6):
        x = LEFT + step * year * 11.8
        sheet.rect(x - 1, FOOT, x + 1, FOOT + 12, NAVY)
        label = "Now" if year == 5 else f"{5 - year} year{'s' if year < 4 else ''} ago"
        sheet.write(x, FOOT + 46, label, 27, QUIET, "ms" if year else "ls")
    ink = mix(VERMILION, NAVY, 0.25)
    for x, y in (points[0], points[-1]):
        sheet.disc(x, y, 11, VERMILION)
    sheet.write(points[-1][0] + 24, points[-1][1] + 4, "1.18 kr", 33, ink, weight=0.8)
    sheet.write(LEFT + 14, points[0][1] + 62, "0.69 kr", 33, ink, weight=0.8)
    sheet.write(points[54][0] - 20, TOP + 40, "Skerry Banks shut", 28, mix(PETROL, NAVY, 0.3), "rs", 0.4)
    sheet.write(points[54][0] - 20, TOP + 74, "for ninety days", 28, mix(PETROL, NAVY, 0.3), "rs")
    return sheet.printed()


def chart_rents() -> Image.Image:
    """Rent by district now and five years ago as bars, with the city's median."""
    sheet = chart_sheet(
        "chart-rents",
        "Tannery Row: from second cheapest to third dearest",
        "Median monthly rent of a new lease, flats of 50 to 70 square metres, in crowns",
        "Rent office register, 4,318 leases of the past twelve months",
    )
    rents = [
        ("Lantern Hill", 960, 1_240),
        ("Oldquay", 870, 1_180),
        ("Tannery Row", 690, 1_020),
        ("The Ropewalk", 760, 980),
        ("Northgate", 720, 910),
        ("Saltmarsh", 640, 790),
    ]
    gap, left = 101, 330
    scale = (RIGHT - 220 - left) / 1_200
    for value in range(0, 1_201, 300):
        x = left + value * scale
        sheet.rect(x - 1, 312, x + 1, 930, NAVY if value == 0 else RULE)
        sheet.write(x, 300, f"{value:,}", 27, QUIET, "ms")
    for x, name, ink in ((left, "Now", TEAL), (left + 120, "Five years ago", mix(STONE, PAPER, 0.25))):
        sheet.rect(x, 236, x + 28, 262, ink)
        sheet.write(x + 40, 259, name, 28, NAVY)
    for row, (district, before, now) in enumerate(rents):
        y = 330 + row * gap
        ink = VERMILION if district == "Tannery Row" else TEAL
        bar = box(left, y, left + now * scale, y + 46)
        sheet.fill(bar, ink)
        sheet.stipple(bar, mix(ink, NAVY, 0.55), 0.45, 0, "right")
        sheet.rect(left, y + 48, left + before * scale, y + 66, mix(STONE, PAPER, 0.25))
        sheet.write(left - 20, y + 34, district, 31, NAVY, "rm", 0.3)
        sheet.write(RIGHT - 60, y + 24, f"{now:,}", 31, NAVY, "rm", 0.7)
        sheet.write(RIGHT + 40, y + 24, f"+{round(100 * now / before - 100)}%", 28, ink, "rm", 0.4)
    median = left + 1_010 * scale
    for y in range(320, 930, 16):
        sheet.rect(median - 2, y, median + 2, y + 9, NAVY)
    sheet.write(median + 14, 926, "Whole city 1,010", 27, NAVY, "ls", 0.3)
    return sheet.printed()


def chart_ferry_cancellations() -> Image.Image:
    """Return trips cancelled in each of the past twelve months, by cause."""
    sheet = chart_sheet(
        "chart-ferry-cancellations",
        "The strike has stopped more boats than the storm",
        "Sarn Line return trips cancelled in each period of 30 days, of about 540 in the timetable",
        "Sarn Line service log; Merrow Harbour Office",
    )
    low, high = 0, 400
    levels(sheet, [0, 100, 200, 300, 400], low, high)
    weather = [58, 71, 49, 33, 14, 8, 5, 9, 17, 26, 118, 31]
    other = [6, 4, 7, 9, 5, 11, 12, 8, 6, 5, 9, 3]
    strike = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 83, 338]
    wide = (RIGHT - LEFT) / 12
    for month in range(12):
        left, base = LEFT + month * wide + 18, 0
        for series, ink in ((weather, TEAL), (other, STONE), (strike, VERMILION)):
            if series[month]:
                bar = box(
                    left, height_of(base + series[month], low, high), left + wide - 36, height_of(base, low, high)
                )
                sheet.fill(bar, ink)
                sheet.stipple(bar, mix(ink, NAVY, 0.5), 0, 0.4)
            base += series[month]
        sheet.write(left + wide / 2 - 18, height_of(base, low, high) - 14, str(base), 27, NAVY, "ms", 0.5)
        label = "Past 30 days" if month == 11 else str(11 - month)
        sheet.write(left + wide / 2 - 18, FOOT + 40, label, 25, QUIET, "ms")
    sheet.write(LEFT + 18, FOOT + 72, "Months ago", 25, QUIET)
    for x, name, ink in ((150, "Weather", TEAL), (350, "Technical and other", STONE), (690, "Strike", VERMILION)):
        sheet.rect(x, 236, x + 28, 264, ink)
        sheet.write(x + 42, 260, name, 29, NAVY)
    sheet.write(LEFT + 10 * wide - 24, height_of(272, low, high), "Storm Agnes and the", 28, NAVY, "rs", 0.4)
    sheet.write(LEFT + 10 * wide - 24, height_of(252, low, high), "first strike days", 28, NAVY, "rs", 0.4)
    sheet.line(
        [(LEFT + 10 * wide - 12, height_of(262, low, high)), (LEFT + 10 * wide + 46, height_of(244, low, high))],
        NAVY,
        2,
    )
    return sheet.printed()


def chart_sea_level() -> Image.Image:
    """The sea at the Merrow gauge from 1900 to now."""
    sheet = chart_sheet(
        "chart-sea-level",
        "The sea at Merrow: 25 centimetres up",
        "Mean level at the Customs House gauge, centimetres above the 1900 mean",
        "Merrow University, Department of Oceanography; Harbour Office gauge",
    )
    low, high = -5, 30
    levels(sheet, [-5, 0, 5, 10, 15, 20, 25, 30], low, high, "{:+g}")
    rng, count = dice("sea-level"), 126
    rise = [risen(1900 + year) for year in range(count)]
    yearly = [value + rng.gauss(0, 1.1) for value in rise]
    step = (RIGHT - 120 - LEFT) / (count - 1)
    trend = [(LEFT + index * step, height_of(value, low, high)) for index, value in enumerate(rise)]
    area = [*trend, (trend[-1][0], FOOT), (LEFT, FOOT)]
    sheet.fade(area, [mix(FOAM, PAPER, 0.1), mix(TEAL, PAPER, 0.25), PETROL])
    sheet.stipple(area, PETROL, 0, 0.8)
    zero = height_of(0, low, high)
    for x in range(LEFT, RIGHT - 120, 18):
        sheet.rect(x, zero - 1, x + 9, zero + 1, PAPER)
    for index, value in enumerate(yearly):
        sheet.disc(LEFT + index * step, height_of(value, low, high), 4.5, mix(NAVY, TEAL, 0.3))
    sheet.line(trend, VERMILION, 7)
    for year in (1900, 1925, 1950, 1975, 2000):
        x = LEFT + (year - 1900) * step
        sheet.rect(x - 1, FOOT, x + 1, FOOT + 12, NAVY)
        sheet.write(x, FOOT + 46, str(year), 27, QUIET, "ms")
    sheet.write(trend[-1][0], FOOT + 46, "Now", 27, QUIET, "ms")
    sheet.disc(*trend[-1], 12, VERMILION)
    sheet.write(trend[-1][0] + 22, trend[-1][1] + 10, "+25 cm", 33, mix(VERMILION, NAVY, 0.2), weight=0.8)
    sheet.write(LEFT + 560, height_of(15.2, low, high), "Trend", 30, mix(VERMILION, NAVY, 0.2), "ls", 0.5)
    sheet.line(
        [(LEFT + 640, height_of(14.8, low, high)), (LEFT + 760, height_of(8.6, low, high))],
        mix(VERMILION, NAVY, 0.2),
        2,
    )
    sheet.write(LEFT + 170, height_of(8.6, low, high), "Each dot is one year", 27, mix(NAVY, TEAL, 0.3), "ls")
    return sheet.printed()


def risen(year: int) -> float:
    """Centimetres that the mean sea has risen since 1900, from the table of the Customs House gauge."""
    known = ((1900, 0.0), (1930, 3.3), (1960, 7.5), (1990, 12.9), (2015, 21.0), (2025, 25.4))
    for (start, low), (end, high) in pairwise(known):
        if year <= end:
            return low + (high - low) * (year - start) / (end - start)
    return known[-1][1]


def chart_night_trains() -> Image.Image:
    """Passengers on the two night trains in each month since they returned."""
    sheet = chart_sheet(
        "chart-night-trains",
        "The night trains are filling",
        "Passengers, both ways, in each month since the service returned, in thousands",
        "Estermark Railways, passenger counts",
    )
    low, high = 0, 16
    levels(sheet, [0, 4, 8, 12, 16], low, high)
    adelholm = [4.9, 5.8, 6.6, 7.7, 9.0, 10.6, 11.7, 10.8, 11.9]
    veldra = [2.3, 2.7, 3.1, 3.8, 4.9, 6.1, 6.6, 5.6, 6.7]
    step = (RIGHT - 230 - LEFT) / 8
    for month in range(9):
        sheet.write(LEFT + 20 + month * step, FOOT + 44, str(month + 1), 27, QUIET, "ms")
    sheet.write(LEFT + 20, FOOT + 76, "Month of service", 25, QUIET, "ls")
    lines = []
    for series, ink in ((adelholm, NAVY), (veldra, CORAL)):
        points = [(LEFT + 20 + month * step, height_of(value, low, high)) for month, value in enumerate(series)]
        lines.append((points, series, ink))
    sheet.stipple([*curve(lines[0][0]), (lines[0][0][-1][0], FOOT), (LEFT + 20, FOOT)], mix(NAVY, TEAL, 0.4), 0.6, 0.1)
    sheet.stipple([*curve(lines[1][0]), (lines[1][0][-1][0], FOOT), (LEFT + 20, FOOT)], CORAL, 0.7, 0.2)
    for (points, series, ink), name in zip(lines, ("Adelholm", "Veldra"), strict=True):
        sheet.line(curve(points), ink, 8)
        for x, y in points:
            sheet.disc(x, y, 10, ink)
            sheet.disc(x, y, 5, PAPER)
        x, y = points[-1]
        sheet.write(x + 26, y - 2, name, 31, ink, weight=0.6)
        sheet.write(x + 26, y + 32, f"{series[-1]:.1f} thousand", 27, ink)
    x, y = lines[0][0][6]
    sheet.line([(x, y - 18), (x, y - 50)], QUIET, 2)
    sheet.write(x, y - 62, "Summer holidays", 27, QUIET, "ms")
    sheet.rect(LEFT + 20, TOP - 52, LEFT + 48, TOP - 24, AMBER)
    sheet.write(LEFT + 62, TOP - 27, "14.9 thousand places a month on the Adelholm train", 27, QUIET)
    berths = height_of(14.9, low, high)
    for x in range(LEFT, RIGHT - 210, 22):
        sheet.rect(x, berths - 2, x + 12, berths + 2, AMBER)
    return sheet.printed()


CHARTS = {
    "chart-fish-prices": chart_fish_prices,
    "chart-rents": chart_rents,
    "chart-ferry-cancellations": chart_ferry_cancellations,
    "chart-sea-level": chart_sea_level,
    "chart-night-trains": chart_night_trains,
}
