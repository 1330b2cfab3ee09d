"""Players and frames from elsewhere become links: a page of ours loads nothing from another host."""

import re

from lxml import etree

from wordpress.plain import cut

_PLAYERS = ("iframe", "embed", "object", "video", "audio")
_ADDRESS = re.compile(r"(?:https?:)?//\S+", re.IGNORECASE)
_LONGEST_SHOWN = 80


def link(root, remark):
    """Put a link in the place of each player, and make addresses that stand alone on a line into links.

    WordPress shows a player where such an address stands.
    """
    for player in list(root.iter(*_PLAYERS)):
        if player.getparent() is None or any(outer.tag in _PLAYERS for outer in player.iterancestors()):
            continue
        remark("player or frame from another site became a link")
        _replace(player, _address_of(player))
    for block in root.iter("p", "div"):
        address = (block.text or "").strip()
        if len(block) == 0 and address.startswith("http") and _ADDRESS.fullmatch(address):
            remark("address alone on a line, where WordPress shows a player, became a link")
            etree.SubElement(block, "a", href=address).text = address
            block.text = None


def _address_of(player):
    for element in player.iter():
        named = element.get("value") if element.get("name", "").lower() in {"movie", "src"} else ""
        address = (element.get("src") or element.get("data") or named or "").strip()
        if _ADDRESS.match(address):
            return f"https:{address}" if address.startswith("//") else address
    return ""


def _replace(player, address):
    words = " ".join("".join(player.itertext()).split())
    paragraph = etree.Element("div")
    paragraph.tail = player.tail
    if address:
        anchor = etree.SubElement(paragraph, "a", href=address)
        anchor.text = words or cut(address, _LONGEST_SHOWN)
    else:
        paragraph.text = words
    player.getparent().replace(player, paragraph)
