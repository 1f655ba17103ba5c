"""A program for tests: a game in a real window that is played by a hand that never tires, and says what was kept.

`python -m tests.desktop.driven SEED`. Each time a game has been kept it prints `kept COUNT DIGEST` of its actions.
"""

import hashlib
import sys
import threading
import time
from random import Random

import pygame

from game.desktop.beginning import begin, kept_game, resume
from game.desktop.desk import Desk
from game.desktop.opening import desk_with, show
from game.desktop.settings import Settings
from game.engine.notation import write
from game.players import ROSTER
from game.session.folders import saves_folder
from game.session.options import Options
from game.session.sitting import Sitting

KEYS = (*[pygame.K_RETURN] * 6, pygame.K_TAB, pygame.K_TAB, pygame.K_DOWN, pygame.K_RIGHT, pygame.K_h, pygame.K_ESCAPE)
GAME = Options(scenario="two-villages", seat="hill", seed="7", saves=saves_folder(), roster=ROSTER)


def digest_of(actions) -> str:
    return hashlib.sha256("\n".join(map(write, actions)).encode()).hexdigest()[:16]


def say_what_is_kept() -> None:
    """Print a line after each time a game has been written down."""
    keep = Sitting.keep

    def said(sitting: Sitting) -> None:
        keep(sitting)
        if sitting.autosave is not None and not sitting.unkept:
            print("kept", len(sitting.match.actions), digest_of(sitting.match.actions), flush=True)

    Sitting.keep = said


def strike_keys(desk: Desk, seed: str) -> None:
    chance = Random(seed)
    while not desk.done:
        key = chance.choice(KEYS)
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, scancode=0, unicode=""))
        time.sleep(0.01)


def open_page(desk: Desk, seed: str) -> None:
    path = kept_game(desk)
    if path is None:
        begin(desk, GAME)
    else:
        resume(desk, path)
    threading.Thread(target=strike_keys, args=(desk, seed), daemon=True).start()


def main(seed: str) -> None:
    say_what_is_kept()
    desk = desk_with(GAME, Settings(), None)
    show(desk, lambda desk: open_page(desk, seed))


if __name__ == "__main__":
    main(sys.argv[1])
