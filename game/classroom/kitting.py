"""`plenipo kit`: the page of a class on paper, and its PDF where a browser can make one."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from game.classroom.kit import kit
from game.content import find, load
from game.engine.errors import GameError
from game.engine.scenario import Length
from game.session.folders import write_whole

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "microsoft-edge")
PATIENCE = 60
"""Seconds that a browser may take for a PDF."""


def run(place: str, start: str, length: str, out: Path, pdf: Path | None, writer: TextIO, people: int = 0) -> int:
    """Write the kit of the scenario *place*; returns the exit code. Raises GameError, ScenarioError or OSError."""
    folder = find(place)
    scenario = load(folder)
    write_whole(out, kit(scenario, folder, start, length or _lesson(scenario.lengths), people))
    writer.write(f"The kit is {out}; open it in a browser and print it.\n")
    if pdf is not None:
        _print(out, pdf)
        writer.write(f"As PDF: {pdf}.\n")
    return 0


def _lesson(lengths: Iterable[Length]) -> str:
    """The lesson where there is one: paper has no patience for eighteen clauses."""
    return next((each.id for each in lengths if each.id == "lesson"), "")


def _print(page: Path, pdf: Path) -> None:
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise GameError("no Chromium or Chrome is found here; open the page in any browser and print it to a PDF")
    options = (
        "--headless",
        "--disable-gpu",
        "--no-sandbox",
        "--no-pdf-header-footer",
        f"--print-to-pdf={pdf.resolve()}",
    )
    done = subprocess.run(
        [browser, *options, page.resolve().as_uri()], capture_output=True, timeout=PATIENCE, check=False
    )
    if done.returncode or not pdf.is_file():
        raise GameError(f"{browser} could not print the page; open it in a browser and print it to a PDF")
