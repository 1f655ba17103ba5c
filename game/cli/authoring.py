"""The tools of an author."""

import argparse
import sys
from pathlib import Path

from game.cli.parsing import Commands, UsageError, add_command, add_json


def add(commands: Commands) -> None:
    """Add them to the command line."""
    command = add_command(commands, "check", "find what is wrong in a scenario, with file, line and column", _check)
    command.add_argument("paths", nargs="*", metavar="PATH", help="names or folders; all that are known if not said")
    command.add_argument("--tests", action="store_true", help="put the author's promises to the test as well")
    command.add_argument("--github", action="store_true", help="print annotations for a GitHub workflow")
    command.add_argument("--baseline", metavar="FILE", help="leave out the problems that this file holds")
    command.add_argument("--write-baseline", action="store_true", help="write what is found to the baseline instead")
    command.add_argument("--codes", action="store_true", help="print what every code means")
    add_json(command)
    command = add_command(
        commands, "i18n", "translate a scenario: a catalogue to fill in, and how far it is", _translate
    )
    command.add_argument("what", choices=("extract", "status"), help="write the catalogue anew, or count")
    command.add_argument("scenario", metavar="SCENARIO", help="a name or a folder")
    command.add_argument(
        "language", nargs="?", default="", metavar="LANGUAGE", help="its code, such as de, zh or pt-BR"
    )


def _check(arguments: argparse.Namespace) -> int:
    from game.authoring.check import Style, run, tell_codes

    if arguments.codes:
        return tell_codes(sys.stdout, arguments.json)
    if arguments.write_baseline and not arguments.baseline:
        raise UsageError("'--write-baseline' needs a file: --baseline FILE")
    style = Style(
        as_json=arguments.json,
        github=arguments.github,
        baseline=Path(arguments.baseline) if arguments.baseline else None,
        write=arguments.write_baseline,
        tests=arguments.tests,
    )
    return run(arguments.paths, style, sys.stdout)


def _translate(arguments: argparse.Namespace) -> int:
    from game.authoring.translating import extract, status

    if arguments.what == "status":
        return status(arguments.scenario, sys.stdout)
    if not arguments.language:
        raise UsageError("say into which language: plenipo i18n extract SCENARIO LANGUAGE")
    return extract(arguments.scenario, arguments.language, sys.stdout)
