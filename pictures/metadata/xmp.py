"""XMP: a packet of RDF. Read without Pillow's `getxmp`, which forgets namespaces and which language a text is in."""

import re

from defusedxml import ElementTree

from pictures.metadata.licence import licence_named
from pictures.metadata.text import clean, line, lines, moment, place

LARGEST = 1_000_000  # bytes; the IPTC's own example of every field there is has 22,000
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
XML = "{http://www.w3.org/XML/1998/namespace}"
DC = "{http://purl.org/dc/elements/1.1/}"
PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
EXTENSION = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"
RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}"
CC = "{http://creativecommons.org/ns#}"
PLUS = "{http://ns.useplus.org/ldf/xmp/1.0/}"
EXIF = "{http://ns.adobe.com/exif/1.0/}"


def read(image):
    packet = _Packet(image.info.get("xmp") or b"")
    address = packet.text(RIGHTS + "WebStatement") or packet.text(CC + "license") or packet.text(PLUS + "LicensorURL")
    return {
        "title": line(packet.text(PHOTOSHOP + "Headline") or packet.text(DC + "title")),
        "alt": line(packet.text(CORE + "AltTextAccessibility")),
        "extended_description": clean(packet.text(CORE + "ExtDescrAccessibility")),
        "caption": clean(packet.text(DC + "description")),
        "credit": line(packet.text(PHOTOSHOP + "Credit")),
        "creator": ", ".join(lines(packet.texts(DC + "creator"))),
        "copyright_notice": line(packet.text(DC + "rights")),
        "source": line(packet.text(PHOTOSHOP + "Source")),
        "licence": licence_named(address),
        "licence_url": line(address),
        "usage_terms": clean(packet.text(RIGHTS + "UsageTerms")),
        "restrictions": clean(packet.text(PHOTOSHOP + "Instructions")),
        "people": "\n".join(lines(packet.texts(EXTENSION + "PersonInImage"))),
        "place": _place(packet),
        "taken_at": _taken(packet.text(PHOTOSHOP + "DateCreated")) or _taken(packet.text(EXIF + "DateTimeOriginal")),
        "source_type": line(packet.text(EXTENSION + "DigitalSourceType")),
        "topics": lines(packet.texts(DC + "subject")),
    }


def _place(packet):
    """Where the picture was taken, or else what it shows, which has a structure of its own."""
    core = place(*map(packet.text, (CORE + "Location", PHOTOSHOP + "City", PHOTOSHOP + "State", PHOTOSHOP + "Country")))
    if core:
        return core
    parts = ("Sublocation", "City", "ProvinceState", "CountryName")
    for name in ("LocationShown", "LocationCreated"):
        if found := place(*(packet.part(EXTENSION + name, EXTENSION + part) for part in parts)):
            return found
    return ""


def _taken(text):
    """“2026-11-03T12:30:00.12+01:00”, in whole or in part."""
    found = re.match(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?)?", text.strip())
    return moment(*(part or "" for part in found.groups())) if found else ""


class _Packet:
    """The properties of a packet, by their full names. A property is an attribute or an element."""

    def __init__(self, packet):
        packet = packet.encode() if isinstance(packet, str) else packet
        self.attributes, self.elements = {}, {}
        if not packet.strip(b"\0 ") or len(packet) > LARGEST:
            return
        # Neither a document type nor an entity has any business in a packet, so no bomb of entities gets this far.
        root = ElementTree.fromstring(packet.strip(b"\0 \n"), forbid_dtd=True)
        for description in root.iter(RDF + "Description"):
            for name, value in description.attrib.items():
                self.attributes.setdefault(name, value)
            for element in description:
                self.elements.setdefault(element.tag, element)

    def text(self, name):
        """Of several languages the default one, of several values the first."""
        if name not in self.elements:
            return self.attributes.get(name, "")
        items = list(self.elements[name].iter(RDF + "li"))
        default = [item for item in items if item.get(XML + "lang") == "x-default"]
        return _text((default or items or [self.elements[name]])[0])

    def texts(self, name):
        if name not in self.elements:
            return [self.attributes[name]] if name in self.attributes else []
        items = list(self.elements[name].iter(RDF + "li"))
        return [_text(item) for item in items or [self.elements[name]]]

    def part(self, name, part):
        """A property within a structure, of the first of several."""
        structure = next(self.elements[name].iter(RDF + "li"), None) if name in self.elements else None
        found = None if structure is None else next(structure.iter(part), None)
        return "" if found is None else _text(found)


def _text(element):
    return element.text or element.get(RDF + "resource") or ""
