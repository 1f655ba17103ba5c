"""What a game shows to those who look back: refused texts, missed deals, and the moments that prove them."""

from collections.abc import Iterator

from attrs import frozen

from game.classroom.debrief.tables import Table
from game.engine.actions import Accept, Hold, Propose, Sway
from game.engine.home import FULL, chance_at_home, faction_ledger, inclination, margin, support, voters
from game.engine.issue import Package, SeatId
from game.engine.ledger import Entry
from game.engine.prospect import home_of
from game.engine.state import State
from game.engine.utility import reservation_value, value
from game.prose.words import dearest
from game.session.chronicle import Moment

PASSING = 0.5
"""How likely a text must be to pass at home for its seat to be said to have been able to sign it."""


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


def first_missed(table: Table) -> Missed | None:
    """The earliest text that both could have signed and did not, as an offer or as an offer changed as asked for.

    Signable is what gives a seat more than its reservation value of that turn and is at least as likely as not to
    pass its home, both counted from the seats' own instructions as they stood at that moment.
    """
    for place, moment in enumerate(table.moments):
        for missed in _open_texts(moment, table.moments[place - 1] if place else None):
            if _signable(moment.state, missed.package) and not _signed_next(table, place, missed):
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


def _signed_next(table: Table, place: int, missed: Missed) -> bool:
    """Whether the answer to the text was a signature, or the game stops before there could be one."""
    for later in table.moments[place + 1 :]:
        if isinstance(later.action, Accept) and later.state.signed is not None:
            return dict(later.state.signed.package) == dict(missed.package)
        if isinstance(later.action, Propose) and dict(later.action.package) != dict(missed.package):
            return False
    return table.state.outcome is None


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
