"""A program for tests: draws some screens and plays an action, with whatever assets there are; prints their names."""

from pathlib import Path
from tempfile import mkdtemp

import pygame

from game.desktop.settings import Settings
from game.engine.phase import Phase
from tests.desktop.desks import in_phase, press, sitting_at, view_at
from tests.desktop.windows import window_on


def look(window) -> None:
    window.show()
    print(window.view.desk.top.name)


def main() -> None:
    window = window_on(view_at(None, "title"))
    window.view.desk.settings = Settings(sounds=True, music=True)
    window.view.desk.set()
    look(window)
    window.view.do("open settings")
    look(window)
    sitting = sitting_at(in_phase(Phase.TABLE), Path(mkdtemp()), "hill", "", "", "two-villages")
    window = window_on(view_at(sitting, "table"))
    look(window)
    press(window.view, "leaf home")
    look(window)
    pygame.display.quit()


if __name__ == "__main__":
    main()
