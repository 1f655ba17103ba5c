"""`new`: begin a scenario of one's own."""

import argparse
import sys
from pathlib import Path

from game.cli.parsing import Commands, add_command

_QUESTIONS = {
    "title": ("What is the crisis called?", "The Harbour Question"),
    "first": ("Who sits on the first side, which holds what is asked for?", "Northport"),
    "second": ("Who sits on the other side?", "The Islands"),
    "begins": ("In which month do the talks begin (YYYY-MM)?", "1815-03"),
}
"""What is asked, and what is taken for an empty answer."""


def add(commands: Commands) -> None:
    """Add it to the command line."""
    command = add_command(commands, "new", "begin a scenario of your own that can be played at once", _new)
    command.add_argument("name", metavar="NAME", help="its folder's name: small letters, digits, '-' and '_'")
    for name, (question, default) in _QUESTIONS.items():
        command.add_argument(f"--{name}", default="", metavar="ANSWER", help=f"{question} ('{default}' if not said)")
    command.add_argument("--into", default=".", metavar="FOLDER", help="where the folder is made; here if not said")


def _new(arguments: argparse.Namespace) -> int:
    from game.authoring.founding import Founding, found

    answers = {
        name: getattr(arguments, name) or _asked(question, usual) for name, (question, usual) in _QUESTIONS.items()
    }
    folder = found(Founding(arguments.name, **answers), Path(arguments.into))
    print(f"{folder} is written. Check it after each change, and play it:")
    print(f"  plenipo check {folder}\n  plenipo text {folder}")
    return 0


def _asked(question: str, usual: str) -> str:
    """The answer at a terminal; the usual one where nobody can be asked."""
    if not (sys.stdin and sys.stdin.isatty()):
        return usual
    try:
        return input(f"{question} [{usual}] ").strip() or usual
    except EOFError:
        return usual
