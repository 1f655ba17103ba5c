"""What a game shows to those who look back: refused texts, and the moments that prove them."""

from collections.abc import Iterator

from attrs import frozen

from game.classroom.debrief.tables import Table
from game.engine.actions import Accept, Propose, Sway
from game.engine.home import FULL, faction_ledger, inclination, margin, support, voters
from game.engine.issue import SeatId
from game.engine.ledger import Entry
from game.engine.prospect import home_of
from game.engine.state import State
from game.prose.words import dearest
from game.session.chronicle import Moment


@frozen
class Killing:
    """A signed text that fell at home, and the faction that weighed most against it."""

    moment: int
    """The action that proves it."""
    turn: int
    seat: SeatId
    stage: str
    supported: int
    """Hundredths of a per cent, chance included."""
    swing: int
    """Per cent that chance added."""
    faction: str
    against: int
    """Per cent of the whole vote that this faction kept from the text."""
    dearest: tuple[Entry, ...]
    """The clauses or rules that counted most against it there."""

    needed: int
    """Hundredths of a per cent that would have carried it."""

    @property
    def by_chance(self) -> bool:
        """Whether the vote would have passed had chance added nothing."""
        return self.swing < 0 and self.supported - 100 * self.swing >= self.needed


def killings(table: Table) -> tuple[Killing, ...]:
    """Every vote at home that a signed text lost, in order."""
    return tuple(_killing(before.state, after) for before, after in _steps(table) if _fell(after))


def _steps(table: Table) -> Iterator[tuple[Moment, Moment]]:
    return zip(table.moments, table.moments[1:], strict=False)


def _fell(moment: Moment) -> bool:
    return any(event.kind == "voted" and not event.facts["passed"] for event in moment.events)


def _killing(state: State, moment: Moment) -> Killing:
    assert isinstance(moment.action, Sway) and state.signed is not None
    stage, package = state.scenario.stage[moment.action.stage], state.signed.package
    home, swing = home_of(state, stage.seat), moment.action.swing
    lost = {each: share * (1 - inclination(margin(home, each, package))) for each, share in voters(home, stage)}
    faction = max(lost, key=lambda each: lost[each])
    supported = max(0, min(FULL, support(home, stage, package) + 100 * swing))
    worst = tuple(dearest(faction_ledger(home, faction, package)))
    against, needed = round(100 * lost[faction]), 100 * stage.threshold
    turn = moment.turn
    return Killing(moment.number, turn, stage.seat, stage.id, supported, swing, faction, against, worst, needed)


def offer_moments(table: Table) -> tuple[int, ...]:
    """The number of the action that made each offer, in order; 0 for one that lay there from the beginning."""
    made = [moment.number for moment in table.moments if isinstance(moment.action, Propose)]
    return (*(0 for _ in range(len(table.state.offers) - len(made))), *made)


def signature_moments(table: Table) -> tuple[int, ...]:
    """The number of the action that signed each signed text."""
    return tuple(
        moment.number
        for moment in table.moments
        if isinstance(moment.action, Accept) and moment.state.signed is not None
    )


def last_moment(table: Table) -> int:
    """The number of the last action."""
    return table.moments[-1].number
