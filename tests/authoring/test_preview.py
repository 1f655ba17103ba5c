"""The preview: what an author saves is played on within a second, and what cannot be played loses nothing."""

import io
import threading
import time

import pytest

from game.authoring.preview import Asked, Changed, WatchedLines, begun, run_in_text
from game.session.options import Options, Roster
from tests.content.conftest import Village, village  # noqa: F401 - a fixture

EVENTS, SCENARIO = "events/months.yaml", "scenario.yaml"
WAITED = 20
"""Seconds after which a test gives up; on an idle machine all comes within one."""


class Keyboard:
    """An author who waits for what the screen says, then saves a file or types a line."""

    def __init__(self) -> None:
        self.screen = io.StringIO()
        self.typed: list[str] = []
        self.more = threading.Event()

    def readline(self) -> str:
        while not self.typed:
            self.more.wait(WAITED)
            self.more.clear()
        return self.typed.pop(0)

    def isatty(self) -> bool:
        return False

    def type(self, line: str) -> None:
        self.typed.append(line)
        self.more.set()

    def sees(self, words: str, since: int = 0) -> float:
        """Seconds until *words* stand on the screen."""
        begun_at = time.monotonic()
        while words not in " ".join(self.screen.getvalue()[since:].split()):
            assert time.monotonic() - begun_at < WAITED, self.screen.getvalue()[since:]
            time.sleep(0.01)
        return time.monotonic() - begun_at


def previewed(place: str, keyboard: Keyboard, **asked) -> threading.Thread:
    options = Options(scenario=place, seat="hill", roster=Roster())
    thread = threading.Thread(
        target=run_in_text, args=(Asked(options, **asked), keyboard, keyboard.screen), daemon=True
    )
    thread.start()
    return thread


def test_the_game_goes_on_in_what_was_saved_or_as_it_was_when_that_cannot_be_played(village):  # noqa: F811
    keyboard = Keyboard()
    thread = previewed(str(village.write()), keyboard)
    keyboard.sees("Orders?")
    keyboard.type("-\n")
    keyboard.sees("What do you say?")
    before = len(keyboard.screen.getvalue())

    village.edit("issues.yaml", "title: The spring", "title: The well").write()
    keyboard.sees("Taken over.", before)
    keyboard.sees("The well", before)
    keyboard.sees("What do you say?", before)

    before = len(keyboard.screen.getvalue())
    village.edit("issues.yaml", "title: The spring", "titel: The well").write()
    keyboard.sees("Not taken over", before)
    keyboard.sees("an issue has no field 'titel' (did you mean 'title'?)", before)
    keyboard.sees("What do you say?", before)

    keyboard.type("quit\n")
    keyboard.type("yes\n")
    thread.join(WAITED)
    assert not thread.is_alive()


def test_what_no_longer_fits_is_said_and_the_moment_before_is_kept(village):  # noqa: F811
    keyboard = Keyboard()
    previewed(str(village.write()), keyboard, at="drought", levels={"tension": 50})
    keyboard.sees("The well runs dry")
    keyboard.type("2\n")  # Send her home
    keyboard.sees("Orders?")
    before = len(keyboard.screen.getvalue())

    village.edit(EVENTS, "- id: refuse", "- id: reject").edit(
        EVENTS, "chose.drought.refuse", "chose.drought.reject"
    ).write()

    keyboard.sees("Taken over, up to where it fits: action", before)
    keyboard.sees("choose drought refuse) no longer fits", before)
    keyboard.sees("Your answer?", before)


def test_levels_are_set_before_the_first_moment(village):  # noqa: F811
    options = Options(scenario=str(village.write()), seat="hill", roster=Roster())

    assert begun(Asked(options, levels={"tension": 77}))[1].state.meters["tension"] == 77


def test_a_line_that_is_typed_while_the_folder_changes_is_not_lost():
    changes = iter([True, False, False, False, False, False])
    keyboard = Keyboard()
    lines = WatchedLines(keyboard, lambda: next(changes))
    with pytest.raises(Changed):
        lines.readline()

    keyboard.type("hold\n")

    assert lines.readline() == "hold\n"
