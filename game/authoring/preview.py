"""`plenipo preview`: play a scenario while it is written. After each save the game goes on where it stood."""

import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from queue import Empty, Queue
from typing import TextIO

from attrs import define, evolve, field, frozen

from game.content import ScenarioError, find, load
from game.engine.errors import GameError
from game.engine.scenario import Scenario
from game.session.following import match_at, moved_over, with_levels
from game.session.match import Match, new_match
from game.session.options import Options, opponent, people_of
from game.session.sitting import Sitting

LOOKS = 0.25
"""Seconds between two looks at the folder."""
Stamp = frozenset[tuple[str, int, int]]


@frozen
class Asked:
    """What the command line asks for."""

    options: Options
    at: str = ""
    """Where the game begins: a turn's number or date, or a card; empty for the start."""
    levels: Mapping[str, int] = field(factory=dict)


@define
class Preview:
    """The scenario as it was last read, and what its folder looked like then."""

    asked: Asked
    folder: Path
    scenario: Scenario
    stamp: Stamp

    def changed(self) -> bool:
        """Whether a file was written, added or taken away since the last look."""
        now = stamp_of(self.folder)
        before, self.stamp = self.stamp, now
        return now != before

    def taken_over(self, match: Match) -> tuple[Match, str]:
        """*match* in the scenario as it now stands, with a sentence on what came of it.

        When the scenario cannot be played, the match goes on as it was and the sentence names every problem.
        """
        try:
            self.scenario = scenario_of(self.asked, self.folder)
            moved, trouble = moved_over(match, self.scenario)
        except ScenarioError as error:
            return match, f"Not taken over: the scenario cannot be played like this.\n{error}"
        except GameError as error:
            return match, f"Not taken over: {error}."
        if trouble:
            return moved, f"Taken over, up to where it fits: {trouble}."
        return moved, "Taken over."


def stamp_of(folder: Path) -> Stamp:
    """Every file of the folder with when it was written and how large it is."""
    found = set()
    for path in folder.rglob("*"):
        try:
            seen = path.stat()
        except OSError:  # an editor has just put another in its place
            continue
        if path.is_file():
            found.add((path.as_posix(), seen.st_mtime_ns, seen.st_size))
    return frozenset(found)


def scenario_of(asked: Asked, folder: Path) -> Scenario:
    """The scenario in the folder, with the levels that are asked for; raises ScenarioError or GameError."""
    scenario = load(folder)
    return with_levels(scenario, asked.levels) if asked.levels else scenario


def begun(asked: Asked) -> tuple[Preview, Match, tuple[str, ...]]:
    """The preview, its game at the moment that is asked for, and the seats that people hold.

    Raises ScenarioError or GameError for what cannot be played.
    """
    folder = find(asked.options.scenario)
    scenario = scenario_of(asked, folder)
    options = asked.options if asked.options.seat else evolve(asked.options, seat=scenario.seat_ids[0])
    people = people_of(options, scenario)
    players = {seat: opponent(options) for seat in scenario.seat_ids if seat not in people}
    moment = (options.start, options.length)
    seed = options.seed or "1"
    match = match_at(scenario, *moment, seed, asked.at) if asked.at else new_match(scenario, *moment, seed=seed)
    match.players = players
    return Preview(asked, folder, scenario, stamp_of(folder)), match, people


class Changed(Exception):
    """The folder has changed while somebody was asked."""


@define(eq=False)
class WatchedLines:
    """A reader of lines that raises Changed as soon as the folder changes; a line that is being typed is not lost."""

    lines: TextIO
    changed: Callable[[], bool]
    arrived: Queue[str] = field(factory=Queue)
    _reading: bool = False

    def readline(self) -> str:
        if not self._reading:
            self._reading = True
            threading.Thread(target=self._read, daemon=True).start()
        while True:
            try:
                return self.arrived.get(timeout=LOOKS)
            except Empty:
                if self.changed():
                    raise Changed from None

    def isatty(self) -> bool:
        return self.lines.isatty()

    def _read(self) -> None:
        while True:
            line = self.lines.readline()
            self.arrived.put(line)
            if not line:
                return


def run_in_text(asked: Asked, reader: TextIO | None = None, writer: TextIO | None = None) -> int:
    """Preview in plain lines until the person leaves; returns the exit code. Raises what `begun` raises."""
    from game.text import preview

    watch, match, people = begun(asked)
    lines = WatchedLines(reader or sys.stdin, watch.changed)
    return preview(match, people, lines, writer or sys.stdout, Changed, watch.taken_over)


def run_in_window(asked: Asked) -> int:
    """Preview in a window until it is closed; returns the exit code. Raises what `begun` raises, and NoWindow."""
    from game.desktop import preview

    watch, match, people = begun(asked)
    sitting = Sitting(match=match, people=people, saves=asked.options.saves)

    def take_over(call: Callable[[Callable[[], str]], None]) -> None:
        """Look at the folder for as long as the window is open, and let the window's own thread take changes over."""
        while True:
            time.sleep(LOOKS)
            if watch.changed():
                call(lambda: _replaced(watch, sitting))

    return preview(asked.options, sitting, take_over)


def _replaced(watch: Preview, sitting: Sitting) -> str:
    match, said = watch.taken_over(sitting.match)
    if match is not sitting.match:
        sitting.replace(match)
    return said
