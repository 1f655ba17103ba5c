"""A check that players see every character: those that no shipped font has are drawn as empty boxes."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

from game.content.assets import assets_folder
from game.content.draft import Draft, Finding, Trail, field_names
from game.content.problem import Severity
from game.engine.condition import Condition

ALWAYS_SEEN = frozenset("\n\t\u200b\u00ad")
"""Line breaks, and signs that only say where a line may break."""


def characters_can_be_drawn(draft: Draft) -> Iterator[Finding]:
    seen = ALWAYS_SEEN | drawable()
    for trail, text in _texts(draft):
        if lost := sorted(each for each in set(text) - seen if not seen.issuperset(normalize("NFD", each))):
            names = ", ".join(f"'{each}' (U+{ord(each):04X})" for each in lost)
            message = f"no shipped font has {names}: players would see an empty box"
            yield Finding(trail, "no-glyph", message, severity=Severity.WARNING)


def _texts(draft: Draft) -> Iterator[tuple[Trail, str]]:
    for trail, each in draft.everything:
        kind: Any = type(each)
        for name in field_names(kind) if kind is not Condition else ():
            value = getattr(each, name)
            for place, text in enumerate(value if isinstance(value, tuple) else (value,)):
                if isinstance(text, str):
                    yield ((*trail, name, place) if isinstance(value, tuple) else (*trail, name)), text


@cache
def drawable(folder: Path | None = None) -> frozenset[str]:
    """Every character that one of the shipped fonts has a shape for; written by `python -m tools.list_characters`."""
    lines = ((folder or assets_folder()) / "fonts" / "characters.txt").read_text(encoding="ascii").split()
    spans = (line.split("-") for line in lines)
    return frozenset(chr(code) for first, last in spans for code in range(int(first, 16), int(last, 16) + 1))
