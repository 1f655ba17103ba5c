"""Actions in sentences, for whoever steps through a game: what was done, and which side heard of it."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from game.engine.actions import Action, Armistice, GiveOrders, Order
from game.engine.events import Event
from game.engine.issue import SeatId
from game.engine.scenario import Scenario, Shown
from game.engine.view import SeatView
from game.prose.happenings import event_lines
from game.prose.meters import band, in_sentence
from game.prose.words import in_text, listed, seat_title, sentence, spoken, who

TURNED = "turn"
"""The event that turns the calendar's page."""


@frozen
class Heard:
    """Lines about one thing that was done, and the one side that heard of it; empty when both did."""

    lines: tuple[str, ...]
    seat: SeatId = ""
    about: str = ""
    """The passage that the lines tell, by its name in `passages.py`; empty when they need no source."""

    quoted: bool = False
    """Whether the lines speak to that side, as it heard them."""

    @property
    def text(self) -> str:
        """The line that is enough for a list."""
        return self.lines[0]


def heard_by(view: SeatView, action: Action | None, events: Sequence[Event], scenario: Scenario) -> Iterator[Heard]:
    """Everything the seat of *view* knew of one action: its own part in it, and those of *events* it could hear."""
    if action is not None and action.seat == view.seat:
        yield from _own_part(view, action, scenario)
    yield from _heard(view, events, scenario)


def heard_by_all(
    views: Sequence[SeatView], action: Action | None, events: Sequence[Event], scenario: Scenario
) -> Iterator[Heard]:
    """The same for a game that is over, as the seat of the first view tells it; what another seat alone heard stands
    in the words it heard.
    """
    if action is not None:
        yield from _own_part(views[0], action, scenario)
    for view in views:
        known = [event for event in events if not (event.kind == "ordered" and event.heard_by)]  # its orders are told
        yield from (each for each in _heard(view, known, scenario) if each.seat or view is views[0])


def _own_part(view: SeatView, action: Action, scenario: Scenario) -> Iterator[Heard]:
    if line := _own(view, action, scenario):
        yield Heard((line,), action.seat)


def _heard(view: SeatView, events: Sequence[Event], scenario: Scenario) -> Iterator[Heard]:
    for event in events:
        if event.heard_by in ("", view.seat) and (lines := tuple(_lines(view, event, scenario))):
            yield Heard(lines, event.heard_by, _about(event), bool(event.heard_by))


def _lines(view: SeatView, event: Event, scenario: Scenario) -> Iterator[str]:
    if event.kind == TURNED:
        yield turn_line(view, int(event.facts["turn"]))
    yield from (line.strip() for line in event_lines(view, event, scenario))


def _about(event: Event) -> str:
    kind, of = {"card": ("card", "card"), "chosen": ("happened", "card"), "voted": ("stage", "stage")}.get(
        event.kind, ("", "")
    )
    return f"{kind} {event.facts[of]}" if kind else ""


def turn_line(view: SeatView, turn: int) -> str:
    """The first line of a turn."""
    return f"Turn {turn} begins: {view.turns[turn - 1].title}."


def _own(view: SeatView, action: Action, scenario: Scenario) -> str:
    """What a seat does that no event tells in full; empty for everything else."""
    if isinstance(action, GiveOrders):
        return orders_line(view, action, scenario)
    if isinstance(action, Armistice):
        return f"Asked whether to stop, {_does(view, action.seat, 'say', 'says')} {'yes' if action.agreed else 'no'}."
    return ""


def _does(view: SeatView, seat: SeatId, you: str, they: str) -> str:
    return f"you {you}" if seat == view.seat else f"{who(view, seat)} {they}"


def orders_line(view: SeatView, action: GiveOrders, scenario: Scenario) -> str:
    """The orders a seat hands in, in a sentence."""
    if not action.orders:
        return sentence(f"{_does(view, action.seat, 'give', 'gives')} no orders this turn")
    named = listed(_order(view, action.seat, order, scenario) for order in action.orders)
    return sentence(f"{_does(view, action.seat, 'order', 'orders')}: {named}")


def _order(view: SeatView, seat: SeatId, order: Order, scenario: Scenario) -> str:
    title = scenario.order[order.kind].title
    if order.faction:
        return f"{title} ({in_text(view.parties.get(f'{seat}.{order.faction}', spoken(order.faction)))})"
    if order.issue:
        issue = view.issue(order.issue)
        return f"{title} (no further than “{issue.option(order.option).title}” on {in_text(issue.title)})"
    return title


def moved_meters(before: SeatView, after: SeatView) -> Iterator[str]:
    """Every meter the seat of both views could read that moved between them: `tension 35 → 41 (uneasy)`."""
    for meter in after.gauges:
        names = [meter.id] if meter.scope == "shared" else [f"{seat.id}.{meter.id}" for seat in after.seats]
        for name in names:
            one, two = before.meters.get(name), after.meters.get(name)
            if one is None or two is None or one == two:
                continue
            seat = name.rpartition(".")[0]
            about = "about " if seat not in ("", after.seat) and meter.shown is Shown.BLURRED else ""
            named = f" ({called})" if (called := band(meter, two)) else ""
            yield f"{_owner(after, seat)}{in_sentence(meter)} {about}{one} → {two}{named}"


def _owner(view: SeatView, seat: SeatId) -> str:
    if not seat:
        return ""
    return "your " if seat == view.seat else f"{in_text(seat_title(view.seats, seat))}'s "


def knowers(heard: Iterable[Heard], view: SeatView) -> str:
    """Who knew what was done at that moment, in a sentence; empty when nothing was."""
    seats = {each.seat for each in heard}
    if not seats:
        return ""
    alone = [each.id for each in view.seats if each.id in seats]
    names = listed("you" if seat == view.seat else in_text(seat_title(view.seats, seat)) for seat in alone)
    if not alone:
        return "Both sides knew of this."
    if "" in seats:
        return f"Both sides knew of part of this; the rest was known to {names} alone."
    return f"This was known to {names} alone." if len(alone) == 1 else "Each side knew its own part of this."
