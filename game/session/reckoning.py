"""A game on the plane of both seats' points: every offer, what was signed, history's texts, and what was left.

It reads both seats' instructions, so nobody at the table may see it before the end.
"""

from collections.abc import Iterator

from attrs import frozen

from game.engine.actions import Accept
from game.engine.frontier import Point, frontier, joint_gain_left
from game.engine.history import Treaty
from game.engine.issue import Package, SeatId
from game.engine.scenario import Scenario
from game.engine.score import waiting_value
from game.engine.state import State
from game.engine.utility import value
from game.session.chronicle import Moment, chronicle
from game.session.match import Match
from game.session.missed import Missed, first_missed


@frozen
class Proposal:
    """A text that one seat laid on the table."""

    number: int
    """From 1, in the order in which they were made."""
    seat: SeatId
    turn: int
    """0 for an offer that lay on the table before the first turn."""
    point: Point
    before: Package
    """What the same seat had offered before; the status quo before its first offer."""


@frozen
class Signature:
    """A text that both envoys signed."""

    turn: int
    point: Point
    refused_by: SeatId = ""
    """The seat whose capital refused it; empty when none did."""


@frozen
class Reckoning:
    """Where everything lay. Points are those of the texts themselves, before time and costs."""

    edge: tuple[Point, ...]
    """The whole Pareto frontier, by rising points of the first seat."""
    waiting: tuple[float, float]
    """What each seat would have had by waiting from the first turn to the last: below it no treaty is better."""
    proposals: tuple[Proposal, ...]
    signatures: tuple[Signature, ...]
    treaties: tuple[tuple[Treaty, Point], ...]
    """History's texts, with the status quo wherever they are silent."""
    end: Point
    """The treaty; without one what was left to wait for."""
    left: float
    """The most points that some text would have given both seats beyond the end."""
    best: Point
    """That text."""
    missed: Missed | None
    """The first text that both could have signed and did not, at home as well; None when there was none."""

    def in_zone(self, point: Point) -> bool:
        """Whether both seats get more than by waiting."""
        return point.first > self.waiting[0] and point.second > self.waiting[1]

    @property
    def first_in_zone(self) -> Proposal | None:
        """The first offer that both seats should have liked better than no treaty; None when there was none."""
        return next((each for each in self.proposals if self.in_zone(each.point)), None)


def reckon(match: Match) -> Reckoning:
    """Everything on the plane of the game so far."""
    state = match.state
    scenario, edge = state.scenario, frontier(state.scenario)
    waited, moments = _waiting(state), chronicle(match)
    treaty = state.outcome.treaty if state.outcome else None
    end = Point(*waited, state.status_quo) if treaty is None else point_of(scenario, treaty)
    return Reckoning(
        edge,
        waited,
        tuple(_proposals(state)),
        tuple(_signatures(moments)),
        tuple((each, point_of(scenario, whole_terms(scenario, each))) for each in scenario.history.treaties),
        end,
        joint_gain_left(scenario, end.first, end.second),
        max(edge, key=lambda each: (min(each.first - end.first, each.second - end.second), each.first + each.second)),
        first_missed(moments),
    )


def point_of(scenario: Scenario, package: Package) -> Point:
    """*package* with its points to both seats."""
    first, second = (round(value(scenario.briefs[seat], package), 2) for seat in scenario.seat_ids)
    return Point(first, second, package)


def _waiting(state: State) -> tuple[float, float]:
    first, second = (round(waiting_value(state, seat), 2) for seat in state.scenario.seat_ids)
    return first, second


def whole_terms(scenario: Scenario, treaty: Treaty) -> Package:
    """*treaty* as a text of the table that is played."""
    return {issue: treaty.terms.get(issue, status) for issue, status in scenario.status_quo.items()}


def _proposals(state: State) -> Iterator[Proposal]:
    last: dict[SeatId, Package] = {}
    for number, offer in enumerate(state.offers, 1):
        before = last.get(offer.seat, state.scenario.status_quo)
        yield Proposal(number, offer.seat, offer.turn, point_of(state.scenario, offer.package), before)
        last[offer.seat] = offer.package


def _signatures(moments: tuple[Moment, ...]) -> Iterator[Signature]:
    for place, moment in enumerate(moments):
        if isinstance(moment.action, Accept) and moment.state.signed is not None:
            package = moment.state.signed.package
            refused = _refused_by(moments[place + 1 :])
            yield Signature(moment.turn, point_of(moment.state.scenario, package), refused)


def _refused_by(later: tuple[Moment, ...]) -> SeatId:
    """Whose capital refused the text that was signed before the moments *later*; empty when it was not refused."""
    for moment in later:
        if isinstance(moment.action, Accept):
            return ""
        for event in moment.events:
            if event.kind == "refused":
                return str(event.facts["seat"])
    return ""
