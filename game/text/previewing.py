"""A game whose scenario is being written: it goes on, in the changed scenario, whenever the reader says so."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

from game.engine.issue import SeatId
from game.session.match import Match
from game.text.console import Console, InputEnded
from game.text.play import go_on, stop
from game.text.sitting import Leaving, Sitting


def preview(
    match: Match,
    people: tuple[SeatId, ...],
    lines: Any,
    writer: TextIO,
    interruption: type[Exception],
    taken_over: Callable[[Match], tuple[Match, str]],
) -> int:
    """Play *match* until its end or that of *lines*; returns the exit code.

    When *lines* raises *interruption*, the match that *taken_over* gives goes on, and its sentence is said.
    """
    sitting = Sitting(match=match, people=people, saves=Path(), console=Console(lines, writer))
    if match.actions:
        sitting.replace(match)
        before = sum(each.turn < match.state.turn for each in sitting.journal)
        sitting.told = dict.fromkeys(people, before)  # who begins in the middle hears this turn's news
    while True:
        try:
            go_on(sitting)
            return 0
        except interruption:
            sitting.console.say()
            match, said = taken_over(sitting.match)
            for line in said.split("\n"):
                writer.write(f"{line}\n")
            if match is not sitting.match:
                sitting.replace(match)
        except (InputEnded, Leaving) as ended:
            stop(sitting, ended)
            return 0
