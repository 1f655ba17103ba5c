"""What can be said or can happen: every action of the game, as values."""

from enum import StrEnum

from attrs import field, frozen

from game.engine.issue import IssueId, OptionId, Package, SeatId

CHANCE = "chance"
"""The seat of whatever no side decides."""


class ReasonKind(StrEnum):
    """Why an offer is refused."""

    VALUE = "value"  # the clause costs the seat too much
    HOME = "home"  # a faction at home would not forgive the clause
    MANDATE = "mandate"  # the envoy's instructions exclude the clause
    STAND = "stand"  # the seat has vowed in public to go no further
    TIMING = "timing"  # it is too early to settle for this, or too late to have it ratified


@frozen
class Reason:
    """One reason for a refusal, true in the refuser's own ledger, without its number."""

    kind: ReasonKind
    issue: IssueId = ""
    faction: str = ""


@frozen
class Refusal:
    """Why a seat does not accept what lies on the table, and the fewest changes that would turn it."""

    reasons: tuple[Reason, ...]
    cure: Package = field(factory=dict)
    """The clauses to change and their options; empty when no change would help now."""


@frozen
class Order:
    """One line of a seat's orders: the kind, and what it is aimed at."""

    kind: str
    faction: str = ""
    issue: IssueId = ""
    option: OptionId = ""


@frozen
class Happen:
    """Chance brings a card, or nothing (an empty id)."""

    card: str = ""
    seat: SeatId = CHANCE


@frozen
class Report:
    """Chance decides what a seat's agents bring home: the issue they say the other side values most."""

    reader: SeatId
    issue: IssueId
    seat: SeatId = CHANCE


@frozen
class Stir:
    """Chance moves the tension at the end of a turn, and may bring an incident."""

    swing: int
    incident: bool = False
    seat: SeatId = CHANCE


@frozen
class Sway:
    """Chance moves one vote of consent, in per cent of support."""

    stage: str
    swing: int
    seat: SeatId = CHANCE


@frozen
class Battle:
    """Chance decides a round of war."""

    winner: SeatId
    seat: SeatId = CHANCE


@frozen
class Choose:
    """A seat answers a card."""

    seat: SeatId
    card: str
    choice: str


@frozen
class GiveOrders:
    """A seat hands in its sealed orders for the turn: none, one or two."""

    seat: SeatId
    orders: tuple[Order, ...] = ()


@frozen
class Propose:
    """A seat lays a whole text on the table. It is a refusal of what lay there, with its reasons if told."""

    seat: SeatId
    package: Package
    beyond: tuple[IssueId, ...] = ()
    """The issues on which the seat knowingly goes beyond its envoy's mandate."""
    refusal: Refusal | None = None


@frozen
class Accept:
    """A seat signs the other side's offer as it stands."""

    seat: SeatId
    beyond: tuple[IssueId, ...] = ()


@frozen
class Hold:
    """A seat lets its turn to speak pass."""

    seat: SeatId
    refusal: Refusal | None = None


@frozen
class Initial:
    """A seat initials clauses of the other side's offer: from now on changing them needs both."""

    seat: SeatId
    issues: tuple[IssueId, ...]


@frozen
class Bracket:
    """A seat puts clauses of the other side's offer in brackets: these are what it disputes."""

    seat: SeatId
    issues: tuple[IssueId, ...]


@frozen
class Reopen:
    """A seat asks, or agrees, to take the initials off a clause."""

    seat: SeatId
    issue: IssueId


@frozen
class WalkOut:
    """A seat breaks off the talks for good."""

    seat: SeatId


@frozen
class Armistice:
    """A seat says after a round of war whether it would stop."""

    seat: SeatId
    agreed: bool


Action = (
    Happen
    | Report
    | Stir
    | Sway
    | Battle
    | Choose
    | GiveOrders
    | Propose
    | Accept
    | Hold
    | Initial
    | Bracket
    | Reopen
    | WalkOut
    | Armistice
)
