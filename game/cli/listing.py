"""`scenarios`, `players` and `doctor`: what there is here."""

import argparse
import sys

from game.cli.parsing import Commands, add_command, add_json


def add(commands: Commands) -> None:
    """Add them to the command line."""
    add_json(add_command(commands, "scenarios", "list the scenarios, with their starts and lengths", _scenarios))
    add_json(add_command(commands, "players", "list the opponents", _players))
    add_json(add_command(commands, "doctor", "look at this machine and say what would stop the game", _doctor))


def _scenarios(arguments: argparse.Namespace) -> int:
    from game.authoring.listing import run_scenarios

    return run_scenarios(arguments.json, sys.stdout)


def _players(arguments: argparse.Namespace) -> int:
    from game.authoring.listing import run_players

    return run_players(arguments.json, sys.stdout)


def _doctor(arguments: argparse.Namespace) -> int:
    from game.authoring.doctor import run

    return run(arguments.json, sys.stdout)
