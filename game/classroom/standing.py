"""How each table stands, for whoever looks at it from outside: whom it waits for, and who has done nothing."""

from collections import Counter

from attrs import frozen

from game.classroom.debrief import Deed, Table
from game.classroom.hall import Hall
from game.classroom.pace import step_began, until
from game.classroom.room import Person
from game.classroom.seating import rights_of
from game.engine.phase import Phase
from game.prose.comparison import ending_line
from game.prose.meters import band


def waiting(hall: Hall, table: int) -> tuple[Person, ...]:
    """Who at a table can do what it waits for; empty when it waits for nobody."""
    match = hall.matches[table]
    if voices := hall.silent_voices(table):
        return voices
    right = "speak" if match.state.phase is Phase.TABLE else "order"
    found: list[Person] = []
    for seat in match.people():
        delegation = hall.room.at(table, hall.scenario.seat_ids.index(seat))
        found += [each for each in delegation if right in rights_of(hall.roles, delegation, each)]
    return tuple(found)


@frozen
class Standing:
    """One table at a glance."""

    place: int
    turn: str
    tension: str
    phase: str
    waits_for: str
    sides: tuple[tuple[str, tuple[Person, ...]], ...]
    others: tuple[Person, ...]
    away: frozenset[str]
    silent: str
    """Who has done and said nothing yet."""
    minutes: int
    """How long it has been at this step."""
    late: bool
    """Whether the clock of this step has run out."""
    led: frozenset[int]
    actions: int
    offers: int
    ended: str


def standing(hall: Hall, table: int) -> Standing:
    match, desk = hall.matches[table], hall.room.tables[table]
    view = match.view(None)
    people = hall.room.at(table)
    done = Counter(person for _, person in desk.actions) + Counter(each.person for each in desk.said)
    voted = {each for draft in desk.drafts for each in draft.votes}
    gauge = next((each for each in view.gauges if each.id == "tension"), None)
    level = view.meters.get("tension", 0)
    return Standing(
        table,
        f"{view.turn} of {len(view.turns)}, {view.turns[view.turn - 1].title}",
        f"{level} of {gauge.high}, {band(gauge, level)}" if gauge else "",
        PHASES.get(view.phase, view.phase.value),
        ", ".join(each.nickname for each in waiting(hall, table)),
        tuple((seat.title, hall.room.at(table, side)) for side, seat in enumerate(hall.scenario.seats)),
        hall.room.at(table, -1),
        hall.presence.away(hall.room),
        ", ".join(each.nickname for each in people if not done[each.id] and each.id not in voted),
        int((hall.now() - step_began(hall.room, desk)) // 60),
        0 < until(hall.room, desk) <= hall.now() and not view.outcome,
        desk.led,
        sum(bool(person) for _, person in desk.actions),
        len(view.offers),
        ending_line(match.state) if view.outcome else "",
    )


PHASES = {
    Phase.CARD: "answering news",
    Phase.ORDERS: "giving orders",
    Phase.TABLE: "at the table",
    Phase.ARMISTICE: "deciding on an armistice",
    Phase.CONSENT: "voting at home",
    Phase.OVER: "done",
}
"""What people do in the phases in which a table waits for them."""


def tables_of(hall: Hall) -> list[Table]:
    """The class as the debrief reads it: each table's game, and which student did what."""
    return [_table_of(hall, place) for place in range(len(hall.matches))]


def _table_of(hall: Hall, place: int) -> Table:
    title, titles = f"Table {place + 1}", {role.id: role.title for role in hall.roles}
    deeds = tuple(
        Deed(title, number, hall.room.people[person].nickname, titles.get(hall.room.people[person].role, ""))
        for number, (_, person) in enumerate(hall.room.tables[place].actions, 1)
        if person
    )
    return Table(title, hall.matches[place], deeds)
