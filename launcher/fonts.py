"""Makes static/fonts/*.woff2 and static/css/fonts.css anew, from fonts that npm delivers. For the person who changes
the typography; nobody else needs it:

    uv run --no-project --with fonttools==4.68.0 --with brotli==1.2.1 python -m launcher.fonts

What readers load is cut to Latin, to the weights that the style sheet uses, and to one kerning for all weights.
docs/decisions/0014-type.md says why these two families and why the cuts.
"""

import io
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, SourceDescriptor
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib import build, instancer

STATIC = Path(__file__).resolve().parent.parent / "static"
LIGHT, HEAVY = 400, 700
UNITS = 500  # to the em: a rounding of a tenth of a pixel in the largest nameplate, and a tenth off every file
EXCEPTION = 12  # of these units: a pair that is kerned otherwise than its kind, by less than this, is not
KERNING_STEP = 8  # kerning goes by so many units, a sixth of a pixel in text: equal numbers compress

# English comes with every page, in a file that fits into the ten packets which a fresh connection sends at once. What
# else Western Europe writes, and the rest of Latin, come only to a page that has a letter of it.
ENGLISH = "U+20-7E, U+A0, U+A3, U+A9, U+B0, U+B7, U+D7, U+E9, U+2013-2014, U+2018-2019, U+201C-201D, U+2026, U+20AC"
WESTERN = (
    "U+A1-A2, U+A4-A8, U+AA-AF, U+B1-B6, U+B8-D6, U+D8-E8, U+EA-FF, U+152-153, U+178, U+2009, U+201A-201B, U+201E, "
    "U+2022, U+202F, U+2032-2033, U+2039-203A, U+2212"
)
REST = "U+100-151, U+154-177, U+179-17F, U+218-21B, U+1E9E"
# What our files are called, what of the package's files they are cut from, and the letters.
PARTS = (("english", "latin", ENGLISH), ("western", "latin", WESTERN), ("latin-ext", "latin-ext", REST))

# Family, its package, what readers call the file, and the optical sizes of the lightest and the heaviest weight:
# heavy is what headlines are set in, so the heavier the letter, the larger the size that it is drawn for.
SERIF = ("Newsreader", "newsreader", "5.3.0", "opsz", (16, 44))
SANS = ("Public Sans", "public-sans", "5.3.0", "wght", None)

# What stands there until our fonts have come: (full name on the machine, a font of the same metrics, its weight).
STAND_INS = {
    "Newsreader": {
        "Georgia": (
            "@fontsource-variable/gelasio@5.3.0",
            "files/gelasio-latin-wght-normal.woff2",
            "files/gelasio-latin-wght-normal.woff2",
        ),
        "Noto Serif": (
            "@fontsource-variable/noto-serif@5.3.0",
            "files/noto-serif-latin-wght-normal.woff2",
            "files/noto-serif-latin-wght-normal.woff2",
        ),
        "Times New Roman|Liberation Serif": (
            "@fontsource/tinos@5.3.0",
            "files/tinos-latin-400-normal.woff2",
            "files/tinos-latin-700-normal.woff2",
        ),
        "DejaVu Serif": ("dejavu-fonts-ttf@2.37.3", "ttf/DejaVuSerif.ttf", "ttf/DejaVuSerif-Bold.ttf"),
    },
    "Public Sans": {
        "Arial|Liberation Sans": (
            "@fontsource/arimo@5.3.0",
            "files/arimo-latin-400-normal.woff2",
            "files/arimo-latin-700-normal.woff2",
        ),
        "Roboto": (
            "@fontsource-variable/roboto@5.3.0",
            "files/roboto-latin-wght-normal.woff2",
            "files/roboto-latin-wght-normal.woff2",
        ),
        "DejaVu Sans": ("dejavu-fonts-ttf@2.37.3", "ttf/DejaVuSans.ttf", "ttf/DejaVuSans-Bold.ttf"),
    },
}
# The weight of ours that each stand-in's regular and bold replace: text, and most headlines.
REPLACED = {"Newsreader": (400, 600), "Public Sans": (400, 600)}
# Letters about as often as the languages of Latin script have them.
ORDINARY = (
    "the reader of a paper wants to know at once who says so, and when; Das steht hier seit heute. "
    "Les mots sont simples. "
)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rules = ["/* Made by launcher/fonts.py: change it there. */"]
        for family, package, version, kind, sizes in (SERIF, SANS):
            source = _unpack(f"@fontsource-variable/{package}@{version}", folder)
            shutil.copy(source / "LICENSE", STATIC / "fonts" / f"{package}-LICENSE.txt")
            for part, whole_part, letters in PARTS:
                whole = source / f"files/{package}-{whole_part}-{kind}-normal.woff2"
                target = f"{package}-{part}.woff2"
                _write(_upright(whole, letters, sizes), target)
                rules.append(_face(family, target, letters))
                if sizes:
                    whole = source / f"files/{package}-{whole_part}-{kind}-italic.woff2"
                    target = f"{package}-{part}-italic.woff2"
                    _write(_italic(whole, letters, sizes[0]), target)
                    rules.append(_face(family, target, letters, "italic"))
            rules += _stand_ins(family, TTFont(STATIC / "fonts" / f"{package}-english.woff2"), folder)
        (STATIC / "css" / "fonts.css").write_text("\n".join(rules) + "\n")


