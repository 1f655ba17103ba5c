"""What can lie on the table: offers, the text with its initials and brackets, stands, signatures, votes."""

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from game.engine.actions import Refusal
from game.engine.issue import IssueId, OptionId, Package, SeatId


class Standing(StrEnum):
    """What a clause of the text on the table is."""

    OPEN = "open"  # nobody has proposed anything but the status quo
    BRACKETED = "bracketed"  # proposed, and disputed
    INITIALLED = "initialled"  # both agree; changing it needs both again


@frozen
class Offer:
    """A text that a seat laid on the table."""

    seat: SeatId
    turn: int
    package: Package


@frozen
class Text:
    """What lies on the table: each seat's standing offer, the initials, the brackets."""

    offers: Mapping[SeatId, Package] = field(factory=dict)
    answering: SeatId = ""
    """The seat whose offer waits for an answer; empty when none does."""
    answers: Mapping[SeatId, Refusal] = field(factory=dict)
    """Why each seat last refused the other's offer, where it said so."""
    initialled: Mapping[IssueId, OptionId] = field(factory=dict)
    half: Mapping[IssueId, tuple[SeatId, OptionId]] = field(factory=dict)
    """Clauses that one seat has initialled, waiting for the other's initials."""
    bracketed: frozenset[IssueId] = frozenset()
    reopening: Mapping[IssueId, SeatId] = field(factory=dict)
    """Initialled clauses that one seat has asked to reopen."""


@frozen
class Stand:
    """A public vow to go no further than an option."""

    seat: SeatId
    issue: IssueId
    option: OptionId


@frozen
class Ultimatum:
    """A public threat that falls due at the end of a turn."""

    seat: SeatId
    due: int


@frozen
class Signed:
    """A text both envoys have signed, on its way to the capitals."""

    package: Package
    turn: int
    beyond: Mapping[SeatId, tuple[IssueId, ...]]
    """The issues on which each envoy went beyond the mandate."""
    broken: Mapping[SeatId, int]
    """By how many rungs each seat broke its own stands."""
    first_vote: int = 0
    """Where the votes on this text begin in the state's votes."""


@frozen
class Vote:
    """One stage of consent, voted on."""

    stage: str
    seat: SeatId
    turn: int
    support: int
    """Hundredths of a per cent, chance included."""
    passed: bool
