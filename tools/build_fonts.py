"""Cuts the fonts of assets/fonts out of Source Serif 4 and Noto Serif SC: python -m tools.build_fonts FOLDER

FOLDER holds the two packages named in assets/README.md. Needs the group `assets`. The letters stay as they were drawn;
we leave some out, make the Chinese a little smaller, and name the result anew, as the licence asks.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "assets" / "fonts"
TEXTS = ("scenarios/**/*.yaml", "scenarios/**/*.geojson", "scenarios/**/*.po", "game/**/*.py", "game/**/*.po")

WESTERN = (*range(0x20, 0x370), *range(0x400, 0x530), *range(0x1E00, 0x1EA0), *range(0x2000, 0x2E80))
"""Latin with its accents, Cyrillic, punctuation and signs: no Greek, and no Vietnamese beyond what others need too."""
SIGNS = (*map(ord, "·–—‘’“”…●○◎◆◇■□▲△▼▽★☆※"), *range(0x3000, 0x3020), *range(0xFF01, 0xFF5F))
"""What Chinese text writes in its own way, and shapes that Source Serif lacks."""
LEVEL_ONE = {"gb2312": range(0xB0, 0xD8), "big5": range(0xA4, 0xC7)}
"""First bytes of the common characters: 3,755 of the mainland's standard, 5,401 of Taiwan's with the old forms."""
FEATURES = "ccmp locl kern mark mkmk liga case lnum onum pnum tnum smcp c2sc sups subs ordn frac numr dnom zero".split()
CHINESE_SIZE = 0.95
"""Chinese characters fill their square: beside Latin letters of the same size they look right a little smaller."""


@frozen
class Face:
    """A font to cut from: *source* lies in the folder of packages."""

    family: str
    style: str
    source: str

    @property
    def file_name(self) -> str:
        return f"{self.family.replace(' ', '')}-{self.style}"


LATIN_NAME, CHINESE_NAME = "Plenipo Serif", "Plenipo Serif SC"
REGULAR = Face(LATIN_NAME, "Regular", "source-serif-4/400Regular/SourceSerif4_400Regular.ttf")
ITALIC = Face(LATIN_NAME, "Italic", "source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf")
SEMIBOLD = Face(LATIN_NAME, "Semibold", "source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf")
BOLD = Face(LATIN_NAME, "Bold", "source-serif-4/700Bold/SourceSerif4_700Bold.ttf")
CHINESE = Face(CHINESE_NAME, "Regular", "noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf")
CHINESE_SEMIBOLD = Face(CHINESE_NAME, "Semibold", "noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf")


def characters_used() -> set[int]:
    """The code points of every text the programs may show."""
    texts = (path.read_text(encoding="utf-8") for pattern in TEXTS for path in ROOT.glob(pattern))
    return {ord(character) for text in texts for character in text}


def level_one(encoding: str) -> Iterator[int]:
    """The Chinese characters that a national standard calls common."""
    for first in LEVEL_ONE[encoding]:
        for second in range(0x40, 0xFF):
            character = bytes([first, second]).decode(encoding, errors="ignore")
            if len(character) == 1 and "\u4e00" <= character <= "\u9fff":
                yield ord(character)


def plan(folder: Path) -> Iterator[tuple[Face, str, Iterable[int]]]:
    """Each file to make: what it is cut from, how its name ends, and the code points it keeps."""
    used = characters_used()
    letters = {*WESTERN, *used}
    for face in (REGULAR, ITALIC, SEMIBOLD, BOLD):
        yield face, "ttf", letters
    for face in (REGULAR, ITALIC, SEMIBOLD):
        yield face, "woff2", letters
    needed = {*SIGNS, *(used - TTFont(folder / REGULAR.source).getBestCmap().keys())}
    simple = {*needed, *level_one("gb2312")}
    yield CHINESE, "ttf", {*simple, *level_one("big5")}
    yield CHINESE, "woff2", simple
    yield CHINESE_SEMIBOLD, "ttf", needed


def cut(font: TTFont, points: Iterable[int], features: list[str]) -> None:
    """Leave in *font* only the characters and features asked for, and the names that tell where it comes from."""
    options = Options(hinting=False, notdef_outline=True, glyph_names=False)
    options.layout_features, options.name_IDs = features, [0, 5, 13, 14]
    options.drop_tables += ["STAT", "BASE", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)


def fit_beside(font: TTFont, latin: TTFont) -> None:
    """Make the Chinese *font* smaller within its square, on the lines and baselines of *latin*."""
    units = latin["head"].unitsPerEm
    scale_upem(font, round(units * CHINESE_SIZE))
    font["head"].unitsPerEm = units
    for table, fields in {
        "hhea": ("ascent", "descent", "lineGap"),
        "OS/2": ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent"),
    }.items():
        for field in fields:
            setattr(font[table], field, getattr(latin[table], field))


def rename(font: TTFont, face: Face) -> None:
    """Give *font* our name; a style that not every system knows makes a family of its own."""
    known = face.style in ("Regular", "Italic", "Bold")
    names = {
        1: face.family if known else f"{face.family} {face.style}",
        2: face.style if known else "Regular",
        3: f"{face.file_name}; {font['name'].getDebugName(5)}",
        4: f"{face.family} {face.style}",
        6: face.file_name,
        16: face.family,
        17: face.style,
    }
    for number, name in names.items():
        font["name"].setName(name, number, 3, 1, 0x409)


def build(folder: Path, face: Face, ending: str, points: Iterable[int]) -> Path:
    """Make one file; the same packages and the same texts give the same bytes."""
    font = TTFont(folder / face.source, recalcTimestamp=False)
    cut(font, points, FEATURES if face.family == LATIN_NAME else [])
    if face.family == CHINESE_NAME:
        fit_beside(font, TTFont(folder / REGULAR.source))
    rename(font, face)
    font.flavor = "woff2" if ending == "woff2" else None
    path = FONTS / f"{face.file_name}.{ending}"
    font.save(path)
    return path


def write_licence(folder: Path, face: Face) -> None:
    """Lay the licence of *face* beside it, headed by the copyright that the font itself bears."""
    licence = (folder / face.source).parent.parent / "LICENSE_FONT"
    holder = TTFont(folder / face.source)["name"].getDebugName(0)
    heading = f"{face.family} is cut out of a font with this notice and licence:\n\n{holder}\n"
    text = heading + licence.read_text(encoding="utf-8").strip() + "\n"
    (FONTS / f"OFL-{face.family.replace(' ', '')}.txt").write_text(text, encoding="utf-8")


def main(folder: Path) -> None:
    """Build every file of assets/fonts and say how large it became."""
    FONTS.mkdir(exist_ok=True)
    for face, ending, points in plan(folder):
        path = build(folder, face, ending, points)
        print(f"{path.name}: {path.stat().st_size:,} bytes", flush=True)
    for face in (REGULAR, CHINESE):
        write_licence(folder, face)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
