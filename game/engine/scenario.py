"""The public part of a scenario: seats, calendar, meters, orders, stages of consent, and the whole."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from attrs import field, frozen

from game.engine.brief import Brief
from game.engine.card import Card
from game.engine.codex import CodexEntry
from game.engine.condition import ALWAYS, Condition
from game.engine.effect import Effect
from game.engine.fate import Aftermath, Fate
from game.engine.history import History
from game.engine.issue import Issue, IssueId, OptionId, Package, SeatId
from game.engine.people import Inhabitants
from game.engine.promise import Promise
from game.engine.source import Citation, Source

TENSION, CAPITAL, READINESS, CREDIBILITY, TREASURY = "tension", "capital", "readiness", "credibility", "treasury"
"""Meters that rules of the engine read when a scenario declares them."""


BLUR = 20
"""How coarsely an outsider reads a blurred meter."""


def blurred(level: int) -> int:
    """*level* as an outsider guesses it: to the nearest 20."""
    return BLUR * ((level + BLUR // 2) // BLUR)


class Shown(StrEnum):
    """Who may read a meter or hear of an order."""

    PUBLIC = "public"
    OWN = "own"  # its seat alone
    BLURRED = "blurred"  # its seat exactly, the other to the nearest 20


class Verb(StrEnum):
    """What an order does beyond its declared effects."""

    EFFECTS = "effects"  # nothing more
    STAND = "stand"  # vow in public to go no further than a clause
    ULTIMATUM = "ultimatum"  # yield within three turns, or else
    RECALL = "recall"  # disavow the envoy: the draft is void
    INTELLIGENCE = "intelligence"  # hear, perhaps truly, which issue the other side values most
    ATTACK = "attack"  # war, if the cabinet agrees


class Target(StrEnum):
    """What an order must name."""

    NONE = "none"
    FACTION = "faction"  # one of the seat's own
    CLAUSE = "clause"  # an issue and an option


@frozen
class Seat:
    """A side at the table, as everybody knows it."""

    id: SeatId
    title: str
    capital: str
    """Where its consent is given: the city's name of the time."""
    text: str = ""
    cite: tuple[Citation, ...] = ()


@frozen
class Turn:
    """One stretch of the calendar. Its id is the date of its first month, YYYY-MM."""

    id: str
    title: str
    months: int = 2
    table: bool = True
    """Whether envoys meet at all; without a table a turn has news and orders, and passes by itself when quiet."""


@frozen
class Start:
    """A moment from which the scenario can be played."""

    id: str
    title: str
    turn: str
    text: str = ""
    envoys: Mapping[SeatId, str] = field(factory=dict)
    """Who speaks for each seat at first; the first envoy of the brief when not named."""
    offers: Mapping[SeatId, str] = field(factory=dict)
    """Reference treaties that already lie on the table as a seat's offer."""
    lengths: tuple[str, ...] = ()
    """The lengths that can be played from here; empty for all."""
    effects: tuple[Effect, ...] = ()
    """How this moment differs from the meters' and factions' declared starts."""
    cite: tuple[Citation, ...] = ()


@frozen
class Length:
    """How much of a scenario is played."""

    id: str
    title: str
    minutes: int
    turns: int = 0
    """Turns from the start on; 0 for all that remain."""
    sittings: int = 1
    """Exchanges of offers in a turn: each seat speaks once per sitting."""
    cards: int = 1
    """Pieces of news in a turn at most."""
    issues: tuple[IssueId, ...] = ()
    """The issues on the table; empty for all."""


@frozen
class Band:
    """A name for a stretch of a meter: from the band before it up to, but not including, `below`."""

    title: str
    below: int


@frozen
class Meter:
    """A number the table or each seat carries, between two bounds."""

    id: str
    title: str
    scope: str
    """`shared` by the table, or one for each `seat`."""
    low: int
    high: int
    start: int
    shown: Shown = Shown.PUBLIC
    income: int = 0
    """What it gains each turn."""
    yearly: int = 0
    """What it gains in a year, spread over the turns by their months."""
    rest: int | None = None
    """Where it returns to, `pull` a turn, when it lies above."""
    pull: int = 0
    bands: tuple[Band, ...] = ()
    text: str = ""


@frozen
class OrderKind:
    """Something a government may order in the orders phase."""

    id: str
    title: str
    text: str
    does: Verb = Verb.EFFECTS
    target: Target = Target.NONE
    cost: Mapping[str, int] = field(factory=dict)
    """Meters of the seat's own that must be paid from, and how much."""
    effects: tuple[Effect, ...] = ()
    when: Condition = ALWAYS
    shown: Shown = Shown.PUBLIC
    seats: tuple[SeatId, ...] = ()
    """Who may give it; empty for every seat."""
    cite: tuple[Citation, ...] = ()


