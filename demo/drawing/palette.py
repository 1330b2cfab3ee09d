"""The one set of inks that every picture is printed with."""

Ink = tuple[int, int, int]

PAPER: Ink = (246, 239, 226)
CREAM: Ink = (238, 224, 198)
SAND: Ink = (217, 192, 150)
BUTTER: Ink = (247, 212, 132)
AMBER: Ink = (241, 165, 60)
PEACH: Ink = (246, 182, 140)
CORAL: Ink = (232, 106, 78)
VERMILION: Ink = (202, 62, 46)
BRICK: Ink = (146, 58, 46)
ROSE: Ink = (214, 138, 142)
PLUM: Ink = (78, 48, 82)
UMBER: Ink = (92, 56, 44)
MOSS: Ink = (84, 101, 58)
SAGE: Ink = (160, 174, 132)
FOAM: Ink = (138, 186, 174)
TEAL: Ink = (47, 121, 124)
PETROL: Ink = (24, 76, 90)
SKY: Ink = (158, 197, 208)
FOG: Ink = (213, 219, 213)
STONE: Ink = (150, 163, 165)
SLATE: Ink = (80, 102, 120)
NAVY: Ink = (27, 46, 76)
MIDNIGHT: Ink = (15, 24, 44)


def mix(first: Ink, second: Ink, share: float) -> Ink:
    """The ink between two inks: share 0 is the first, share 1 the second."""
    return tuple(round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
