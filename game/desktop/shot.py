"""Pictures of screens without a display: for tests, the README and documentation."""

from pathlib import Path

import pygame

from game.desktop.course import next_screen
from game.desktop.desk import Desk
from game.desktop.screens import SCREENS
from game.desktop.settings import Settings
from game.desktop.view import View
from game.session.sitting import Sitting

USUAL = Settings()


def view_of(sitting: Sitting | None, size: tuple[int, int], settings: Settings = USUAL) -> View:
    """A view of *size* pixels on a desk with *sitting*; nothing is laid on it yet."""
    desk = Desk(SCREENS, settings, sitting=sitting, next_screen=next_screen)
    return View(desk, pygame.Surface(size))


def put_picture(view: View, path: Path) -> None:
    """Draw *view* and write it to *path*, a PNG; raises OSError."""
    view.lay()
    view.draw()
    path.parent.mkdir(parents=True, exist_ok=True)
    pygame.image.save(view.surface, str(path))
