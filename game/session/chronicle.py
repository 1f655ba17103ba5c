"""A game moment by moment: what each action announced, and the table as it stood after it."""

from attrs import frozen

from game.engine.actions import Action
from game.engine.events import Event
from game.engine.issue import SeatId
from game.engine.rules import view_for
from game.engine.state import State
from game.engine.view import SeatView
from game.session.match import Match, new_match


@frozen
class Moment:
    """A game after so many of its actions; the first moment is the beginning, before any."""

    number: int
    """How many actions had been played."""
    state: State
    turn: int
    """The turn in which the action was played."""
    action: Action | None = None
    events: tuple[Event, ...] = ()

    def view(self, seat: SeatId | None) -> SeatView:
        """What *seat* might know then, and nothing that came later."""
        return view_for(self.state, seat)


def chronicle(match: Match) -> tuple[Moment, ...]:
    """Every moment of *match* so far, the beginning first."""
    replayed = beginning(match)
    moments = [Moment(0, replayed.state, replayed.state.turn)]
    for number, action in enumerate(match.actions, 1):
        turn = replayed.state.turn
        events = replayed.submit(action).events
        moments.append(Moment(number, replayed.state, turn, action, events))
    return tuple(moments)


def branch(match: Match, count: int) -> Match:
    """A game of its own that shares the first *count* actions of *match*, its players and its chances."""
    begun = beginning(match)
    for action in match.actions[:count]:
        begun.submit(action)
    return begun


def beginning(match: Match) -> Match:
    """*match* at its first moment."""
    scenario = match.state.scenario
    return new_match(match.scenario, scenario.chapter, scenario.length, match.players, match.seed)
