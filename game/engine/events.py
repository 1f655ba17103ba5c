"""Facts that a step announces, in the past tense, each with the seats that may hear it."""

from collections.abc import Mapping

from attrs import field, frozen

from game.engine.issue import SeatId

Value = str | int | float | bool


@frozen
class Event:
    """One thing that happened. `kind` names it; `facts` hold ids and numbers for the sentence about it.

    `heard_by` is the one seat that may hear it; empty for everybody.
    """

    kind: str
    facts: Mapping[str, Value] = field(factory=dict)
    heard_by: SeatId = ""


def told(kind: str, heard_by: SeatId = "", **facts: Value) -> Event:
    """An event called *kind* with its facts."""
    return Event(kind, facts, heard_by)


def heard(events: tuple[Event, ...], seat: SeatId | None) -> tuple[Event, ...]:
    """Those of *events* that *seat* may hear; a spectator (None) hears only what is public."""
    return tuple(event for event in events if event.heard_by in ("", seat or ""))
