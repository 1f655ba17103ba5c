"""The command `plenipo`: reads what was asked for, hands it to the part that does it, and says in one sentence what
went wrong. Exit codes: 0 all is well, 1 something wrong was found, 2 the command was used wrongly.

The parts are imported where they are used, so that `--help` is quick.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from game.content import ScenarioError, names
from game.engine.errors import GameError, IllegalAction, RecordError, nearest_word

if TYPE_CHECKING:
    from game.session.options import Options

PROGRAM = "plenipo"
FOUND_WRONG, USED_WRONGLY, INTERRUPTED = 1, 2, 130


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


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; a command's function stands in `run`."""
    whole = Parser(PROGRAM, description="A turn-based game of treaty-making.", allow_abbrev=False)
    whole.add_argument("--version", action="version", version=f"plenipotentiary {_version()}")
    commands = whole.add_subparsers(metavar="COMMAND", parser_class=Parser, title="commands")
    for add in (_add_playing, _add_lists, _add_authoring, _add_simulate, _add_treaties, _add_replay, _add_shot):
        add(commands)
    return whole


def _version() -> str:
    try:
        return version("plenipotentiary")
    except PackageNotFoundError:  # a checkout that was not installed
        return "(checkout)"


def _command(commands: "argparse._SubParsersAction[Parser]", name: str, about: str, run: Run) -> Parser:
    command = commands.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".", allow_abbrev=False)
    command.set_defaults(run=run, command=command)
    return command


def _add_json(command: Parser) -> None:
    command.add_argument("--json", action="store_true", help="print the result for programs")


def _add_moment(command: Parser) -> None:
    command.add_argument(
        "--start", default="", metavar="START", help="where the game begins; the first start if not said"
    )
    command.add_argument(
        "--length", default="", metavar="LENGTH", help="how much is played; the first length if not said"
    )


def _add_running(command: Parser, count: str, default: int) -> None:
    command.add_argument(count, type=_above_zero, default=default, metavar="N", help=f"how many; {default} if not said")
    command.add_argument("--seed", default="1", help="the same seed gives the same numbers; 1 if not said")
    command.add_argument("--workers", type=_above_zero, default=0, metavar="N", help="processes; all cores if not said")


