"""A sitting at a console: what a person at a keyboard has been shown, beside what every sitting remembers."""

from collections.abc import Mapping

from attrs import define, field

from game.engine.issue import SeatId
from game.prose.sources import Passage
from game.session import sitting
from game.session.match import Match
from game.session.sitting import Entry
from game.text.console import Console
from game.text.guide import Guide

__all__ = ["Entry", "Leaving", "Sitting"]


class Leaving(Exception):
    """The person wants to stop here."""


@define(kw_only=True)
class Sitting(sitting.Sitting):
    """People at one keyboard."""

    console: Console
    guide: Guide = field(factory=Guide)
    topic: str = "draft"
    """What the last number shown was about, for `why` alone."""
    passages: tuple[Passage, ...] = ()
    """What was shown last, for `sources` and `more`."""
    named: set[tuple[SeatId, str]] = field(factory=set)
    """Who has been told of which codex entry; an empty seat is everybody."""
    ordered: set[SeatId] = field(factory=set)
    """Who has read the list of orders in full."""
    laid: tuple[object, ...] = ()
    """The table as the person at the keyboard last saw it; empty when it has to be shown anew."""
    levels: dict[SeatId, Mapping[str, int]] = field(factory=dict)
    """The shared meters as each person last saw them."""

    def warn(self, sentence: str) -> None:
        """Say it at once."""
        self.console.say(sentence)

    def rewind(self) -> None:
        """Forget what a take-back undid."""
        super().rewind()
        self.levels.clear()
        self.laid = ()

    def replace(self, match: Match) -> None:
        """Go on with another *match*."""
        self.levels, self.laid = {}, ()
        super().replace(match)
