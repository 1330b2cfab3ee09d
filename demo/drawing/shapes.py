"""Outlines as lists of points: boxes, ovals, arches, ridges and smooth curves."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from random import Random

Point = tuple[float, float]


def dice(seed: str) -> Random:
    """Chance that always falls the same way for the same seed."""
    return Random(seed)  # noqa: S311 - a drawing, not a secret


def bounds(shape: Iterable[Point]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a shape."""
    across, down = zip(*shape, strict=True)
    return min(across), min(down), max(across), max(down)


def box(left: float, top: float, right: float, bottom: float) -> list[Point]:
    """An upright rectangle."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def oval(x: float, y: float, wide: float, tall: float, start: float = 0, end: float = 360) -> list[Point]:
    """An ellipse by its centre and half axes, or the part of it between two angles in degrees (0 is right)."""
    steps = max(12, round(abs(end - start) / 6))
    turns = [math.radians(start + (end - start) * step / steps) for step in range(steps + 1)]
    return [(x + wide * math.cos(turn), y + tall * math.sin(turn)) for turn in turns]


def arch(left: float, top: float, right: float, bottom: float) -> list[Point]:
    """A door or window with a half-round head."""
    radius = (right - left) / 2
    return [*oval(left + radius, top + radius, radius, radius, 180, 360), (right, bottom), (left, bottom)]


def curve(points: Sequence[Point], closed: bool = False, steps: int = 8) -> list[Point]:
    """A smooth line through the points."""
    around = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    smooth = []
    for before, here, there, after in zip(around, around[1:], around[2:], around[3:], strict=False):
        for step in range(steps):
            t = step / steps
            smooth.append(
                tuple(
                    0.5 * (2 * h + (n - b) * t + (2 * b - 5 * h + 4 * n - a) * t**2 + (3 * h - b - 3 * n + a) * t**3)
                    for b, h, n, a in zip(before, here, there, after, strict=True)
                )
            )
    return smooth if closed else [*smooth, points[-1]]


def ridge(
    rng: Random, left: float, right: float, base: float, height: float, steps: int = 64, rough: float = 0.5
) -> list[Point]:
    """A skyline of hills: points from left to right that rise up to about `height` above `base`."""
    level = [rng.random() for _ in range(3)]
    while len(level) < steps:
        reach = rough ** math.log2(len(level))
        between = [(a + b) / 2 + rng.uniform(-0.5, 0.5) * reach for a, b in pairwise(level)]
        level = [value for pair in zip(level, between, strict=False) for value in pair] + level[-1:]
    width = (right - left) / (len(level) - 1)
    return [(left + index * width, base - height * value) for index, value in enumerate(level)]


def down_to(line: Sequence[Point], bottom: float) -> list[Point]:
    """The ground below a skyline."""
    return [*line, (line[-1][0], bottom), (line[0][0], bottom)]


def moved(shape: Iterable[Point], x: float, y: float, scale: float = 1, mirrored: bool = False) -> list[Point]:
    """A shape drawn around the origin, enlarged and put at a place."""
    across = -scale if mirrored else scale
    return [(x + px * across, y + py * scale) for px, py in shape]


def turned(shape: Iterable[Point], x: float, y: float, degrees: float) -> list[Point]:
    """A shape turned clockwise about a point."""
    angle = math.radians(degrees)
    cos, sin = math.cos(angle), math.sin(angle)
    return [(x + (px - x) * cos - (py - y) * sin, y + (px - x) * sin + (py - y) * cos) for px, py in shape]


def along(start: Point, end: Point, share: float) -> Point:
    """The point at a share of the way between two points."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def plot(places: str) -> list[Point]:
    """The points of an outline written as in SVG: "0,0 40.5,10 20,-30"."""
    return [(float(x), float(y)) for x, y in (place.split(",") for place in places.split())]
