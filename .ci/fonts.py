"""How templates/fonts came to be: static Latin cuts of Source Sans 3 under a name of their own.

    pip download --no-deps fontpkg-source-sans-3 && unzip ... && python .ci/fonts.py FOLDER

FOLDER holds `SourceSans3[wght].ttf` and `SourceSans3-Italic[wght].ttf`. "Source" is a reserved name
under the SIL Open Font License, so what is changed must be called something else.
"""

import copy
import json
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FAMILY = "Reise Sans"
CUTS = (
    ("Regular", "SourceSans3[wght].ttf", 400),
    ("Italic", "SourceSans3-Italic[wght].ttf", 400),
    ("SemiBold", "SourceSans3[wght].ttf", 600),
    ("Bold", "SourceSans3[wght].ttf", 700),
)
RANGES = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x300, 0x304), (0x306, 0x30C), (0x1E00, 0x1EFF), (0x2010, 0x2027),
    (0x202F, 0x203A), (0x2044, 0x2044), (0x2070, 0x209F), (0x20AC, 0x20AC), (0x2116, 0x2122),
    (0x2150, 0x215E), (0x2190, 0x2199), (0x2202, 0x2265), (0x25A0, 0x25CF), (0x2600, 0x27BF),
)  # fmt: skip
#: Characters that share a glyph with another would be copied from a PDF as whichever came first.
OWN_GLYPHS = (0xA0, 0x2010, 0x2011)


def cut(source: Path, style: str, weight: int) -> TTFont:
    """Return a static Latin cut of a variable font."""
    font = instancer.instantiateVariableFont(TTFont(source, recalcTimestamp=False), {"wght": weight})
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "lnum"]
    options.name_IDs = ["*"]
    options.hinting = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(font)
    _give_own_glyphs(font)
    _name(font, style, weight)
    for table in ("STAT", "MVAR", "avar", "HVAR", "DSIG"):
        if table in font:
            del font[table]
    return font


def _give_own_glyphs(font: TTFont) -> None:
    shapes, widths, known = font["glyf"], font["hmtx"].metrics, font.getBestCmap()
    order = font.getGlyphOrder()
    copies = {code: f"uni{code:04X}.own" for code in OWN_GLYPHS}
    font.setGlyphOrder([*order, *copies.values()])
    for code, name in copies.items():
        shapes.glyphs[name] = copy.deepcopy(shapes[known[code]])
        widths[name] = widths[known[code]]
        for table in font["cmap"].tables:
            if code in table.cmap:
                table.cmap[code] = name
    font["maxp"].numGlyphs = len(font.getGlyphOrder())


def _name(font: TTFont, style: str, weight: int) -> None:
    names = font["name"]
    kept = {number: names.getDebugName(number) or "" for number in (0, 13, 14)}
    names.names = []
    basic = style in ("Regular", "Italic", "Bold")
    entries = {
        **kept,
        1: FAMILY if basic else f"{FAMILY} {style}",
        2: style if basic else "Regular",
        3: f"reise 1.0;{style}",
        4: f"{FAMILY} {style}",
        5: "Version 3.052",
        6: f"ReiseSans-{style}",
    }
    if not basic:
        entries |= {16: FAMILY, 17: style}
    for number, text in entries.items():
        names.setName(text, number, 3, 1, 0x409)
    italic, bold = style == "Italic", style == "Bold"
    font["OS/2"].usWeightClass = weight
    flags = font["OS/2"].fsSelection & ~(1 | 32 | 64)
    font["OS/2"].fsSelection = flags | italic | (32 if bold else 0) | (64 if style == "Regular" else 0)
    font["head"].macStyle = (1 if bold else 0) | (2 if italic else 0)


def advances(folder: Path) -> tuple[int, dict[str, dict[str, int]]]:
    """Return the units of an em, and of each cut how wide each of its characters is."""
    made: dict[str, dict[str, int]] = {}
    for style, *_ in CUTS:
        font = TTFont(folder / f"ReiseSans-{style}.ttf")
        widths = font["hmtx"].metrics
        made[style] = {chr(code): widths[name][0] for code, name in sorted(font.getBestCmap().items())}
    return font["head"].unitsPerEm, made


if __name__ == "__main__":
    fonts = Path(__file__).parents[1] / "templates" / "fonts"
    for style, name, weight in CUTS:
        cut(Path(sys.argv[1]) / name, style, weight).save(fonts / f"ReiseSans-{style}.ttf")
    made = json.dumps(advances(fonts), ensure_ascii=False, separators=(",", ":"))
    (fonts / "advances.json").write_text(made + "\n", encoding="utf-8")
