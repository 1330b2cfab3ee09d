"""Who sits for the portraits: skin, hair, clothes and turn of each author."""

from dataclasses import dataclass

from .palette import (
    AMBER,
    BRICK,
    BUTTER,
    CORAL,
    CREAM,
    FOAM,
    MIDNIGHT,
    MOSS,
    NAVY,
    PAPER,
    PEACH,
    PETROL,
    PLUM,
    ROSE,
    SAGE,
    SAND,
    SKY,
    SLATE,
    STONE,
    TEAL,
    UMBER,
    VERMILION,
    Ink,
    mix,
)

BROWN: Ink = mix(mix(PEACH, CORAL, 0.35), UMBER, 0.6)
DEEP_BROWN: Ink = mix(UMBER, CORAL, 0.16)
OLIVE: Ink = mix(mix(PEACH, AMBER, 0.25), UMBER, 0.28)


@dataclass(frozen=True)
class Sitter:
    """How one author is drawn. The head's middle is the origin; widths and turns are in pixels."""

    paper: Ink
    disc: Ink
    skin: Ink
    hair: Ink
    style: str
    coat: Ink
    shirt: Ink
    collar: str
    turn: int = 10
    wide: int = 108
    glasses: Ink | None = None
    beard: str = ""
    brow: int = 9
    lips: Ink = VERMILION
    lined: bool = False
    earring: Ink | None = None


SITTERS = {
    "ines-calder": Sitter(
        CORAL, PEACH, mix(PEACH, SAND, 0.5), MIDNIGHT, "bob", NAVY, PAPER, "blazer", turn=12, earring=AMBER
    ),
    "tobias-wren": Sitter(
        mix(TEAL, PETROL, 0.4),
        TEAL,
        mix(PEACH, CORAL, 0.2),
        mix(CORAL, UMBER, 0.35),
        "swept",
        NAVY,
        CREAM,
        "jersey",
        turn=-14,
        wide=112,
        beard="full",
        brow=10,
    ),
    "amara-lund": Sitter(
        AMBER,
        BUTTER,
        DEEP_BROWN,
        MIDNIGHT,
        "crown",
        VERMILION,
        PAPER,
        "blazer",
        turn=8,
        wide=104,
        earring=CREAM,
        lips=BRICK,
    ),
    "jonas-feld": Sitter(
        mix(SKY, PAPER, 0.25),
        mix(SKY, PAPER, 0.6),
        mix(PEACH, PAPER, 0.3),
        mix(SAND, AMBER, 0.3),
        "crop",
        SLATE,
        mix(SKY, PAPER, 0.5),
        "shirt",
        turn=10,
        wide=102,
        glasses=NAVY,
        brow=7,
    ),
    "mirela-stanek": Sitter(
        mix(PLUM, ROSE, 0.35),
        mix(ROSE, PLUM, 0.25),
        mix(PEACH, PAPER, 0.35),
        mix(BRICK, UMBER, 0.3),
        "waves",
        MIDNIGHT,
        PLUM,
        "roll",
        turn=-12,
        wide=103,
        glasses=VERMILION,
    ),
    "dov-harrow": Sitter(
        mix(MOSS, TEAL, 0.35),
        SAGE,
        OLIVE,
        MIDNIGHT,
        "bald",
        AMBER,
        CREAM,
        "hood",
        turn=-10,
        wide=113,
        beard="stubble",
        brow=12,
    ),
    "lucia-brandt": Sitter(
        SAND,
        CREAM,
        mix(OLIVE, UMBER, 0.2),
        mix(UMBER, MIDNIGHT, 0.5),
        "bun",
        mix(SAND, UMBER, 0.45),
        PAPER,
        "scarf",
        turn=14,
        wide=102,
        earring=BUTTER,
    ),
    "samuel-achter": Sitter(
        mix(BRICK, PLUM, 0.3),
        BRICK,
        mix(PEACH, SAND, 0.3),
        mix(STONE, PAPER, 0.55),
        "receding",
        mix(MOSS, UMBER, 0.4),
        mix(SKY, PAPER, 0.4),
        "tie",
        turn=10,
        wide=110,
        glasses=UMBER,
        beard="moustache",
        brow=13,
        lined=True,
    ),
    "priya-nandal": Sitter(
        FOAM,
        mix(FOAM, PAPER, 0.4),
        BROWN,
        MIDNIGHT,
        "long",
        CORAL,
        BUTTER,
        "round",
        turn=-8,
        wide=101,
        earring=BUTTER,
        lips=BRICK,
    ),
    "henrik-moss": Sitter(
        mix(NAVY, SLATE, 0.35),
        SLATE,
        mix(PEACH, CORAL, 0.12),
        mix(STONE, SLATE, 0.35),
        "cap",
        MOSS,
        mix(STONE, PAPER, 0.3),
        "strap",
        turn=-12,
        wide=110,
        beard="short",
        brow=10,
        lined=True,
    ),
}
