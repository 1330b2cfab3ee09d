from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """What a feed is of, and in which paper.

    `page` is the path of the list for readers, `key` what the feed's own address is made from. `facts` gives one tuple
    for each entry, cheaply: who sees the same facts sees the same feed. Each ends with the moment of the entry's last
    change. `entries` gives the entries themselves.
    """

    paper: str
    title: str
    description: str
    page: str
    name: str
    facts: Callable[[], list]
    entries: Callable[[], list]
    key: tuple = ()
