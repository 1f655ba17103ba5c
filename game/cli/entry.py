"""The command `plenipo`: reads what was asked for, hands it to the part that does it, and says in one sentence what
went wrong. Exit codes: 0 all is well, 1 something wrong was found, 2 the command was used wrongly.

The parts are imported where they are used, so that `--help` is quick.
"""

import os
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from io import TextIOWrapper
from pathlib import Path

from game.cli import authoring, founding, listing, measuring, playing, sharing, teaching
from game.cli.parsing import Parser, Run, UsageError
from game.content import ScenarioError, names
from game.engine.errors import GameError, IllegalAction, RecordError, nearest_word

PROGRAM = "plenipo"
FOUND_WRONG, USED_WRONGLY, INTERRUPTED = 1, 2, 130


def parser() -> Parser:
    """The parser of the whole command line; a command's function stands in `run`."""
    whole = Parser(PROGRAM, description="A turn-based game of treaty-making.", allow_abbrev=False)
    whole.add_argument("--version", action="version", version=f"plenipotentiary {_version()}")
    commands = whole.add_subparsers(metavar="COMMAND", parser_class=Parser, title="commands")
    for add in (playing.add, listing.add, authoring.add, measuring.add, teaching.add, founding.add, sharing.add):
        add(commands)
    return whole


def _version() -> str:
    try:
        return version("plenipotentiary")
    except PackageNotFoundError:  # a checkout that was not installed
        return "(checkout)"


def main(argv: Sequence[str] | None = None) -> int:
    """Do what *argv* asks for (the process's own arguments when None) and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        code = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
    except BrokenPipeError:
        _say_no_more()
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except (GameError, ScenarioError, OSError) as error:
        print(f"{PROGRAM}: {_sentence(error)}", file=sys.stderr)
        return _exit_code(error)
    return code


def _run(words: list[str]) -> int:
    whole = parser()
    arguments, unknown = whole.parse_known_args(_with_command(words, whole))
    if unknown:
        known = arguments.command._option_string_actions
        asked = f"'{arguments.command.prog}' does not take '{unknown[0]}'"
        raise UsageError(asked + nearest_word(unknown[0], known))
    run: Run = arguments.run
    return run(arguments)


def _with_command(words: list[str], whole: Parser) -> list[str]:
    """`plenipo` alone, or followed by a scenario or an option, plays."""
    known = [name for action in whole._actions for name in action.choices or ()]
    first = words[0] if words else ""
    if first in (*known, "-h", "--help", "--version"):
        return words
    scenarios = names()
    if not first or first.startswith("-") or first in scenarios or Path(first).is_dir():
        return ["play", *words]
    raise UsageError(f"no command and no scenario is called '{first}'{nearest_word(first, (*known, *scenarios))}")


def _sentence(error: GameError | ScenarioError | OSError) -> str:
    if isinstance(error, ScenarioError):
        first, *more = error.problems
        if first.code == "unknown-scenario":
            return first.message + (f" (did you mean '{first.suggestion}'?)" if first.suggestion else "")
        if first.code == "bad-parcel":
            return f"{first.path}: {first.message}"
        others = f"; and {len(more)} more, which '{PROGRAM} check' lists" if more else ""
        return f"the scenario cannot be played: {first}{others}"
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return str(error)


def _exit_code(error: GameError | ScenarioError | OSError) -> int:
    """Something wrong was found in a file or in a player; all other mistakes are the caller's."""
    if isinstance(error, ScenarioError):
        return USED_WRONGLY if error.problems[0].code == "unknown-scenario" else FOUND_WRONG
    return FOUND_WRONG if isinstance(error, RecordError | IllegalAction) else USED_WRONGLY


def _say_no_more() -> None:
    """Whoever read our output has gone: let nothing that is still unwritten complain at the end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:
        return
