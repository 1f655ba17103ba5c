"""Games brought to a moment, so that it can be shown: from a record, or self-played."""

from collections.abc import Callable, Sequence
from pathlib import Path

from game.engine.errors import GameError, nearest_word
from game.engine.issue import SeatId
from game.session.chronicle import Moment, branch, chronicle
from game.session.match import Match
from game.session.selfplay import Plan, new_game
from game.session.sitting import Sitting

Fits = Callable[[Moment, SeatId], bool]
"""Whether a moment is the one to show to a seat."""


def played_out(plan: Plan) -> Match:
    """The first game of *plan*, played to its end."""
    match = new_game(plan, 1)
    for _ in match.advance():
        pass
    return match


def pose(match: Match, seat: SeatId, wishes: Sequence[Fits], saves: Path) -> Sitting | None:
    """*match* as it stood at the first moment that fits a wish, the earlier wishes first, with a person at *seat*.

    What happened since the person last acted counts as untold. None when no moment fits; raises GameError when there
    is no such seat.
    """
    _require_seat(match, seat)
    moments = chronicle(match)
    place = next((each.number for fits in wishes for each in moments if fits(each, seat)), None)
    if place is None:
        return None
    posed = branch(match, place)
    posed.players = {each: player for each, player in match.players.items() if each != seat}
    sitting = Sitting(posed, (seat,), saves)
    sitting.replace(posed)
    sitting.seat, sitting.told[seat] = seat, _last_acted(posed, seat)
    return sitting


def _require_seat(match: Match, seat: SeatId) -> None:
    seats = match.scenario.seat_ids
    if seat not in seats:
        raise GameError(f"no seat is called '{seat}'{nearest_word(seat, seats)}; there are: {', '.join(seats)}")


def _last_acted(match: Match, seat: SeatId) -> int:
    """How many actions had been played when *seat* had last acted."""
    return max((place for place, action in enumerate(match.actions, 1) if action.seat == seat), default=0)
