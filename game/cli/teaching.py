"""The tools of a teacher."""

import argparse
from pathlib import Path

from game.cli.parsing import Commands, add_command


def add(commands: Commands) -> None:
    """Add them to the command line."""
    command = add_command(
        commands, "debrief", "lay the games of a class beside each other and beside history", _debrief
    )
    command.add_argument("records", nargs="+", type=Path, metavar="RECORD", help="a record's file, one a table")
    command.add_argument("--out", required=True, type=Path, metavar="F.html", help="the page to write")
    command.add_argument("--csv", type=Path, metavar="F.csv", help="also write every action as a table")
    command.add_argument("--students", type=Path, metavar="DIR", help="also write each student's log as an essay draft")


def _debrief(arguments: argparse.Namespace) -> int:
    from game.classroom.debriefing import run

    return run(arguments.records, arguments.out, arguments.csv, arguments.students)
