"""The desktop front: the whole game in a window, by mouse, keyboard, gamepad or screen reader."""

import os
from typing import TYPE_CHECKING

from game.engine.errors import GameError

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.session.options import Options
    from game.session.sitting import Sitting

__all__ = ["NoWindow", "preview", "run"]

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # pygame reads it when it is imported, and then greets


class NoWindow(GameError):
    """No window can be opened here; the sentence says why, without a full stop."""


def run(options: "Options") -> int:
    """Play in a window until it is closed, and return the exit code.

    Raises NoWindow where there is no display or no pygame; GameError, ScenarioError or OSError when what was asked for
    cannot be played.
    """
    _need_pygame()
    from game.desktop.opening import open_window

    return open_window(options)


def preview(
    options: "Options", sitting: "Sitting", watch: "Callable[[Callable[[Callable[[], str]], None]], None]"
) -> int:
    """Play *sitting* in a window until it is closed, and return the exit code; raises NoWindow as `run` does.

    *watch* runs in a thread of its own. What it calls its argument with is done in the window's thread, between two
    pages; the sentence it returns is shown, and the game goes on from where the sitting then stands.
    """
    _need_pygame()
    from game.desktop.opening import open_preview

    return open_preview(options, sitting, watch)


def _need_pygame() -> None:
    try:
        import pygame  # noqa: F401
    except ImportError as error:
        if not (error.name or "").startswith("pygame"):
            raise
        raise NoWindow("pygame-ce is not installed here") from None