def _unpack(package, folder):
    home = folder / package.replace("/", "-")
    if not home.exists():
        home.mkdir()
        subprocess.run(["npm", "pack", "--silent", package], cwd=home, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(home.glob("*.tgz"))) as archive:
            archive.extractall(home, filter="data")
    return home / "package"


def _upright(path, letters, sizes):
    """One axis, from the light weight at the small optical size to the heavy one at the large."""
    whole = _cut(path, letters)
    if sizes is None:
        font = instancer.instantiateVariableFont(whole, {"wght": (LIGHT, HEAVY)})
        font["GPOS"] = _reopened(instancer.instantiateVariableFont(_reopened(whole), {"wght": 500}))["GPOS"]
        return font
    corners = [
        _static(whole, {"wght": weight, "opsz": size}) for weight, size in zip((LIGHT, HEAVY), sizes, strict=True)
    ]
    kerned = _static(whole, {"wght": (LIGHT + HEAVY) / 2, "opsz": sum(sizes) / 2}, kerned=True)
    design = DesignSpaceDocument()
    axis = AxisDescriptor(name="Weight", tag="wght", minimum=LIGHT, default=LIGHT, maximum=HEAVY)
    design.addAxis(axis)
    for weight, corner in zip((LIGHT, HEAVY), corners, strict=True):
        design.addSource(SourceDescriptor(font=corner, name=str(weight), location={"Weight": weight}))
    font, _, _ = build(design, exclude=["MVAR", "STAT"])
    font["GPOS"] = kerned["GPOS"]
    return font


def _italic(path, letters, size):
    """For the few words that are set in it: one weight, no kerning."""
    return _static(_cut(path, letters), {"wght": LIGHT, "opsz": size})


def _static(whole, place, kerned=False):
    font = instancer.instantiateVariableFont(_reopened(whole), place)
    for table in ("STAT", "avar") if kerned else ("STAT", "avar", "GPOS", "GDEF"):
        if table in font:
            del font[table]
    return _reopened(font)


def _cut(path, letters):
    font = TTFont(path)
    options = Options(
        layout_features=["kern", "liga", "locl", "ccmp", "tnum", "pnum"], hinting=False, glyph_names=False
    )
    options.name_IDs = [0, 1, 2, 13, 14]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=_codes(letters))
    subsetter.subset(font)
    font.flavor = None
    font = _reopened(font)
    scale_upem(font, UNITS)
    return font


def _codes(letters):
    for part in letters.split(", "):
        first, _, last = part.removeprefix("U+").partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def _reopened(font):
    """A copy, with every table written out once: the tools before and after do not agree on half-read ones."""
    flavor, font.flavor = font.flavor, None
    kept = io.BytesIO()
    font.save(kept)
    font.flavor = flavor
    kept.seek(0)
    return TTFont(kept)


def _write(font, name):
    if "GPOS" in font:
        _round_kerning(font["GPOS"].table)
        _forget_small_exceptions(font["GPOS"].table)
    if "fvar" in font:
        _forget_named_instances(font)
    font.flavor = "woff2"
    font.save(STATIC / "fonts" / name)
    sys.stdout.write(f"{name}: {(STATIC / 'fonts' / name).stat().st_size} bytes\n")


