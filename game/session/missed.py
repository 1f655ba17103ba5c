"""The first text of a game that both sides could have signed and did not."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from game.engine.actions import Accept, Hold, Propose
from game.engine.home import chance_at_home
from game.engine.issue import Package, SeatId
from game.engine.prospect import home_of
from game.engine.state import State
from game.engine.utility import reservation_value, value
from game.session.chronicle import Moment

PASSING = 0.5
"""How likely a text must be to pass at home for its seat to be said to have been able to sign it."""


@frozen
class Missed:
    """A text that both sides could have signed then, at home as well, and did not."""

    moment: int
    turn: int
    seat: SeatId
    """Who laid it on the table, or asked for the change that makes it."""
    package: Package
    points: tuple[float, float]
    cured: bool
    """Whether it lay there as a change the other side had asked for, and not as an offer."""


def first_missed(moments: Sequence[Moment]) -> Missed | None:
    """The earliest text that both could have signed and did not, as an offer or as an offer changed as asked for.

    Signable is what gives a seat more than its reservation value of that turn and is at least as likely as not to
    pass its home, both counted from the seats' own instructions as they stood at that moment.
    """
    for place, moment in enumerate(moments):
        for missed in _open_texts(moment, moments[place - 1] if place else None):
            if _signable(moment.state, missed.package) and not _signed_next(moments, place, missed):
                return missed
    return None


def _open_texts(moment: Moment, before: Moment | None) -> Iterator[Missed]:
    if before is None:
        for seat, package in moment.state.text.offers.items():
            yield _missed(moment, seat, package, cured=False)
        return
    action = moment.action
    standing = before.state.text
    if isinstance(action, Propose | Hold) and action.refusal and action.refusal.cure and standing.answering:
        asked = {**standing.offers[standing.answering], **action.refusal.cure}
        yield _missed(moment, action.seat, asked, cured=True)
    if isinstance(action, Propose):
        yield _missed(moment, action.seat, action.package, cured=False)


def _missed(moment: Moment, seat: SeatId, package: Package, *, cured: bool) -> Missed:
    briefs = moment.state.scenario.briefs
    first, second = (round(value(briefs[each], package), 1) for each in moment.state.scenario.seat_ids)
    return Missed(moment.number, moment.turn, seat, package, (first, second), cured)


def _signable(state: State, package: Package) -> bool:
    left = len(state.scenario.turns) - state.turn
    return all(
        value(brief, package) > reservation_value(brief, state.status_quo, left)
        and chance_at_home(home_of(state, seat), package) >= PASSING
        for seat, brief in state.scenario.briefs.items()
    )


def _signed_next(moments: Sequence[Moment], place: int, missed: Missed) -> bool:
    """Whether the answer to the text was a signature, or the game stops before there could be one."""
    for later in moments[place + 1 :]:
        if isinstance(later.action, Accept) and later.state.signed is not None:
            return dict(later.state.signed.package) == dict(missed.package)
        if isinstance(later.action, Propose) and dict(later.action.package) != dict(missed.package):
            return False
    return moments[-1].state.outcome is None
