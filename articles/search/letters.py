"""How text is made ready for Postgres' parser: in the index, in a question and in a highlight alike.

Where the database's character type is C, as in the embedded Postgres, the parser takes every character beyond ASCII
for a letter: a word in “typographic” quotes would be another word than the one without. So what is punctuation becomes
space here. What is written without spaces (Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese) has each character
made a word of its own; a question then asks for them side by side.
"""

import re
import unicodedata

APOSTROPHES, HYPHENS, SOFT_HYPHEN = "’‘ʼ", "‐‑", "\u00ad"
PUNCTUATION = (
    "\u00a0-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u05be\u05c0\u05c3\u060c\u061b\u061f\u066a-\u066d"
    "\u06d4\u0964\u0965\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u303f\ufe10-\ufe6f\uff00-\uff0f\uff1a-\uff20"
    "\uff3b-\uff40\uff5b-\uff65\ufffd"
)
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
# What Postgres takes for letters and nobody means by a word: emoji, what joins them, a byte order mark
PICTURES = re.compile("[\ufe00-\ufe0f\ufeff\U0001f000-\U0001faff\U000e0000-\U000e01ef]")
ACCENTS = "\u0300-\u036f"
# Letters that Unicode does not take apart into a letter and an accent
WHOLE, BARE = "øłđðħı", "oldohi"

_PLAINER = str.maketrans(APOSTROPHES + HYPHENS, "'" * len(APOSTROPHES) + "-" * len(HYPHENS), SOFT_HYPHEN)
_BARER = str.maketrans(WHOLE, BARE)
_PUNCTUATION, _ACCENTS = re.compile(f"[{PUNCTUATION}]"), re.compile(f"[{ACCENTS}]")


def parted(text):
    """`text` with nothing but words and what Postgres' parser understands between them.

    Accents that belong to no letter go, for a word made of them alone would be an empty one when bare.
    """
    text = _ACCENTS.sub("", unicodedata.normalize("NFC", text))
    return _PUNCTUATION.sub(" ", text.translate(_PLAINER))


def bare(text):
    """Lower case, without accents: “Zürich” → “zurich”."""
    if text.isascii():  # nearly every word of an English paper, at a tenth of the cost
        return text.lower()
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text.lower()))).translate(_BARER)


def parted_sql(text):
    """The SQL expression that does to the expression `text` what `parted` does, and parts what is unspaced too."""
    ascii_ones = "''" * len(APOSTROPHES) + "-" * len(HYPHENS)
    whole = f"regexp_replace(normalize({text}, NFC), '[{ACCENTS}]', '', 'g')"
    plainer = f"translate({whole}, '{APOSTROPHES}{HYPHENS}{SOFT_HYPHEN}', '{ascii_ones}')"
    spaced = f"regexp_replace({plainer}, '[{PUNCTUATION}]', ' ', 'g')"
    return f"regexp_replace({spaced}, '([{UNSPACED}])', ' \\1 ', 'g')"


def bare_sql(text):
    """As `bare`, of text that is in lower case already. Leaves quotation marks, and so a written vector, whole."""
    letters = f"regexp_replace(normalize({text}, NFD), '[{ACCENTS}]', '', 'g')"
    return f"translate(normalize({letters}, NFC), '{WHOLE}', '{BARE}')"
