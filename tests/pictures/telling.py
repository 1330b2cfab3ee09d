"""Files that tell something about their pictures, made for tests."""

from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image

NAMESPACES = """
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
    xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
    xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
    xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
    xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"
    xmlns:exif="http://ns.adobe.com/exif/1.0/"
"""


def xmp(properties, attributes="", before=""):
    return (
        f'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>{before}<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF {NAMESPACES}><rdf:Description rdf:about="" {attributes}>{properties}</rdf:Description></rdf:RDF>'
        '</x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def alternatives(**texts):
    items = "".join(f'<rdf:li xml:lang="{name.replace("_", "-")}">{text}</rdf:li>' for name, text in texts.items())
    return f"<rdf:Alt>{items}</rdf:Alt>"


def several(*texts, kind="Bag"):
    return f"<rdf:{kind}>{''.join(f'<rdf:li>{text}</rdf:li>' for text in texts)}</rdf:{kind}>"


def telling(name="telling.jpg", *, iim=(), colour="teal", size=(60, 40), **saving):
    """A small JPEG that tells things: `xmp` and `exif` as Pillow saves them, `iim` as pairs of number and bytes."""
    data = BytesIO()
    Image.new("RGB", size, colour).save(data, "jpeg", **saving)
    jpeg = data.getvalue()
    if iim:
        jpeg = jpeg[:2] + _app13(iim) + jpeg[2:]
    return ContentFile(jpeg, name=name)


def _app13(datasets):
    """A segment as Photoshop writes it; a number alone is of record 2."""
    record = b""
    for number, value in datasets:
        place = number if isinstance(number, tuple) else (2, number)
        record += b"\x1c" + bytes(place) + len(value).to_bytes(2, "big") + value
    block = b"8BIM\x04\x04\x00\x00" + len(record).to_bytes(4, "big") + record + b"\0" * (len(record) % 2)
    segment = b"Photoshop 3.0\0" + block
    return b"\xff\xed" + (len(segment) + 2).to_bytes(2, "big") + segment
