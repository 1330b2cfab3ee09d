from django.shortcuts import render

from fronts.showing import show
from paper.furniture import Furniture

SECTIONS = 12


def front(request):
    paper = Furniture.read()
    return render(request, "front.html", {"paper": paper, "page": show(None, sections=with_a_block(paper)).page})


def with_a_block(paper):
    """The sections that have a block on the front."""
    return paper.sections[:SECTIONS]
