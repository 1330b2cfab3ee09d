"""Feeds of everything that has a list: RSS 2.0, Atom 1.0 and JSON Feed 1.1 with the same entries, in full.

A `Source` says what a feed is of, an `Entry` what stands in it; each format is a way to write them down.
"""

from paper.feeds import sources
from paper.feeds.paths import NAMES, paths

__all__ = ["NAMES", "paths", "sources"]
