"""`pack` and `install`: a scenario given away as one file, and taken in."""

import argparse
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from game.cli.parsing import Commands, UsageError, add_command


def add(commands: Commands) -> None:
    """Add them to the command line."""
    command = add_command(commands, "pack", "make one file of a scenario, to be given away", _pack)
    command.add_argument("folder", metavar="FOLDER", help="a name or a folder")
    command.add_argument("--out", default="", metavar="FILE", help="the file to write; FOLDER.plenipo here if not said")
    command = add_command(commands, "install", "take in a scenario that was packed", _install)
    command.add_argument("file", metavar="FILE", help="a file, or the file:// address of one")


def _pack(arguments: argparse.Namespace) -> int:
    from game.content import find
    from game.content.parcel import ENDING, pack

    folder = find(arguments.folder)
    print(f"{pack(folder, Path(arguments.out or folder.resolve().name + ENDING))} is written")
    return 0


def _install(arguments: argparse.Namespace) -> int:
    from game.content.catalog import own_shelf
    from game.content.parcel import install

    folder = install(_file(arguments.file), own_shelf())
    print(f"{folder.name} is installed in {folder}; play it with: plenipo play {folder.name}")
    return 0


def _file(said: str) -> Path:
    address = urlsplit(said)
    if "://" not in said:
        return Path(said)
    if address.scheme != "file" or address.netloc not in ("", "localhost"):
        raise UsageError(f"'{said}' is not on this machine: download it first, then install the file")
    return Path(url2pathname(address.path))
