"""The course of a game: which screen it has come to, and what there is to be told before it."""

from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import TYPE_CHECKING

from game.desktop.desk import Desk
from game.engine.events import Event, heard
from game.engine.issue import SeatId
from game.engine.phase import Phase

if TYPE_CHECKING:  # a window opens before anybody sits down
    from game.session.sitting import Entry, Sitting

SCREENS: Mapping[Phase, str] = {
    Phase.CARD: "dispatches",
    Phase.ORDERS: "council",
    Phase.TABLE: "table",
    Phase.ARMISTICE: "armistice",
}
"""The screen of each phase in which a person acts."""
AT_THE_TABLE = ("offered", "held", "initials", "initialled", "bracketed", "reopening", "reopened")
"""Events that the table itself shows."""
UNTOLD = (*AT_THE_TABLE, "turn", "sealed", "over")
"""Events that need no dispatch of their own."""


def next_screen(desk: Desk) -> tuple[str, str]:
    """The screen that comes next, and its topic."""
    sitting = desk.game()
    if sitting.over:
        return _after_the_end(sitting)
    seat = sitting.match.people()[0]
    if seat != sitting.seat:
        if not sitting.solo:
            return "curtain", seat
        sitting.seat = seat
    if seat not in sitting.told:
        return "briefing", "first"
    return told_next(sitting) or (SCREENS[sitting.match.state.phase], "")


def _after_the_end(sitting: "Sitting") -> tuple[str, str]:
    if not sitting.seat:
        sitting.seat = sitting.people[0]
    return told_next(sitting) or ("verdict", "")


def told_next(sitting: "Sitting") -> tuple[str, str] | None:
    """The court when a vote has to be told first, the dispatches when anything else has; else None."""
    worth = (event for _, event in untold(sitting) if event.kind not in UNTOLD and not _own(sitting.seat, event))
    first = next(worth, None)
    if first is None:
        return None
    return ("court" if first.kind == "voted" else "dispatches"), ""


def before_the_vote(sitting: "Sitting") -> "list[tuple[Entry, Event]]":
    """What the dispatches tell: all that has not been told, as far as the next vote, which is a scene of its own."""
    vote = next((entry for entry, _ in votes(sitting)), None)
    return list(takewhile(lambda each: each[0] is not vote, untold(sitting)))


def untold(sitting: "Sitting") -> "list[tuple[Entry, Event]]":
    """What the person before the machine may hear and has not been told, without counting it as told."""
    start = min(sitting.told.get(sitting.seat, 0), len(sitting.journal))
    return [(entry, event) for entry in sitting.journal[start:] for event in heard(entry.events, sitting.seat)]


def _own(seat: SeatId, event: Event) -> bool:
    """Whether *event* is no news to the seat that caused it: it has just done it, and hears of it with the rest."""
    return event.kind in ("chosen", "ordered") and event.facts.get("seat") == seat


def count_as_told(sitting: "Sitting", until: "Entry | None" = None) -> None:
    """Count everything up to and with *until* (all when None) as told to the person before the machine."""
    end = len(sitting.journal)
    if until is not None:
        end = next(place for place, entry in enumerate(sitting.journal) if entry is until) + 1
    sitting.told[sitting.seat] = max(end, sitting.told.get(sitting.seat, 0))


def votes(sitting: "Sitting") -> "Iterator[tuple[Entry, Event]]":
    """The votes that are still to be told."""
    return ((entry, event) for entry, event in untold(sitting) if event.kind == "voted")
