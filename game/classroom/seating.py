"""Who sits where in which role, and what that role may do in this delegation."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

from game.classroom.room import Person, Room, sizes
from game.classroom.solver import Sizes, place_for
from game.content.roles import Role
from game.engine.actions import Accept, Action, Propose
from game.engine.errors import GameError, IllegalAction
from game.engine.issue import Issue

CORE = ("speak", "order")
"""The rights without which a delegation stands still: whoever sits first has those that no role there brings."""


def seats_for(plan: Sequence[Sizes], people: Sequence[str], roles: Sequence[Role]) -> Iterator[Mapping[str, Any]]:
    """A seat for each of *people*, in the order in which they came: one a delegation, round by round."""
    delegates = [role for role in roles if role.delegate]
    waiting = list(people)
    for turn in range(max(max(each.first, each.second) for each in plan)):
        for table, each in enumerate(plan):
            for side, size in enumerate((each.first, each.second)):
                if turn < size:
                    role = delegates[min(turn, len(delegates) - 1)]
                    yield {"person": waiting.pop(0), "table": table, "side": side, "role": role.id}


def needed(roles: Sequence[Role], others: Sequence[Person], delegate: bool = True) -> str:
    """The first role that nobody of *others* has: of a delegation, or of those that belong to none."""
    taken = {each.role for each in others}
    fitting = [role.id for role in roles if role.delegate == delegate] or [roles[-1].id]
    return next((role for role in fitting if role not in taken), fitting[-1])


def chair(roles: Sequence[Role], room: Room, person: str, table: int, side: int) -> Mapping[str, Any]:
    """A seat in a delegation, or with -1 beside it, in the first role that nobody else there has."""
    others = [each for each in room.at(table, side) if each.id != person]
    return {"person": person, "table": table, "side": side, "role": needed(roles, others, side >= 0)}


def late_chair(roles: Sequence[Role], room: Room, person: str) -> Mapping[str, Any]:
    """Whoever comes late sits where fewest are; when all delegations are full, with the press."""
    watched = min(range(len(room.tables)), key=lambda each: len(room.at(each)))
    return chair(roles, room, person, *(place_for(sizes(room)) or (watched, -1)))


def whole(issues: Sequence[Issue], clauses: Mapping[str, str]) -> Mapping[str, str]:
    """*clauses* as a draft; raises GameError when it leaves something open."""
    wrong = [each.title for each in issues if clauses.get(each.id) not in each.rung]
    if wrong:
        raise GameError(f"the draft says nothing on {wrong[0]}")
    return {each.id: clauses[each.id] for each in issues}


def rights_of(roles: Sequence[Role], delegation: Sequence[Person], person: Person) -> frozenset[str]:
    """What *person* may do: the role's rights, and for the first of a delegation those core rights nobody has."""
    known = {role.id: frozenset(role.may) for role in roles}
    own = known.get(person.role, frozenset())
    if person.side < 0 or not delegation:
        return own
    had = frozenset().union(*(known.get(each.role, frozenset()) for each in delegation))
    order = [role.id for role in roles]
    first = min(delegation, key=lambda each: order.index(each.role) if each.role in order else len(order))
    return own | (frozenset(CORE) - had) | {"draft", "vote"} if person.id == first.id else own


def agreed(roles: Sequence[Role], room: Room, person: Person, away: Set[str] = frozenset()) -> bool:
    """Whether more than half of the voters in a person's delegation who are not *away* are for its draft."""
    draft = room.tables[person.table].drafts[person.side]
    return bool(draft.clauses) and _most(roles, room, person, draft.votes, away)


def for_signing(room: Room, person: Person) -> frozenset[str]:
    """Who of a person's delegation is for signing the other side's offer."""
    return room.tables[person.table].signing & {each.id for each in room.at(person.table, person.side)}


def signs(roles: Sequence[Role], room: Room, person: Person, away: Set[str] = frozenset()) -> bool:
    """Whether more than half of those are for signing; whoever speaks for them is, or would not sign."""
    delegation = room.at(person.table, person.side)
    speakers = {each.id for each in delegation if "speak" in rights_of(roles, delegation, each)}
    return _most(roles, room, person, for_signing(room, person) | speakers, away)


def _most(roles: Sequence[Role], room: Room, person: Person, ayes: frozenset[str], away: Set[str]) -> bool:
    delegation = room.at(person.table, person.side)
    voters = {each.id for each in delegation if "vote" in rights_of(roles, delegation, each)} - (away - ayes)
    return 2 * len(ayes & voters) > len(voters)


def require_agreed(
    roles: Sequence[Role], room: Room, person: Person, action: Action, away: Set[str] = frozenset()
) -> None:
    """Raise IllegalAction when *action* is an offer or a signature that a person's delegation has not agreed to."""
    draft = room.tables[person.table].drafts[person.side]
    if isinstance(action, Propose):
        if dict(action.package) != dict(draft.clauses):
            raise IllegalAction("only your delegation's draft can be said aloud; write it there first")
        if not agreed(roles, room, person, away):
            raise IllegalAction("more than half of your delegation must be for the draft before it is said aloud")
    if isinstance(action, Accept) and not signs(roles, room, person, away):
        raise IllegalAction("more than half of your delegation must be for signing their offer before you sign it")
