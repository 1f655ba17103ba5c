"""The steps of a record: what can be told of a game, action by action, to those who may know it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from game.engine.events import Event
from game.engine.view import SeatView
from game.prose.deeds import TURNED, Heard, heard_by, heard_by_all, turn_line
from game.session.chronicle import Moment


@frozen
class Step:
    """One entry of a record. Its number counts only what its reader may know, so that it gives nothing away."""

    number: int
    turn: int
    moment: Moment
    """The game as it stood after it."""
    before: Moment
    heard: tuple[Heard, ...]
    opens: bool = False
    """Whether it begins its turn."""

    @property
    def text(self) -> str:
        """What happened, in a line."""
        return self.heard[0].text


def steps_of(moments: Sequence[Moment], views: Sequence[SeatView]) -> tuple[Step, ...]:
    """What the seat of the one view of *views* may know of a game; of two views, after the end, what both did."""
    first = moments[0]
    begun = Step(0, first.turn, first, first, (Heard((turn_line(views[0], first.turn),)),), True)
    steps = [begun]
    for before, moment in pairwise(moments):
        for heard, opens in _told(moment, views):
            turn = moment.turn + 1 if opens else moment.turn
            steps.append(Step(len(steps), turn, moment, before, heard, opens))
    return tuple(steps)


def _told(moment: Moment, views: Sequence[SeatView]) -> Iterator[tuple[tuple[Heard, ...], bool]]:
    """What is told of *moment*; where it turns the calendar's page, in two parts, the second of the new turn."""
    scenario, events = moment.state.scenario, moment.events
    page = next((place for place, event in enumerate(events) if event.kind == TURNED), len(events))
    parts: tuple[tuple[Sequence[Event], bool], ...] = ((events[:page], False), (events[page:], True))
    for part, opens in parts:
        action = None if opens else moment.action
        if len(views) == 1:
            heard = tuple(heard_by(views[0], action, part, scenario))
        else:
            heard = tuple(heard_by_all(views, action, part, scenario))
        if heard:
            yield heard, opens


def first_steps(steps: Sequence[Step]) -> dict[int, Step]:
    """The first step of each turn."""
    found: dict[int, Step] = {}
    for step in steps:
        found.setdefault(step.turn, step)
    return found
