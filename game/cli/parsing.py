"""What the commands share when they are read: the parser, its mistakes, and the arguments that several take."""

import argparse
from collections.abc import Callable
from typing import NoReturn, TypeAlias

from game.engine.errors import GameError

Run = Callable[[argparse.Namespace], int]
"""What a command does with its arguments; returns the exit code."""


class UsageError(GameError):
    """The command line cannot be understood."""


class Parser(argparse.ArgumentParser):
    """A parser that leaves it to `main` to say what is wrong."""

    def _get_formatter(self) -> argparse.HelpFormatter:
        return argparse.HelpFormatter(self.prog, max_help_position=26)

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} ('{self.prog} --help' says more)")


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


def add_command(commands: Commands, name: str, about: str, run: Run) -> Parser:
    """A command of its own, which *run* does; *about* is its line in the help."""
    command = commands.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".", allow_abbrev=False)
    command.set_defaults(run=run, command=command)
    return command


def add_json(command: Parser) -> None:
    """Let the command print its result for programs."""
    command.add_argument("--json", action="store_true", help="print the result for programs")


def add_moment(command: Parser) -> None:
    """Let the command be told from where and how much is played."""
    command.add_argument(
        "--start", default="", metavar="START", help="where the game begins; the first start if not said"
    )
    command.add_argument(
        "--length", default="", metavar="LENGTH", help="how much is played; the first length if not said"
    )


def add_running(command: Parser, count: str, default: int) -> None:
    """Let the command be told how many runs, from which seed, by how many processes."""
    command.add_argument(count, type=above_zero, default=default, metavar="N", help=f"how many; {default} if not said")
    command.add_argument("--seed", default="1", help="the same seed gives the same numbers; 1 if not said")
    command.add_argument("--workers", type=above_zero, default=0, metavar="N", help="processes; all cores if not said")


def above_zero(text: str) -> int:
    """A whole number above 0, or a mistake of the command line."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is no whole number above 0")
    return int(text)
