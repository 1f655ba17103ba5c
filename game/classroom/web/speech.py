"""What can be said at the table, with what it means before it is said."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from game.classroom.hall import Hall
from game.classroom.room import Person
from game.classroom.seating import for_signing, signs
from game.classroom.web.plain import plain
from game.engine import actions as a
from game.engine.issue import Package
from game.engine.view import SeatView
from game.prose.calendar import exchange_line
from game.prose.prospects import mandate_question, offer_assessment
from game.prose.words import in_text

Ground = tuple[str, str]
"""A reason as a form sends it, and in words."""
_MARKS: dict[type, tuple[str, str]] = {
    a.Initial: ("initial", "Initial it"),
    a.Bracket: ("bracket", "Put it in brackets"),
    a.Reopen: ("reopen", "Ask to reopen it"),
}


@frozen
class Speech:
    """What the envoy's form shows."""

    exchange: str
    beyond: tuple[str, ...]
    """What it would mean that the draft goes beyond the instructions; nothing when it does not."""
    offer: tuple[str, ...]
    """What their offer is worth; nothing when there is none to sign."""
    offer_beyond: tuple[str, ...]
    signers: tuple[str, ...]
    """Who is for signing it."""
    signs: bool
    """Whether that is enough."""
    reasons: tuple[tuple[str, tuple[Ground, ...]], ...]
    """Why an offer may be refused, clause by clause."""
    marks: tuple[tuple[str, str], ...]
    leaving: bool


def speech(hall: Hall, person: Person, view: SeatView) -> Speech | None:
    """What *person* may say now, or the delegation may vote on; None where the table is not theirs."""
    menu = view.menu
    if menu is None or a.Hold not in menu.verbs:
        return None
    desk = hall.room.tables[person.table]
    offer = menu.offer if a.Accept in menu.verbs else None
    names = {each.id: each.nickname for each in hall.room.people.values()}
    return Speech(
        exchange_line(view),
        beyond_lines(view, desk.drafts[person.side].clauses),
        plain([offer_assessment(view, offer)]) if offer else (),
        beyond_lines(view, offer or {}),
        tuple(names[each] for each in sorted(for_signing(hall.room, person))),
        not person.id or signs(hall.roles, hall.room, person, hall.presence.away(hall.room)),
        tuple(_reasons(view)) if offer else (),
        tuple(words for verb, words in _MARKS.items() if verb in menu.verbs),
        a.WalkOut in menu.verbs,
    )


def beyond_lines(view: SeatView, package: Package) -> tuple[str, ...]:
    """What it means that *package* goes beyond the instructions; nothing when it does not."""
    exceeded = view.menu.beyond(package) if view.menu and package else ()
    return plain(mandate_question(view, package, exceeded)) if exceeded else ()


def _reasons(view: SeatView) -> Iterator[tuple[str, tuple[Ground, ...]]]:
    assert view.brief is not None
    yield "Anything", (("timing", "It is not the time to settle for this"),)
    factions = [(each.id, in_text(each.title)) for each in view.brief.factions]
    for issue in view.issues:
        yield issue.title, tuple(_grounds(issue.id, issue.title, factions))


def _grounds(issue: str, title: str, factions: Sequence[tuple[str, str]]) -> Iterator[Ground]:
    yield f"value:{issue}", f"{title}: it costs us too much"
    yield f"mandate:{issue}", f"{title}: our instructions forbid it"
    for faction, named in factions:
        yield f"home:{issue}:{faction}", f"{title}: {named} at home would not forgive us"
