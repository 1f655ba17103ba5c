"""`plenipo doctor`: looks at this machine and says what would stop the game, a line each."""

import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TextIO

from attrs import frozen

from game.authoring.printing import put_json
from game.content import ScenarioError, find, load, names
from game.content.assets import NEEDED, assets_folder, unsound
from game.session.folders import saves_folder

OLDEST_PYTHON = (3, 11)
PACKAGES = ("attrs", "platformdirs", "pyyaml", "rich")
TWO_PYGAMES = ("pygame", "pygame-ce")
BEYOND_ASCII = "é–伊犁"


@frozen
class Finding:
    """One thing looked at."""

    what: str
    sound: bool
    says: str

    def __str__(self) -> str:
        return f"{'ok     ' if self.sound else 'problem'}  {self.what}: {self.says}"


def run(as_json: bool, out: TextIO) -> int:
    """Print what was found; returns 1 when something is a problem."""
    found = list(findings(out))
    if as_json:
        put_json([{"what": each.what, "ok": each.sound, "says": each.says} for each in found], out)
    else:
        out.writelines(f"{each}\n" for each in found)
    return int(not all(each.sound for each in found))


def findings(out: TextIO) -> Iterator[Finding]:
    """Everything the game needs, looked at; *out* is where it would speak."""
    yield _python()
    yield from (_package(name) for name in PACKAGES)
    yield _pygame([name for name in TWO_PYGAMES if _version(name)])
    yield from _scenarios()
    yield from map(_assets, NEEDED)
    yield _saves(saves_folder())
    yield _encoding(out.encoding or "utf-8")


def _python() -> Finding:
    said = f"{platform.python_version()} at {sys.executable}"
    return Finding("Python", sys.version_info >= OLDEST_PYTHON, said)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _package(name: str) -> Finding:
    found = _version(name)
    return Finding(name, bool(found), found or f"not installed; 'pip install {name}' mends it")


def _pygame(installed: list[str]) -> Finding:
    if len(installed) > 1:
        return Finding("pygame", False, "both pygame and pygame-ce are installed: 'pip uninstall pygame' mends it")
    if not installed:
        return Finding("pygame", True, "none: there is no window without it, and the game is played in text")
    return Finding("pygame", True, f"{installed[0]} {_version(installed[0])}")


def _assets(kind: str) -> Finding:
    wrong = [f"{name} is {how}" for name, how in unsound(kind)]
    if not wrong:
        return Finding(kind, True, f"in {assets_folder() / NEEDED[kind][0]}")
    others = f" and {len(wrong) - 1} more" if len(wrong) > 1 else ""
    return Finding(kind, False, f"{wrong[0]}{others}: the game can be played; install it again for the rest")


def _scenarios() -> Iterator[Finding]:
    if not names():
        yield Finding("scenarios", False, "none found; install the game again, or start it from its checkout")
    for name in names():
        try:
            scenario = load(name)
        except ScenarioError as error:
            yield Finding(f"scenario {name}", False, str(error.problems[0]))
        else:
            yield Finding(f"scenario {name}", True, f"{scenario.title}, in {find(name)}")


def _saves(folder: Path) -> Finding:
    """The nearest folder that is there decides, so that looking makes none."""
    nearest = folder
    while not nearest.exists() and nearest != nearest.parent:
        nearest = nearest.parent
    writable = nearest.is_dir() and os.access(nearest, os.W_OK)
    says = f"in {folder}" if writable else f"{nearest} cannot be written to; set PLENIPO_HOME to a folder that can"
    return Finding("saves", writable, says)


def _encoding(name: str) -> Finding:
    try:
        BEYOND_ASCII.encode(name)
    except (UnicodeEncodeError, LookupError):
        return Finding("terminal", False, f"{name} shows many letters as '?'; set PYTHONUTF8=1 to mend it")
    return Finding("terminal", True, f"{name}, and it is {'' if sys.stdout.isatty() else 'no '}terminal")
