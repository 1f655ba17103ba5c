"""What an opponent is: something that decides from a view and the chance it is given."""

from random import Random
from typing import Protocol

from game.engine.actions import Action
from game.engine.view import SeatView


class Player(Protocol):
    """Decides for a seat. Sees only a SeatView; draws only from the *rng* it is handed."""

    @property
    def name(self) -> str:
        """What it is called in the roster, on the command line and in records."""
        ...

    @property
    def about(self) -> str:
        """What it does, in a sentence for the one who picks an opponent."""
        ...

    @property
    def deterministic(self) -> bool:
        """Whether it never draws from its rng: a claim that tests check."""
        ...

    def decide(self, view: SeatView, rng: Random) -> Action:
        """A legal action for `view.seat`, which must be one of those the view waits for."""
        ...
