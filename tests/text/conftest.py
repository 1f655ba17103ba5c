"""Playing a game in plain text from a list of lines, and reading what was printed."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from game.players import ROSTER
from game.text import Options, run

Told = Callable[..., str]


@pytest.fixture(autouse=True)
def colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests decide themselves whether colour is refused."""
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Everything a person is told who types *lines* in the two villages, as Hill if nothing else is said."""

    def told(*lines: str, **asked: str) -> str:
        wanted = {"scenario": "two-villages", "seat": "hill", "against": "agreeable", "seed": "5", **asked}
        writer = StringIO()
        run(Options(**wanted, saves=tmp_path, roster=ROSTER), StringIO("".join(f"{line}\n" for line in lines)), writer)
        return writer.getvalue()

    return told
