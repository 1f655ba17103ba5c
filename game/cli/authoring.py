"""The tools of an author."""

import argparse
import sys

from game.cli.parsing import Commands, add_command, add_json


def add(commands: Commands) -> None:
    """Add them to the command line."""
    command = add_command(commands, "check", "find what is wrong in a scenario, with file, line and column", _check)
    command.add_argument("paths", nargs="*", metavar="PATH", help="names or folders; all that are known if not said")
    command.add_argument("--tests", action="store_true", help="put the author's promises to the test as well")
    add_json(command)


def _check(arguments: argparse.Namespace) -> int:
    from game.authoring.check import run

    return run(arguments.paths, arguments.json, sys.stdout, arguments.tests)
