"""A check that players see every character: those that no shipped font has are drawn as empty boxes."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from unicodedata import normalize

from game.content.assets import assets_folder
from game.content.draft import Draft, Finding
from game.content.lint.texts import texts
from game.content.problem import Severity

_SPAN = re.compile(r"^([0-9A-F]+)-([0-9A-F]+)$", re.MULTILINE)
ALWAYS_SEEN = frozenset("\n\t\u200b\u00ad")
"""Line breaks, and signs that only say where a line may break."""


def characters_can_be_drawn(draft: Draft) -> Iterator[Finding]:
    if not drawable():
        return  # the list is not installed: nothing can be said
    seen = ALWAYS_SEEN | drawable()
    for trail, text in texts(draft):
        if lost := sorted(each for each in set(text) - seen if not seen.issuperset(normalize("NFD", each))):
            names = ", ".join(f"'{each}' (U+{ord(each):04X})" for each in lost)
            message = f"no shipped font has {names}: players would see an empty box"
            yield Finding(trail, "no-glyph", message, severity=Severity.WARNING)


@cache
def drawable(folder: Path | None = None) -> frozenset[str]:
    """Every character that one of the shipped fonts has a shape for; written by `python -m tools.list_characters`.

    Nothing where the list is missing.
    """
    path = (folder or assets_folder()) / "fonts" / "characters.txt"
    spans = _SPAN.findall(path.read_text(encoding="ascii", errors="replace") if path.is_file() else "")
    return frozenset(chr(code) for first, last in spans for code in range(int(first, 16), int(last, 16) + 1))
