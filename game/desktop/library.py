"""The scenarios there are: their titles at once, the whole only when it is asked for."""

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from game.content import find, load, names
from game.desktop.desk import Desk

if TYPE_CHECKING:
    from game.engine.scenario import Scenario
    from game.engine.view import SeatView

_TITLE = re.compile(r"^title: *[\"']?(.*?)[\"']? *$", re.MULTILINE)
FIRST = ("ili-1871", "two-villages")
"""The scenarios that stand first in a list."""


@frozen
class Volume:
    """A scenario on the shelf."""

    name: str
    title: str


def volumes() -> tuple[Volume, ...]:
    """Every scenario by its title, read from the head of its file: reading it whole takes half a second."""
    found = sorted(names(), key=lambda name: (name not in FIRST, FIRST.index(name) if name in FIRST else 0, name))
    return tuple(Volume(name, _title(find(name) / "scenario.yaml") or name) for name in found)


def _title(path: Path) -> str:
    try:
        found = _TITLE.search(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return ""
    return found[1] if found else ""


def volume(name: str, language: str = "") -> "Scenario":
    """The scenario called *name*, read anew when a file of it has changed; raises ScenarioError with its problems."""
    return _read(name, language, _stamp(find(name)))


@lru_cache(maxsize=4)
def _read(name: str, language: str, _changed: float) -> "Scenario":
    return load(name, language)


def _stamp(folder: Path) -> float:
    """When something in *folder* was changed last."""
    return max((path.stat().st_mtime for path in folder.rglob("*")), default=0.0)


def at_hand(desk: Desk) -> "Scenario":
    """The whole scenario of the game on the desk; without a game the first on the shelf."""
    return desk.sitting.match.scenario if desk.sitting else volume(FIRST[0])


def view_at_hand(desk: Desk) -> "SeatView | None":
    """What whoever sits before the machine may know; None when no game is played, or nobody has sat down."""
    return desk.sitting.view if desk.sitting and desk.sitting.seat else None
