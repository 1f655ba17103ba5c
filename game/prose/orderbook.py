"""The orders of a turn: the numbered menu, and what may be aimed at."""

import re
from collections.abc import Iterator

from game.engine.menu import MOST_ORDERS, OrderOffer
from game.engine.scenario import OrderKind, Target, Verb
from game.engine.view import SeatView
from game.prose.conditions import plainly
from game.prose.dates import date_in_words
from game.prose.effects import effects_in_words
from game.prose.words import listed, sentence

SEALED = f"up to {MOST_ORDERS}, sealed until both sides have given theirs."
"""How orders are given."""
_DOES = {
    Verb.STAND: "vow in public to go no further than one clause",
    Verb.ULTIMATUM: "press them to yield within three turns; an empty threat costs you your word and 4 points",
    Verb.RECALL: "your draft and your offer are void, and the next envoy takes over",
    Verb.INTELLIGENCE: "learn which issue matters most to them, rightly three times in four",
    Verb.ATTACK: "war, if your own government agrees",
}
"""What an order does beyond its declared effects."""


def order_lines(view: SeatView, first: bool = True) -> Iterator[str]:
    """What may be ordered now with price and effect, in full the *first* time; then what may not, and why."""
    assert view.menu is not None
    yield f"Orders: {SEALED}"
    for number, offer in enumerate(view.menu.orders, 1):
        if not offer.why_not:
            words = order_in_words if first else order_in_short
            yield f"  {number}. {words(view, offer.kind)}"
    yield from _shut_lines(view)
    yield "  Enter alone for no orders. Two at once: 2 3."


def _shut_lines(view: SeatView) -> Iterator[str]:
    """What may not be ordered now and why; orders that are shut for the same reason share a line."""
    assert view.menu is not None
    reasons: dict[str, list[tuple[int, str]]] = {}
    for number, offer in enumerate(view.menu.orders, 1):
        if offer.why_not and not past(view, offer.kind):
            why = plainly(view, offer.why_not)
            reasons.setdefault(why.removeprefix(f"'{offer.kind.title}' "), []).append((number, why))
    for reason, shut in reasons.items():
        if len(shut) == 1:
            yield f"  {shut[0][0]}. Not now: {sentence(shut[0][1])}"
            continue
        named = listed(f"{number} ({view.menu.orders[number - 1].kind.title})" for number, _ in shut)
        yield f"  Not now: {named}; each {sentence(f'x {reason}')[2:]}"


def past(view: SeatView, kind: OrderKind) -> bool:
    """Whether the last date on which *kind* could be given lies behind, so that it is no use to speak of it."""
    found = _last_date(kind)
    return bool(found) and found <= view.turns[view.turn - 1].id


def _last_date(kind: OrderKind) -> str:
    """The date before which *kind* must be given; empty when there is none."""
    found = None if " or " in kind.when.text else _BEFORE.search(kind.when.text)
    return found[1] if found else ""


_BEFORE = re.compile(r"(?<![\w.])date < (\d{4}-\d{2})")


def order_in_words(view: SeatView, kind: OrderKind) -> str:
    """Title, price and effect of an order."""
    parts = [f"costs {price}" if (price := price_in_words(view, kind)) else "costs nothing", order_changes(view, kind)]
    return f"{kind.title}: {'; '.join(part for part in parts if part)}."


def order_changes(view: SeatView, kind: OrderKind) -> str:
    """What an order does, known before it is given."""
    assert view.seat is not None
    changes = effects_in_words(view, kind.effects, view.seat)
    parts = (_DOES.get(kind.does, ""), gates(view, kind), changes)
    return "; ".join(part for part in parts if part)


def gates(view: SeatView, kind: OrderKind) -> str:
    """What an attack takes, each gate with where it stands; empty for any other order."""
    if kind.does is not Verb.ATTACK or not view.gates:
        return ""
    return f"it takes {listed(gate.told for gate in view.gates)}"


def time_in_words(view: SeatView, kind: OrderKind) -> str:
    """Until when *kind* can, or could, be given; empty when no date ends it."""
    found = _last_date(kind)
    if not found:
        return ""
    return f"It {'could' if past(view, kind) else 'can'} be given only before {date_in_words(found)}."


def order_in_short(view: SeatView, kind: OrderKind) -> str:
    """Title, price and declared effects, for somebody who has read the rest before."""
    assert view.seat is not None
    changes = effects_in_words(view, kind.effects, view.seat)
    told = "; ".join(part for part in (gates(view, kind), changes) if part)
    return f"{kind.title} ({price_in_words(view, kind) or 'free'}){f': {told}' if told else ''}."


def price_in_words(view: SeatView, kind: OrderKind) -> str:
    """`1 goodwill to spend and 3 treasury`; empty when the order is free."""
    titles = {meter.id: meter.title for meter in view.gauges}
    return listed(f"{amount} {titles.get(meter, meter).lower()}" for meter, amount in kind.cost.items())


def numbered_order(view: SeatView, word: str) -> OrderOffer | None:
    """The order that a number or an id means; None when it means none."""
    assert view.menu is not None
    offers = view.menu.orders
    if word.isdigit():
        return offers[int(word) - 1] if 0 < int(word) <= len(offers) else None
    return next((each for each in offers if each.kind.id == word), None)


def aims(view: SeatView, kind: OrderKind) -> list[tuple[str, str]]:
    """What *kind* may be aimed at, as (word, title): factions, or issues; nothing when it needs no aim."""
    if kind.target is Target.FACTION and view.brief is not None:
        return [(each.id, f"{each.title}, {each.influence} % of the votes at home") for each in view.brief.factions]
    if kind.target is Target.CLAUSE:
        return [(issue.id, issue.title) for issue in view.issues]
    return []
