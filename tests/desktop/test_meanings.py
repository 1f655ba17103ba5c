"""What can be pressed on every screen, spot by spot, as it was when somebody last read it."""

from pathlib import Path

import pytest

from game.desktop.focus import order
from game.desktop.screens import SCREENS
from game.desktop.widget import Spot
from tests.desktop.desks import WIDE
from tests.desktop.posed import POSES, name_of, view_in

MEANINGS = Path(__file__).parent / "meanings"


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("PLENIPO_HOME", str(tmp_path))


def line_of(spot: Spot) -> str:
    """One spot as a line: its role, what it says, its state, what it means, and why it cannot be pressed."""
    turns = f"{spot.less} < > {spot.more}" if spot.less or spot.more else ""
    parts = (spot.role, spot.label, spot.value, spot.meaning, turns, spot.why_not and f"not now: {spot.why_not}")
    return " | ".join(" ".join(part.split()) for part in parts).rstrip(" |")


@pytest.mark.parametrize("pose", POSES, ids=name_of)
def test_the_spots_of_a_screen_are_those_written_down(pose, pytestconfig):
    path = MEANINGS / f"{name_of(pose)}.txt"
    view = view_in(pose, WIDE)
    lines = [line_of(spot) for spot in view.arrangement.spots]

    if pytestconfig.getoption("--renew-meanings"):
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")

    assert all(spot.label for spot in order(view.arrangement)), "what has the focus says what it is"
    assert path.is_file(), "nothing is written down yet: run once with --renew-meanings, and read what it writes"
    assert lines == path.read_text(encoding="utf-8").splitlines()


def test_nothing_is_written_down_of_a_screen_that_is_not_there():
    kept = {path.stem.partition("-")[0] for path in MEANINGS.glob("*.txt")}

    assert kept <= set(SCREENS)