def _forget_named_instances(font):
    """“Semibold” and the like, with which a word processor fills a menu."""
    font["fvar"].instances = []
    font.tables.pop("STAT", None)
    font["name"].names = [name for name in font["name"].names if name.nameID < 256]
    axis = font["fvar"].axes[0]
    axis.axisNameID = font["name"].addMultilingualName({"en": "Weight"}, font)


def _pair_tables(positions):
    tables = [
        getattr(table, "ExtSubTable", table) for lookup in positions.LookupList.Lookup for table in lookup.SubTable
    ]
    return [table for table in tables if table.LookupType == 2]


def _round_kerning(positions):
    for table in _pair_tables(positions):
        if table.Format == 1:
            values = [pair.Value1 for pairs in table.PairSet for pair in pairs.PairValueRecord]
        else:
            values = [kind.Value1 for row in table.Class1Record for kind in row.Class2Record]
        for value in values:
            if _advance(value):
                value.XAdvance = KERNING_STEP * round(value.XAdvance / KERNING_STEP)


def _forget_small_exceptions(positions):
    """Kerning is by kinds of letters, and by single pairs before that. Thousands of the pairs say nearly the same."""
    tables = _pair_tables(positions)
    by_kind = next((table for table in tables if table.Format == 2), None)
    for table in tables:
        if by_kind and table.Format == 1:
            kept = {}
            for first, pairs in zip(table.Coverage.glyphs, table.PairSet, strict=True):
                pairs.PairValueRecord = [
                    pair
                    for pair in pairs.PairValueRecord
                    if abs(_advance(pair.Value1) - _kerned_by_kind(by_kind, first, pair.SecondGlyph)) >= EXCEPTION
                ]
                pairs.PairValueCount = len(pairs.PairValueRecord)
                if pairs.PairValueRecord:
                    kept[first] = pairs
            table.Coverage.glyphs, table.PairSet, table.PairSetCount = list(kept), list(kept.values()), len(kept)


def _kerned_by_kind(table, first, second):
    if first not in table.Coverage.glyphs:
        return 0
    row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)]
    return _advance(row.Class2Record[table.ClassDef2.classDefs.get(second, 0)].Value1)


def _advance(value):
    return getattr(value, "XAdvance", 0)


def _face(family, name, letters, style="normal"):
    return (
        f'@font-face {{ font-family: "{family}"; font-style: {style}; font-weight: {LIGHT} {HEAVY}; '
        "font-display: swap;\n"
        f'  src: url("../fonts/{name}") format("woff2");\n'
        f"  unicode-range: {letters}; }}"
    )


def _stand_ins(family, ours, folder):
    """Faces made of what the machine has, as wide and as high as ours, so that nothing moves when ours come."""
    for names, (package, *files) in STAND_INS[family].items():
        source = _unpack(package, folder)
        for weight, replaced, file, bold in zip((LIGHT, HEAVY), REPLACED[family], files, (False, True), strict=True):
            theirs = TTFont(source / file)
            if "fvar" in theirs:
                theirs = instancer.instantiateVariableFont(theirs, {"wght": weight})
            mine = instancer.instantiateVariableFont(_reopened(ours), {"wght": replaced})
            size = _width(_reopened(mine)) / _width(theirs)
            up, down = ours["hhea"].ascent / UNITS / size, -ours["hhea"].descent / UNITS / size
            called = ", ".join(f'local("{name}{" Bold" if bold else ""}")' for name in names.split("|"))
            yield (
                f'@font-face {{ font-family: "{family}: {names.split("|")[0]}"; '
                f"font-weight: {'500 900' if bold else '100 499'}; src: {called};\n"
                f"  size-adjust: {size:.2%}; ascent-override: {up:.2%}; descent-override: {down:.2%}; "
                "line-gap-override: 0%; }"
            )


def _width(font):
    letters, widths = font.getBestCmap(), font["hmtx"]
    return sum(widths[letters[ord(letter)]][0] for letter in ORDINARY) / font["head"].unitsPerEm


if __name__ == "__main__":
    main()
