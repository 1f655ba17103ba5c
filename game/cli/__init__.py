"""The command `plenipo`."""

from game.cli.entry import main, parser

__all__ = ["main", "parser"]
