"""Build the two fonts of screen and paper from those they are made of.

    python packaging/build_fonts.py FOLDER

FOLDER holds the unpacked npm packages `@expo-google-fonts/noto-sans-sc` 0.4.3 and
`@expo-google-fonts/noto-sans` 0.4.2 as `noto-sans-sc` and `noto-sans`. Noto Sans SC gives
what GBK and Big5 can spell, Noto Sans the European letters that are missing there.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Final

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from build_assets import ROOT

FAMILY: Final = "VendorCompare Sans"
WEIGHTS: Final = {"Regular": "400Regular", "Bold": "700Bold"}
_COPYRIGHT: Final = (
    "(c) 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'. "
    "Copyright 2022 The Noto Project Authors "
    "(https://github.com/notofonts/latin-greek-cyrillic)."
)
_SIGNS: Final = (
    range(0x2000, 0x2800),  # punctuation, arrows, mathematics, numbers in circles, ticks, stars
    range(0x3000, 0x3400),  # Chinese punctuation, units
    range(0xFE30, 0xFE50),  # vertical punctuation
    range(0xFF00, 0xFFF0),  # full and half width
)
_EUROPE: Final = (
    range(0x20, 0x590),  # Latin, phonetic, combining, Greek, Cyrillic
    range(0x1E00, 0x2000),  # Latin additional, Greek extended
    range(0x2000, 0x2190),  # punctuation, currency, letter-like
    range(0xFB00, 0xFB07),  # ligatures
)


def chinese() -> set[int]:
    """Return the code points that GBK or Big5 can spell, and the signs that go with them."""
    spelled = {code for block in _SIGNS for code in block} | set(range(0x20, 0x180))
    for encoding in ("gbk", "big5"):
        for code in range(0x20, 0xFFFF):
            try:
                chr(code).encode(encoding)
            except UnicodeEncodeError:
                continue
            spelled.add(code)
    return spelled


def build(folder: Path, weight: str, target: Path) -> None:
    """Build one weight."""
    name = WEIGHTS[weight]
    han = folder / "noto-sans-sc" / name / f"NotoSansSC_{name}.ttf"
    european = folder / "noto-sans" / name / f"NotoSans_{name}.ttf"
    with tempfile.TemporaryDirectory() as parts:
        base, extra = Path(parts, "base.ttf"), Path(parts, "extra.ttf")
        present = subset(han, chinese(), base)
        subset(european, {code for block in _EUROPE for code in block} - present, extra)
        font = Merger().merge([str(base), str(extra)])
    rename(font, weight)
    font.save(target)


def subset(source: Path, codes: set[int], target: Path) -> set[int]:
    """Keep some characters of a font, without hints and layout, and return which."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options(hinting=False, notdef_outline=True, glyph_names=False)
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "STAT", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    font.save(target)
    return set(font.getBestCmap())


def rename(font: TTFont, weight: str) -> None:
    """Give the font a name of its own, so that no installed Noto is taken for it."""
    postscript = f"{FAMILY.replace(' ', '')}-{weight}"
    names = {
        0: _COPYRIGHT,
        1: FAMILY,
        2: weight,
        3: f"1.0;{postscript}",
        4: FAMILY if weight == "Regular" else f"{FAMILY} {weight}",
        5: "Version 1.0; Noto Sans SC 2.004 and Noto Sans",
        6: postscript,
    }
    table = font["name"]
    for identifier in (16, 17, 21, 22, 25):
        table.removeNames(nameID=identifier)
    for identifier, value in names.items():
        table.removeNames(nameID=identifier)
        table.setName(value, identifier, 3, 1, 0x409)


def main() -> None:
    """Build both weights into the resources."""
    parser = argparse.ArgumentParser(description="Build the fonts of screen and paper.")
    parser.add_argument("folder", type=Path, help="folder with the unpacked source packages")
    parser.add_argument("--target", type=Path, default=ROOT / "resources" / "fonts")
    arguments = parser.parse_args()
    for weight in WEIGHTS:
        target = arguments.target / f"{FAMILY.replace(' ', '')}-{weight}.ttf"
        build(arguments.folder, weight, target)
        print("made", target.name, target.stat().st_size)


if __name__ == "__main__":
    main()
