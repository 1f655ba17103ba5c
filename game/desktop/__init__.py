"""The desktop front: the whole game in a window, by mouse, keyboard, gamepad or screen reader."""

import os
from typing import TYPE_CHECKING

from game.engine.errors import GameError

if TYPE_CHECKING:
    from game.session.options import Options

__all__ = ["NoWindow", "run"]

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # pygame reads it when it is imported, and then greets


class NoWindow(GameError):
    """No window can be opened here; the sentence says why, without a full stop."""


def run(options: "Options") -> int:
    """Play in a window until it is closed, and return the exit code.

    Raises NoWindow where there is no display or no pygame; GameError, ScenarioError or OSError when what was asked for
    cannot be played.
    """
    try:
        from game.desktop.opening import open_window
    except ImportError as error:
        if not (error.name or "").startswith("pygame"):
            raise
        raise NoWindow("pygame-ce is not installed here") from None
    return open_window(options)