def _above_zero(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is no whole number above 0")
    return int(text)


def _add_playing(commands: "argparse._SubParsersAction[Parser]") -> None:
    for name, about, run in (
        ("play", "play in a window, or without a display in text", _play),
        ("text", "play in plain lines", _text),
    ):
        command = _command(commands, name, about, run)
        command.add_argument("scenario", nargs="?", default="", metavar="SCENARIO", help="a name or a folder")
        command.add_argument("--seat", default="", help="the seat you hold, or 'both' for two people at one keyboard")
        command.add_argument("--against", default="statesman", metavar="NAME", help="who holds the other seat")
        _add_moment(command)
        command.add_argument("--seed", default="", help="the same seed gives the same chance")
        command.add_argument("--load", default="", metavar="FILE", help="go on with a saved game")
        command.add_argument("--script", default="", metavar="FILE", help="play the lines of a file, '-' for the input")


def _play(arguments: argparse.Namespace) -> int:
    """In a window; without a display in text; without a terminal either, both seats by themselves."""
    if arguments.script:
        return _text(arguments)
    if _has_display():
        from game.desktop import NoWindow, run

        try:
            return run(_options(arguments))
        except NoWindow as error:
            without = str(error)
    else:
        without = "No display here"
    if sys.stdin and sys.stdin.isatty():
        print(f"{without}: playing in text.", flush=True)
        return _text(arguments)
    from game.text import watch

    return watch(_options(arguments))


def _text(arguments: argparse.Namespace) -> int:
    from game.text import run

    return run(_options(arguments))


def _has_display() -> bool:
    return os.name == "nt" or sys.platform == "darwin" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def _add_lists(commands: "argparse._SubParsersAction[Parser]") -> None:
    _add_json(_command(commands, "scenarios", "list the scenarios, with their starts and lengths", _scenarios))
    _add_json(_command(commands, "players", "list the opponents", _players))
    _add_json(_command(commands, "doctor", "look at this machine and say what would stop the game", _doctor))


def _scenarios(arguments: argparse.Namespace) -> int:
    from game.authoring.listing import run_scenarios

    return run_scenarios(arguments.json, sys.stdout)


def _players(arguments: argparse.Namespace) -> int:
    from game.authoring.listing import run_players

    return run_players(arguments.json, sys.stdout)


def _doctor(arguments: argparse.Namespace) -> int:
    from game.authoring.doctor import run

    return run(arguments.json, sys.stdout)


def _add_authoring(commands: "argparse._SubParsersAction[Parser]") -> None:
    command = _command(commands, "check", "find what is wrong in a scenario, with file, line and column", _check)
    command.add_argument("paths", nargs="*", metavar="PATH", help="names or folders; all that are known if not said")
    command.add_argument("--tests", action="store_true", help="put the author's promises to the test as well")
    _add_json(command)


def _check(arguments: argparse.Namespace) -> int:
    from game.authoring.check import run

    return run(arguments.paths, arguments.json, sys.stdout, arguments.tests)


def _add_simulate(commands: "argparse._SubParsersAction[Parser]") -> None:
    command = _command(commands, "simulate", "play many games by itself and count how they end", _simulate)
    command.add_argument("scenario", metavar="SCENARIO", help="a name or a folder")
    _add_running(command, "--games", 100)
    command.add_argument(
        "--seat", action="append", default=[], type=_held, metavar="SEAT=NAME", help="who holds a seat; may be repeated"
    )
    _add_moment(command)
    _add_json(command)


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


def _add_treaties(commands: "argparse._SubParsersAction[Parser]") -> None:
    command = _command(commands, "compare", "lay a treaty, or a recorded game, beside history's", _compare)
    command.add_argument("place", metavar="SCENARIO|RECORD", help="a scenario with --terms, or a record's file")
    command.add_argument("--terms", default="", metavar="NAME|FILE", help="a treaty of history, or a file of clauses")
    _add_json(command)
    command = _command(commands, "consent", "count how often a treaty passes at home", _consent)
    command.add_argument("scenario", metavar="SCENARIO", help="a name or a folder")
    command.add_argument(
        "--terms", required=True, metavar="NAME|FILE", help="a treaty of history, or a file of clauses"
    )
    _add_moment(command)
    _add_running(command, "--runs", 100)
    _add_json(command)


def _compare(arguments: argparse.Namespace) -> int:
    from game.authoring.treaties import run_compare

    return run_compare(arguments.place, arguments.terms, arguments.json, sys.stdout)


def _consent(arguments: argparse.Namespace) -> int:
    from game.authoring.treaties import run_consent
    from game.session.selfplay import Plan

    asked = arguments
    plan = Plan(asked.scenario, asked.seed, asked.start, asked.length)
    return run_consent(plan, asked.terms, asked.runs, asked.workers, asked.json, sys.stdout)


def _add_replay(commands: "argparse._SubParsersAction[Parser]") -> None:
    command = _command(commands, "replay", "play a recorded game again", _replay)
    command.add_argument("record", metavar="RECORD", help="a record's file")
    command.add_argument("--scenario", default="", help="a name or a folder; the one the record names if not said")
    _add_json(command)


def _replay(arguments: argparse.Namespace) -> int:
    from game.authoring.replaying import run

    return run(arguments.record, arguments.scenario, arguments.json, sys.stdout)


def _add_shot(commands: "argparse._SubParsersAction[Parser]") -> None:
    command = _command(commands, "shot", "draw a screen of the desktop game into a picture, without a display", _shot)
    command.add_argument("screen", metavar="SCREEN", help="its name, such as table or verdict")
    command.add_argument("--out", required=True, metavar="FILE.png", help="the picture to write")
    command.add_argument("--record", default="", metavar="FILE", help="a game to show; one that is self-played if none")
    command.add_argument("--size", default="1280x800", metavar="WxH", help="in pixels; 1280x800 if not said")
    command.add_argument("--scale", type=_above_zero, default=100, metavar="N", help="size of everything, in per cent")
    command.add_argument("--palette", default="paper", metavar="P", help="paper, safe, contrast or dusk")
    command.add_argument("--names", default="en", metavar="L", help="language of the names on the map: en, zh or ru")
    command.add_argument("--seat", default="", help="whose screen; the first seat's if not said")
    command.add_argument("--topic", default="", metavar="T", help="what it speaks of, such as a treaty's name")


def _shot(arguments: argparse.Namespace) -> int:
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.desktop.shot import run

    return run(vars(arguments), sys.stderr)


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


def _with_command(words: list[str], whole: argparse.ArgumentParser) -> list[str]:
    """`plenipo` alone, or followed by a scenario or an option, plays."""
    known = [name for action in whole._actions for name in action.choices or ()]
    first = words[0] if words else ""
    if first in (*known, "-h", "--help", "--version"):
        return words
    scenarios = names()
    if not first or first.startswith("-") or first in scenarios or Path(first).is_dir():
        return ["play", *words]
    raise UsageError(f"no command and no scenario is called '{first}'{nearest_word(first, (*known, *scenarios))}")


def _options(arguments: argparse.Namespace) -> "Options":
    from game.session.folders import saves_folder
    from game.session.options import Options, Roster

    asked = vars(arguments)
    named = {name: asked[name] for name in "scenario seat against start length seed load script".split()}
    return Options(**named, saves=saves_folder(), roster=Roster())


def _sentence(error: GameError | ScenarioError | OSError) -> str:
    if isinstance(error, ScenarioError):
        first, *more = error.problems
        if first.code == "unknown-scenario":
            return first.message + (f" (did you mean '{first.suggestion}'?)" if first.suggestion else "")
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
