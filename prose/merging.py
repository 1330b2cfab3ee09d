"""Two people changed one text: what each did, together, and what only a person can decide. Pure: text in, text out."""

from dataclasses import dataclass

from prose.blocks import blocks, paired, squeezed


@dataclass(frozen=True)
class Clash:
    """A place that both changed, each in their own way: what stood there, and what either wrote, as HTML.

    An empty text means that there is nothing: it was taken out, or both put something new into the same gap.
    """

    base: str
    mine: str
    theirs: str


def merged(base, mine, theirs):
    """`base` with the changes of both, in order: pieces of HTML, and a `Clash` where they cannot both stand.

    Every block is decided for itself: changed, moved away or taken out by one side only, that side's wish is done.
    """
    old = blocks(base)
    ours, others = _Changes(old, blocks(mine)), _Changes(old, blocks(theirs))
    pieces = []
    for place in range(len(old) + 1):
        pieces.append(_decided("", ours.added[place], others.added[place]))
        if place < len(old):
            pieces.append(_decided(old[place], ours.kept[place], others.kept[place]))
    return [piece for piece in pieces if piece]


def _decided(base, mine, theirs):
    old, ours, others = squeezed(base), squeezed(mine), squeezed(theirs)
    if ours == others or others == old:
        return mine
    return theirs if ours == old else Clash(base, mine, theirs)


class _Changes:
    """What one side made of the blocks `old`: `kept`, what stands for each, "" for nothing; `added`, what is new
    before each, and at the end.
    """

    def __init__(self, old, new):
        self.kept, self.added = [""] * len(old), [""] * (len(old) + 1)
        reached = 0
        for place, new_place in paired(old, new):
            if place is None:
                self.added[reached] += new[new_place]
                continue
            reached = place + 1
            if new_place is not None:
                self.kept[place] = new[new_place]
