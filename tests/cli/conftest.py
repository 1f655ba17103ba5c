"""The command as its user calls it: words in; exit code, output and remarks out."""

import json
from typing import Any

import pytest
from attrs import frozen

from game.cli import main


@frozen
class Said:
    """What one command gave back."""

    code: int
    out: str
    err: str

    @property
    def result(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def plenipo(capsys, tmp_path, monkeypatch):
    """Calls the command with the words of a line; saves go to a folder of the test's own."""
    monkeypatch.setenv("PLENIPO_HOME", str(tmp_path / "home"))
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):  # no window opens in a test that does not ask for one
        monkeypatch.delenv(variable, raising=False)

    def call(line: str) -> Said:
        code = main(line.split())
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return call
