"""Skies and water: suns, clouds, stars, rain, ripples and the light on the sea."""

from .brushes import Sheet
from .palette import PAPER, TEAL, Ink, mix
from .shapes import curve, oval


def sun(sheet: Sheet, x: float, y: float, radius: float, ink: Ink, light: Ink) -> None:
    """A low sun or a moon with its light around it."""
    sheet.glow(x, y, radius * 7, light, 0.55)
    sheet.halo(x, y, radius * 3.4, light, 0.5)
    sheet.disc(x, y, radius, ink)


def stars(sheet: Sheet, bottom: float, count: int, ink: Ink = PAPER) -> None:
    """Stars down to `bottom`, fewer and fainter towards it."""
    rng = sheet.rng
    for _ in range(count):
        y = bottom * rng.random() ** 1.6
        sheet.disc(rng.uniform(0, sheet.width), y, rng.choice((0.7, 0.9, 1.2, 1.9)), ink)


def bank_of_cloud(sheet: Sheet, x: float, y: float, width: float, height: float, ink: Ink, shade: Ink) -> None:
    """A flat-bottomed heap of cloud standing on `y`, shaded with grain towards its foot."""
    rng = sheet.rng
    lumps = max(5, round(width / 70))
    crest = [(x, y)]
    for lump in range(1, lumps):
        share = lump / lumps
        swell = (1 - abs(2 * share - 1) ** 1.7) * height
        crest.append((x + width * share, y - swell * rng.uniform(0.55, 1)))
    outline = [(x - 20, y + 3)]
    for (left, low), (right, high) in zip(crest, [*crest[1:], (x + width, y)], strict=True):
        radius = (right - left) * 0.62
        middle = ((left + right) / 2, (low + high) / 2)
        outline += oval(middle[0], middle[1], radius, radius * 0.8, 190, 350)
    outline += [(x + width + 20, y + 3)]
    sheet.fill(outline, ink)
    sheet.stipple(outline, shade, 0, 0.8)


def streak(sheet: Sheet, x: float, y: float, length: float, thick: float, ink: Ink, opacity: float = 1) -> None:
    """A long thin cloud that tapers at both ends."""
    shape = curve(
        [
            (x - length / 2, y),
            (x - length / 6, y - thick * 0.6),
            (x + length / 5, y - thick * 0.35),
            (x + length / 2, y + thick * 0.1),
            (x + length / 8, y + thick * 0.4),
            (x - length / 5, y + thick * 0.25),
        ],
        closed=True,
    )
    if opacity < 1:
        sheet.glaze(shape, ink, opacity)
    else:
        sheet.fill(shape, ink)


def ripples(
    sheet: Sheet,
    top: float,
    bottom: float,
    ink: Ink,
    count: int,
    middle: float | None = None,
    narrow: float = 800,
    wide: float = 800,
    long: float = 90,
) -> None:
    """Short strokes on water, longer and thicker towards `bottom`; gathered about `middle` as a path of light."""
    rng = sheet.rng
    middle = sheet.width / 2 if middle is None else middle
    for _ in range(count):
        near = rng.random() ** 1.5
        y = top + (bottom - top) * near
        spread = narrow + (wide - narrow) * near
        x = middle + rng.uniform(-1, 1) * spread * rng.random() ** 0.4
        half = long * (0.12 + near) * rng.uniform(0.3, 0.7)
        thick = 0.7 + 3.6 * near * rng.uniform(0.5, 1)
        sheet.fill([(x - half, y), (x - half * 0.2, y - thick), (x + half, y), (x + half * 0.1, y + thick)], ink)


