"""The hall: the one place of a class that remembers. It keeps each line before it counts, and can begin from them."""

import json
import time
from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from attrs import define, field

from game.classroom.keys import LETTERS, code_of, digest, new_code, new_token, nickname_of, short
from game.classroom.pace import keep_of
from game.classroom.presence import Presence
from game.classroom.room import Person, Room, after
from game.classroom.seating import chair, late_chair, require_agreed, rights_of, seats_for, whole
from game.classroom.solver import MOST, tables_for
from game.classroom.store import Store
from game.classroom.voices import swing_of, voices_at
from game.content.roles import Role
from game.engine import actions as a
from game.engine.errors import GameError, IllegalAction, StaleAction
from game.engine.events import Event
from game.engine.issue import SeatId
from game.engine.notation import read, write
from game.engine.scenario import Scenario
from game.session.match import Match, new_match
from game.session.options import Opponent

Deed = tuple[a.Action, tuple[Event, ...]]
PERSONAL = 6
"""Signs of a personal code: of 31 signs, so nine hundred million, behind a limit of tries."""


@define(eq=False)
class Hall:
    """A class while it plays."""

    store: Store
    scenario: Scenario
    roles: tuple[Role, ...]
    keeper: Opponent
    """Who plays for a delegation in which nobody sits."""
    room: Room = field(factory=Room)
    matches: list[Match] = field(factory=list)
    journals: list[list[Deed]] = field(factory=list)
    """What was done at each table, with what it announced."""
    presence: Presence = field(factory=Presence)
    now: Callable[[], float] = time.time
    mark: int = 0
    """The number of the last line."""
    kept: Callable[[], None] = lambda: None
    """Called when lines have been kept: whoever shows pages listens."""
    marks: dict[int, int] = field(factory=dict)
    """The number of the last line about each table, and of those about all under -1."""

    def open(self, start: str, length: str, seed: str, key: str) -> None:
        """Begin a class, or go on with the one in the store; *key* is the teacher's from now on."""
        for kept in self.store.since(0):
            self._take(kept.number, kept.kind, json.loads(kept.body))
        told = {"scenario": self.scenario.id, "start": start, "length": length, "seed": seed}
        told["code"] = new_code(4, LETTERS)
        self._keep(("opened", {**told, **self.room.opened, "key": digest(key)}))
        for table in range(len(self.matches)):
            self._staff(table)

    # --- people

    def join(self, typed: str) -> tuple[Person, str, str]:
        """A new student, a token and a personal code; raises GameError for a name that cannot be, or a full class."""
        nickname = nickname_of(typed)
        if self.room.named(nickname):
            raise GameError("somebody is called so already; if that is you, come back with your personal code")
        here = [each for each in self.room.people.values() if each.here]
        if len(here) >= MOST:
            raise GameError(f"the class is full: {MOST} people are here")
        person, token, code = f"p{len(self.room.people) + 1}", new_token(), new_code(PERSONAL)
        joined = {"person": person, "nickname": nickname, "token": digest(token), "code": digest(code)}
        self._keep(("joined", joined))
        if self.room.begun:
            self._seat(late_chair(self.roles, self.room, person))
        return self.room.people[person], token, code

    def come_back(self, typed: str) -> tuple[Person, str]:
        """The student whose personal code this is, with a new token: the old one opens nothing any more."""
        code = digest(code_of(typed))
        person = next((each for each in self.room.people.values() if each.here and each.code == code), None)
        if person is None:
            raise GameError("no student has this code; look at the paper you wrote it on, or ask your teacher")
        token = new_token()
        self._keep(("returned", {"person": person.id, "token": digest(token)}))
        return self.room.people[person.id], token

    def person_of(self, token: str) -> Person | None:
        """Whose seat the token opens."""
        key = digest(token)
        return next((each for each in self.room.people.values() if each.here and each.token == key), None)

    def is_teacher(self, key: str) -> bool:
        return bool(key) and digest(key) == self.room.opened.get("key")

    def remove(self, person: str) -> None:
        """Take a student out of the class; a player keeps the seat if nobody is left in it."""
        gone = self._person(person)
        self._keep(("removed", {"person": person}))
        self._staff(gone.table)

    def move(self, person: str, table: int, side: int) -> None:
        """Give a student another delegation; raises GameError when there is none of that number."""
        gone = self._person(person)
        if not (0 <= table < len(self.room.tables) and side in (0, 1)):
            raise GameError(f"there is no delegation {side + 1} at table {table + 1}")
        self._seat(chair(self.roles, self.room, person, table, side))
        self._staff(gone.table)

    def _seat(self, place: Mapping[str, Any]) -> None:
        self._keep(("seated", place))
        self._staff(place["table"])

    def _person(self, person: str) -> Person:
        if person not in self.room.people:
            raise GameError("no student of this class is meant")
        return self.room.people[person]

    # --- the course of the lesson

    def begin(self) -> None:
        """Seat everybody and open the tables; raises GameError when it has begun, or too few are here."""
        if self.room.begun:
            raise GameError("the class has begun already")
        here = [each.id for each in self.room.people.values() if each.here]
        if len(here) < 2:
            raise GameError("two people at least are needed; more may come later")
        plan = tables_for(len(here))
        seats = (("seated", each) for each in seats_for(plan, here, self.roles))
        self._keep(("begun", {"tables": len(plan)}), *seats)
        for table in range(len(plan)):
            self._staff(table)

    def pause(self, on: bool) -> None:
        self._keep(("paused", {"on": on}))

    def set_clock(self, minutes: int) -> None:
        self._keep(("clock", {"minutes": max(0, min(60, minutes))}))

    def end(self) -> None:
        self._keep(("ended", {}))

    def nudge(self, table: int) -> None:
        self._match(table)
        self._keep(("nudged", {"table": table}))

    def skip(self, table: int) -> None:
        """Let a player act once for whoever the table waits for; raises GameError when it waits for nobody."""
        match = self._match(table)
        waiting = match.people()
        if self.silent_voices(table):
            self._submit(table, match.draw(), "")
            return
        if not waiting:
            raise GameError(f"table {table + 1} waits for nobody")
        action = self.keeper.decide(match.view(waiting[0]), Random(f"skip/{table}/{len(match.actions)}"))
        self._submit(table, action, "")

    def lead(self, table: int, side: int, on: bool) -> None:
        """Let the teacher act for one side of a table, beside whoever sits there; or no longer."""
        self._match(table)
        if side not in (0, 1):
            raise GameError("a table has two sides")
        self._keep(("led", {"table": table, "side": side, "on": on}))
        self._staff(table)

    def rewind(self, table: int, actions: int = 1, minutes: int = 0) -> None:
        """Take back at least so many of the seats' actions at a table, or some minutes, with all that chance did."""
        match = self._match(table)
        own = [place for place, each in enumerate(match.actions) if each.seat != a.CHANCE]
        if not own:
            raise GameError(f"nothing has been done at table {table + 1} yet")
        moment = self.now() - 60 * minutes if minutes else 0
        self._keep(("rewound", {"table": table, "keep": keep_of(self.room.tables[table], own, actions, moment)}))
        self._reopen(table)
        self._staff(table)

    def dispatch(self, text: str, table: int | None = None) -> None:
        """Tell one table, or all, something; the teacher says it."""
        for each in range(len(self.matches)) if table is None else (table,):
            self._match(each)
            self._keep(("said", {"table": each, "person": "", "side": -1, "text": short(text)}))

    def purge(self) -> None:
        """Forget everybody and everything, on the disk as well."""
        self.store.purge()
        self.room, self.matches, self.mark = Room(), [], self.mark + 1
        self.kept()

    # --- what students do

    def act(self, person: Person, action: a.Action, seen: int) -> None:
        """Play *action*, which must be of the person's own seat; raises GameError with the sentence to be shown."""
        match, seat = self._open_to(person)
        if action.seat != seat:
            raise IllegalAction("that is for the other side")
        self._require(person, "order" if isinstance(action, a.Choose | a.GiveOrders | a.Armistice) else "speak")
        if seen != len(match.actions):
            raise StaleAction("the table has moved on since your page was made; look again before you act")
        if person.id:
            require_agreed(self.roles, self.room, person, action, self.presence.away(self.room))
        self._submit(person.table, action, person.id)

    def draft(self, person: Person, clauses: Mapping[str, str]) -> None:
        """Write a draft for one's delegation; every vote on the one before is void."""
        match, _ = self._open_to(person)
        self._require(person, "draft")
        body = {"table": person.table, "side": person.side, "person": person.id}
        self._keep(("drafted", {**body, "clauses": whole(match.state.scenario.issues, clauses)}))

    def vote(self, person: Person, yes: bool, on: str = "draft") -> None:
        """Be for the delegation's draft, or with *on* `signing` for signing their offer; or no longer."""
        match, seat = self._open_to(person)
        self._require(person, "vote")
        if on == "draft" and not self.room.tables[person.table].drafts[person.side].clauses:
            raise GameError("there is no draft to vote on")
        if on == "signing" and match.state.text.answering in ("", seat):
            raise GameError("there is no offer of theirs to sign")
        body = {"table": person.table, "side": person.side, "person": person.id}
        self._keep(("voted", {**body, "yes": yes, "on": on}))

    def voice(self, person: Person, warmth: int) -> None:
        """Take the text that is voted on at home coldly, as it is or warmly; the vote falls when all have spoken."""
        match, _ = self._open_to(person)
        if person not in self.silent_voices(person.table) or warmth not in (-1, 0, 1):
            raise GameError("no vote at home waits for you")
        self._keep(("voiced", {"table": person.table, "person": person.id, "warmth": warmth}))
        if not self.silent_voices(person.table):
            self._submit(person.table, swing_of(match, self.room.tables[person.table].voices), "")

    def silent_voices(self, table: int) -> tuple[Person, ...]:
        """Who has to say yet how warmly a faction takes the text that is voted on at a table."""
        asked = voices_at(self.room, self.roles, self.scenario, self.matches[table], table)
        return tuple(each for each in asked if each.id not in self.room.tables[table].voices)

    def say(self, person: Person, text: str, to_all: bool) -> None:
        """A comment for one's own delegation, or a note that both sides and the teacher read."""
        if self.room.ended or person.table < 0:
            raise GameError("nobody is there to read it")
        side = -1 if to_all or person.side < 0 else person.side
        self._keep(("said", {"table": person.table, "person": person.id, "side": side, "text": short(text)}))

    def seat_of(self, person: Person) -> SeatId | None:
        """The seat of the delegation; None for the press."""
        return self.scenario.seat_ids[person.side] if person.side >= 0 else None

    def mark_of(self, table: int) -> int:
        """The last line that a page about *table* tells of: it is old when this has moved on."""
        return max(self.marks.get(table, 0), self.marks.get(-1, 0))

    # --- within

    def _open_to(self, person: Person) -> tuple[Match, SeatId]:
        seat = self.seat_of(person)
        if seat is None or not self.room.begun:
            raise GameError("you sit in no delegation, so you can read and write notes, not act")
        if self.room.ended:
            raise GameError("the class has ended")
        if self.room.paused:
            raise GameError("your teacher has paused the class")
        return self.matches[person.table], seat

    def _require(self, person: Person, right: str) -> None:
        if not person.id and person.side in self.room.tables[person.table].led and right in ("speak", "order", "draft"):
            return
        delegation = self.room.at(person.table, person.side)
        if right in rights_of(self.roles, delegation, person):
            return
        able = [each.nickname for each in delegation if right in rights_of(self.roles, delegation, each)]
        raise IllegalAction(f"in your delegation that is for {' or '.join(able) or 'nobody'}")

    def _match(self, table: int) -> Match:
        if not 0 <= table < len(self.matches):
            raise GameError(f"there is no table {table + 1}")
        return self.matches[table]

    def _submit(self, table: int, action: a.Action, person: str) -> None:
        """Play and keep *action* with all that follows from it; the table is as it was when that cannot be kept."""
        match = self.matches[table]
        before = len(match.actions)
        self.journals[table].append((action, match.submit(action).events))
        self._go_on(table, before, person)

    def _go_on(self, table: int, before: int, person: str = "") -> None:
        match = self.matches[table]
        while not self.silent_voices(table) and (done := next(match.advance(), None)):
            self.journals[table].append(done)
        lines = [
            ("acted", {"table": table, "line": write(each), "person": person if number == 0 else ""})
            for number, each in enumerate(match.actions[before:])
        ]
        try:
            self._keep(*lines)
        except OSError:
            self._reopen(table)
            raise

    def _staff(self, table: int) -> None:
        """Let the keeper play where nobody sits, and only there, and let the game go on."""
        if not 0 <= table < len(self.matches):
            return
        match = self.matches[table]
        match.players = self._players(table)
        self._go_on(table, len(match.actions))

    def _players(self, table: int) -> Mapping[SeatId, Opponent]:
        seats, led = enumerate(self.scenario.seat_ids), self.room.tables[table].led
        empty = [seat for side, seat in seats if side not in led and not self.room.at(table, side)]
        return dict.fromkeys(empty, self.keeper)

    def _reopen(self, table: int) -> None:
        """The table as its kept lines have it."""
        opened = self.room.opened
        match = new_match(self.scenario, opened["start"], opened["length"], {}, f"{opened['seed']}/{table}")
        self.matches[table : table + 1] = [match]
        self.journals[table : table + 1] = [[]]
        for line, _ in self.room.tables[table].actions:
            self._replay(table, line)
        match.players = self._players(table)

    def _replay(self, table: int, line: str) -> None:
        action = read(line)
        self.journals[table].append((action, self.matches[table].submit(action).events))

    def _keep(self, *lines: tuple[str, Mapping[str, Any]]) -> None:
        if not lines:
            return
        lines = tuple((kind, {**body, "at": round(self.now())}) for kind, body in lines)
        last = self.store.append([(kind, json.dumps(body, ensure_ascii=False)) for kind, body in lines])
        for place, (kind, body) in enumerate(lines, last - len(lines) + 1):
            self._take(place, kind, body, fresh=True)
        self.kept()

    def _take(self, number: int, kind: str, body: Mapping[str, Any], fresh: bool = False) -> None:
        self.room = after(self.room, number, kind, body)
        self.mark = number
        self.marks[int(body.get("table", -1))] = number
        if kind == "begun":
            self.matches, self.journals = [], []
            for table in range(body["tables"]):
                self._reopen(table)
        elif not fresh and kind == "acted":
            self._replay(body["table"], body["line"])
        elif not fresh and kind == "rewound":
            self._reopen(body["table"])
