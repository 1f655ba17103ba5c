"""`play` and `text`: how what was asked for reaches the front that plays."""

from typing import ClassVar

import pytest

import game.desktop
import game.text
from game.desktop import NoWindow
from game.players import ROSTER
from game.session.folders import saves_folder


class Keyboard:
    """An input that is, or is not, a terminal."""

    def __init__(self, terminal: bool) -> None:
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.fixture
def asked(monkeypatch):
    """What the text front was asked for: the name of its entry, and the options."""
    calls = []
    for name in ("run", "watch"):
        monkeypatch.setattr(
            game.text, name, lambda options, name=name: calls.append((name, options)) or 0, raising=False
        )
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    return calls


def test_without_a_display_play_says_so_and_goes_on_in_text(plenipo, asked, monkeypatch):
    monkeypatch.setattr("sys.stdin", Keyboard(terminal=True))

    said = plenipo("play two-villages --seat hill --against firm --start spring --length crisis --seed 4")

    (entry, options), *others = asked
    assert (entry, others) == ("run", [])
    assert said.out == "No display here: playing in text.\n"
    assert (options.scenario, options.seat, options.against) == ("two-villages", "hill", "firm")
    assert (options.start, options.length, options.seed) == ("spring", "crisis", "4")
    assert (options.saves, options.roster) == (saves_folder(), ROSTER)


def test_without_a_terminal_either_play_shows_a_game(plenipo, asked, monkeypatch):
    monkeypatch.setattr("sys.stdin", Keyboard(terminal=False))

    plenipo("play two-villages")

    assert [entry for entry, _ in asked] == ["watch"]


@pytest.fixture
def window(monkeypatch):
    """A display, and what the desktop was asked for; `refuse` makes it say that no window can be opened."""

    class Front:
        asked: ClassVar[list] = []
        refuse = ""

    def run(options):
        if Front.refuse:
            raise NoWindow(Front.refuse)
        Front.asked.append(options)
        return 0

    Front.asked.clear()
    monkeypatch.setattr(game.desktop, "run", run)
    return Front


def test_with_a_display_play_opens_the_window_whether_or_not_there_is_a_terminal(plenipo, asked, window, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":5")
    for terminal in (True, False):
        monkeypatch.setattr("sys.stdin", Keyboard(terminal))

        said = plenipo("play two-villages --seat hill")

        assert (said.code, said.out, asked) == (0, "", [])
    assert [options.seat for options in window.asked] == ["hill", "hill"]


def test_where_no_window_can_be_opened_play_says_why_and_goes_on_in_text(plenipo, asked, window, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":5")
    monkeypatch.setattr("sys.stdin", Keyboard(terminal=True))
    window.refuse = "pygame-ce is not installed here"

    said = plenipo("play two-villages")

    assert said.out == "pygame-ce is not installed here: playing in text.\n"
    assert [entry for entry, _ in asked] == ["run"]


def test_text_opens_no_window(plenipo, asked, window, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":5")

    plenipo("text two-villages")

    assert window.asked == []
    assert [entry for entry, _ in asked] == ["run"]


def test_a_script_needs_no_terminal(plenipo, asked, monkeypatch):
    monkeypatch.setattr("sys.stdin", Keyboard(terminal=False))

    plenipo("play two-villages --script moves.txt")

    assert [(entry, options.script) for entry, options in asked] == [("run", "moves.txt")]


def test_text_reads_its_lines_from_a_pipe(plenipo, asked, monkeypatch):
    monkeypatch.setattr("sys.stdin", Keyboard(terminal=False))

    said = plenipo("text two-villages --script -")

    assert said.out == ""
    assert [(entry, options.script) for entry, options in asked] == [("run", "-")]


def test_the_exit_code_of_the_front_is_the_commands(plenipo, monkeypatch):
    monkeypatch.setattr(game.text, "run", lambda options: 2, raising=False)

    assert plenipo("text two-villages").code == 2
