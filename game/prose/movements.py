"""What has moved a meter, action by action."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from game.engine import actions as a
from game.engine.events import Event
from game.engine.scenario import Meter, Scenario
from game.engine.view import SeatView
from game.prose.meters import gauge, in_sentence, rules_of
from game.prose.words import listed


@frozen
class Movement:
    """One action that moved a meter, with what the reader may hear of it."""

    turn: int
    action: a.Action
    heard: tuple[Event, ...]
    by: int


def movement_lines(view: SeatView, scenario: Scenario, meter: Meter, moved: Sequence[Movement]) -> Iterator[str]:
    """Where *meter* stands, what has moved it since the last turn began, and how it moves by itself."""
    level = view.meters[meter.id if meter.scope == "shared" else f"{view.seat}.{meter.id}"]
    first = max(1, view.turn - 1)
    told = gauge(meter, level)
    yield f"{told[0].upper()}{told[1:]}. Since turn {first} began:"
    for each in moved:
        yield f"  {each.by:>+5}  turn {each.turn}, {_cause(view, scenario, each)}"
    yield f"  {sum(each.by for each in moved):>+5}  in all" if moved else f"  Nothing has moved {in_sentence(meter)}."
    yield from rules_of(view, meter)


def _cause(view: SeatView, scenario: Scenario, movement: Movement) -> str:
    match movement.action:
        case a.Happen(card):
            return f"news: {_card(view, card)}"
        case a.Choose(_, card):
            return f"the answer to the news: {_card(view, card)}"
        case a.GiveOrders():
            return _orders(scenario, movement)
        case a.Propose():
            return "a concession at the table"
        case a.Accept():
            return "the signature: vows kept and broken"
        case a.Stir():
            return _end_of_turn(movement)
        case a.Sway():
            return "a refusal at home"
        case a.Battle():
            return "a round of war"
    return "the armistice"


def _card(view: SeatView, card: str) -> str:
    return next((news.card.title for news in view.news if news.card.id == card), "not told to you")


def _orders(scenario: Scenario, movement: Movement) -> str:
    titles = [scenario.order[str(each.facts["order"])].title for each in movement.heard if each.kind == "ordered"]
    return f"orders: {listed(titles)}" if titles else "orders"


_AT_THE_END = {"clash": "the clash", "war_by_accident": "the clash", "bluff_called": "an ultimatum that ran out"}


def _end_of_turn(movement: Movement) -> str:
    causes = dict.fromkeys(_AT_THE_END[each.kind] for each in movement.heard if each.kind in _AT_THE_END)
    return f"its end: {listed(['by itself', 'by chance', *causes])}"
