"""The drawing sheet and its brushes: flat shapes, grainy shading, soft light and the printed finish.

All positions and lengths are in pixels of the finished picture; the sheet is drawn at twice that size
and reduced at the end, so that edges are smooth.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageOps

from .palette import PAPER, Ink
from .shapes import Point, bounds, box, dice

WIDTH, HEIGHT = 1600, 1067
OVERSIZE = 2
RIM = 179  # what Image.radial_gradient holds at the middle of its edges
TURNS = {
    "down": None,
    "up": Image.Transpose.ROTATE_180,
    "right": Image.Transpose.ROTATE_90,
    "left": Image.Transpose.ROTATE_270,
}


@cache
def speckle() -> Image.Image:
    """Even noise from 0 to 255 in dots of about 1.5 pixels, as large as an oversized sheet."""
    columns, rows = 1100, 740
    noise = Image.frombytes("L", (columns, rows), dice("speckle").randbytes(columns * rows))
    size = (WIDTH * OVERSIZE, HEIGHT * OVERSIZE)
    return ImageOps.equalize(noise.resize(size, Image.Resampling.BICUBIC))


@cache
def grain() -> Image.Image:
    """The paper's tooth: mid grey, a little lighter and darker, at the finished size."""
    tooth = speckle().reduce(OVERSIZE).point([119 + round(v * 18 / 255) for v in range(256)])
    return Image.merge("RGB", (tooth, tooth, tooth))


@cache
def flecks() -> Image.Image:
    """Where the ink did not take: a few sparse dots, at the finished size."""
    noise = speckle().reduce(OVERSIZE).transpose(Image.Transpose.ROTATE_180)
    return noise.point([0 if v < 252 else 70 for v in range(256)])


@cache
def falloff(strength: int, power: float) -> Image.Image:
    """A round light, 256 by 256: `strength` (0 to 255) in the middle and nothing at the rim."""
    table = [round(strength * max(0, 1 - v / RIM) ** power) for v in range(256)]
    return Image.radial_gradient("L").point(table)


@cache
def slope(start: float, end: float, towards: str) -> Image.Image:
    """A strip one pixel wide and 256 long that changes evenly from `start` to `end` (0 to 1) in one direction."""
    table = [round(255 * (start + (end - start) * v / 255)) for v in range(256)]
    ramp = Image.linear_gradient("L").crop((0, 0, 1, 256)).point(table)
    return ramp if TURNS[towards] is None else ramp.transpose(TURNS[towards])


def spread(strip: Image.Image, size: tuple[int, int]) -> Image.Image:
    """A strip made as large as that: smoothly along its length, and repeated across.

    To Pillow every row of a wide sheet is worth the same work, so it is six times as slow to stretch both at once.
    """
    along = (1, size[1]) if strip.width == 1 else (size[0], 1)
    return strip.resize(along, Image.Resampling.BILINEAR).resize(size, Image.Resampling.NEAREST)


