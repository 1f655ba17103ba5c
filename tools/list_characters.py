"""Write down which characters the shipped fonts can draw: `python -m tools.list_characters`.

The list lets `plenipo check` name a character that no player would see, without opening a font.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

FONTS = Path(__file__).resolve().parents[1] / "assets" / "fonts"
CUTS = ("PlenipoSerif-Regular.ttf", "PlenipoSerifSC-Regular.ttf")


def main() -> None:
    (FONTS / "characters.txt").write_text(listing(), encoding="ascii")


def listing() -> str:
    """The file's text: a range of code points a line, in hexadecimal digits, both ends included."""
    return "".join(f"{first:04X}-{last:04X}\n" for first, last in spans(drawable()))


def drawable() -> list[int]:
    """The code points that one of the fonts has a shape for, in rising order."""
    from fontTools.ttLib import TTFont

    return sorted(set().union(*(TTFont(FONTS / name).getBestCmap() for name in CUTS)))


def spans(codes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Rising numbers as runs without a gap."""
    first = last = -1
    for code in codes:
        if code != last + 1 or first < 0:
            if first >= 0:
                yield first, last
            first = code
        last = code
    if first >= 0:
        yield first, last


if __name__ == "__main__":
    main()
