"""Games that are kept in a home of their own, and hands that play them on through the desk."""

from random import Random

from game.players import ROSTER, STATESMAN
from game.session.options import Options

GAME = Options(scenario="two-villages", seat="hill", seed="1", roster=ROSTER)


def play_to(view, phase):
    """Play the game on the desk on to *phase*, and show its screen."""
    sitting = view.desk.game()
    while sitting.match.state.phase is not phase:
        sitting.submit(STATESMAN.decide(sitting.view, Random(len(sitting.journal))))
        sitting.advance()
    sitting.told["hill"] = len(sitting.journal)
    view.desk.forward()
    view.lay()


def act(view):
    """Play what a statesman would, through the desk."""
    sitting = view.desk.game()
    view.desk.submit(STATESMAN.decide(sitting.view, Random(len(sitting.journal))))
    view.lay()
