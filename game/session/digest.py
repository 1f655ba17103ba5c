"""Games among players of several styles, each folded to what an author wants to know of thousands."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor

from attrs import define, field, frozen

from game.engine.actions import Action, GiveOrders, Propose
from game.engine.issue import IssueId, OptionId, Package, SeatId
from game.engine.phase import Phase
from game.engine.state import State
from game.engine.zone import agreeable_text
from game.session.batches import in_batches
from game.session.match import Match
from game.session.selfplay import Plan, Result, moments, new_game, result_of

Clause = tuple[IssueId, OptionId]


@frozen
class Schedule:
    """Which games are played: openings in turn, and for each the pairings in turn, so that all have as many."""

    scenario: str
    """A name or a folder."""
    seed: str
    openings: tuple[tuple[str, str], ...]
    """Starts with a length each."""
    pairings: tuple[tuple[str, str], ...]
    """Who holds the first seat and who the second, by their names in the roster."""
    seats: tuple[SeatId, SeatId]
    looked_into: int = 3
    """In every how manieth round of the openings the zone of agreement is looked for at each turn; it takes time."""

    def opening(self, number: int) -> tuple[str, str]:
        return self.openings[number % len(self.openings)]

    def pairing(self, number: int) -> tuple[str, str]:
        return self.pairings[number // len(self.openings) % len(self.pairings)]

    def plan(self, number: int) -> Plan:
        """How game *number* is to be played; its seed is that of `new_game(plan, number)`."""
        chapter, length = self.opening(number)
        players = tuple(zip(self.seats, self.pairing(number), strict=True))
        return Plan(self.scenario, self.seed, chapter, length, players)

    def looks_into(self, number: int) -> bool:
        return number // len(self.openings) % self.looked_into == 0


@frozen
class Digest:
    """What one game leaves behind."""

    number: int
    result: Result
    offered: frozenset[Clause]
    """The clauses that stood in any offer."""
    signed: tuple[Package, ...]
    """The texts that both envoys signed, whatever came of them."""
    orders: Mapping[tuple[SeatId, str], int]
    """How often each seat gave each kind of order."""
    envoys: frozenset[tuple[SeatId, str]]
    """Who spoke for a seat."""
    opened_by: SeatId
    """The seat that made the first offer; empty when nobody did."""
    zones: tuple[tuple[int, bool], ...]
    """The turns with a table, and whether a text then bettered things and would have passed; if one was looked for."""
    stuck: int
    """The most turns in a row at whose table the same two offers lay."""


def play_digests(
    schedule: Schedule, count: int, workers: int = 0, cluster: Executor | None = None
) -> Iterator[Sequence[Digest]]:
    """The games of *schedule*, in order, batch by batch; the same for a seed wherever they are played."""
    return in_batches(digest_batch, schedule, count, workers, cluster)


def digest_batch(schedule: Schedule, numbers: Sequence[int]) -> list[Digest]:
    """The games with these numbers, each to its end."""
    return [digest(new_game(schedule.plan(n), n), n, schedule.looks_into(n)) for n in numbers]


def digest(match: Match, number: int, look: bool) -> Digest:
    """The game of *match*, played to its end and folded."""
    notes = _Notes(match.state, look)
    for action in moments(match):
        notes.take(action, match.state)
    return Digest(
        number,
        result_of(match),
        frozenset(notes.offered),
        tuple(notes.signed),
        dict(notes.orders),
        frozenset(notes.envoys),
        notes.opened_by,
        tuple(notes.zones.items()),
        notes.stuck,
    )


@define
class _Notes:
    """What is written down while a game goes on."""

    state: State
    look: bool
    offered: set[Clause] = field(factory=set)
    signed: list[Package] = field(factory=list)
    orders: dict[tuple[SeatId, str], int] = field(factory=dict)
    envoys: set[tuple[SeatId, str]] = field(factory=set)
    opened_by: SeatId = ""
    zones: dict[int, bool] = field(factory=dict)
    stuck: int = 0
    lying: object = None
    """The offers that lay at the last table, and since how many turns."""
    since: int = 0

    def __attrs_post_init__(self) -> None:
        for package in self.state.text.offers.values():
            self.offered |= package.items()

    def take(self, action: Action, state: State) -> None:
        before, self.state = self.state, state
        if isinstance(action, Propose):
            self.offered |= action.package.items()
            self.opened_by = self.opened_by or action.seat
        if isinstance(action, GiveOrders):
            for order in action.orders:
                key = (action.seat, order.kind)
                self.orders[key] = self.orders.get(key, 0) + 1
        if state.signed is not None and before.signed is None:
            self.signed.append(dict(state.signed.package))
        if state.phase is Phase.TABLE and (before.phase, before.turn) != (state.phase, state.turn):
            self.sit_down(state)

    def sit_down(self, state: State) -> None:
        """Envoys meet at the table of a new turn."""
        self.envoys |= state.envoys.items()
        if self.look:
            self.zones[state.turn] = agreeable_text(state) is not None
        lying = {seat: tuple(package.items()) for seat, package in state.text.offers.items()}
        self.since = self.since + 1 if len(lying) > 1 and lying == self.lying else 0
        self.lying, self.stuck = lying, max(self.stuck, self.since)