def swell(sheet: Sheet, y: float, height: float, length: float, top: Ink, low: Ink, bottom: float) -> None:
    """A row of waves with peaked crests, printed down to `bottom`."""
    rng = sheet.rng
    crest, x = [(-length, y)], -length * rng.random()
    while x < sheet.width + length:
        reach = length * rng.uniform(0.7, 1.3)
        rise = height * rng.uniform(0.5, 1.1)
        crest += [(x + reach * 0.3, y - rise * 0.35), (x + reach * 0.52, y - rise), (x + reach, y + rise * 0.15)]
        x += reach
    line = curve(crest, steps=6)
    sheet.fade([*line, (line[-1][0], bottom), (line[0][0], bottom)], [top, low])


def gulls(sheet: Sheet, birds: list[tuple[float, float, float]], ink: Ink) -> None:
    """Gulls on the wing, each by its place and its span."""
    for x, y, span in birds:
        tilt = sheet.rng.uniform(-0.2, 0.2) * span
        wing = span / 2
        thick = max(2.2, span * 0.09)
        sheet.fill(
            curve(
                [
                    (x - wing, y - wing * 0.25 + tilt),
                    (x - wing * 0.5, y - wing * 0.5 + tilt * 0.5),
                    (x, y),
                    (x + wing * 0.5, y - wing * 0.52 - tilt * 0.5),
                    (x + wing, y - wing * 0.2 - tilt),
                    (x + wing * 0.5, y - wing * 0.52 - tilt * 0.5 + thick),
                    (x, y + thick * 1.3),
                    (x - wing * 0.5, y - wing * 0.5 + tilt * 0.5 + thick),
                ],
                closed=True,
                steps=5,
            ),
            ink,
        )


def rain(sheet: Sheet, count: int, ink: Ink, slant: float = 0.45, long: float = 70) -> None:
    """Driven rain across the whole sheet."""
    rng = sheet.rng
    for _ in range(count):
        x, y, reach = rng.uniform(-50, sheet.width), rng.uniform(-40, sheet.height), long * rng.uniform(0.4, 1)
        sheet.line([(x, y), (x + reach * slant, y + reach)], ink, 1)


def steam(sheet: Sheet, x: float, y: float, height: float, ink: Ink, opacity: float = 0.16) -> None:
    """A curl of steam or smoke rising from a point."""
    rng = sheet.rng
    lean = rng.uniform(-0.15, 0.35) * height
    for step in range(9):
        share = step / 8
        sway = height * 0.06 * (1 if step % 2 else -1)
        radius = height * (0.06 + 0.15 * share)
        sheet.glow(x + lean * share**1.5 + sway, y - height * share, radius * 1.6, ink, opacity * (1.5 - share))


def tongue(sheet: Sheet, x: float, y: float, tip_x: float, tip_y: float, wide: float, ink: Ink) -> None:
    """A tongue of spray thrown from a foot to its tip, round-headed and bent over by its own weight."""
    lean, rise = tip_x - x, y - tip_y
    wide = wide if lean >= 0 else -wide
    back = [
        (x - wide * 0.5, y),
        (x + lean * 0.22 - wide * 0.5, y - rise * 0.5),
        (x + lean * 0.62 - wide * 0.42, y - rise * 0.9),
        (tip_x - wide * 0.08, tip_y - abs(wide) * 0.1),
        (tip_x + wide * 0.22, tip_y + abs(wide) * 0.22),
        (x + lean * 0.8 + wide * 0.1, y - rise * 0.72),
        (x + lean * 0.5 + wide * 0.5, y - rise * 0.4),
        (x + wide * 0.5, y),
    ]
    shape = curve(back, closed=True, steps=10)
    sheet.fill(shape, ink)
    sheet.stipple(shape, mix(ink, TEAL, 0.55), 0, 0.7)


def haze(sheet: Sheet, y: float, half: float, ink: Ink, strength: float) -> None:
    """A band of mist that is thickest at `y` and gone at `half` above and below."""
    sheet.veil(y - half, y, ink, 0, strength)
    sheet.veil(y, y + half, ink, strength, 0)


def pale(ink: Ink, share: float, towards: Ink = PAPER) -> Ink:
    """An ink seen through a share of air."""
    return mix(ink, towards, share)
