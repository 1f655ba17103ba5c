"""The record of a table in sentences that speak to nobody in particular, action by action."""

from collections.abc import Iterator

from attrs import evolve, frozen

from game.classroom.debrief.tables import Deed, Table
from game.engine.actions import GiveOrders, Hold, Propose
from game.engine.events import Event
from game.engine.issue import IssueId, Package, SeatId
from game.engine.view import SeatView
from game.prose.deeds import heard_by, orders_line
from game.prose.offers import changes
from game.prose.refusals import grounds_by_clause
from game.prose.words import clause, in_text, listed, seat_title, sentence
from game.session.chronicle import Moment

_ADDRESSED = {"reported", "beyond_mandate"}
"""Events whose sentences speak to the side that heard them."""


@frozen
class Told:
    """One action: what was done, and by whom."""

    number: int
    turn: int
    lines: tuple[str, ...]
    seat: SeatId = ""
    deed: Deed | None = None


def told(table: Table) -> tuple[Told, ...]:
    """Every moment of *table* about which there is something to say, the beginning first."""
    begins = table.scenario.turns[table.moments[0].turn - 1].title
    first = Told(0, table.moments[0].turn, (f"The game begins, {begins}.", *_laid_before(table)))
    offered: dict[SeatId, Package] = dict(table.moments[0].state.text.offers)
    return (first, *(each for moment in table.moments[1:] if (each := _told(table, moment, offered)).lines))


def _laid_before(table: Table) -> Iterator[str]:
    for seat in table.moments[0].state.text.offers:
        yield f"A text of {in_text(table.scenario.seat[seat].title)} lies on the table."


def _told(table: Table, moment: Moment, offered: dict[SeatId, Package]) -> Told:
    action = moment.action
    assert action is not None
    view = moment.view(None)
    public = tuple(evolve(event, heard_by="") for event in moment.events if event.kind not in _ADDRESSED)
    lines = [line for heard in heard_by(view, action, public, table.scenario) for line in heard.lines]
    lines += [line for event in moment.events if (line := _addressed(view, event))]
    if isinstance(action, Propose):
        lines += _moved(view, action, offered)
    if isinstance(action, Propose | Hold) and action.refusal:
        lines += (f"Reason given: “{each}”" for each in _grounds(view, action))
    seat = action.seat if action.seat in table.scenario.seat else ""
    own = (orders_line(view, action, table.scenario),) if isinstance(action, GiveOrders) else ()
    return Told(moment.number, moment.turn, (*own, *lines), seat, table.doers.get(moment.number))


def _addressed(view: SeatView, event: Event) -> str:
    facts = {name: str(fact) for name, fact in event.facts.items()}
    seat = in_text(seat_title(view.seats, facts.get("seat", event.heard_by) or event.heard_by))
    if event.kind == "reported":
        return sentence(f"agents of {seat} report that {_titles(view, facts['issue'])} matters most to the other side")
    if event.kind == "beyond_mandate":
        return sentence(f"the envoy of {seat} goes beyond the instructions on {_titles(view, facts['issues'])}")
    return ""


def _titles(view: SeatView, issues: str) -> str:
    return listed(in_text(view.issue(IssueId(each)).title) for each in issues.split(", ") if each)


def _moved(view: SeatView, action: Propose, offered: dict[SeatId, Package]) -> list[str]:
    before = offered.get(action.seat, view.status_quo)
    offered[action.seat] = action.package
    return [line.strip() for line in changes(view, before, action.package)] or ["Nothing has moved in it."]


def _grounds(view: SeatView, action: Propose | Hold) -> Iterator[str]:
    assert action.refusal is not None
    for title, grounds in grounds_by_clause(view, action.refusal).items():
        yield f"{title}: {'; '.join(grounds)}." if title else sentence("; ".join(grounds))
    if action.refusal.cure:
        asked = "; ".join(clause(view, issue, option) for issue, option in action.refusal.cure.items())
        yield f"We would sign if: {asked}."