@frozen
class Stage:
    """One step of consent at home: a vote of factions some turns after signature."""

    id: str
    seat: SeatId
    title: str
    after: int
    """Turns between signature and this vote."""
    threshold: int = 50
    """Per cent of support that carries it."""
    factions: tuple[str, ...] = ()
    """Who votes; empty for all factions of the seat."""
    text: str = ""
    cite: tuple[Citation, ...] = ()


@frozen
class Avoided:
    """A word that the author does not want in what players read: loaded, or out of place in those years."""

    word: str
    because: str
    instead: str = ""
    cite: tuple[Citation, ...] = ()


@frozen
class WarRules:
    """The optional war module (`mechanics.md` §3.8). All values in points but the two gates."""

    readiness: int = 85
    tension: int = 70
    win: int = 75
    lose: int = 15
    cost: int = 30
    attacker: int = 6
    """What attacking costs on top."""
    spoils: Mapping[SeatId, Mapping[IssueId, OptionId]] = field(factory=dict)
    """What holds on the ground after a round that a seat has won."""


@frozen(slots=False, eq=False)
class Scenario:
    """A crisis as its author wrote it. Compared by identity: it is loaded once and never edited.

    `start` narrows it to one start and one length before play; `chapter` and `length` then name them.
    """

    id: str
    format: int
    title: str
    text: str
    seats: tuple[Seat, ...]
    turns: tuple[Turn, ...]
    starts: tuple[Start, ...]
    lengths: tuple[Length, ...]
    issues: tuple[Issue, ...]
    meters: tuple[Meter, ...]
    orders: tuple[OrderKind, ...]
    consent: tuple[Stage, ...]
    briefs: Mapping[SeatId, Brief]
    cards: tuple[Card, ...] = ()
    war: WarRules | None = None
    history: History = History()
    people: Inhabitants = Inhabitants()
    table_when: Condition = ALWAYS
    """There is no table before this holds; if it never does, the game ends without one."""
    fates: tuple[Fate, ...] = ()
    years: tuple[Aftermath, ...] = ()
    """Sentences about the next years that any fate may be followed by."""
    codex: tuple[CodexEntry, ...] = ()
    promises: tuple[Promise, ...] = ()
    avoid: tuple[Avoided, ...] = ()
    """Words that `plenipo check` looks for; the game does not read them."""
    sources: Mapping[str, Source] = field(factory=dict)
    cite: tuple[Citation, ...] = ()
    digest: str = ""
    chapter: str = ""
    length: str = ""
    sittings: int = 1
    cards_per_turn: int = 1

    @cached_property
    def issue(self) -> Mapping[IssueId, Issue]:
        return {issue.id: issue for issue in self.issues}

    @cached_property
    def card(self) -> Mapping[str, Card]:
        return {card.id: card for card in self.cards}

    @cached_property
    def meter(self) -> Mapping[str, Meter]:
        return {meter.id: meter for meter in self.meters}

    @cached_property
    def order(self) -> Mapping[str, OrderKind]:
        return {order.id: order for order in self.orders}

    @cached_property
    def stage(self) -> Mapping[str, Stage]:
        return {stage.id: stage for stage in self.consent}

    @cached_property
    def seat(self) -> Mapping[SeatId, Seat]:
        return {seat.id: seat for seat in self.seats}

    @cached_property
    def seat_ids(self) -> tuple[SeatId, ...]:
        return tuple(seat.id for seat in self.seats)

    @cached_property
    def status_quo(self) -> Package:
        return {issue.id: issue.status_quo for issue in self.issues}

    @cached_property
    def lead(self) -> int:
        """Turns that consent takes at most; a text signed later than this before the end is too late."""
        return max((stage.after for stage in self.consent), default=0)

    @property
    def deadline(self) -> int:
        """The last turn, counted from 1, on which a signature still leaves time for consent."""
        return len(self.turns) - self.lead

    def lengths_from(self, start: Start) -> tuple[Length, ...]:
        """The lengths that can be played from *start*."""
        return tuple(each for each in self.lengths if not start.lengths or each.id in start.lengths)

    def table_turns(self, last: int) -> int:
        """How many of the turns up to *last* (from 1) have a table: time costs points only while envoys could meet."""
        return sum(turn.table for turn in self.turns[:last])

    def other(self, seat: SeatId) -> SeatId:
        """The counterpart of *seat* at a table of two."""
        return next(each for each in self.seat_ids if each != seat)
