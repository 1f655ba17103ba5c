"""Checks of what is declared: ids are well formed and unique, two seats sit at the table, each has its file."""

import re
from collections.abc import Iterator, Sequence

from game.content.draft import Draft, Finding, Named, Trail
from game.content.migrations import FORMAT
from game.engine.brief import Brief
from game.engine.card import Card
from game.engine.history import History
from game.engine.issue import Issue
from game.engine.people import Inhabitants
from game.engine.scenario import Scenario

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
_SOURCE_ID = re.compile(r"\S+")
_RESERVED = tuple(
    "turn date happened chose signed refused incidents offered ended treaty near durability wars "
    "own other target all status_quo people envoy".split()
)
"""Words that conditions and effects use for themselves."""
_LISTS: dict[type, tuple[str, ...]] = {
    Scenario: (
        *("seats", "turns", "starts", "lengths", "issues", "meters", "orders", "consent", "cards"),
        *("fates", "codex", "promises"),
    ),
    Issue: ("options",),
    Brief: ("factions", "envoys"),
    Card: ("choices",),
    History: ("treaties", "lines"),
    Inhabitants: ("groups",),
}


def unique_ids(draft: Draft) -> Iterator[Finding]:
    for trail, each in _lists(draft):
        first: dict[str, int] = {}
        for place, named in enumerate(each):
            if named.id in first:
                where = draft.problem(Finding((*trail, first[named.id], "id"), "", "")).line
                message = f"'{named.id}' is the name of another one of {trail[-1]} already, on line {where}"
                yield Finding((*trail, place, "id"), "duplicate-id", message)
            first.setdefault(named.id, place)


def well_formed_ids(draft: Draft) -> Iterator[Finding]:
    for trail, each in _lists(draft):
        pattern = _SOURCE_ID if trail == ("sources",) else _ID
        for place, named in enumerate(each):
            if not pattern.fullmatch(named.id):
                message = f"'{named.id}' cannot be an id: write small letters, digits, '-' and '_', without spaces"
                yield Finding((*trail, place, "id"), "bad-id", message, named.id.lower().replace(" ", "-"))
            elif trail in (("seats",), ("meters",)) and (named.id in _RESERVED or not named.id[0].isalpha()):
                message = f"'{named.id}' means something else in conditions and effects, or begins with a digit"
                yield Finding((*trail, place, "id"), "bad-id", message)


def two_seats(draft: Draft) -> Iterator[Finding]:
    seats = draft.ids(draft.scenario.seats, "seats")
    if seats is not None and len(seats) != 2:
        yield Finding(("seats",), "not-two-seats", f"a table has two seats, this one has {len(seats)}")


def every_seat_has_a_file(draft: Draft) -> Iterator[Finding]:
    for place, seat in enumerate(draft.scenario.seats):
        if seat.id in draft.scenario.briefs or draft.ids((), "briefs") is None:
            continue
        message = f"the seat '{seat.id}' has no file: write seats/{seat.id}.yaml"
        yield Finding(("seats", place, "id"), "missing-brief", message)


def something_is_there(draft: Draft) -> Iterator[Finding]:
    """A scenario without turns, starts, lengths or issues cannot begin; a seat without voters or envoy cannot play."""
    for name in ("turns", "starts", "lengths", "issues"):
        if not getattr(draft.scenario, name):
            yield Finding((name,), "empty-list", f"a scenario needs at least one of {name}")
    for seat, brief in draft.scenario.briefs.items():
        for name in ("factions", "envoys"):
            if not getattr(brief, name):
                yield Finding(("briefs", seat, name), "empty-list", f"a seat needs at least one of {name}")


def format_known(draft: Draft) -> Iterator[Finding]:
    if draft.scenario.format != FORMAT:
        newer = "a newer program is needed" if draft.scenario.format > FORMAT else "nothing lifts it from there"
        message = f"this program reads format {FORMAT}, the file says {draft.scenario.format}: {newer}"
        yield Finding(("format",), "unknown-format", message)


def _lists(draft: Draft) -> Iterator[tuple[Trail, Sequence[Named]]]:
    for trail, each in draft.everything:
        for name in _LISTS.get(type(each), ()):
            yield (*trail, name), getattr(each, name)
    yield ("sources",), draft.sources
