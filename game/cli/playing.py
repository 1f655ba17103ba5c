"""`play`, `text` and `shot`: the commands that open a front."""

import argparse
import os
import sys
from typing import TYPE_CHECKING

from game.cli.parsing import Commands, above_zero, add_command, add_moment

if TYPE_CHECKING:
    from game.session.options import Options


def add(commands: Commands) -> None:
    """Add them to the command line."""
    _add_play(commands)
    _add_preview(commands)
    _add_shot(commands)


def _add_play(commands: Commands) -> None:
    for name, about, run in (
        ("play", "play in a window, or without a display in text", _play),
        ("text", "play in plain lines", _text),
    ):
        command = add_command(commands, name, about, run)
        command.add_argument("scenario", nargs="?", default="", metavar="SCENARIO", help="a name or a folder")
        command.add_argument("--seat", default="", help="the seat you hold, or 'both' for two people at one keyboard")
        command.add_argument("--against", default="statesman", metavar="NAME", help="who holds the other seat")
        add_moment(command)
        command.add_argument("--seed", default="", help="the same seed gives the same chance")
        command.add_argument("--load", default="", metavar="FILE", help="go on with a saved game")
        command.add_argument("--language", default="", metavar="L", help="of the scenario's texts, such as de or zh")
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


def _add_preview(commands: Commands) -> None:
    command = add_command(commands, "preview", "play a scenario while you write it: each save is taken over", _preview)
    command.add_argument("scenario", metavar="PATH", help="the scenario's folder, or its name")
    command.add_argument("--at", default="", metavar="TURN|CARD", help="begin at a turn's number or date, or at a card")
    command.add_argument(
        "--set", action="append", default=[], type=_level, metavar="METER=N", help="a meter's level at the start"
    )
    command.add_argument("--seat", default="", help="the seat you hold; the first if not said")
    command.add_argument("--against", default="statesman", metavar="NAME", help="who holds the other seat")
    add_moment(command)
    command.add_argument("--seed", default="1", help="the same seed gives the same chance; 1 if not said")
    command.add_argument("--text", action="store_true", help="in plain lines, even where there is a display")


def _level(text: str) -> tuple[str, int]:
    meter, _, level = text.partition("=")
    if not meter or not level.lstrip("+-").isdecimal():
        raise argparse.ArgumentTypeError(f"'{text}' sets no meter: write it like tension=60 or qing.treasury=4")
    return meter, int(level)


def _preview(arguments: argparse.Namespace) -> int:
    from game.authoring.preview import Asked, run_in_text, run_in_window

    asked = Asked(_options(arguments), arguments.at, dict(arguments.set))
    if arguments.text or not _has_display():
        return run_in_text(asked)
    from game.desktop import NoWindow

    try:
        return run_in_window(asked)
    except NoWindow as error:
        print(f"{error}: previewing in text.", flush=True)
        return run_in_text(asked)


def _has_display() -> bool:
    return os.name == "nt" or sys.platform == "darwin" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def _add_shot(commands: Commands) -> None:
    command = add_command(
        commands, "shot", "draw a screen of the desktop game into a picture, without a display", _shot
    )
    command.add_argument("screen", metavar="SCREEN", help="its name, such as table or verdict")
    command.add_argument("--out", required=True, metavar="FILE.png", help="the picture to write")
    command.add_argument("--record", default="", metavar="FILE", help="a game to show; one that is self-played if none")
    command.add_argument("--size", default="1280x800", metavar="WxH", help="in pixels; 1280x800 if not said")
    command.add_argument("--scale", type=above_zero, default=100, metavar="N", help="size of everything, in per cent")
    command.add_argument("--palette", default="paper", metavar="P", help="paper, safe, contrast or dusk")
    command.add_argument("--names", default="en", metavar="L", help="language of the names on the map: en, zh or ru")
    command.add_argument("--seat", default="", help="whose screen; the first seat's if not said")
    command.add_argument("--topic", default="", metavar="T", help="what it speaks of, such as a treaty's name")


def _shot(arguments: argparse.Namespace) -> int:
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.desktop.shot import run

    return run(vars(arguments), sys.stderr)


def _options(arguments: argparse.Namespace) -> "Options":
    from game.session.folders import saves_folder
    from game.session.options import Options, Roster

    asked = vars(arguments)
    named = {
        name: asked.get(name, "") for name in "scenario seat against start length seed load language script".split()
    }
    return Options(**named, saves=saves_folder(), roster=Roster())
