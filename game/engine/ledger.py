"""Points with their reasons: no bare score anywhere."""

from collections.abc import Iterable

from attrs import frozen


@frozen
class Entry:
    """One reason for points: who counts it, for which clause or rule, how much."""

    who: str
    """A seat, or a faction."""
    what: str
    """An issue's id, or the name of a rule: `favour`, `mandate`, `stand`, `time`, `clash`…"""
    points: float
    option: str = ""
    """The option that the issue has, when the entry is about a clause."""


Ledger = tuple[Entry, ...]


def total(ledger: Iterable[Entry]) -> float:
    """The sum of a ledger's points."""
    return sum(entry.points for entry in ledger)
