"""Whether the shipped fonts can write what the game says. What a font holds is read from the font file itself."""

import ast
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from struct import calcsize, pack, unpack_from

import pytest

from game.content.lint.letters import drawable

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "assets" / "fonts"
LATIN = [f"PlenipoSerif-{style}.ttf" for style in ("Regular", "Italic", "Semibold", "Bold")]
CHINESE = "PlenipoSerifSC-Regular.ttf"
TEXTS = ("scenarios/**/*.yaml", "scenarios/**/*.geojson", "scenarios/**/*.po", "game/**/*.py", "game/**/*.po")


# --- reading a font: tables as in the OpenType specification, `cmap` formats 4 and 12


def table(font: bytes, tag: str) -> bytes:
    """The table called *tag*."""
    (count,) = unpack_from(">H", font, 4)
    records = (unpack_from(">4s4xII", font, 12 + 16 * index) for index in range(count))
    start, length = next(where for name, *where in records if name == tag.encode())
    return font[start : start + length]


def characters(font: bytes) -> set[str]:
    """Every character that *font* has a letter for."""
    cmap = table(font, "cmap")
    (count,) = unpack_from(">H", cmap, 2)
    starts = {unpack_from(">4xI", cmap, 4 + 8 * index)[0] for index in range(count)}
    return {chr(point) for start in starts for point, glyph in mapped(cmap[start:]) if glyph}


def mapped(part: bytes) -> Iterator[tuple[int, int]]:
    """Code points and numbers of glyphs; the number 0 is the empty box."""
    (kind,) = unpack_from(">H", part)
    return {4: segments, 12: groups}[kind](part)


def segments(part: bytes) -> Iterator[tuple[int, int]]:
    """Format 4: four rows of 16-bit numbers, one column a segment; an offset counts from its own place."""
    columns = unpack_from(">H", part, 6)[0] // 2
    ends, starts, deltas, offsets = (
        unpack_from(f">{columns}H", part, 14 + row * 2 * columns + (2 if row else 0)) for row in range(4)
    )
    for column in range(columns):
        here = 16 + 2 * (3 * columns + column)
        for point in range(starts[column], min(ends[column], 0xFFFE) + 1):
            glyph = point
            if offsets[column]:
                (glyph,) = unpack_from(">H", part, here + offsets[column] + 2 * (point - starts[column]))
            if glyph or not offsets[column]:
                yield point, (glyph + deltas[column]) % 0x10000


def groups(part: bytes) -> Iterator[tuple[int, int]]:
    """Format 12: runs of code points with the number of the first one's glyph."""
    (count,) = unpack_from(">I", part, 12)
    for index in range(count):
        first, last, glyph = unpack_from(">III", part, 16 + calcsize(">III") * index)
        yield from ((point, glyph + point - first) for point in range(first, last + 1))


def names(font: bytes) -> set[str]:
    """The names a system shows for *font*: family and style in their several forms."""
    part = table(font, "name")
    count, storage = unpack_from(">2xHH", part)
    records = (unpack_from(">HHHHHH", part, 6 + 12 * index) for index in range(count))
    shown = (record for record in records if record[3] in (1, 4, 6, 16))
    return {part[storage + place : storage + place + size].decode("utf-16-be") for *_, size, place in shown}


def test_a_segment_with_a_list_of_glyphs_leaves_out_what_the_list_leaves_empty():
    listed = pack(">7H3HH3H3H3H", 4, 0, 0, 6, 0, 0, 0, 66, 91, 0xFFFF, 0, 65, 90, 0xFFFF, 0, 5, 1, 6, 0, 0)

    assert list(segments(listed + pack(">HH", 0, 7))) == [(66, 7), (90, 95), (91, 96)]


def test_a_group_counts_glyphs_up_from_its_first():
    assert list(groups(pack(">HHIIIIII", 12, 0, 28, 0, 1, 0x1F600, 0x1F602, 5))) == [
        (0x1F600, 5),
        (0x1F601, 6),
        (0x1F602, 7),
    ]


# --- what the fonts hold


def held(name: str) -> set[str]:
    return characters((FONTS / name).read_bytes())


def shipped() -> set[str]:
    """What can be written with all TrueType files together."""
    return set(chain.from_iterable(held(path.name) for path in FONTS.glob("*.ttf")))


