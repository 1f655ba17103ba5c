"""A program for tests that look at a real window: shows a screen of a game, until its window is closed.

`python -m tests.desktop.shown SCREEN`; saves and settings go where PLENIPO_HOME says.
"""

import sys

from game.desktop.desk import Desk
from game.desktop.opening import desk_with, show
from game.desktop.settings import read_settings, settings_path
from game.engine.phase import Phase
from game.players import ROSTER
from game.session.folders import saves_folder
from game.session.options import Options
from game.session.save import autosave_in
from tests.desktop.desks import in_phase, sitting_at


def open_screen(desk: Desk, name: str) -> None:
    """A game of 1880 at the table, with *name* shown."""
    saves = saves_folder()
    desk.sitting = sitting_at(in_phase(Phase.TABLE, 2), saves)
    desk.sitting.autosave = autosave_in(saves)
    desk.sitting.keep()
    desk.only(name)


def main(screen: str) -> None:
    settings, _ = read_settings(settings_path())
    desk = desk_with(Options(saves=saves_folder(), roster=ROSTER), settings, settings_path())
    show(desk, lambda desk: open_screen(desk, screen))


if __name__ == "__main__":
    main(sys.argv[1])
