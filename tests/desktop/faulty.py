"""A program for tests: a game in a window with a fault of ours in it, in a `page` or in a `deed`.

Prints the actions that were played before the fault, a line each.
"""

import sys

import pygame

from game.desktop.beginning import begin
from game.desktop.desk import Desk
from game.desktop.opening import desk_with, show
from game.desktop.screen import Screen
from game.desktop.settings import Settings
from game.desktop.widget import Widget
from game.desktop.widgets.press import Button
from game.engine.notation import write
from game.players import ROSTER
from game.session.folders import saves_folder
from game.session.options import Options

GAME = Options(scenario="two-villages", seat="hill", seed="1", saves=saves_folder(), roster=ROSTER)


class Faulty(Screen):
    """Fails where it is told to."""

    name = "faulty"

    def __init__(self, desk: Desk, topic: str) -> None:
        super().__init__(desk)
        self.kind = topic

    def page(self, width: float, height: float) -> Widget:
        return self.fail() if self.kind == "page" else Button("Fail", "fail")

    def deeds(self):
        return {"fail": lambda _: self.fail()}

    def fail(self) -> Widget:
        raise ZeroDivisionError("a fault of ours")


def open_page(desk: Desk, kind: str) -> None:
    begin(desk, GAME)
    for action in desk.game().match.actions:
        print(write(action), flush=True)
    desk.only("faulty", kind)
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, scancode=0, unicode=""))


def main(kind: str) -> None:
    desk = desk_with(GAME, Settings(), None)
    desk.makers = {**desk.makers, "faulty": Faulty}
    show(desk, lambda desk: open_page(desk, kind))


if __name__ == "__main__":
    main(sys.argv[1])