def sayable(path: Path) -> str:
    """What *path* may put on a screen: of a module its strings, of any other file all of it."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return "".join(strings(text))
    return text + "".join(chr(int(code, 16)) for code in re.findall(r"\\u([0-9a-fA-F]{4})", text))


def strings(source: str) -> Iterator[str]:
    """The strings of a module, without those that stand alone: docstrings are not shown."""
    nodes = list(ast.walk(ast.parse(source)))
    alone = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.value


def gaps(name: str, text: str, known: set[str]) -> list[str]:
    """A sentence for every character of *text* that is not among the *known* ones."""
    controls = {chr(point) for point in (*range(0x20), *range(0x7F, 0xA0), 0xFEFF)}
    unknown = sorted(set(text) - known - controls)
    return [f"{name}: no font has {each} (U+{ord(each):04X}); see assets/README.md" for each in unknown]


def test_every_character_the_game_may_show_is_in_a_shipped_font():
    known, paths = shipped(), sorted(path for pattern in TEXTS for path in ROOT.glob(pattern))

    found = [gap for path in paths for gap in gaps(path.relative_to(ROOT).as_posix(), sayable(path), known)]

    assert len(paths) > 100
    assert found == []


def test_a_character_that_no_font_has_is_named_with_its_file(tmp_path):
    (tmp_path / "a.yaml").write_text('name: 曾\U0002bf7d\nsign: "\\u2717"\n', encoding="utf-8")
    (tmp_path / "a.py").write_text('"""𝄞"""\n# 𝄞\nx = 1\ny = f"{x} \\u2717"\n', encoding="utf-8")

    assert gaps("a.yaml", sayable(tmp_path / "a.yaml"), shipped()) == [
        "a.yaml: no font has ✗ (U+2717); see assets/README.md",
        "a.yaml: no font has \U0002bf7d (U+2BF7D); see assets/README.md",
    ]
    assert gaps("a.py", sayable(tmp_path / "a.py"), shipped()) == [
        "a.py: no font has ✗ (U+2717); see assets/README.md",
    ]


def test_the_desktop_asks_the_font_that_has_the_character():
    lettering = pytest.importorskip("game.desktop.lettering", reason="the desktop needs pygame")
    latin, shown = held(LATIN[0]), {each for pattern in TEXTS for path in ROOT.glob(pattern) for each in sayable(path)}

    asked_of_latin = {each for each in shown & shipped() if not lettering.scripts(each)[0][1]}

    assert asked_of_latin - latin == set()


@pytest.mark.parametrize("name", LATIN)
def test_each_style_writes_latin_pinyin_old_and_new_cyrillic_and_our_signs(name):
    ascii_letters = "".join(map(chr, range(0x20, 0x7F)))
    pinyin = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜĀÁǍÀĒÉĚÈŌÓǑÒ"
    russian = "".join(map(chr, range(0x410, 0x450))) + "ЁёІіѢѣѲѳѴѵ"
    signs = "–—‘’“”„«»…†§№±−×½′″ʿʾ←→↑↓▲▼✓☐€₽"

    assert set(ascii_letters + pinyin + russian + signs) - held(name) == set()


def test_a_text_may_change_its_style_without_losing_a_letter():
    assert [held(name) ^ held(LATIN[0]) for name in LATIN[1:]] == [set(), set(), set()]


def test_the_chinese_font_holds_the_common_characters_of_both_standards_and_our_names():
    """GB 2312 and Big5 lay their common characters first: 3,755 and 5,401 of them."""
    mainland = {bytes([a, b]).decode("gb2312", "ignore") for a in range(0xB0, 0xD8) for b in range(0xA1, 0xFF)} - {""}
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    taiwan = {bytes([a, b]).decode("big5") for a in range(0xA4, 0xC6) for b in trails}
    taiwan |= {bytes([0xC6, b]).decode("big5") for b in range(0x40, 0x7F)}

    assert (len(mainland), len(taiwan)) == (3755, 5401)
    assert {*mainland, *taiwan, *"光緒六年，曾紀澤奉命使俄：伊犁、特克斯、總理衙門、綏定。“”●○★"} - held(
        CHINESE
    ) == set()


# --- how they stand beside each other


def line(path: Path) -> tuple[int, ...]:
    """Units to the em, ascent, descent and gap: what a program lays its lines by."""
    font = path.read_bytes()
    return *unpack_from(">H", table(font, "head"), 18), *unpack_from(">hhh", table(font, "hhea"), 4)


def test_all_fonts_share_one_line_and_baseline_so_that_scripts_mix_without_offsets():
    assert len({line(path) for path in FONTS.glob("*.ttf")}) == 1


def test_no_font_bears_a_name_that_its_licence_reserves():
    """Source Serif's licence reserves `Source` for the unchanged font; `Noto` is a trademark."""
    shown = {name for path in FONTS.glob("*.ttf") for name in names(path.read_bytes())}

    assert {"Plenipo Serif", "Plenipo Serif SC", "PlenipoSerif-Italic"} <= shown
    assert [name for name in shown if re.search("Source|Noto|Adobe|Google", name)] == []


def test_each_family_has_its_licence_beside_it():
    families = {path.name.split("-")[0] for path in FONTS.iterdir() if path.suffix in (".ttf", ".woff2")}

    for family in families:
        assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / f"OFL-{family}.txt").read_text(encoding="utf-8")


def test_the_fonts_together_stay_below_seven_megabytes():
    assert sum(path.stat().st_size for path in FONTS.iterdir()) < 7_000_000


def test_the_list_of_characters_holds_what_the_two_upright_fonts_hold():
    fonts = ((FONTS / name).read_bytes() for name in (LATIN[0], CHINESE))

    assert drawable() == {each for each in set().union(*map(characters, fonts)) if each >= " "}
