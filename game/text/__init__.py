"""The text front: the whole game in plain lines, for a keyboard, a pipe or a screen reader."""

from typing import TextIO

from game.session.options import Options
from game.text.console import InputEnded, standard_console
from game.text.play import play
from game.text.previewing import preview
from game.text.setup import sitting_for
from game.text.watching import watch_game

__all__ = ["Options", "preview", "run", "watch"]


def run(options: Options, reader: TextIO | None = None, writer: TextIO | None = None) -> int:
    """Play a game by hand or by script and return the exit code.

    Raises GameError, ScenarioError or OSError when it cannot even start.
    """
    console = standard_console(options.script, reader, writer)
    try:
        sitting = sitting_for(options, console)
    except InputEnded:
        console.say("The input ends here, before the game has begun.")
        return 0
    return play(sitting)


def watch(options: Options, writer: TextIO | None = None) -> int:
    """Let players hold all seats, print their game and its comparison with history, and return the exit code.

    Raises GameError, ScenarioError or OSError when it cannot start.
    """
    watch_game(options, standard_console("", None, writer))
    return 0
