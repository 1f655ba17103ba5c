"""A class as a value: who is there, where they sit, what was said. Folded from the store's lines, one by one."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve, field, frozen

from game.classroom.names import folded

Body = Mapping[str, Any]
"""What a line says, as plain values."""
KEPT_NOTES = 200
"""Notes and comments of a table that are shown; all are kept in the store."""


@frozen
class Person:
    """A student. Of the keys that open the seat only digests are known."""

    id: str
    nickname: str
    token: str
    code: str
    table: int = -1
    """The table's place in the room; -1 before there is one."""
    side: int = -1
    """0 or 1; -1 for who belongs to no delegation."""
    role: str = ""
    here: bool = True
    """False once removed."""


@frozen
class Said:
    """A note, a comment or a dispatch."""

    number: int
    """The line it stands in."""
    person: str
    """Who wrote it; empty for the teacher."""
    side: int
    """Whose comment it is; -1 for what all at the table read."""
    text: str


@frozen
class Draft:
    """A delegation's draft, before it is said aloud."""

    clauses: Mapping[str, str] = field(factory=dict)
    person: str = ""
    """Who wrote it last."""
    votes: frozenset[str] = frozenset()
    """Who is for it."""


@frozen
class Desk:
    """One table: every action of its game with who did it, and what was said beside the game."""

    actions: tuple[tuple[str, str], ...] = ()
    """Lines of notation; the second is the person, or empty for chance, a player or the teacher."""
    times: tuple[float, ...] = ()
    """When each action was done, in seconds since 1970."""
    led: frozenset[int] = frozenset()
    """The sides that the teacher has stepped in for."""
    drafts: tuple[Draft, Draft] = (Draft(), Draft())
    said: tuple[Said, ...] = ()
    signing: frozenset[str] = frozenset()
    """Who is for signing the offer that waits for an answer."""
    voices: Mapping[str, int] = field(factory=dict)
    """How warmly each person who speaks for a faction has taken the text that is being voted on, -1 to 1."""
    nudged: int = 0
    """The number of actions there were when the teacher last nudged."""


@frozen
class Room:
    """The whole class."""

    opened: Body = field(factory=dict)
    """Scenario, start, length, seed and the digests of the teacher's key; empty before that."""
    people: Mapping[str, Person] = field(factory=dict)
    tables: tuple[Desk, ...] = ()
    begun: bool = False
    paused: bool = False
    ended: bool = False
    clock: int = 0
    """Minutes for a phase; 0 for none."""
    since: float = 0
    """When the class began, went on, or was given its clock."""

    def at(self, table: int, side: int | None = None) -> tuple[Person, ...]:
        """Who sits at a table, or in one of its delegations, in the order in which they came."""
        sat = (each for each in self.people.values() if each.here and each.table == table)
        return tuple(each for each in sat if side is None or each.side == side)

    def named(self, nickname: str) -> Person | None:
        """Who is called so, or so that nobody could tell the two apart."""
        wanted = folded(nickname)
        return next((each for each in self.people.values() if each.here and folded(each.nickname) == wanted), None)


def after(room: Room, number: int, kind: str, body: Body) -> Room:
    """The room once line *number* has happened; raises KeyError or ValueError for a line that is none of ours."""
    at = body.get("at", 0)
    match kind:
        case "opened":
            return evolve(room, opened=body)
        case "joined":
            return _with(room, Person(body["person"], body["nickname"], body["token"], body["code"]))
        case "returned":
            return _with(room, evolve(room.people[body["person"]], token=body["token"]))
        case "seated":
            seat = (body["table"], body["side"], body["role"])
            person = room.people[body["person"]]
            return _with(room, evolve(person, table=seat[0], side=seat[1], role=seat[2]))
        case "removed":
            return _with(room, evolve(room.people[body["person"]], here=False, table=-1, side=-1))
        case "begun":
            return evolve(room, begun=True, since=at, tables=tuple(Desk() for _ in range(body["tables"])))
        case "paused":
            return evolve(room, paused=body["on"], since=at)
        case "clock":
            return evolve(room, clock=body["minutes"], since=at)
        case "ended":
            return evolve(room, ended=True)
        case _:
            return _at_a_table(room, number, kind, body)


def _with(room: Room, person: Person) -> Room:
    return evolve(room, people={**room.people, person.id: person})


def _at_a_table(room: Room, number: int, kind: str, body: Body) -> Room:
    place = body["table"]
    desk = _desk_after(room.tables[place], number, kind, body)
    return evolve(room, tables=(*room.tables[:place], desk, *room.tables[place + 1 :]))


def _desk_after(desk: Desk, number: int, kind: str, body: Body) -> Desk:
    match kind:
        case "acted":
            actions, times = (*desk.actions, (body["line"], body["person"])), (*desk.times, body.get("at", 0))
            return evolve(desk, actions=actions, times=times, signing=frozenset(), voices={})
        case "voiced":
            return evolve(desk, voices={**desk.voices, body["person"]: body["warmth"]})
        case "rewound":
            kept, times = desk.actions[: body["keep"]], desk.times[: body["keep"]]
            desk = evolve(desk, actions=kept, times=times, signing=frozenset(), voices={})
            return evolve(desk, drafts=(Draft(), Draft()))
        case "led":
            sides = desk.led | {body["side"]} if body["on"] else desk.led - {body["side"]}
            return evolve(desk, led=sides)
        case "drafted":
            draft = Draft(dict(body["clauses"]), body["person"], frozenset({body["person"]}))
            return _drafted(desk, body["side"], draft)
        case "voted" if body.get("on") == "signing":
            return evolve(desk, signing=_counted(desk.signing, body))
        case "voted":
            draft = desk.drafts[body["side"]]
            return _drafted(desk, body["side"], evolve(draft, votes=_counted(draft.votes, body)))
        case "said":
            said = Said(number, body["person"], body["side"], body["text"])
            return evolve(desk, said=(*desk.said, said)[-KEPT_NOTES:])
        case "nudged":
            return evolve(desk, nudged=len(desk.actions))
    raise ValueError(f"no line of a class is called '{kind}'")


def _counted(votes: frozenset[str], body: Body) -> frozenset[str]:
    return votes | {body["person"]} if body["yes"] else votes - {body["person"]}


def _drafted(desk: Desk, side: int, draft: Draft) -> Desk:
    drafts = (draft, desk.drafts[1]) if side == 0 else (desk.drafts[0], draft)
    return evolve(desk, drafts=drafts)


def sizes(room: Room) -> Sequence[tuple[int, int]]:
    """How many sit in each delegation of each table."""
    return [(len(room.at(table, 0)), len(room.at(table, 1))) for table in range(len(room.tables))]