class Sheet:
    """One sheet of paper with the brushes to draw on it."""

    def __init__(self, slug: str, stops: Sequence[Ink], size: tuple[int, int] = (WIDTH, HEIGHT)):
        self.width, self.height = size
        self.rng = dice(slug)
        oversized = (size[0] * OVERSIZE, size[1] * OVERSIZE)
        self.image = spread(column(stops), oversized)
        self.pen = ImageDraw.Draw(self.image)

    def fill(self, shape: Iterable[Point], ink: Ink) -> None:
        """Print a shape flat."""
        self.pen.polygon([(x * OVERSIZE, y * OVERSIZE) for x, y in shape], fill=ink)

    def rect(self, left: float, top: float, right: float, bottom: float, ink: Ink) -> None:
        """Print an upright rectangle flat."""
        self.fill(box(left, top, right, bottom), ink)

    def disc(self, x: float, y: float, radius: float, ink: Ink, flat: float = 1.0) -> None:
        """Print a disc, or with `flat` below 1 an ellipse that much lower than wide."""
        tall = radius * flat
        edges = (x - radius, y - tall, x + radius, y + tall)
        self.pen.ellipse([edge * OVERSIZE for edge in edges], fill=ink)

    def line(self, points: Iterable[Point], ink: Ink, width: float = 2) -> None:
        """Draw a line of an even width."""
        scaled = [(x * OVERSIZE, y * OVERSIZE) for x, y in points]
        self.pen.line(scaled, fill=ink, width=max(1, round(width * OVERSIZE)), joint="curve")

    def fade(self, shape: Sequence[Point], stops: Sequence[Ink], sideways: bool = False) -> None:
        """Print a shape with a soft change of ink from its top to its bottom (or left to right)."""
        area, mask = self._mask(shape)
        if area:
            blend = column(stops)
            if sideways:
                blend = blend.transpose(Image.Transpose.ROTATE_90)
            self.image.paste(spread(blend, mask.size), area, mask)

    def stipple(self, shape: Sequence[Point], ink: Ink, start: float, end: float, towards: str = "down") -> None:
        """Shade a shape with grain whose density goes from `start` to `end` (0 to 1) in one direction."""
        area, mask = self._mask(shape)
        if not area:
            return
        ramp = spread(slope(start, end, towards), mask.size)
        self._sprinkle(area, mask, ramp, ink)

    def wash(self, shape: Sequence[Point], ink: Ink, start: float, end: float, towards: str = "down") -> None:
        """Print a shape in thin ink whose opacity goes from `start` to `end` (0 to 1) in one direction."""
        area, mask = self._mask(shape)
        if area:
            ramp = spread(slope(start, end, towards), mask.size)
            self.image.paste(ink, area, ImageChops.multiply(ramp, mask))

    def halo(self, x: float, y: float, radius: float, ink: Ink, density: float = 0.9, flat: float = 1.0) -> None:
        """Grainy light around a point: dense in the middle, nothing at `radius`."""
        area, mask = self._round(x, y, radius, radius * flat, round(density * 255), 1.2)
        if area:
            self._sprinkle(area, None, mask, ink)

    def glow(self, x: float, y: float, radius: float, ink: Ink, strength: float = 0.8, flat: float = 1.0) -> None:
        """Soft light around a point."""
        area, mask = self._round(x, y, radius, radius * flat, round(strength * 255), 2)
        if area:
            self.image.paste(ink, area, mask)

    def glaze(self, shape: Sequence[Point], ink: Ink, opacity: float) -> None:
        """Print a shape with thin ink that lets what is below show."""
        area, mask = self._mask(shape, round(opacity * 255))
        if area:
            self.image.paste(ink, area, mask)

    def veil(self, top: float, bottom: float, ink: Ink, start: float, end: float) -> None:
        """Mist across the sheet: opacity from `start` at the top of the band to `end` at its bottom."""
        area, _ = self._area(box(0, top, self.width, bottom))
        size = (area[2] - area[0], area[3] - area[1])
        self.image.paste(ink, area, spread(slope(start, end, "down"), size))

    def mirror(self, waterline: float, depth: float, ink: Ink, keep: float = 0.6, squeeze: float = 1.0) -> None:
        """Reflect what stands above `waterline` into the water below, broken by ripples and tinted."""
        wide, tall = self.width * OVERSIZE, round(depth * OVERSIZE)
        start = round(waterline * OVERSIZE)
        source = round(depth * squeeze * OVERSIZE)
        above = self.image.crop((0, start - source, wide, start)).resize((wide // 4, tall // 2))
        above = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        rows, y = Image.new("RGB", above.size), 0
        while y < above.height:
            thick = 2 + round(7 * y / above.height)
            shift = round(self.rng.uniform(-1, 1) * (1 + 6 * y / above.height))
            strip = ImageChops.offset(above.crop((0, y, above.width, min(above.height, y + thick))), shift, 0)
            rows.paste(strip, (0, y))
            y += thick
        reflected = Image.blend(Image.new("RGB", rows.size, ink), rows, keep)
        self.image.paste(reflected.resize((wide, tall), Image.Resampling.BILINEAR), (0, start))

    def write(
        self, x: float, y: float, text: str, size: float, ink: Ink, anchor: str = "ls", weight: float = 0
    ) -> None:
        """Set a line of type at its anchor; `weight` thickens the strokes by that many pixels."""
        self.pen.text(
            (x * OVERSIZE, y * OVERSIZE),
            text,
            fill=ink,
            font=type_face(size * OVERSIZE),
            anchor=anchor,
            stroke_width=weight * OVERSIZE,
            stroke_fill=ink,
        )

    def printed(self, tooth: bool = True) -> Image.Image:
        """The finished picture, reduced, with the paper's grain and a few flecks."""
        picture = self.image.reduce(OVERSIZE)
        if not tooth:
            return picture
        frame = (0, 0, self.width, self.height)
        picture = ImageChops.overlay(picture, grain().crop(frame))
        picture.paste(PAPER, frame, flecks().crop(frame))
        return picture

    def _area(self, shape: Iterable[Point]) -> tuple[tuple[int, int, int, int] | None, tuple[int, int]]:
        left, top, right, bottom = (round(edge * OVERSIZE) for edge in bounds(shape))
        left, top = max(0, left), max(0, top)
        right, bottom = min(self.image.width, right + 1), min(self.image.height, bottom + 1)
        area = (left, top, right, bottom) if right > left and bottom > top else None
        return area, (left, top)

    def _mask(self, shape: Sequence[Point], value: int = 255):
        area, (left, top) = self._area(shape)
        if area is None:
            return None, None
        mask = Image.new("L", (area[2] - left, area[3] - top))
        moved = [(x * OVERSIZE - left, y * OVERSIZE - top) for x, y in shape]
        ImageDraw.Draw(mask).polygon(moved, fill=value)
        return area, mask

    def _round(self, x: float, y: float, wide: float, tall: float, strength: int, power: float):
        left, top = round((x - wide) * OVERSIZE), round((y - tall) * OVERSIZE)
        size = (round(wide * 2 * OVERSIZE), round(tall * 2 * OVERSIZE))
        area, (shown_left, shown_top) = self._area(box(x - wide, y - tall, x + wide, y + tall))
        if area is None or min(size) < 1:
            return None, None
        part = (shown_left - left, shown_top - top, area[2] - left, area[3] - top)
        wanted = (area[2] - area[0], area[3] - area[1])
        across, down = 256 / size[0], 256 / size[1]
        source = (
            max(0, part[0] * across),
            max(0, part[1] * down),
            min(256, part[2] * across),
            min(256, part[3] * down),
        )
        light = falloff(strength, power).resize(wanted, Image.Resampling.BILINEAR, box=source)
        return area, light

    def _sprinkle(
        self, area: tuple[int, int, int, int], mask: Image.Image | None, density: Image.Image, ink: Ink
    ) -> None:
        dots = ImageChops.add(density, speckle().crop(area), 2).point(DOTS)
        self.image.paste(ink, area, ImageChops.darker(dots, mask) if mask else dots)


DOTS = [max(0, min(255, (v - 124) * 36)) for v in range(256)]


@cache
def type_face(size: float) -> ImageFont.FreeTypeFont:
    """The type that ships inside Pillow, at a size in pixels."""
    return ImageFont.load_default(size)


def column(stops: Sequence[Ink]) -> Image.Image:
    """A strip one pixel wide and 256 tall that goes through the inks from top to bottom."""
    strip = Image.new("RGB", (1, len(stops)))
    strip.putdata(list(stops))
    if len(stops) == 1:
        return strip
    edge = 0.5
    return strip.resize((1, 256), Image.Resampling.BILINEAR, box=(0, edge, 1, len(stops) - edge))
