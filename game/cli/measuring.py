"""`simulate`, `compare`, `consent` and `replay`: the commands that play or weigh, and print what came of it."""

import argparse
import sys

from game.cli.parsing import Commands, add_command, add_json, add_moment, add_running


def add(commands: Commands) -> None:
    """Add them to the command line."""
    _add_simulate(commands)
    _add_treaties(commands)
    _add_replay(commands)
    _add_playtest(commands)


def _add_simulate(commands: Commands) -> None:
    command = add_command(commands, "simulate", "play many games by itself and count how they end", _simulate)
    command.add_argument("scenario", metavar="SCENARIO", help="a name or a folder")
    add_running(command, "--games", 100)
    command.add_argument(
        "--seat", action="append", default=[], type=_held, metavar="SEAT=NAME", help="who holds a seat; may be repeated"
    )
    add_moment(command)
    add_json(command)


def _held(text: str) -> tuple[str, str]:
    seat, equals, name = text.partition("=")
    if not (seat and equals and name):
        raise argparse.ArgumentTypeError(f"'{text}' says not who holds which seat: write it like qing=statesman")
    return seat, name


def _simulate(arguments: argparse.Namespace) -> int:
    from game.authoring.simulate import run
    from game.session.selfplay import Plan

    asked = arguments
    plan = Plan(asked.scenario, asked.seed, asked.start, asked.length, tuple(asked.seat))
    return run(plan, asked.games, asked.workers, asked.json, sys.stdout)


def _add_treaties(commands: Commands) -> None:
    command = add_command(commands, "compare", "lay a treaty, or a recorded game, beside history's", _compare)
    command.add_argument("place", metavar="SCENARIO|RECORD", help="a scenario with --terms, or a record's file")
    command.add_argument("--terms", default="", metavar="NAME|FILE", help="a treaty of history, or a file of clauses")
    add_json(command)
    command = add_command(commands, "consent", "count how often a treaty passes at home", _consent)
    command.add_argument("scenario", metavar="SCENARIO", help="a name or a folder")
    command.add_argument(
        "--terms", required=True, metavar="NAME|FILE", help="a treaty of history, or a file of clauses"
    )
    add_moment(command)
    add_running(command, "--runs", 100)
    add_json(command)


def _compare(arguments: argparse.Namespace) -> int:
    from game.authoring.treaties import run_compare

    return run_compare(arguments.place, arguments.terms, arguments.json, sys.stdout)


def _consent(arguments: argparse.Namespace) -> int:
    from game.authoring.treaties import run_consent
    from game.session.selfplay import Plan

    asked = arguments
    plan = Plan(asked.scenario, asked.seed, asked.start, asked.length)
    return run_consent(plan, asked.terms, asked.runs, asked.workers, asked.json, sys.stdout)


def _add_replay(commands: Commands) -> None:
    command = add_command(commands, "replay", "play a recorded game again", _replay)
    command.add_argument("record", metavar="RECORD", help="a record's file")
    command.add_argument("--scenario", default="", help="a name or a folder; the one the record names if not said")
    add_json(command)


def _replay(arguments: argparse.Namespace) -> int:
    from game.authoring.replaying import run

    return run(arguments.record, arguments.scenario, arguments.json, sys.stdout)


def _add_playtest(commands: Commands) -> None:
    command = add_command(commands, "playtest", "play thousands of games and report whether it is any good", _playtest)
    command.add_argument("scenario", metavar="SCENARIO", help="a name or a folder")
    add_running(command, "--games", 400)
    add_moment(command)
    command.add_argument("--out", default="playtest.html", metavar="FILE", help="the report; playtest.html if not said")
    command.add_argument("--cluster", default="", metavar="ADDRESS", help="play on the workers of this Dask scheduler")


def _playtest(arguments: argparse.Namespace) -> int:
    from pathlib import Path

    from game.authoring.playtest.command import Asked, run

    given = arguments
    moment = (given.seed, given.start, given.length)
    asked = Asked(given.scenario, given.games, Path(given.out), *moment, given.workers, given.cluster)
    return run(asked, sys.stdout)
