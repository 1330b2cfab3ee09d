"""What bytes are that are no picture which we take, and the way out: the end of a sentence that begins with a name."""

import re

TAKEN = "JPEG, PNG, WebP, AVIF, HEIC, GIF or TIFF"
DAMAGED = "is damaged or cut off. Export or download it again and send that."
UNKNOWN = f"is not a picture that we can read. Save it as {TAKEN} and send that."
RAW = "is a camera's raw file. Develop it, export it as JPEG and send that."
VIDEO = "is a video. Save one frame of it as JPEG and send that."
_BEGINNINGS = [
    (rb"\xff\xd8\xff|\x89PNG\r\n\x1a\n|GIF8[79]a|RIFF.{4}WEBP|.{4}ftyp(avi[fs]|hei[cmxs]|hev[cx]|mif1|msf1)", DAMAGED),
    (rb"II\*\0.{4}CR|.{4}ftypcrx|FUJIFILMCCD-RAW|IIR[OS]\x08|IIU\0|FOVb|\0MRM", RAW),
    (rb"(II\*\0|MM\0\*|II\+\0|MM\0\+)", DAMAGED),
    (rb"%PDF-", "is a PDF document. Save the page or the picture in it as JPEG or PNG and send that."),
    (rb"%!PS|\xc5\xd0\xd3\xc6", "is a PostScript drawing. Export it as PNG and send that."),
    (rb"8BPS", "is a Photoshop document. Export it as JPEG or PNG and send that."),
    (rb"\0\0[\x01\x02]\0", "is an icon. Save it as PNG and send that."),
    (rb"BM.{12}", "is a Windows bitmap. Save it as PNG and send that."),
    (rb"P[1-7]\s", "is a portable pixmap. Save it as PNG and send that."),
    (rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51", "is in JPEG 2000. Save it as JPEG and send that."),
    (rb"\xff\x0a|\0\0\0\x0cJXL ", "is in JPEG XL. Save it as JPEG and send that."),
    (rb".{4}ftyp|\x1aE\xdf\xa3|RIFF.{4}AVI |\x00\x00\x01\xba", VIDEO),
    (rb"PK\x03\x04", "is an archive or a document with pictures in it. Take them out and send each by itself."),
    (
        rb"(?s:.{0,4000})<(?:[a-z]{1,20}:)?svg[\s>]",
        "is an SVG drawing, which may carry programs. Export it as PNG and send that.",
    ),
    (
        rb"(?:\xef\xbb\xbf)?\s*<(!doctype\s+html|html|head|body|script)",
        "is a web page and no picture. Open it, save the picture in it and send that.",
    ),
]
_KINDS = [(re.compile(beginning, re.DOTALL | re.IGNORECASE), sentence) for beginning, sentence in _BEGINNINGS]


def said_of(beginning):
    """The sentence about a file of which these are the first bytes, and which no decoder took."""
    if not beginning:
        return "is empty. Export or download it again and send that."
    return next((sentence for kind, sentence in _KINDS if kind.match(beginning)), UNKNOWN)


_ENDINGS = [
    (rb"\xff\xd8\xff", ".jpg"),
    (rb"\x89PNG", ".png"),
    (rb"GIF8", ".gif"),
    (rb"RIFF.{4}WEBP", ".webp"),
    (rb".{4}ftypavi[fs]", ".avif"),
    (rb".{4}ftyp", ".heic"),
    (rb"II|MM", ".tif"),
]


def ending_of(beginning):
    """How the name of a file ends that begins with these bytes and that we took."""
    return next((ending for kind, ending in _ENDINGS if re.match(kind, beginning, re.DOTALL)), "")
