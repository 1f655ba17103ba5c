"""What a person asked for when starting a game in plain text."""

from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Protocol

from attrs import field, frozen

from game.engine.actions import Action
from game.engine.view import SeatView

BOTH = "both"
"""The seat of two people at one keyboard."""


class Opponent(Protocol):
    """A player this front can set against a person; the roster's players all are."""

    @property
    def name(self) -> str: ...

    @property
    def about(self) -> str: ...

    @property
    def deterministic(self) -> bool: ...

    def decide(self, view: SeatView, rng: Random) -> Action: ...


@frozen
class Options:
    """How to start. Whatever is empty is asked for, or takes its default where nobody can be asked."""

    scenario: str = ""
    """A name or a folder."""
    seat: str = ""
    """A seat of the scenario, or `both` for two people at one keyboard."""
    against: str = "statesman"
    """Who holds the seats that people do not."""
    start: str = ""
    length: str = ""
    seed: str = ""
    load: str = ""
    """A record to go on with."""
    script: str = ""
    """A file of lines to be played, or `-` for the input."""
    saves: Path = Path()
    """The folder that `save NAME` writes into."""
    roster: Mapping[str, Opponent] = field(factory=dict)
    """The players there are, by name."""
