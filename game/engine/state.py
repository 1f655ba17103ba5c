"""One moment of a game, and what one action did to it."""

from collections.abc import Mapping

from attrs import field, frozen

from game.engine.actions import Order
from game.engine.events import Event
from game.engine.issue import IssueId, Package, SeatId
from game.engine.ledger import Entry
from game.engine.phase import Outcome, Phase
from game.engine.scenario import Scenario
from game.engine.treaty import Offer, Signed, Stand, Text, Ultimatum, Vote


@frozen
class War:
    """A war that is being fought, round by round."""

    attacker: SeatId
    won: tuple[SeatId, ...] = ()
    answers: Mapping[SeatId, bool] = field(factory=dict)


@frozen
class Headcount:
    """Heads moved in the inhabitants' ledger by something other than the treaty."""

    group: str
    column: str
    heads: int


@frozen
class State:
    """One moment of a game. Never edited: `apply` returns the next one."""

    scenario: Scenario
    turn: int
    phase: Phase
    meters: Mapping[str, int]
    """Shared meters by id, seats' meters as `qing.treasury`."""
    favours: Mapping[str, int]
    """Good will of factions, as `qing.censors`."""
    status_quo: Package
    envoys: Mapping[SeatId, str]
    text: Text = Text()
    moves: int = 0
    """Cards drawn or table moves made in this phase."""
    card: str = ""
    """The card that waits for a choice."""
    orders: Mapping[SeatId, tuple[Order, ...]] = field(factory=dict)
    """Sealed orders of this turn."""
    offers: tuple[Offer, ...] = ()
    stands: tuple[Stand, ...] = ()
    ultimata: tuple[Ultimatum, ...] = ()
    signed: Signed | None = None
    votes: tuple[Vote, ...] = ()
    refusals: tuple[SeatId, ...] = ()
    """The capitals that have refused a signed text, in order."""
    happened: Mapping[str, str] = field(factory=dict)
    """Cards that came, with the choice made (empty when there was none)."""
    reports: tuple[tuple[SeatId, IssueId], ...] = ()
    """What agents reported: the reader, and the issue they say the other values most."""
    agents: tuple[SeatId, ...] = ()
    """Seats whose agents are still to report this turn."""
    stale: Mapping[SeatId, int] = field(factory=dict)
    """Turns since a seat last made a concession."""
    opened: int = 0
    """The turn in which envoys first met; 0 while they have not."""
    spark: bool = False
    """Whether shots were fired this turn, by a card, so that it ends with an incident."""
    incidents: int = 0
    costs: tuple[Entry, ...] = ()
    """Points lost by the way: stands broken, bluffs called, clashes, wars."""
    heads: tuple[Headcount, ...] = ()
    war: War | None = None
    outcome: Outcome | None = None

    def level(self, meter: str, seat: SeatId = "") -> int:
        """The level of a shared meter, or of a seat's; 0 when the scenario declares none such."""
        return self.meters.get(f"{seat}.{meter}" if seat else meter, 0)


@frozen
class Step:
    """What one action did: the next state and the events it announces."""

    state: State
    events: tuple[Event, ...]
