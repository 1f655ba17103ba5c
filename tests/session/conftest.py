"""A game in the middle, in a folder of its own."""

from pathlib import Path

import pytest

from game.content import load
from game.players import STATESMAN
from game.session.match import Match, new_match

PLAYED = 20
"""Actions of the game in the middle: some turns are over, and none of its endings has come."""


def played(actions: int, seed: str = "3") -> Match:
    """Statesmen at both villages, stopped after so many actions."""
    match = new_match(load("two-villages"), players={"hill": STATESMAN, "dale": STATESMAN}, seed=seed)
    going = match.advance()
    for _ in range(actions):
        next(going)
    return match


@pytest.fixture
def match() -> Match:
    return played(PLAYED)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "saves" / "game.txt"
