"""The tools of a teacher."""

import argparse
import sys
from pathlib import Path

from game.cli.parsing import Commands, add_command, add_moment


def add(commands: Commands) -> None:
    """Add them to the command line."""
    _add_host(commands)
    _add_kit(commands)
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


def _add_host(commands: Commands) -> None:
    command = add_command(commands, "host", "let a class play in its browsers, from this machine", _host)
    command.add_argument("scenario", nargs="?", default="ili-1871", metavar="SCENARIO", help="ili-1871 if not said")
    add_moment(command)
    command.add_argument("--network", action="store_true", help="let other machines in; else only this one can come in")
    command.add_argument("--port", type=int, default=8000, metavar="N", help="8000 if not said")
    command.add_argument(
        "--file", type=Path, default=Path("class.sqlite"), metavar="F", help="where the class is kept and goes on from"
    )
    command.add_argument("--seed", default="1", help="the same seed gives each table the same chance; 1 if not said")


def _host(arguments: argparse.Namespace) -> int:
    from game.classroom.hosting import Asked, run

    given = arguments
    moment = (given.start, given.length, given.seed)
    return run(Asked(given.scenario, given.file, *moment, port=given.port, network=given.network), sys.stdout)


def _add_kit(commands: Commands) -> None:
    command = add_command(commands, "kit", "print a class on paper: sheets, cards, ballots, map and script", _kit)
    command.add_argument("scenario", metavar="SCENARIO", help="a name or a folder")
    add_moment(command)
    command.add_argument("--out", type=Path, default=Path("kit.html"), metavar="F.html", help="kit.html if not said")
    command.add_argument("--people", type=int, default=0, metavar="N", help="also say who sits where, for so many")
    command.add_argument("--pdf", type=Path, metavar="F.pdf", help="also as PDF, by a Chromium or Chrome of yours")


def _kit(arguments: argparse.Namespace) -> int:
    from game.classroom.kitting import run

    given = arguments
    return run(given.scenario, given.start, given.length, given.out, given.pdf, sys.stdout, given.people)
