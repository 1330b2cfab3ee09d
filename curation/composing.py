"""The readers' own page of a front: which template, and what it needs."""

from paper.views.front import with_a_block
from paper.views.section import front_of


def blocks_of(front, paper):
    """The navigation's sections that have a block on this front."""
    return () if front.section else with_a_block(paper)


def readers_page(front, showing):
    """The template in which readers see `showing`, and its context."""
    if front.section is None:
        return "front.html", {"page": showing.page}
    return "section.html", front_of(front.section, showing)
